import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError, type Message } from '../base/index.ts';
import { GunzipSync, LeftOver } from './gunzip-sync.ts';
import { messages } from './messages.ts';

const TOLD_EVERY = 4 << 20;
const READ = 1 << 18;
/** What streams say where one ends before the one that it reads from. */
const ABORTED = 'ABORT_ERR';

export interface BlockSink {
  /**
   * The next piece of the file's content; the reader waits for it, so that the sink sets the pace. Its bytes are only valid
   * until then.
   */
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

/** How a file is read. */
export interface Reading {
  readonly gzip: boolean;
  /** Whether it is inflated beside what the sink does: sooner where a processor is free for it, more work in all. */
  readonly beside: boolean;
}

/**
 * Hands over the content of a file, gunzipped where it is gzip, in one pass that also hashes the file and lets zlib
 * check CRC and length of every member.
 * @throws InputError where the gzip is cut short, damaged, or followed by something else
 */
export async function readBlocks(
  path: string,
  { gzip, beside }: Reading,
  sink: BlockSink,
): Promise<BytesRead> {
  const hash = createHash('sha256');
  let bytes = 0;
  let told = 0;
  const count = (chunk: Buffer): void => {
    hash.update(chunk);
    bytes += chunk.length;
    if (bytes - told > TOLD_EVERY) tell();
  };
  const tell = (): void => {
    sink.bytes(bytes - told);
    told = bytes;
  };
  const gunzip = gzip && !beside ? GunzipSync.open() : null;
  try {
    if (gunzip !== null) await gunzipHere(path, gunzip, count, sink);
    else await inStreams(path, gzip, count, sink);
  } catch (error) {
    const problem = gzipFault(error);
    if (problem === null) throw error;
    throw new InputError(problem, { file: path, line: sink.line() });
  } finally {
    gunzip?.close();
  }
  tell();
  return { bytes, sha256: hash.digest('hex') };
}

async function gunzipHere(
  path: string,
  gunzip: GunzipSync,
  count: (chunk: Buffer) => void,
  sink: BlockSink,
): Promise<void> {
  const file = openSync(path, 'r');
  try {
    const room = Buffer.allocUnsafe(READ);
    for (let ended = false; !ended;) {
      const chunk = room.subarray(0, readSync(file, room));
      ended = chunk.length === 0;
      if (!ended) count(chunk);
      for (const block of gunzip.inflated(chunk)) await sink.block(block);
    }
  } finally {
    closeSync(file);
  }
}

async function inStreams(
  path: string,
  gzip: boolean,
  count: (chunk: Buffer) => void,
  sink: BlockSink,
): Promise<void> {
  let bytes = 0;
  const counted = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      count(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const consume = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) await sink.block(chunk);
  };
  const file = createReadStream(path, { highWaterMark: READ });
  if (!gzip) return pipeline(file, counted, consume);
  const gunzip = createGunzip({ chunkSize: 1 << 20 });
  await pipeline(file, counted, gunzip, consume);
  // Where the file was read to its end before zlib came to the zeros, the streams end as if nothing were wrong.
  if (gunzip.bytesWritten !== bytes) throw new LeftOver('bytes are left over');
}

/** What an error says about the gzip; null where it is about something else. */
function gzipFault(error: unknown): Message | null {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return messages.cutGzip();
  // zlib stops at zeros after the last member, and the stream then ends before the file does.
  if (error instanceof LeftOver || code === ABORTED) return messages.gzipWithZeros();
  return code?.startsWith('Z_') === true ? messages.damagedGzip({ fault: message }) : null;
}
