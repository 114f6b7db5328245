import type { RemoteAccess } from '../../observatory/index.ts';
import type { Limits } from '../limits.ts';
import { sourceById } from '../sources.ts';
import { FairQueue } from './fair-queue.ts';
import { type Answer, type Question, type StepTold, TroubleError } from './question.ts';
import { Reader, type ReaderData } from './reader.ts';

/** A question on its way. */
export interface Asked {
  readonly answer: Promise<Answer>;
  /** Once it runs. */
  readonly running: Promise<void>;
  /** Ends it, whether it waits or runs; the answer is refused at once. */
  cancel(): void;
  /** Questions before it; 0 where it runs. */
  before(): number;
  /** How far it is; null where it waits or does not tell. */
  step(): StepTold | null;
  /** Lets another question run beside it, where as many long ones may. */
  aside(): void;
  /** Seconds until it may be worth looking again. */
  again(): number;
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
  /** Whether it takes no time, and does not wait for those that do. */
  readonly quick: boolean;
  readonly started: () => void;
}

/** Of the seconds that questions took, how much the last one counts. */
const LAST = 0.2;
const AGAIN = { least: 1, most: 60 };

/** Readers over one observatory; so many questions run at once, the others wait in turn: see `FairQueue`. */
export class Pool {
  private readonly idle: Reader[] = [];
  private readonly running = new Set<Task>();
  private readonly queue = new FairQueue<Task>();
  /** Questions that take no time: a process of their own answers them, one after the other. */
  private readonly quick = new FairQueue<Task>();
  private quickReader: Reader | null = null;
  /** Seconds that a question takes, lately. */
  private each = 1;
  private closed = false;

  constructor(
    private readonly of: Pick<ReaderData, 'folder' | 'hash' | 'locatedBy'>,
    private readonly limits: Limits,
    private readonly cluster?: RemoteAccess,
  ) {}

  /** Starts its readers, and waits until they can be asked. */
  async warm(): Promise<void> {
    while (this.idle.length < this.limits.workers) this.idle.push(this.reader());
    await Promise.all(this.idle.map(({ ready }) => ready));
  }

  /**
   * @param client for whom: each has a turn
   * @throws TroubleError where too many wait already, of this client too
   */
  ask(question: Question, client: string): Asked {
    if (this.closed) throw new TroubleError({ kind: 'gone' });
    const quick = sourceById(question.source).quick === true;
    const queue = quick ? this.quick : this.queue;
    if (queue.length >= this.limits.waiting) {
      const busy = new TroubleError({ kind: 'busy', seconds: this.secondsFor(queue.length) });
      const displaced = queue.displace(client);
      if (displaced === undefined) throw busy;
      displaced.reject(busy);
    }
    let task!: Task;
    let started!: () => void;
    const running = new Promise<void>((resolve) => (started = resolve));
    const answer = new Promise<Answer>((resolve, reject) => {
      task = { question, resolve, reject, reader: null, late: false, aside: false, quick, started };
    });
    queue.push(client, task);
    this.next();
    const before = (): number => {
      const others = queue.before(task);
      return others === null ? 0 : others + 1;
    };
    return {
      answer,
      running,
      cancel: () => this.cancel(task),
      before,
      again: () => (before() === 0 ? AGAIN.least : this.secondsFor(before())),
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
    const readers = new Set([...this.idle, ...[...this.running].map(({ reader }) => reader!)]);
    if (this.quickReader !== null) readers.add(this.quickReader);
    for (const task of [...this.queue, ...this.quick, ...this.running]) this.cancel(task);
    await Promise.all([...readers].map((reader) => reader.close()));
  }

  private reader(): Reader {
    return new Reader({ ...this.of, rows: this.limits.rows, keeps: true }, this.cluster);
  }

  /** Started when one is asked first, and kept: it knows all names by then. */
  private quickly(): Reader {
    if (this.quickReader === null || this.quickReader.ended)
      this.quickReader = new Reader({ ...this.of, rows: this.limits.rows, keeps: false }, this.cluster);
    return this.quickReader;
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
    const running = [...this.running];
    const inTurn = running.filter(({ aside, quick }) => !aside && !quick).length;
    const task = inTurn < this.limits.workers ? this.queue.shift() : undefined;
    if (task !== undefined) void this.run(task);
    const quick = running.some((other) => other.quick) ? undefined : this.quick.shift();
    if (quick !== undefined) void this.run(quick);
  }

  /** How long it takes until so many are answered; whole seconds. */
  private secondsFor(questions: number): number {
    const seconds = Math.ceil((questions * this.each) / this.limits.workers);
    return Math.min(AGAIN.most, Math.max(AGAIN.least, seconds));
  }

  private async run(task: Task): Promise<void> {
    const reader = task.quick ? this.quickly() : this.free();
    task.reader = reader;
    this.running.add(task);
    task.started();
    const begun = performance.now();
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
      if (!task.quick) this.each += LAST * ((performance.now() - begun) / 1000 - this.each);
      if (!task.quick) this.rest(reader);
      this.next();
    }
  }

  /** Keeps as many as may work at once, jobs included: to start one anew takes longer than most questions. */
  private rest(reader: Reader): void {
    if (reader.ended || this.closed) return;
    const busy = [...this.running].filter(({ quick }) => !quick).length;
    if (this.idle.length + busy < this.limits.workers + this.limits.jobs) this.idle.push(reader);
    else void reader.close();
  }

  private cancel(task: Task): void {
    (task.quick ? this.quick : this.queue).remove(task);
    task.reader?.cancel();
    task.reject(new TroubleError({ kind: 'cancelled' }));
  }
}
