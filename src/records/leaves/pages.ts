import { readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ColumnMetaData, Compressors, PageHeader } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetHeader } from 'hyparquet/src/column.js';
import { readHybrid } from './hybrid.ts';
import { sure, Unsure } from '../unsure.ts';

/** A header with its statistics is far smaller. */
const HEADER = 1 << 16;
/** A page of more bytes or entries is left to the engine; a damaged one may claim any number. */
const MOST_PAGE = 1 << 29;
const MOST_LEVELS = 1 << 26;

/** How deep a leaf lies: the greatest levels that can stand in its pages. */
export interface Depth {
  readonly definition: number;
  readonly repetition: number;
}

/** Values as they stand in a page: `count` of them from `from` on. */
export interface Values {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly count: number;
}

/** A page of data: the levels of each entry (none where all are 0), and the values of those that are there. */
export interface Page extends Values {
  readonly levels: number;
  readonly repetition: Int32Array | null;
  readonly definition: Int32Array | null;
  /** Whether values are places in the dictionary. */
  readonly coded: boolean;
  /** Whether booleans are runs with their length before them. */
  readonly runs: boolean;
}

/** Levels of the entries of a page, and how many of them are the greatest that there can be. */
interface Levels {
  readonly levels: Int32Array;
  readonly greatest: number;
}

/** Node's own is the faster one. */
const CODECS: Compressors = { ...compressors, GZIP: (bytes) => gunzipSync(bytes) };

/** The pages of one column in one group of rows, one after the other. */
export class Pages {
  /** The values that codes are places in, once a page has them. */
  dictionary: Values | null = null;
  private at: number;
  private readonly end: number;
  private left: number;
  private readonly decompress: Compressors[ColumnMetaData['codec']] | null;

  constructor(
    private readonly file: number,
    chunk: ColumnMetaData,
    private readonly depth: Depth,
  ) {
    const data = Number(chunk.data_page_offset);
    const dictionary = Number(chunk.dictionary_page_offset ?? 0);
    this.at = dictionary > 0 && dictionary < data ? dictionary : data;
    this.end = this.at + Number(chunk.total_compressed_size);
    this.left = Number(chunk.num_values);
    const decompress = CODECS[chunk.codec];
    sure(decompress !== undefined || chunk.codec === 'UNCOMPRESSED', `pages compressed by ${chunk.codec}`);
    this.decompress = decompress ?? null;
  }

  /** The next page of data, or null after the last. */
  next(): Page | null {
    while (this.left > 0) {
      const [header, bytes] = this.page();
      if (header.type === 'DICTIONARY_PAGE') this.readDictionary(header, bytes);
      else if (header.type === 'DATA_PAGE') return this.counted(this.first(header, bytes));
      else if (header.type === 'DATA_PAGE_V2') return this.counted(this.second(header, bytes));
      else throw new Unsure(`a page of type ${header.type}`);
    }
    return null;
  }

  private counted(page: Page): Page {
    this.left -= page.levels;
    sure(page.levels > 0 && this.left >= 0, 'more entries than were told');
    return page;
  }

  private page(): [PageHeader, Uint8Array] {
    sure(this.at < this.end, 'a column that ends too early');
    const window = this.read(this.at, Math.min(HEADER, this.end - this.at));
    const reader = { view: new DataView(window.buffer, window.byteOffset, window.length), offset: 0 };
    const header = parquetHeader(reader);
    const size = header.compressed_page_size;
    const from = this.at + reader.offset;
    sure(
      size >= 0 && from + size <= this.end && header.uncompressed_page_size <= MOST_PAGE,
      'a page that large',
    );
    this.at = from + size;
    const inside = reader.offset + size <= window.length;
    return [header, inside ? window.subarray(reader.offset, reader.offset + size) : this.read(from, size)];
  }

  private read(from: number, size: number): Uint8Array {
    const bytes = new Uint8Array(size);
    for (let read = 0; read < size;) {
      const more = readSync(this.file, bytes, read, size - read, from + read);
      sure(more > 0, 'a file that ends too early');
      read += more;
    }
    return bytes;
  }

  private whole(bytes: Uint8Array, size: number): Uint8Array {
    const page = size === 0 ? bytes.subarray(0, 0) : (this.decompress?.(bytes, size) ?? bytes);
    sure(page.length === size, 'a page of another size');
    return page;
  }

  private readDictionary({ dictionary_page_header: header, ...page }: PageHeader, bytes: Uint8Array): void {
    sure(header !== undefined && this.dictionary === null, 'dictionaries');
    sure(['PLAIN', 'PLAIN_DICTIONARY'].includes(header.encoding), `a dictionary in ${header.encoding}`);
    const whole = this.whole(bytes, page.uncompressed_page_size);
    this.dictionary = { bytes: whole, from: 0, count: header.num_values };
  }

  /** A page whose levels are compressed with the values, each kind with its length before it. */
  private first({ data_page_header: header, ...page }: PageHeader, compressed: Uint8Array): Page {
    sure(header !== undefined, 'a page without a header');
    const bytes = this.whole(compressed, page.uncompressed_page_size);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const levels = header.num_values;
    let from = 0;
    const read = (greatest: number, encoding: string): Levels | null => {
      if (greatest === 0) return null;
      sure(encoding === 'RLE', `levels in ${encoding}`);
      const to = from + 4 + view.getUint32(from, true);
      const out = this.levels(bytes, from + 4, to, greatest, levels);
      from = to;
      return out;
    };
    const repetition = read(this.depth.repetition, header.repetition_level_encoding);
    const definition = read(this.depth.definition, header.definition_level_encoding);
    return this.data(bytes, from, levels, repetition, definition, header.encoding);
  }

  /** A page whose levels stand before the values as they are. */
  private second({ data_page_header_v2: header, ...page }: PageHeader, bytes: Uint8Array): Page {
    sure(header !== undefined, 'a page without a header');
    const levels = header.num_values;
    const repetitionEnd = header.repetition_levels_byte_length;
    const from = repetitionEnd + header.definition_levels_byte_length;
    const { repetition: deep, definition: far } = this.depth;
    const repetition = deep === 0 ? null : this.levels(bytes, 0, repetitionEnd, deep, levels);
    const definition = far === 0 ? null : this.levels(bytes, repetitionEnd, from, far, levels);
    const rest = bytes.subarray(from);
    const size = page.uncompressed_page_size - from;
    const values = header.is_compressed === false ? rest : this.whole(rest, size);
    return this.data(values, 0, levels, repetition, definition, header.encoding);
  }

  private levels(bytes: Uint8Array, from: number, to: number, greatest: number, count: number): Levels {
    sure(count >= 0 && count <= Math.min(this.left, MOST_LEVELS), 'more entries than were told');
    const levels = new Int32Array(count);
    return {
      levels,
      greatest: readHybrid(bytes, from, to, 32 - Math.clz32(greatest), levels, count, greatest),
    };
  }

  private data(
    bytes: Uint8Array,
    from: number,
    levels: number,
    repetition: Levels | null,
    definition: Levels | null,
    encoding: string,
  ): Page {
    const coded = encoding === 'RLE_DICTIONARY' || encoding === 'PLAIN_DICTIONARY';
    sure(coded || encoding === 'PLAIN' || encoding === 'RLE', `values in ${encoding}`);
    sure(!coded || this.dictionary !== null, 'codes without a dictionary');
    return {
      bytes,
      from,
      levels,
      repetition: repetition?.levels ?? null,
      definition: definition?.levels ?? null,
      count: definition?.greatest ?? levels,
      coded,
      runs: encoding === 'RLE',
    };
  }
}
