import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TrinoAccess } from '../../engine/trino.ts';
import { ClusterError, type Manifest, Observatory } from '../../observatory/index.ts';
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
  readonly answers: Answers;
  close(): Promise<void>;
}

/** What is served: the observatory of a folder, and the one that takes its place when it is built anew. */
export class Live {
  private readonly retired: Promise<void>[] = [];

  private constructor(
    private readonly folder: string,
    private readonly limits: Limits,
    readonly jobs: Jobs,
    private opened: Opened,
    private stamp: string,
    private readonly cluster?: TrinoAccess,
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
    cluster?: TrinoAccess,
  ): Promise<Live> {
    const stamp = stampOf(folder) ?? '';
    const jobs = new Jobs(limits, Date.now, failed);
    const opened = await open(folder, limits, jobs, stamp, cluster);
    return new Live(folder, limits, jobs, opened, stamp, cluster);
  }

  /**
   * The observatory that the folder holds now.
   * @throws TroubleError where it holds none: it was removed, or a build is putting new tables there
   */
  async current(): Promise<Opened> {
    const stamp = stampOf(this.folder);
    if (stamp === null) throw new TroubleError({ kind: 'gone' });
    if (stamp === this.stamp) return this.opened;
    const before = this.opened;
    try {
      const opened = await open(this.folder, this.limits, this.jobs, stamp, this.cluster);
      if (this.opened !== before) {
        void opened.close();
        return this.opened;
      }
      this.opened = opened;
    } catch (error) {
      throw new TroubleError(error instanceof ClusterError ? troubleOf(error) : { kind: 'gone' });
    }
    this.stamp = stamp;
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
  stamp: string,
  cluster: TrinoAccess | undefined,
): Promise<Opened> {
  const observatory = await Observatory.open(folder, { threads: 1, memory: '500MB', cluster });
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, 'manifest.json')))
    .digest('hex');
  const pool = new Pool(folder, limits, cluster);
  await pool.warm();
  const here = (question: Question): Asked => ({
    answer: answerOf(observatory, question, limits.rows),
    cancel: () => undefined,
    before: () => 0,
    step: () => null,
    aside: () => undefined,
  });
  const ask = (question: Question): Asked =>
    sourceById(question.source).light === true ? here(question) : pool.ask(question);
  const answers = new Answers(limits, jobs, ask, () => stampOf(folder) === stamp);
  return {
    manifest: observatory.manifest,
    hash,
    answers,
    close: async () => {
      answers.close();
      await pool.close();
      observatory.close();
    },
  };
}

/** What tells one build in a folder from the next; null where none stands there finished. */
function stampOf(folder: string): string | null {
  const found = statSync(join(folder, 'manifest.json'), { throwIfNoEntry: false });
  return found === undefined ? null : `${found.ino} ${found.size} ${found.mtimeMs}`;
}
