/**
 * Columns of whole numbers and of texts in one file that is used as it lies in memory: to open it nothing is parsed but a
 * line that says what it holds. A text is made when it is asked for, one that recurs once.
 *
 * After that line (JSON, padded with spaces to a multiple of four) columns follow in its order, little-endian: numbers of
 * four bytes; of texts for each row the number of its text, then where each text begins, then where the last ends, then
 * the texts in UTF-8, padded.
 */
interface ColumnHeader {
  readonly name: string;
  readonly rows: number;
  /** How many texts, and their bytes; null for numbers. */
  readonly texts: { readonly count: number; readonly bytes: number } | null;
}

const WORD = 4;
const LINE_FEED = 0x0a;

/** @throws RangeError where a number is no whole number of 32 bits */
export function pack(
  numbers: Readonly<Record<string, readonly number[]>>,
  texts: Readonly<Record<string, readonly string[]>>,
): Buffer {
  const headers: ColumnHeader[] = [];
  const pieces: Buffer[] = [];
  for (const [name, column] of Object.entries(numbers)) {
    headers.push({ name, rows: column.length, texts: null });
    pieces.push(words(column));
  }
  for (const [name, column] of Object.entries(texts)) {
    const distinct = [...new Set(column)];
    const number = new Map(distinct.map((text, i) => [text, i]));
    const bytes = distinct.map((text) => Buffer.from(text));
    let end = 0;
    const ends = bytes.map(({ length }) => (end += length));
    headers.push({ name, rows: column.length, texts: { count: distinct.length, bytes: end } });
    pieces.push(words(column.map((text) => number.get(text)!)), words([0, ...ends]));
    pieces.push(Buffer.concat(bytes, padded(end)));
  }
  const line = JSON.stringify(headers);
  const length = Buffer.byteLength(line) + 1;
  return Buffer.concat([Buffer.from(`${line}${' '.repeat(padded(length) - length)}\n`), ...pieces]);
}

/** Columns of a file that `pack` made. */
export class Packed {
  readonly #columns = new Map<string, Int32Array | Texts>();

  /** @throws Error where the bytes are none, or not all of them */
  constructor(file: Uint8Array) {
    // Numbers of four bytes are read where they lie, which must be a multiple of four.
    const bytes = file.byteOffset % WORD === 0 ? file : new Uint8Array(file);
    const end = bytes.indexOf(LINE_FEED) + 1;
    const headers = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString()) as ColumnHeader[];
    let at = end;
    const take = (length: number): Uint8Array => {
      const from = at;
      at += padded(length);
      if (at > bytes.length) throw new Error('columns that end too early');
      return bytes.subarray(from, from + length);
    };
    const numbers = (count: number): Int32Array => {
      const { buffer, byteOffset } = take(count * WORD);
      return new Int32Array(buffer, byteOffset, count);
    };
    const letters = (count: number): Buffer => {
      const { buffer, byteOffset } = take(count);
      return Buffer.from(buffer, byteOffset, count);
    };
    for (const { name, rows, texts } of headers) {
      const values = numbers(rows);
      const column =
        texts === null ? values : new Texts(values, numbers(texts.count + 1), letters(texts.bytes));
      this.#columns.set(name, column);
    }
  }

  numbers(name: string): Int32Array {
    const column = this.#columns.get(name);
    if (!(column instanceof Int32Array)) throw new Error(`no numbers ${name}`);
    return column;
  }

  texts(name: string): Texts {
    const column = this.#columns.get(name);
    if (!(column instanceof Texts)) throw new Error(`no texts ${name}`);
    return column;
  }
}

/** A column of texts. */
export class Texts {
  readonly #rows: Int32Array;
  readonly #starts: Int32Array;
  readonly #bytes: Buffer;
  readonly #made: (string | undefined)[];

  constructor(rows: Int32Array, starts: Int32Array, bytes: Buffer) {
    this.#rows = rows;
    this.#starts = starts;
    this.#bytes = bytes;
    this.#made = new Array<string | undefined>(starts.length - 1);
  }

  get length(): number {
    return this.#rows.length;
  }

  at(row: number): string {
    const number = this.#rows[row];
    return (this.#made[number] ??= this.#bytes.toString(
      'utf8',
      this.#starts[number],
      this.#starts[number + 1],
    ));
  }
}

function padded(length: number): number {
  return Math.ceil(length / WORD) * WORD;
}

function words(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * WORD);
  numbers.forEach((number, i) => {
    if ((number | 0) !== number) throw new RangeError(`${number} is no whole number of 32 bits`);
    bytes.writeInt32LE(number, i * WORD);
  });
  return bytes;
}
