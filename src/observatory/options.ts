import { InputError } from '../base/index.ts';
import { Filters, sourceKey } from './filters.ts';
import { messages } from './messages.ts';
import { schemaFault } from './schema-fault.ts';
import type { LocationRule } from './steps/affiliations.ts';
import type { GivenVintage } from './vintage.ts';

export interface BuildOptions {
  /** Files, folders and patterns of works; of two versions of a work as old as each other, the later named counts. */
  readonly works: readonly string[];
  readonly institutions: readonly string[];
  readonly out: string;
  /** Definitions of regions; those that ship with the project where none are named. */
  readonly regions?: readonly string[];
  readonly corrections?: string;
  readonly mergedIds?: readonly string[];
  /** Lists of ids that OpenAlex deleted. */
  readonly deletedIds?: readonly string[];
  /** Days on which records were taken from their source, where files do not tell. */
  readonly vintages?: readonly GivenVintage[];
  readonly filters: Filters;
  /** Where authorships count unless a question asks otherwise: at institutions where left out. Both are made. */
  readonly locate?: LocationRule;
  /** Works with more authors count apart in links. */
  readonly authorCap: number;
  /** Bytes that the whole process should stay below. */
  readonly memory: number;
  readonly threads: number;
  /** Leave damaged files out, counted, instead of failing. */
  readonly skipDamaged?: boolean;
  /** Read every file of works to know whether its part may be used again, whatever its size and dates say. */
  readonly verify?: boolean;
  readonly title?: string;
  /** Under which the records may be used, such as `CC0-1.0`; it stands in the manifest alone. */
  readonly licence?: string;
  /** Records per part segment; for tests. */
  readonly segment?: number;
}

/**
 * Holds options at the door, whoever hands them in: what makes no sense would end in an empty observatory.
 * @throws InputError that names the option
 */
export function checkOptions(options: BuildOptions): void {
  const { authorCap, threads, segment = 1 } = options;
  for (const [option, value] of Object.entries({ authorCap, threads, segment })) {
    if (Number.isInteger(value) && value >= 1) continue;
    throw new InputError(messages.badCount({ option, value }));
  }
  const { error } = Filters.safeParse(options.filters);
  if (error !== undefined) {
    const [issue] = error.issues;
    throw new InputError(messages.badFilter({ filter: issue.path.join('.'), fault: schemaFault(issue) }));
  }
  for (const source of options.filters.sources ?? []) sourceKey(source);
}

export type Phase = 'institutions' | 'works' | 'tables' | 'laws';

export interface Progress {
  readonly phase: Phase;
  readonly records: number;
  readonly bytes: number;
  readonly totalBytes: number;
  readonly table?: string;
}

/** What a build touches besides its files; tests and surfaces hand in their own. */
export interface BuildWorld {
  now(): number;
  progress(state: Progress): void;
  readonly signal?: AbortSignal;
  /** The day it is; by the clock where left out. */
  readonly today?: () => Date;
}

export const QUIET: BuildWorld = { now: () => performance.now(), progress: () => undefined };

export class BuildCancelled extends Error {
  constructor() {
    super('The build was stopped. What it finished stays; the same command goes on from there.');
    this.name = 'BuildCancelled';
  }
}
