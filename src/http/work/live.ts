import {
  buildStamp,
  ClusterError,
  DamagedError,
  type LocationRule,
  type Manifest,
  Observatory,
  placed,
  type RemoteAccess,
} from '../../observatory/index.ts';
import type { Limits } from '../limits.ts';
import { sourceById } from '../sources.ts';
import { answerOf, troubleOf } from './answer.ts';
import { Answers, type KeptAnswer } from './answers.ts';
import type { Jobs } from './jobs.ts';
import type { Kept } from './kept.ts';
import { type Asked, Pool } from './pool.ts';
import { type Question, TroubleError } from './question.ts';

/** An observatory as it is served until its folder holds another. */
export interface Opened {
  readonly manifest: Manifest;
  /** SHA-256 of its manifest, the time of the build included: answers name it. */
  readonly hash: string;
  /** Where authorships count in its answers. */
  readonly locatedBy: LocationRule;
  /** What tells its build from the next in the folder. */
  readonly stamp: string;
  readonly answers: Answers;
  close(): Promise<void>;
}

/** What observatories of one server share, and how this one is opened. */
export interface Shares {
  readonly limits: Limits;
  readonly jobs: Jobs;
  /** Answers in memory, of all of them. */
  readonly kept: Kept<KeptAnswer>;
  /** How to ask the cluster that tables stayed on. */
  readonly cluster?: RemoteAccess | undefined;
  /** Where authorships count; as its build was told where left out. */
  readonly locatedBy?: LocationRule | undefined;
  /** Whether it counts as open only once its readers are started: the first question of another does not wait for all. */
  readonly waits: boolean;
}

/** What is served: the observatory of a folder, and the one that takes its place when it is built anew. */
export class Live {
  private readonly retired: Promise<void>[] = [];
  private renewing: Promise<Opened> | null = null;

  private constructor(
    private readonly folder: string,
    private readonly shares: Shares,
    private opened: Opened,
  ) {}

  /** @throws InputError where the folder is no finished observatory of this version's format */
  static async open(folder: string, shares: Shares): Promise<Live> {
    return new Live(folder, shares, await open(folder, shares));
  }

  /**
   * The observatory that the folder holds now.
   * @throws TroubleError where it holds none: it was removed, or a build is putting new tables there
   */
  async current(): Promise<Opened> {
    let stamp = buildStamp(this.folder);
    if (stamp === null) {
      await placed(this.folder);
      stamp = buildStamp(this.folder);
    }
    if (stamp === null) throw new TroubleError({ kind: 'gone' });
    if (stamp === this.opened.stamp) return this.opened;
    // Once for all that ask meanwhile.
    this.renewing ??= this.renew().finally(() => (this.renewing = null));
    return this.renewing;
  }

  private async renew(): Promise<Opened> {
    const before = this.opened;
    try {
      this.opened = await open(this.folder, this.shares);
    } catch (error) {
      const told = error instanceof ClusterError || error instanceof DamagedError;
      throw new TroubleError(told ? troubleOf(error) : { kind: 'gone' });
    }
    this.retired.push(before.answers.settled().then(() => before.close()));
    return this.opened;
  }

  /** Closes it once nothing that was asked of it runs any more. */
  async retire(): Promise<void> {
    await this.renewing?.catch(() => undefined);
    // Who was just handed it asks in the same turn.
    await new Promise((resolve) => setImmediate(resolve));
    await this.opened.answers.settled();
    await this.close();
  }

  async close(): Promise<void> {
    await this.opened.close();
    await Promise.all(this.retired);
  }
}

async function open(
  folder: string,
  { limits, jobs, kept, cluster, locatedBy, waits }: Shares,
): Promise<Opened> {
  const observatory = await Observatory.open(folder, { threads: 1, memory: '500MB', cluster, locatedBy });
  const { hash, stamp } = observatory;
  const pool = new Pool({ folder, hash, locatedBy }, limits, cluster);
  const warm = pool.warm();
  if (waits) await warm;
  const here = (question: Question): Asked => ({
    answer: answerOf(observatory, question, limits.rows),
    cancel: () => undefined,
    before: () => 0,
    step: () => null,
    aside: () => undefined,
    running: Promise.resolve(),
    again: () => 1,
  });
  const ask = (question: Question, client: string): Asked =>
    sourceById(question.source).light === true ? here(question) : pool.ask(question, client);
  const answers = new Answers({ limits, jobs, kept }, ask, () => buildStamp(folder) === stamp);
  return {
    manifest: observatory.manifest,
    hash,
    locatedBy: observatory.locatedBy,
    stamp,
    answers,
    close: async () => {
      answers.close();
      await pool.close();
      observatory.close();
    },
  };
}
