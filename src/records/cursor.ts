import { matches, skipPlain, skipSpace, skipString, skipValue } from './bytes.ts';
import { GREATEST } from './ids.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const CLOSE_OBJECT = 0x7d;
const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const SPACE = 0x20;
const [TRUE, FALSE, NULL] = ['true', 'false', 'null'].map((word) => Buffer.from(word));

/** What `Cursor.key` answers where it is not the place of a name. */
export const OTHER = -1;
export const UNSURE = -2;
export const CLOSED = -3;

/** The fields of an object that are used, found by the bytes of a key. */
export class Names {
  /** By length of the name: its bytes and its place in the list. */
  private readonly byLength: { readonly bytes: Uint8Array; readonly place: number }[][] = [];

  constructor(names: readonly string[]) {
    for (const [place, name] of names.entries()) {
      const bytes = Buffer.from(name);
      while (this.byLength.length <= bytes.length) this.byLength.push([]);
      this.byLength[bytes.length].push({ bytes, place });
    }
  }

  find(b: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (length >= this.byLength.length) return OTHER;
    for (const { bytes, place } of this.byLength[length]) if (matches(b, from, to, bytes)) return place;
    return OTHER;
  }
}

/**
 * A position in one line of JSON and what can be read there: keys, and values of the kinds that works have. Where a
 * value is of another kind, or not surely what it seems, the position becomes −1 (`lost`), which the reader of the
 * record must look at after every value; the line then goes to `JSON.parse`.
 */
export class Cursor {
  buffer: Buffer = Buffer.alloc(0);
  position = 0;
  end = 0;

  /** Onto the first byte that is no space. */
  start(buffer: Buffer, start: number, end: number): void {
    this.buffer = buffer;
    this.end = end;
    this.position = skipSpace(buffer, start, end);
  }

  get lost(): boolean {
    return this.position < 0;
  }

  /** Whether nothing but space is left. */
  get isDone(): boolean {
    return skipSpace(this.buffer, this.position, this.end) === this.end;
  }

  get atObject(): boolean {
    return this.buffer[this.position] === OPEN_OBJECT;
  }

  get atArray(): boolean {
    return this.buffer[this.position] === OPEN_ARRAY;
  }

  /** Whether an array that opens at `position` closes at once. */
  isEmptyArray(position: number): boolean {
    const { buffer, end } = this;
    return buffer[position] === OPEN_ARRAY && buffer[skipSpace(buffer, position + 1, end)] === CLOSE_ARRAY;
  }

  /** Into the object or array that opens here. */
  enter(): void {
    this.position++;
  }

  /** Past a value that is not used. */
  skip(): void {
    this.position = skipValue(this.buffer, this.position, this.end);
  }

  /**
   * The next key of the object entered: its place in `names`, `OTHER`, `CLOSED` where the object ends, or `UNSURE`.
   * Leaves the position on the value, or after the closing brace.
   */
  key(names: Names): number {
    const { buffer: b, end } = this;
    const first = b[this.position - 1] === OPEN_OBJECT;
    let p = skipSpace(b, this.position, end);
    if (b[p] === CLOSE_OBJECT) {
      this.position = p + 1;
      return p < end ? CLOSED : UNSURE;
    }
    if (!first) {
      if (b[p] !== COMMA) return UNSURE;
      p = skipSpace(b, p + 1, end);
    }
    if (b[p] !== QUOTE) return UNSURE;
    const from = ++p;
    // An escape in a key may spell a name that is used; a control character is no JSON.
    p = skipPlain(b, p, end);
    if (p >= end || b[p] !== QUOTE) return UNSURE;
    const to = p;
    p = skipSpace(b, p + 1, end);
    if (b[p] !== COLON) return UNSURE;
    this.position = skipSpace(b, p + 1, end);
    return names.find(b, from, to);
  }

  /** Onto the next object of the array entered: false where the array ended, or (`lost`) it holds something else. */
  element(): boolean {
    const { buffer: b, end } = this;
    const first = b[this.position - 1] === OPEN_ARRAY;
    let p = skipSpace(b, this.position, end);
    if (b[p] === CLOSE_ARRAY) {
      this.position = p < end ? p + 1 : -1;
      return false;
    }
    if (!first) {
      if (b[p] !== COMMA) return this.lose(false);
      p = skipSpace(b, p + 1, end);
    }
    if (b[p] !== OPEN_OBJECT) return this.lose(false);
    this.position = p;
    return true;
  }

  /** An id such as `"https://openalex.org/W123"`, whose prefix includes the quote: its number; 0 for null. */
  id(prefix: Uint8Array): number {
    const { buffer: b, end } = this;
    if (b[this.position] !== QUOTE) return this.null(0);
    if (!matches(b, this.position, end, prefix)) return this.lose(0);
    const from = this.position + prefix.length;
    const p = this.digits(from);
    if (p === from || p - from > 15 || b[p] !== QUOTE) return this.lose(0);
    this.position = p + 1;
    return this.digitsRead;
  }

  /** A string, null where it is blank; or null. */
  string(): string | null {
    const { buffer: b, end } = this;
    if (b[this.position] !== QUOTE) return this.null(null);
    const from = this.position + 1;
    const to = skipPlain(b, from, end);
    if (to >= end) return this.lose(null);
    if (b[to] !== QUOTE) return this.escaped();
    this.position = to + 1;
    const value = b.toString('utf8', from, to);
    return value.trim() === '' ? null : value;
  }

  /** A whole number without sign, fraction or exponent; or null. */
  integer(): number | null {
    const { buffer: b, position: from } = this;
    const p = this.digits(from);
    if (p === from) return this.null(null);
    const value = this.digitsRead;
    const c = b[p];
    if (p - from > 15 || value > GREATEST || (b[from] === 0x30 && p > from + 1)) return this.lose(null);
    if (c !== COMMA && c !== CLOSE_OBJECT && c > SPACE) return this.lose(null);
    this.position = p;
    return value;
  }

  boolean(): boolean | null {
    const { buffer: b, position, end } = this;
    if (matches(b, position, end, TRUE)) {
      this.position = position + 4;
      return true;
    }
    if (matches(b, position, end, FALSE)) {
      this.position = position + 5;
      return false;
    }
    return this.null(null);
  }

  /** The value `null`, answered as `value`. */
  null<T>(value: T): T {
    if (!matches(this.buffer, this.position, this.end, NULL)) return this.lose(value);
    this.position += 4;
    return value;
  }

  private lose<T>(value: T): T {
    this.position = -1;
    return value;
  }

  /** The digits read last, as a number; exact up to 15 of them. */
  private digitsRead = 0;

  /** Past the digits at `p`. */
  private digits(p: number): number {
    const { buffer: b, end } = this;
    let value = 0;
    for (; p < end; p++) {
      const digit = b[p] - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.digitsRead = value;
    return p;
  }

  private escaped(): string | null {
    const from = this.position;
    this.position = skipString(this.buffer, from + 1, this.end);
    if (this.lost) return null;
    const value = JSON.parse(this.buffer.toString('utf8', from, this.position)) as string;
    return value.trim() === '' ? null : value;
  }
}
