import type { Logger } from 'pino';
import type { Limits } from './limits.ts';
import type { WebFiles } from './web/files.ts';
import type { DemonstrationJob } from './real-demonstration/job.ts';
import type { Observatories } from './work/observatories.ts';

/** What the application touches: handed in, so that a test hands in its own. */
export interface World {
  readonly observatories: Observatories;
  readonly limits: Limits;
  readonly log: Logger;
  /** What a caller must have; null on loopback, where nobody else can call. */
  readonly token: string | null;
  /** Names in `Host` that are answered; null for any. */
  readonly hosts: ReadonlySet<string> | null;
  /** The files of the page; empty where it is not built. */
  readonly web: WebFiles;
  readonly now: () => number;
  /** The demonstration of real records that the page may have fetched; only on this machine. */
  readonly demonstration?: DemonstrationJob | undefined;
}

/** What a request carries along. */
export interface Env {
  Variables: {
    /** Of this request, in its log line and in its problems. */
    id: string;
    /** The path that was asked for, with names for what varies. */
    route: string;
    /** How it was answered: kept, asked, same (304), job. */
    by: string;
  };
}
