import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { InputError } from '../base/index.ts';
import { readJson } from './read-json.ts';
import { EngineFallback } from './engine-fallback.ts';
import type { FromWorker, ToWorker } from './pool.ts';

/** One reading thread: reads the file it is told, a segment at a time, at the pace of whoever takes the segments. */
const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');
// What a line leaves behind is garbage at once: V8 would let several times what is in use pile up.
setFlagsFromString('--heap-growing-percent=15');
const send = (message: FromWorker): void => port.postMessage(message);

/** Segments that may wait to be taken before the reader pauses. */
const AHEAD = 2;
let waiting: (() => void)[] = [];
let outstanding = 0;

port.on('message', (message: ToWorker) => {
  if (message.kind === 'taken') {
    outstanding--;
    // Several may wait: one block, or a whole document, can close many segments at once.
    const resumed = waiting;
    waiting = [];
    for (const resume of resumed) resume();
    return;
  }
  const { path, format, beside, folder, segment } = message;
  const options = {
    path,
    folder,
    segment,
    onBytes: (bytes: number) => send({ kind: 'bytes', bytes }),
    onSegment: async (segmentFolder: string, rows: number) => {
      outstanding++;
      send({ kind: 'segment', folder: segmentFolder, rows });
      while (outstanding > AHEAD) await new Promise<void>((resume) => waiting.push(resume));
    },
  };
  // Most builds have no Parquet, and start sooner without what reads it.
  const read =
    format.layout === 'parquet'
      ? import('./read-parquet.ts').then(({ readParquet }) => readParquet(options))
      : readJson({ ...options, format, beside });
  read.then(
    (report) => send({ kind: 'done', report }),
    (error: unknown) => {
      if (error instanceof EngineFallback) {
        send({ kind: 'left', row: error.row, why: error.message });
        return;
      }
      const input = error instanceof InputError ? { detail: error.detail, line: error.line } : null;
      const { code = null, stack = String(error) } = error as NodeJS.ErrnoException;
      send({ kind: 'failed', input, code, stack });
    },
  );
});
