import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type FileMetaData, parquetMetadata } from 'hyparquet';
import { Dictionaries } from './dictionary.ts';
import { places } from './parquet-columns/schema.ts';
import { expectSupported } from './unsupported-parquet.ts';
import {
  giveBackColumnScanner,
  type ParquetColumnScanner,
  takeColumnScanner,
} from './parquet-columns/scanner.ts';
import { EngineFallback } from './engine-fallback.ts';
import { COLUMNS } from './spec.ts';
import type { FileReport } from './read-json.ts';
import { SegmentWriter } from './segment.ts';

export interface ParquetOptions {
  readonly path: string;
  /** Where segments are written, each in a folder of its own. */
  readonly folder: string;
  /** Rows per segment. */
  readonly segment: number;
  /** Bytes of texts that are remembered from one group of rows, and one file, to the next; for tests. */
  readonly mostRemembered?: number;
  /** Told now and then how many bytes of the file were read since the last time. */
  onBytes(bytes: number): void;
  /** Called when a segment stands; the reader waits for it before the next rows. */
  onSegment(folder: string, rows: number): Promise<void>;
}

const MAGIC = 'PAR1';
const TAIL = 8;
const LARGEST_FOOTER = 256 << 20;
const PIECE = 1 << 18;
/** Bytes of texts that recur: what objects of them mean takes some six times as much. */
const MOST_REMEMBERED = 8 << 20;

/**
 * Reads works in Parquet into segments, the leaves that are used and no others: the same relations, row by row, that
 * `loadParquet` makes of them in the engine, which reads whatever this is not sure of.
 * @throws EngineFallback
 */
export async function readParquet(options: ParquetOptions): Promise<FileReport> {
  const file = openSync(options.path, 'r');
  const reading = new ParquetReading(file, options);
  try {
    return await reading.report();
  } catch (error) {
    // An error of the machine, such as a full disk, is none of the file's form.
    if (error instanceof TakingFailed) throw error.cause;
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    throw new EngineFallback(reading.handedOver, error);
  } finally {
    reading.end();
    closeSync(file);
  }
}

class TakingFailed extends Error {}

class ParquetReading {
  /** Rows in the segments that were handed over. */
  handedOver = 0;
  private readonly size: number;
  private readonly leaves = takeColumnScanner();
  private writer: SegmentWriter | null = null;
  private dictionaries = new Dictionaries();
  private segments = 0;
  private records = 0;
  private told = 0;
  private ended = false;

  constructor(
    private readonly file: number,
    private readonly options: ParquetOptions,
  ) {
    this.size = fstatSync(file).size;
  }

  async report(): Promise<FileReport> {
    const metadata = this.metadata();
    const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    const wanted = places(metadata, COLUMNS);
    const { leaves } = this;
    const most = this.options.mostRemembered ?? MOST_REMEMBERED;
    leaves.open(this.file, wanted);
    let row = 0;
    for (const group of metadata.row_groups) {
      // Names without ids may be nearly all different: then what was remembered of them is no use.
      if (leaves.remembered > most) {
        leaves.flush();
        leaves.forget();
        leaves.open(this.file, wanted);
        if (this.writer !== null) this.begin(leaves, this.writer);
      }
      leaves.openGroup(group);
      for (let left = Number(group.num_rows); left > 0;) {
        if (this.writer === null) this.begin(leaves, this.open());
        const count = Math.min(left, this.handedOver + this.options.segment - row);
        this.records += leaves.read(row + 1, count);
        row += count;
        left -= count;
        if (row - this.handedOver < this.options.segment) continue;
        leaves.flush();
        await this.handOver(row, rows);
      }
      leaves.closeGroup();
    }
    leaves.flush();
    if (row > this.handedOver) await this.handOver(row, rows);
    this.ended = true;
    const sha256 = this.hash();
    this.options.onBytes(this.size - this.told);
    const { size: bytes, records } = this;
    const bad: Record<string, number> = rows > records ? { 'no OpenAlex work id': rows - records } : {};
    return { bytes, sha256, records, bad, examples: [], parsed: 0, replacedBytes: false };
  }

  /** Closes the files of a segment that was not finished, if there is one. */
  end(): void {
    this.writer?.abandon();
    this.writer = null;
    // One that was stopped half-way may know half of something.
    if (this.ended) giveBackColumnScanner(this.leaves);
  }

  private open(): SegmentWriter {
    this.dictionaries = new Dictionaries();
    this.writer = new SegmentWriter(join(this.options.folder, String(this.segments++)));
    return this.writer;
  }

  private begin(leaves: ParquetColumnScanner, writer: SegmentWriter): void {
    leaves.begin(this.dictionaries, (area, bytes) => writer.append(area, bytes));
  }

  private async handOver(row: number, rows: number): Promise<void> {
    const { options, writer } = this;
    const count = row - this.handedOver;
    writer?.finish(this.dictionaries);
    this.writer = null;
    this.handedOver = row;
    const bytes = Math.floor((this.size * row) / rows);
    options.onBytes(bytes - this.told);
    this.told = bytes;
    try {
      await options.onSegment(join(options.folder, String(this.segments - 1)), count);
    } catch (error) {
      throw new TakingFailed('the segment was not taken', { cause: error });
    }
  }

  private metadata(): FileMetaData {
    const tail = this.read(this.size - TAIL, TAIL);
    expectSupported(tail.toString('latin1', 4) === MAGIC, 'no Parquet');
    const length = tail.readUInt32LE(0) + TAIL;
    expectSupported(length <= Math.min(LARGEST_FOOTER, this.size), 'a footer that large');
    const footer = this.read(this.size - length, length);
    const bytes = footer.buffer.slice(footer.byteOffset, footer.byteOffset + length) as ArrayBuffer;
    return parquetMetadata(bytes);
  }

  private read(from: number, size: number): Buffer {
    expectSupported(from >= 0, 'a file that short');
    const bytes = Buffer.alloc(size);
    expectSupported(readSync(this.file, bytes, 0, size, from) === size, 'a file that ends too early');
    return bytes;
  }

  private hash(): string {
    const hash = createHash('sha256');
    const piece = Buffer.alloc(PIECE);
    for (let from = 0; from < this.size;) {
      const read = readSync(this.file, piece, 0, PIECE, from);
      expectSupported(read > 0, 'a file that ends too early');
      hash.update(piece.subarray(0, read));
      from += read;
    }
    return hash.digest('hex');
  }
}
