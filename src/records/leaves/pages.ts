import { readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ColumnMetaData, Compressors, PageHeader } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetHeader } from 'hyparquet/src/column.js';
import { sure, Unsure } from '../unsure.ts';

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

type Span = readonly [from: number, to: number];

/** A page of data, in pieces that belong one behind the other, and where in these what stands. */
export interface Page {
  readonly pieces: readonly Uint8Array[];
  readonly size: number;
  /** How many entries it has. */
  readonly levels: number;
  /** The levels of its entries; empty where all are 0. */
  readonly repetition: Span;
  readonly definition: Span;
  readonly values: number;
  readonly how: typeof PLAIN | typeof CODED | typeof RUNS;
}

/** The values that codes are places in. */
export interface DictionaryPage {
  readonly bytes: Uint8Array;
  readonly count: number;
}

const NOWHERE: Span = [0, 0];

/** Node's own is the faster one. */
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
    throw new Unsure(`a page of type ${header.type}`);
  }

  private page(): [PageHeader, Uint8Array] {
    sure(this.at < this.end, 'a column that ends too early');
    const rest = this.end - this.at;
    if (this.all === null && rest <= MOST_AT_ONCE) this.all = this.read(this.at, rest);
    const window = this.all?.subarray(this.all.length - rest) ?? this.read(this.at, Math.min(HEADER, rest));
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
    this.dictionary = { bytes: this.whole(bytes, page.uncompressed_page_size), count: header.num_values };
  }

  /** A page whose levels are compressed with the values, each kind with its length before it. */
  private first({ data_page_header: header, ...page }: PageHeader, compressed: Uint8Array): Page {
    sure(header !== undefined, 'a page without a header');
    const bytes = this.whole(compressed, page.uncompressed_page_size);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let values = 0;
    const span = (greatest: number, encoding: string): Span => {
      if (greatest === 0) return NOWHERE;
      sure(encoding === 'RLE', `levels in ${encoding}`);
      const from = values + 4;
      values = from + view.getUint32(values, true);
      return [from, values];
    };
    const repetition = span(this.depth.repetition, header.repetition_level_encoding);
    const definition = span(this.depth.definition, header.definition_level_encoding);
    return this.told([bytes], header.num_values, repetition, definition, values, header.encoding);
  }

  /** A page whose levels stand before the values as they are. */
  private second({ data_page_header_v2: header, ...page }: PageHeader, bytes: Uint8Array): Page {
    sure(header !== undefined, 'a page without a header');
    const definition = header.repetition_levels_byte_length;
    const values = definition + header.definition_levels_byte_length;
    sure(definition >= 0 && values >= definition && values <= bytes.length, 'levels that end too early');
    const rest = bytes.subarray(values);
    const whole =
      header.is_compressed === false ? rest : this.whole(rest, page.uncompressed_page_size - values);
    return this.told(
      [bytes.subarray(0, values), whole],
      header.num_values,
      [0, definition],
      [definition, values],
      values,
      header.encoding,
    );
  }

  private told(
    pieces: readonly Uint8Array[],
    levels: number,
    repetition: Span,
    definition: Span,
    values: number,
    encoding: string,
  ): Page {
    const size = pieces.reduce((sum, { length }) => sum + length, 0);
    sure(levels >= 0 && levels <= Math.min(this.left, MOST_LEVELS), 'more entries than were told');
    sure(values <= size, 'levels that end too early');
    const coded = encoding === 'RLE_DICTIONARY' || encoding === 'PLAIN_DICTIONARY';
    sure(coded || encoding === 'PLAIN' || encoding === 'RLE', `values in ${encoding}`);
    this.left -= levels;
    const how = coded ? CODED : encoding === 'RLE' ? RUNS : PLAIN;
    return { pieces, size, levels, repetition, definition, values, how };
  }
}
