import { randomUUID } from 'node:crypto';
import type { Limits } from '../limits.ts';
import type { Answer, StepTold, Trouble } from './question.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A question that takes longer than a request should wait. */
export interface Job {
  readonly id: string;
  /** The path and query that asked, to be asked again. */
  readonly asked: string;
  readonly begun: number;
  state(): JobState;
  /** Questions before it. */
  before(): number;
  /** How far it is; null where it waits or does not tell. */
  step(): StepTold | null;
  /** When it ended; null while it has not. */
  ended: number | null;
  answer: Answer | null;
  trouble: Trouble | null;
  /** Seconds until it may be worth asking for it again. */
  again(): number;
  /** Ends it. @param reason where it is not that somebody wanted it to end */
  cancel(reason?: Trouble): void;
}

/** Jobs by id: those at work, and those that ended a while ago. */
export class Jobs {
  private readonly jobs = new Map<string, Job>();
  /** When each job that is at work is ended, unless somebody asks about it before. */
  private readonly ends = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly limits: Limits,
    private readonly now: () => number = Date.now,
    /** SourceAnswer of a job that ended without an answer. */
    private readonly failed: (job: Job) => void = () => undefined,
  ) {}

  get(id: string): Job | undefined {
    this.forget();
    const job = this.jobs.get(id);
    if (job !== undefined) this.look(job);
    return job;
  }

  /** Somebody asks about it: it goes on. */
  look(job: Job): void {
    if (job.ended === null) this.endUnlessAsked(job, this.limits.jobUnaskedAgain);
  }

  /** What nobody asks about any more keeps no processor from those who wait. */
  private endUnlessAsked(job: Job, within: number): void {
    clearTimeout(this.ends.get(job.id));
    this.ends.set(job.id, setTimeout(() => job.cancel({ kind: 'unasked' }), within).unref());
  }

  add(job: Omit<Job, 'id' | 'begun' | 'state'>): Job {
    this.forget();
    const added: Job = Object.assign(job, {
      id: randomUUID(),
      begun: this.now(),
      state(): JobState {
        if (job.answer !== null) return 'done';
        if (job.trouble !== null)
          return ['cancelled', 'unasked'].includes(job.trouble.kind) ? 'cancelled' : 'failed';
        return job.before() > 0 ? 'waiting' : 'running';
      },
    });
    this.jobs.set(added.id, added);
    this.endUnlessAsked(added, this.limits.jobUnasked);
    return added;
  }

  /** Seconds that it has taken, or took. */
  seconds({ begun, ended }: Job): number {
    return Math.round((ended ?? this.now()) - begun) / 1000;
  }

  end(job: Job, outcome: { readonly answer: Answer } | { readonly trouble: Trouble }): void {
    clearTimeout(this.ends.get(job.id));
    this.ends.delete(job.id);
    job.ended = this.now();
    Object.assign(job, outcome);
    if (job.trouble !== null) this.failed(job);
  }

  private forget(): void {
    const over = [...this.jobs.values()].filter(({ ended }) => ended !== null);
    const old = over.filter(({ ended }) => ended! + this.limits.jobKept < this.now());
    const many = over
      .sort((a, b) => a.ended! - b.ended!)
      .slice(0, Math.max(0, over.length - this.limits.jobsKept));
    for (const { id } of [...old, ...many]) this.jobs.delete(id);
  }
}
