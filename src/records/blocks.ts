import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '../places/errors.ts';

const TOLD_EVERY = 4 << 20;
/** What streams say where one ends before the one that it reads from. */
const LEFT_OVER = { code: 'ABORT_ERR' };

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
 * @throws InputError where the gzip is cut short, damaged, or followed by something else
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
    if (gzip) {
      const gunzip = createGunzip({ chunkSize: 1 << 20 });
      await pipeline(file, count, gunzip, consume);
      // Where the file was read to its end before zlib came to the zeros, the streams end as if nothing were wrong.
      if (gunzip.bytesWritten !== bytes) throw Object.assign(new Error('bytes are left over'), LEFT_OVER);
    } else await pipeline(file, count, consume);
  } catch (error) {
    const what = gzipFault(error);
    if (what === null) throw error;
    throw new InputError(what, {
      file: path,
      line: sink.line(),
      todo: 'Get it again, or leave it out with --skip-damaged.',
    });
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** What an error says about the gzip; null where it is about something else. */
function gzipFault(error: unknown): string | null {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return 'is a gzip file cut short.';
  // zlib stops at zeros after the last member, and the stream then ends before the file does.
  if (code === LEFT_OVER.code) return 'is a gzip file with zeros after its end.';
  return code?.startsWith('Z_') === true ? `is a damaged gzip file (${message}).` : null;
}
