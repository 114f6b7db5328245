import { Worker } from 'node:worker_threads';
import { InputError, type Message } from '../base/index.ts';
import { ownProgram } from '../base/own-program.ts';
// Messages of a thread are rendered here: this one must know them, too.
import './messages.ts';
import type { FileReport } from './read-json.ts';
import { EngineFallback } from './engine-fallback.ts';
import type { Format } from './detect-format.ts';

const CLOSED = 'the readers are closed';
/** What a reader leaves behind at once is little: Node's own measure of it takes some 25 MB of memory more, and is no faster. */
const YOUNG_MB = 6;

export type ToWorker =
  | { kind: 'read'; path: string; format: Format; beside: boolean; folder: string; segment: number }
  | { kind: 'taken' };
export type FromWorker =
  | { kind: 'segment'; folder: string; rows: number }
  | { kind: 'bytes'; bytes: number }
  | { kind: 'done'; report: FileReport }
  | { kind: 'left'; row: number; why: string }
  | {
      kind: 'failed';
      input: { detail: Message; line: number | null } | null;
      code: string | null;
      stack: string;
    };

export interface ReadTask {
  readonly path: string;
  readonly format: Format;
  readonly folder: string;
  readonly segment: number;
  /** Told now and then how many bytes of the file were read since the last time. */
  onBytes(bytes: number): void;
  /** Takes a segment; the next ones wait in the reader meanwhile. */
  take(folder: string, rows: number): Promise<void>;
}

/** Threads that read files side by side, each one file at a time. */
export class ReaderPool {
  private readonly idle: Worker[] = [];
  /** Each thread, and why it ended where it has. */
  private readonly threads = new Map<Worker, Error | null>();
  private readonly queue: { grant: (worker: Worker) => void; refuse: (error: Error) => void }[] = [];
  private readonly reads = new Set<Promise<unknown>>();
  private closed = false;

  constructor(
    threads: number,
    private readonly start: () => Worker = startWorker,
  ) {
    for (let i = 0; i < threads; i++) this.idle.push(this.started());
  }

  /**
   * Reads one file as soon as a thread is free. The thread is free for another once it has read the file to its end;
   * this ends when all segments are taken too. Once it has ended, also with an error, nothing writes into the file's
   * folder any more.
   * @throws EngineFallback where the rest of a file of Parquet is for the engine; InputError where the file cannot be used; what `task.take` throws; an error that names the file where the
   * thread ended
   */
  async read(task: ReadTask): Promise<FileReport> {
    const worker = await this.acquire();
    // Once all files that are asked for together have been.
    await new Promise((resolve) => setImmediate(resolve));
    let held = true;
    const free = (): void => {
      if (!held) return;
      held = false;
      worker.removeAllListeners('message');
      this.release(this.threads.get(worker) === null || this.closed ? worker : this.replaced(worker));
    };
    const reading = this.runOn(worker, task, free).finally(free);
    this.reads.add(reading);
    try {
      return await reading;
    } finally {
      this.reads.delete(reading);
    }
  }

  /** Ends all threads, in the middle of a file too, and waits until nothing of them is at work any more. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { refuse } of this.queue.splice(0)) refuse(new Error(CLOSED));
    await Promise.all([...this.threads.keys()].map((worker) => worker.terminate()));
    await Promise.allSettled(this.reads);
  }

  private started(): Worker {
    const worker = this.start();
    worker.unref();
    this.threads.set(worker, null);
    worker.on('error', (error: unknown) =>
      this.ended(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', () => this.ended(worker, new Error(this.closed ? CLOSED : 'the reading thread ended')));
    return worker;
  }

  private ended(worker: Worker, error: Error): void {
    if (this.threads.get(worker) === null) this.threads.set(worker, error);
  }

  private discard(worker: Worker, error: unknown): void {
    if (this.threads.get(worker) !== null) return;
    this.ended(worker, error instanceof Error ? error : new Error(String(error)));
    void worker.terminate();
  }

  private replaced(worker: Worker): Worker {
    this.threads.delete(worker);
    return this.started();
  }

  private acquire(): Promise<Worker> {
    if (this.closed) return Promise.reject(new Error(CLOSED));
    const worker = this.idle.pop();
    if (worker !== undefined) return Promise.resolve(worker);
    return new Promise((grant, refuse) => this.queue.push({ grant, refuse }));
  }

  private release(worker: Worker): void {
    const next = this.queue.shift();
    if (next === undefined) this.idle.push(worker);
    else next.grant(worker);
  }

  private runOn(worker: Worker, task: ReadTask, free: () => void): Promise<FileReport> {
    const { path, format, folder, segment } = task;
    return new Promise((resolve, reject) => {
      let taking = Promise.resolve();
      let ended = false;
      /** Once what is being taken is taken. */
      const finish = (end: () => void): void => void taking.then(end, reject);
      const gone = (): void =>
        finish(() => {
          const { message, code } = this.threads.get(worker) as NodeJS.ErrnoException;
          reject(Object.assign(new Error(`while reading ${path}: ${message}`), { code, path }));
        });
      const end = (then: () => void): void => {
        ended = true;
        worker.off('exit', gone);
        free();
        finish(then);
      };
      if (this.threads.get(worker) !== null) {
        gone();
        return;
      }
      worker.once('exit', gone);
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'bytes') task.onBytes(message.bytes);
        else if (message.kind === 'done') end(() => resolve(message.report));
        else if (message.kind === 'left') end(() => reject(new EngineFallback(message.row, message.why)));
        else if (message.kind === 'failed') end(() => reject(failure(path, message)));
        else {
          taking = taking.then(() => task.take(message.folder, message.rows));
          taking.then(
            () => worker.postMessage({ kind: 'taken' } satisfies ToWorker),
            (error: unknown) => {
              // What the thread says next may still be of this file, so that it is used no more; if it reads another
              // by now, that one goes on.
              if (ended) worker.postMessage({ kind: 'taken' } satisfies ToWorker);
              else this.discard(worker, error);
            },
          );
        }
      });
      // A thread without a file leaves its processor to this one.
      const beside = this.idle.length > 0 && this.queue.length === 0;
      worker.postMessage({ kind: 'read', path, format, beside, folder, segment } satisfies ToWorker);
    });
  }
}

type Failure = Extract<FromWorker, { kind: 'failed' }>;

function failure(path: string, { input, code, stack }: Failure): Error {
  if (input === null) return Object.assign(new Error(`while reading ${path}: ${stack}`), { code, path });
  const { detail, line } = input;
  return new InputError(detail, { file: path, ...(line === null ? {} : { line }) });
}

/** From source (tests) the thread first registers the TypeScript loader, which it does not inherit. */
export function startWorker(): Worker {
  const { url, fromSource } = ownProgram('worker');
  const loader = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); })`;
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
  return fromSource
    ? new Worker(loader, { eval: true, resourceLimits })
    : new Worker(url, { resourceLimits });
}
