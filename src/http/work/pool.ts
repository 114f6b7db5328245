import type { TrinoAccess } from '../../engine/trino.ts';
import type { Limits } from '../limits.ts';
import { type Answer, type Question, type StepTold, TroubleError } from './question.ts';
import { Reader, type ReaderData } from './reader.ts';

/** A question on its way. */
export interface Asked {
  readonly answer: Promise<Answer>;
  /** Ends it, whether it waits or runs; the answer is refused at once. */
  cancel(): void;
  /** Questions before it; 0 where it runs. */
  before(): number;
  /** How far it is; null where it waits or does not tell. */
  step(): StepTold | null;
  /** Lets another question run beside it, where as many long ones may. */
  aside(): void;
}

interface Task {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  reader: Reader | null;
  /** Whether nobody waits for it any more: it is a job. */
  late: boolean;
  /** Whether another runs beside it. */
  aside: boolean;
}

/** Readers over one observatory; so many questions run at once, the others wait in order. */
export class Pool {
  private readonly idle: Reader[] = [];
  private readonly running = new Set<Task>();
  private readonly queue: Task[] = [];
  private closed = false;

  constructor(
    private readonly of: Pick<ReaderData, 'folder' | 'hash'>,
    private readonly limits: Limits,
    private readonly cluster?: TrinoAccess,
  ) {}

  /** Starts its readers, and waits until they can be asked. */
  async warm(): Promise<void> {
    while (this.idle.length < this.limits.workers) this.idle.push(this.reader());
    await Promise.all(this.idle.map(({ ready }) => ready));
  }

  /** @throws TroubleError where too many wait already */
  ask(question: Question): Asked {
    if (this.closed) throw new TroubleError({ kind: 'gone' });
    if (this.queue.length >= this.limits.waiting) throw new TroubleError({ kind: 'busy' });
    let task!: Task;
    const answer = new Promise<Answer>((resolve, reject) => {
      task = { question, resolve, reject, reader: null, late: false, aside: false };
    });
    this.queue.push(task);
    this.next();
    return {
      answer,
      cancel: () => this.cancel(task),
      before: () => this.queue.indexOf(task) + 1,
      step: () => task.reader?.step ?? null,
      aside: () => {
        task.late = true;
        this.aside(task);
      },
    };
  }

  /** Ends everything. */
  async close(): Promise<void> {
    this.closed = true;
    const readers = [...this.idle, ...[...this.running].map(({ reader }) => reader!)];
    for (const task of [...this.queue, ...this.running]) this.cancel(task);
    await Promise.all(readers.map((reader) => reader.close()));
  }

  private reader(): Reader {
    return new Reader({ ...this.of, rows: this.limits.rows }, this.cluster);
  }

  /** One that ended while it had nothing to do is passed over. */
  private free(): Reader {
    for (let reader = this.idle.pop(); reader !== undefined; reader = this.idle.pop())
      if (!reader.ended) return reader;
    return this.reader();
  }

  /** One that waits takes nobody's place: it is let aside once it has run as long as one that is waited for. */
  private aside(task: Task): void {
    if (
      !this.running.has(task) ||
      [...this.running].filter((other) => other.aside).length >= this.limits.jobs
    )
      return;
    task.aside = true;
    this.next();
  }

  private next(): void {
    const inTurn = [...this.running].filter(({ aside }) => !aside).length;
    if (inTurn >= this.limits.workers) return;
    const task = this.queue.shift();
    if (task !== undefined) void this.run(task);
  }

  private async run(task: Task): Promise<void> {
    const reader = this.free();
    task.reader = reader;
    this.running.add(task);
    const long = setTimeout(() => {
      if (task.late) this.aside(task);
    }, this.limits.jobAfter);
    try {
      task.resolve(await reader.ask(task.question));
    } catch (error) {
      task.reject(error as Error);
    } finally {
      clearTimeout(long);
      this.running.delete(task);
      this.rest(reader);
      this.next();
    }
  }

  /** Keeps as many as may work at once, jobs included: to start one anew takes longer than most questions. */
  private rest(reader: Reader): void {
    if (reader.ended || this.closed) return;
    if (this.idle.length + this.running.size < this.limits.workers + this.limits.jobs) this.idle.push(reader);
    else void reader.close();
  }

  private cancel(task: Task): void {
    const waiting = this.queue.indexOf(task);
    if (waiting >= 0) this.queue.splice(waiting, 1);
    task.reader?.cancel();
    task.reject(new TroubleError({ kind: 'cancelled' }));
  }
}
