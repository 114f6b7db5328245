import { Worker } from 'node:worker_threads';
import { InputError } from '../places/errors.ts';
import type { FileReport } from './read-json.ts';
import type { Sniffed } from './sniff.ts';

export type ToWorker =
  { kind: 'read'; path: string; sniffed: Sniffed; folder: string; segment: number } | { kind: 'taken' };
export type FromWorker =
  | { kind: 'segment'; folder: string; rows: number }
  | { kind: 'bytes'; bytes: number }
  | { kind: 'done'; report: FileReport }
  | {
      kind: 'failed';
      input: { what: string; line: number | null; todo: string } | null;
      code: string | null;
      stack: string;
    };

export interface ReadTask {
  readonly path: string;
  readonly sniffed: Sniffed;
  readonly folder: string;
  readonly segment: number;
  /** Told now and then how many bytes of the file were read since the last time. */
  onBytes(bytes: number): void;
  /** Takes a segment; the next ones wait in the reader meanwhile. */
  take(folder: string, rows: number): Promise<void>;
}

/** Threads that read files of JSON side by side, each one file at a time. */
export class ReaderPool {
  private readonly idle: Worker[] = [];
  private readonly all: Worker[] = [];
  private readonly queue: ((worker: Worker) => void)[] = [];

  constructor(threads: number) {
    for (let i = 0; i < threads; i++) {
      const worker = startWorker();
      this.all.push(worker);
      this.idle.push(worker);
    }
  }

  async read(task: ReadTask): Promise<FileReport> {
    const worker = await this.acquire();
    try {
      return await this.runOn(worker, task);
    } finally {
      this.release(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((worker) => worker.terminate()));
  }

  private acquire(): Promise<Worker> {
    const worker = this.idle.pop();
    return worker === undefined ? new Promise((grant) => this.queue.push(grant)) : Promise.resolve(worker);
  }

  private release(worker: Worker): void {
    const next = this.queue.shift();
    if (next === undefined) this.idle.push(worker);
    else next(worker);
  }

  private runOn(worker: Worker, task: ReadTask): Promise<FileReport> {
    return new Promise((resolve, reject) => {
      const { path, sniffed, folder, segment } = task;
      let taking = Promise.resolve();
      const stop = (): void => {
        worker.removeAllListeners('message');
        worker.removeAllListeners('error');
      };
      const fail = (error: unknown): void => {
        stop();
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      worker.on('error', fail);
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'bytes') task.onBytes(message.bytes);
        else if (message.kind === 'segment') {
          taking = taking.then(() => task.take(message.folder, message.rows));
          taking.then(() => worker.postMessage({ kind: 'taken' } satisfies ToWorker), fail);
        } else if (message.kind === 'done') {
          taking.then(() => {
            stop();
            resolve(message.report);
          }, fail);
        } else {
          const error =
            message.input === null
              ? Object.assign(new Error(`while reading ${path}: ${message.stack}`), { code: message.code })
              : new InputError(message.input.what, {
                  file: path,
                  todo: message.input.todo,
                  ...(message.input.line === null ? {} : { line: message.input.line }),
                });
          taking.then(() => fail(error), fail);
        }
      });
      worker.postMessage({ kind: 'read', path, sniffed, folder, segment } satisfies ToWorker);
    });
  }
}

/** From source (tests) the thread first registers the TypeScript loader, which it does not inherit. */
function startWorker(): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const url = new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url);
  const loader = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); })`;
  const worker = fromSource ? new Worker(loader, { eval: true }) : new Worker(url);
  worker.unref();
  return worker;
}
