import type { Limits } from '../limits.ts';
import { troubleOf } from './answer.ts';
import type { Job, Jobs } from './jobs.ts';
import type { Kept } from './kept.ts';
import type { Asked } from './pool.ts';
import { type Answer, type Question, type Trouble, TroubleError } from './question.ts';

/** An answer that is kept, with what it is compressed once somebody takes it so. */
export interface KeptAnswer extends Answer {
  gzip?: Promise<Uint8Array>;
}

interface Flight {
  readonly asked: Asked;
  readonly settled: Promise<{ readonly answer: KeptAnswer } | { readonly trouble: Trouble }>;
  /** Requests that wait for it. */
  waiting: number;
  job: Job | null;
  /** What ended it, where it was not itself. */
  reason: Trouble | null;
}

/**
 * Answers of one observatory: each kept in memory, asked once however many wait for it, and a job where it takes long.
 */
export class Answers {
  private readonly limits: Limits;
  private readonly jobs: Jobs;
  private readonly kept: Kept<KeptAnswer>;
  private readonly flights = new Map<string, Flight>();

  constructor(
    /** What answers of other observatories are kept in, too: keys tell them apart. */
    { limits, jobs, kept }: { limits: Limits; jobs: Jobs; kept: Kept<KeptAnswer> },
    private readonly ask: (question: Question, client: string) => Asked,
    /** Whether the tables are still those that are asked; else an answer is not kept. */
    private readonly unchanged: () => boolean,
  ) {
    this.limits = limits;
    this.jobs = jobs;
    this.kept = kept;
  }

  has(key: string): boolean {
    return this.kept.get(key) !== undefined;
  }

  /**
   * The answer, or the job that it has become.
   * @param client for whom, so that each has a turn
   * @param signal of a request: where all that wait for a question are gone, it is ended
   * @throws TroubleError
   */
  async get(
    key: string,
    question: Question,
    { asked, client, signal }: { asked: string; client: string; signal: AbortSignal },
  ): Promise<KeptAnswer | Job> {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const flight = this.flights.get(key) ?? this.begin(key, question, client);
    if (flight.job !== null) {
      this.jobs.look(flight.job);
      return flight.job;
    }
    flight.waiting += 1;
    const first = await Promise.race([flight.settled, gone(signal), this.late(flight)]);
    flight.waiting -= 1;
    if (first === 'gone') {
      if (flight.waiting === 0 && (flight.job as Job | null) === null)
        this.end(flight, { kind: 'cancelled' });
      throw new TroubleError({ kind: 'cancelled' });
    }
    if (first === 'late') return this.jobOf(flight, asked);
    if ('trouble' in first) throw new TroubleError(first.trouble);
    return first.answer;
  }

  /** Ends all that runs. */
  close(): void {
    for (const flight of this.flights.values()) this.end(flight, { kind: 'cancelled' });
  }

  /** When nothing of it runs any more. */
  async settled(): Promise<void> {
    await Promise.all([...this.flights.values()].map(({ settled }) => settled));
  }

  /** Long at work, or long in the queue: a request waits for its turn rather than to be sent away. */
  private late({ asked }: Flight): Promise<'late'> {
    const { jobAfter, jobAfterWaiting } = this.limits;
    return Promise.race([asked.running.then(() => after(jobAfter)), after(jobAfterWaiting)]);
  }

  private begin(key: string, question: Question, client: string): Flight {
    const asked = this.ask(question, client);
    const late = setTimeout(() => {
      this.end(flight, { kind: 'slow', seconds: Math.round(this.limits.timeout / 1000) });
    }, this.limits.timeout);
    const settled = asked.answer
      .then(
        (answer: KeptAnswer) => {
          if (this.unchanged()) this.kept.set(key, answer, answer.body.byteLength);
          return { answer };
        },
        (error: unknown) => ({ trouble: flight.reason ?? troubleOf(error) }),
      )
      .finally(() => {
        clearTimeout(late);
        this.flights.delete(key);
      });
    const flight: Flight = { asked, settled, waiting: 0, job: null, reason: null };
    this.flights.set(key, flight);
    return flight;
  }

  private end(flight: Flight, reason: Trouble): void {
    flight.reason = reason;
    flight.asked.cancel();
  }

  private jobOf(flight: Flight, asked: string): Job {
    if (flight.job !== null) return flight.job;
    flight.asked.aside();
    const job = this.jobs.add({
      asked,
      before: () => flight.asked.before(),
      step: () => flight.asked.step(),
      again: () => flight.asked.again(),
      ended: null,
      answer: null,
      trouble: null,
      cancel: (reason = { kind: 'cancelled' }) => this.end(flight, reason),
    });
    flight.job = job;
    void flight.settled.then((outcome) => this.jobs.end(job, outcome));
    return job;
  }
}

function after(milliseconds: number): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, 'late').unref();
  });
}

function gone(signal: AbortSignal): Promise<'gone'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('gone');
    else signal.addEventListener('abort', () => resolve('gone'), { once: true });
  });
}
