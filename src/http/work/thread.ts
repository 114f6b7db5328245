import { Worker } from 'node:worker_threads';
import { type Answer, type Question, type Trouble, TroubleError } from './question.ts';

export interface ThreadData {
  readonly folder: string;
  /** Most rows of an answer. */
  readonly rows: number;
}
/** Questions are numbered: what ends one must not end the next. */
export type ToThread =
  | { readonly kind: 'ask'; readonly number: number; readonly question: Question }
  | { readonly kind: 'cancel'; readonly number: number };
export type FromThread =
  /** Its code is loaded. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** How long arithmetic may go on after a query was ended, until its thread is ended with it. */
const ENDED_AFTER = 1_000;
/** Megabytes of JavaScript's own memory: a question that needs more ends its thread, not the server. */
const HEAP = 2_048;

/** A thread that answers one question after the other. */
export class Thread {
  private readonly worker: Worker;
  private settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;
  private overdue: NodeJS.Timeout | null = null;
  private asked = 0;
  /** Once it can be asked without waiting for its code; also where it never can. */
  readonly ready: Promise<void>;
  /** Whether it can be asked no more. */
  ended = false;

  constructor(data: ThreadData) {
    this.worker = startWorker(data);
    this.worker.unref();
    this.ready = new Promise((resolve) => {
      this.worker.once('message', resolve);
      this.worker.once('exit', resolve);
    });
    this.worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') return;
      const { settle } = this;
      this.rest();
      if (message.kind === 'answer') settle?.resolve(message.answer);
      else settle?.reject(new TroubleError(message.trouble));
    });
    this.worker.on('error', (error: unknown) => this.end((error as Error).stack ?? String(error)));
    this.worker.on('exit', () => this.end('the thread ended'));
  }

  /** @throws TroubleError */
  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.worker.ref();
      this.asked += 1;
      this.worker.postMessage({ kind: 'ask', number: this.asked, question } satisfies ToThread);
    });
  }

  /** Ends what runs: a query at once, arithmetic with its thread. The answer is refused by then. */
  cancel(): void {
    if (this.settle === null || this.overdue !== null) return;
    this.interrupt();
    this.overdue = setTimeout(() => void this.close(), ENDED_AFTER);
  }

  async close(): Promise<void> {
    this.ended = true;
    if (this.overdue === null) this.interrupt();
    const { settle } = this;
    this.rest();
    settle?.reject(new TroubleError({ kind: 'cancelled' }));
    await this.worker.terminate();
  }

  private interrupt(): void {
    this.worker.postMessage({ kind: 'cancel', number: this.asked } satisfies ToThread);
  }

  private rest(): void {
    if (this.overdue !== null) clearTimeout(this.overdue);
    this.overdue = null;
    this.settle = null;
    this.worker.unref();
  }

  private end(stack: string): void {
    this.ended = true;
    const { settle } = this;
    this.rest();
    settle?.reject(new TroubleError({ kind: 'unforeseen', stack }));
  }
}

/** From source (tests) the thread first registers the TypeScript loader, which it does not inherit. */
function startWorker(data: ThreadData): Worker {
  const options = { workerData: data, resourceLimits: { maxOldGenerationSizeMb: HEAP } };
  const fromSource = import.meta.url.endsWith('.ts');
  const url = new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url);
  const loader = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); })`;
  return fromSource ? new Worker(loader, { ...options, eval: true }) : new Worker(url, options);
}
