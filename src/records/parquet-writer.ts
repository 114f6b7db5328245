import { closeSync, openSync, writeSync } from 'node:fs';
import type { ColumnType, PlainColumn } from './plain-columns.ts';
import { Thrift } from './thrift.ts';

const MAGIC = Buffer.from('PAR1');
/** Numbers of the format (parquet.thrift): physical types, encodings, and what marks text. */
const PHYSICAL: Readonly<Record<ColumnType, number>> = { BOOLEAN: 0, INTEGER: 1, BIGINT: 2, VARCHAR: 6 };
const OPTIONAL = 1;
const UTF8 = 0;
const PLAIN = 0;
const RLE = 3;
const UNCOMPRESSED = 0;
const DATA_PAGE = 0;

interface Chunk {
  readonly offset: number;
  readonly bytes: number;
}

interface Group {
  readonly rows: number;
  readonly chunks: readonly Chunk[];
}

/**
 * One Parquet file in its plainest form, which costs next to nothing to write and to read: no compression, no
 * dictionary, one page a column and row group. For what the engine reads at once, never for what is kept.
 */
export class ParquetWriter {
  private readonly descriptor: number;
  private readonly groups: Group[] = [];
  private size = 0;
  private closed = false;

  constructor(
    path: string,
    private readonly columns: Readonly<Record<string, ColumnType>>,
  ) {
    this.descriptor = openSync(path, 'w');
    try {
      this.write(MAGIC);
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  /** Writes rows: of each column, in the order of the file's, the values and where they are; each before the next is asked for. */
  group(rows: number, columns: Iterable<PlainColumn>): void {
    const chunks = Array.from(columns, ({ values, present }) => {
      const levels = present === null ? allPresent(rows) : bitPacked(present, rows);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(levels.length);
      const content = length.length + levels.length + values.length;
      const header = pageHeader(rows, content);
      const offset = this.size;
      for (const piece of [header, length, levels, values]) this.write(piece);
      return { offset, bytes: header.length + content };
    });
    this.groups.push({ rows, chunks });
  }

  /** Writes what stands at the end of the file. */
  close(): void {
    try {
      const footer = this.footer();
      const length = Buffer.alloc(4);
      length.writeUInt32LE(footer.length);
      for (const piece of [footer, length, MAGIC]) this.write(piece);
    } finally {
      this.abandon();
    }
  }

  /** Closes it as it is, which is no Parquet. Closing twice would close whatever file has the number by then. */
  abandon(): void {
    if (this.closed) return;
    this.closed = true;
    closeSync(this.descriptor);
  }

  private footer(): Buffer {
    const names = Object.keys(this.columns);
    const types = Object.values(this.columns);
    return new Thrift()
      .integer(1, 1)
      .list(2, [null, ...names], (thrift, name, i) => {
        if (name === null) thrift.text(4, 'rows').integer(5, names.length);
        else {
          thrift
            .integer(1, PHYSICAL[types[i - 1]])
            .integer(3, OPTIONAL)
            .text(4, name);
          if (types[i - 1] === 'VARCHAR') thrift.integer(6, UTF8);
        }
      })
      .long(
        3,
        this.groups.reduce((sum, { rows }) => sum + rows, 0),
      )
      .list(4, this.groups, (thrift, { rows, chunks }) =>
        thrift
          .list(1, chunks, (of, { offset, bytes }, i) =>
            of
              .long(2, offset)
              .struct(3, (data) =>
                data
                  .integer(1, PHYSICAL[types[i]])
                  .integers(2, [PLAIN, RLE])
                  .texts(3, [names[i]])
                  .integer(4, UNCOMPRESSED)
                  .long(5, rows)
                  .long(6, bytes)
                  .long(7, bytes)
                  .long(9, offset),
              ),
          )
          .long(
            2,
            chunks.reduce((sum, { bytes }) => sum + bytes, 0),
          )
          .long(3, rows),
      )
      .end();
  }

  private write(bytes: Uint8Array): void {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(this.descriptor, bytes, written, bytes.length - written);
    }
    this.size += bytes.length;
  }
}

function pageHeader(rows: number, bytes: number): Buffer {
  return new Thrift()
    .integer(1, DATA_PAGE)
    .integer(2, bytes)
    .integer(3, bytes)
    .struct(5, (data) => data.integer(1, rows).integer(2, PLAIN).integer(3, RLE).integer(4, RLE))
    .end();
}

/** Levels of a column that has a value in every row: one run of ones. */
function allPresent(rows: number): Buffer {
  return Buffer.from([...varint(rows * 2), 1]);
}

/** Levels as they are, eight rows a byte, the first in the lowest bit. */
function bitPacked(present: Uint8Array, rows: number): Buffer {
  const bytes = (rows + 7) >> 3;
  return Buffer.concat([Buffer.from(varint(bytes * 2 + 1)), present.subarray(0, bytes)]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return [...bytes, rest];
}
