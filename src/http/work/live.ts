import {
  buildStamp,
  ClusterError,
  DamagedError,
  type Manifest,
  Observatory,
  placed,
  type RemoteAccess,
} from '../../observatory/index.ts';
import type { Limits } from '../limits.ts';
import { sourceById } from '../sources.ts';
import { answerOf, troubleOf } from './answer.ts';
import { Answers } from './answers.ts';
import { type Job, Jobs } from './jobs.ts';
import { type Asked, Pool } from './pool.ts';
import { type Question, TroubleError } from './question.ts';

/** An observatory as it is served until its folder holds another. */
export interface Opened {
  readonly manifest: Manifest;
  /** SHA-256 of its manifest, the time of the build included: answers name it. */
  readonly hash: string;
  /** What tells its build from the next in the folder. */
  readonly stamp: string;
  readonly answers: Answers;
  close(): Promise<void>;
}

/** What is served: the observatory of a folder, and the one that takes its place when it is built anew. */
export class Live {
  private readonly retired: Promise<void>[] = [];
  private renewing: Promise<Opened> | null = null;

  private constructor(
    private readonly folder: string,
    private readonly limits: Limits,
    readonly jobs: Jobs,
    private opened: Opened,
    private readonly cluster?: RemoteAccess,
  ) {}

  /**
   * @param failed told of jobs that end without an answer
   * @param cluster how to ask the cluster that tables stayed on
   * @throws InputError where the folder is no finished observatory of this version's format
   */
  static async open(
    folder: string,
    limits: Limits,
    failed?: (job: Job) => void,
    cluster?: RemoteAccess,
  ): Promise<Live> {
    const jobs = new Jobs(limits, Date.now, failed);
    const opened = await open(folder, limits, jobs, cluster);
    return new Live(folder, limits, jobs, opened, cluster);
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
      this.opened = await open(this.folder, this.limits, this.jobs, this.cluster);
    } catch (error) {
      const told = error instanceof ClusterError || error instanceof DamagedError;
      throw new TroubleError(told ? troubleOf(error) : { kind: 'gone' });
    }
    this.retired.push(before.answers.settled().then(() => before.close()));
    return this.opened;
  }

  async close(): Promise<void> {
    await this.opened.close();
    await Promise.all(this.retired);
  }
}

async function open(
  folder: string,
  limits: Limits,
  jobs: Jobs,
  cluster: RemoteAccess | undefined,
): Promise<Opened> {
  const observatory = await Observatory.open(folder, { threads: 1, memory: '500MB', cluster });
  const { hash, stamp } = observatory;
  const pool = new Pool({ folder, hash }, limits, cluster);
  await pool.warm();
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
  const answers = new Answers(limits, jobs, ask, () => buildStamp(folder) === stamp);
  return {
    manifest: observatory.manifest,
    hash,
    stamp,
    answers,
    close: async () => {
      answers.close();
      await pool.close();
      observatory.close();
    },
  };
}
