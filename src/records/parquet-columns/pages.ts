import { readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ColumnMetaData, Compressors, PageHeader } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetHeader } from 'hyparquet/src/column.js';
import { expectSupported, UnsupportedParquet } from '../unsupported-parquet.ts';

/** A header with its statistics is far smaller. */
const HEADER = 1 << 16;
const MOST_AT_ONCE = 1 << 18;
/** A page of more bytes or entries is left to the engine; a damaged one may claim any number. */
const MOST_PAGE = 1 << 29;
const MOST_LEVELS = 1 << 26;

/** How deep a leaf lies: the greatest levels that can stand in its pages. */
export interface Depth {
  readonly definition: number;
  readonly repetition: number;
}

/** How values stand in a page. */
export const PLAIN = 0;
/** As places in the dictionary. */
export const CODED = 1;
/** Booleans in runs, with their length before them. */
export const RUNS = 2;

/** Bytes as they stand in the file: `size` of them once they are taken out of their compression. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** A page of data. Its levels stand before its values: within `packed`, each kind with its length before it, or as they are. */
export interface Page {
  readonly packed: Packed;
  /** How many entries it has. */
  readonly levels: number;
  readonly how: typeof PLAIN | typeof CODED | typeof RUNS;
  /** What stands before `packed` as it is: levels, and where those of definition and the values begin; null where all is within. */
  readonly before: {
    readonly bytes: Uint8Array;
    readonly definition: number;
    readonly values: number;
  } | null;
}

/** The values that codes are places in. */
export interface DictionaryPage {
  readonly packed: Packed;
  readonly count: number;
}

/** Of all but Snappy. Node's own gunzip is the faster one. */
const CODECS: Compressors = { ...compressors, GZIP: (bytes) => gunzipSync(bytes) };

/** The pages of one column in one group of rows, one after the other. */
export class Pages {
  /** Once it was read. */
  dictionary: DictionaryPage | null = null;
  private at: number;
  private readonly end: number;
  /** All of a short column: read at once. */
  private all: Uint8Array | null = null;
  private left: number;
  /** How its pages are compressed. */
  readonly codec: ColumnMetaData['codec'];

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
    this.codec = chunk.codec;
    expectSupported(
      CODECS[this.codec] !== undefined || this.codec === 'UNCOMPRESSED',
      `pages compressed by ${this.codec}`,
    );
  }

  /** The next page of data, or null after the last. */
  next(): Page | null {
    while (this.left > 0) {
      const [header, bytes] = this.page();
      if (header.type === 'DICTIONARY_PAGE') this.readDictionary(header, bytes);
      else {
        const page = this.data(header, bytes);
        if (page.levels > 0) return page;
      }
    }
    return null;
  }

  private data(header: PageHeader, bytes: Uint8Array): Page {
    if (header.type === 'DATA_PAGE') return this.first(header, bytes);
    if (header.type === 'DATA_PAGE_V2') return this.second(header, bytes);
    throw new UnsupportedParquet(`a page of type ${header.type}`);
  }

  private page(): [PageHeader, Uint8Array] {
    expectSupported(this.at < this.end, 'a column that ends too early');
    const rest = this.end - this.at;
    if (this.all === null && rest <= MOST_AT_ONCE) this.all = this.read(this.at, rest);
    const window = this.all?.subarray(this.all.length - rest) ?? this.read(this.at, Math.min(HEADER, rest));
    const reader = { view: new DataView(window.buffer, window.byteOffset, window.length), offset: 0 };
    const header = parquetHeader(reader);
    const size = header.compressed_page_size;
    const from = this.at + reader.offset;
    expectSupported(
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
      expectSupported(more > 0, 'a file that ends too early');
      read += more;
    }
    return bytes;
  }

  private readDictionary({ dictionary_page_header: header, ...page }: PageHeader, bytes: Uint8Array): void {
    expectSupported(header !== undefined && this.dictionary === null, 'dictionaries');
    expectSupported(
      ['PLAIN', 'PLAIN_DICTIONARY'].includes(header.encoding),
      `a dictionary in ${header.encoding}`,
    );
    this.dictionary = { packed: { bytes, size: page.uncompressed_page_size }, count: header.num_values };
  }

  /** A page whose levels are compressed with the values. */
  private first({ data_page_header: header, ...page }: PageHeader, bytes: Uint8Array): Page {
    expectSupported(header !== undefined, 'a page without a header');
    const { repetition, definition } = this.depth;
    const encodings = [header.repetition_level_encoding, header.definition_level_encoding];
    for (const [i, depth] of [repetition, definition].entries())
      expectSupported(depth === 0 || encodings[i] === 'RLE', `levels in ${encodings[i]}`);
    const packed = { bytes, size: page.uncompressed_page_size };
    return this.told(packed, header.num_values, header.encoding, null);
  }

  /** A page whose levels stand before the values as they are. */
  private second({ data_page_header_v2: header, ...page }: PageHeader, bytes: Uint8Array): Page {
    expectSupported(header !== undefined, 'a page without a header');
    const definition = header.repetition_levels_byte_length;
    const values = definition + header.definition_levels_byte_length;
    expectSupported(
      definition >= 0 && values >= definition && values <= bytes.length,
      'levels that end too early',
    );
    const size = page.uncompressed_page_size - values;
    const rest = bytes.subarray(values);
    // What is not compressed stands with the levels.
    const plain = header.is_compressed === false;
    expectSupported(!plain || rest.length === size, 'a page of another size');
    const packed = plain ? { bytes: rest.subarray(0, 0), size: 0 } : { bytes: rest, size };
    const before = { bytes: plain ? bytes : bytes.subarray(0, values), definition, values };
    return this.told(packed, header.num_values, header.encoding, before);
  }

  private told(packed: Packed, levels: number, encoding: string, before: Page['before']): Page {
    expectSupported(levels >= 0 && levels <= Math.min(this.left, MOST_LEVELS), 'more entries than were told');
    const coded = encoding === 'RLE_DICTIONARY' || encoding === 'PLAIN_DICTIONARY';
    expectSupported(coded || encoding === 'PLAIN' || encoding === 'RLE', `values in ${encoding}`);
    this.left -= levels;
    return { packed, levels, how: coded ? CODED : encoding === 'RLE' ? RUNS : PLAIN, before };
  }
}

/** Takes bytes out of any compression but Snappy. @throws UnsupportedParquet where they are of another size */
export function unpacked({ bytes, size }: Packed, codec: ColumnMetaData['codec']): Uint8Array {
  const whole = size === 0 ? bytes.subarray(0, 0) : (CODECS[codec]?.(bytes, size) ?? bytes);
  expectSupported(whole.length === size, 'a page of another size');
  return whole;
}
