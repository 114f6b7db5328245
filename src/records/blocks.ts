import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '../places/errors.ts';

const TOLD_EVERY = 4 << 20;

export interface BlockSink {
  /** The next piece of the file's content; the reader waits for it, so that the sink sets the pace. */
  block(bytes: Buffer): Promise<void>;
  /** Bytes of the file read since the last time, every few megabytes. */
  bytes(bytes: number): void;
  /** The line that was being read, for an error to name. */
  line(): number;
}

/** What a file was: its size and hash as it lies on the disk. */
export interface BytesRead {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Hands over the content of a file, gunzipped where it is gzip, in one pass that also hashes the file and lets zlib
 * check CRC and length of every member.
 * @throws InputError where the gzip is cut short or damaged
 */
export async function readBlocks(path: string, gzip: boolean, sink: BlockSink): Promise<BytesRead> {
  const hash = createHash('sha256');
  let bytes = 0;
  let told = 0;
  const count = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes - told > TOLD_EVERY) {
        sink.bytes(bytes - told);
        told = bytes;
      }
      yield chunk;
    }
    sink.bytes(bytes - told);
  };
  const consume = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) await sink.block(chunk);
  };
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  try {
    if (gzip) await pipeline(file, count, createGunzip({ chunkSize: 1 << 20 }), consume);
    else await pipeline(file, count, consume);
  } catch (error) {
    if (!isZlibError(error)) throw error;
    const cut = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
    throw new InputError(cut ? 'is a gzip file cut short.' : `is a damaged gzip file (${error.message}).`, {
      file: path,
      line: sink.line(),
      todo: 'Get it again, or leave it out with --skip-damaged.',
    });
  }
  return { bytes, sha256: hash.digest('hex') };
}

function isZlibError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
  );
}
