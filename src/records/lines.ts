import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '../places/errors.ts';
import { withoutBom } from './sniff.ts';

/** A line longer than this is passed over and counted; the longest real records are some tens of megabytes. */
export const LONGEST_LINE = 256 << 20;

const TOLD_EVERY = 4 << 20;

export interface LineSink {
  /** One line without its end, in `buffer[start, end)`; the bytes are only valid during the call. */
  line(buffer: Buffer, start: number, end: number, number: number): void;
  /** A line longer than `LONGEST_LINE`. */
  tooLong(number: number): void;
  /** Bytes that are no UTF-8, in a block of lines that is about to be handed over. */
  notUtf8(): void;
  /** Bytes of the file read since the last time, every few megabytes. */
  bytes(bytes: number): void;
  /** Called between blocks; whoever reads waits for it, so that the sink sets the pace. */
  ready(): Promise<void>;
}

export interface BytesRead {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Hands over the lines of a file, gunzipped where it is gzip, in one pass that also hashes the file and lets zlib
 * check CRC and length of every member.
 * @throws InputError where the gzip is cut short or damaged
 */
export async function readLines(path: string, gzip: boolean, sink: LineSink): Promise<BytesRead> {
  const hash = createHash('sha256');
  let bytes = 0;
  let told = 0;
  const splitter = new LineSplitter(sink);
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
    for await (const chunk of source) {
      splitter.push(chunk);
      await sink.ready();
    }
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
      line: splitter.lines + 1,
      todo: 'Get it again, or leave it out with --skip-damaged.',
    });
  }
  splitter.end();
  await sink.ready();
  return { bytes, sha256: hash.digest('hex') };
}

class LineSplitter {
  lines = 0;
  private carry: Buffer[] = [];
  private carried = 0;
  private skipping = false;
  private first = true;

  constructor(private readonly sink: LineSink) {}

  push(chunk: Buffer): void {
    let from = 0;
    if (this.first && chunk.length > 0) {
      this.first = false;
      from = chunk.length - withoutBom(chunk).length;
    }
    if (this.carried > 0 || this.skipping) {
      const end = chunk.indexOf(0x0a, from);
      if (end < 0) {
        this.keep(chunk.subarray(from));
        return;
      }
      this.keep(chunk.subarray(from, end));
      this.flush();
      from = end + 1;
    }
    const last = chunk.lastIndexOf(0x0a);
    if (last >= from && !isUtf8(chunk.subarray(from, last))) this.sink.notUtf8();
    while (from <= last) {
      const end = chunk.indexOf(0x0a, from);
      this.sink.line(chunk, from, end, ++this.lines);
      from = end + 1;
    }
    if (from < chunk.length) this.keep(chunk.subarray(from));
  }

  end(): void {
    if (this.carried > 0 || this.skipping) this.flush();
  }

  private keep(piece: Buffer): void {
    if (this.skipping) return;
    this.carry.push(piece);
    this.carried += piece.length;
    if (this.carried > LONGEST_LINE) {
      this.skipping = true;
      this.carry = [];
    }
  }

  private flush(): void {
    this.lines++;
    if (this.skipping) this.sink.tooLong(this.lines);
    else {
      const line = this.carry.length === 1 ? this.carry[0] : Buffer.concat(this.carry, this.carried);
      if (!isUtf8(line)) this.sink.notUtf8();
      this.sink.line(line, 0, line.length, this.lines);
    }
    this.carry = [];
    this.carried = 0;
    this.skipping = false;
  }
}

function isZlibError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
  );
}
