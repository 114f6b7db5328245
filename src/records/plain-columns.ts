export type ColumnType = 'INTEGER' | 'BIGINT' | 'BOOLEAN' | 'VARCHAR';
export type Field = string | number | boolean | null;

/** A column as Parquet's encoding PLAIN has it: the values that are there, one after the other. */
export interface PlainColumn {
  readonly values: Uint8Array;
  /** A bit a row, the first in the lowest, set where there is a value; null where every row has one. */
  readonly present: Uint8Array | null;
}

/** A text is cut here; no text of a real record comes near. */
const LONGEST_TEXT = 100_000;

/** Bytes that grow as they are added to, least significant first in what is larger than one. */
export class Bytes {
  private buffer = Buffer.alloc(1 << 12);
  private words = new Int32Array(this.buffer.buffer);
  length = 0;

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A text with its length before it. A lone surrogate becomes U+FFFD. */
  text(value: string): void {
    const whole = value.length > LONGEST_TEXT ? value.slice(0, LONGEST_TEXT) : value;
    this.reserve(4 + whole.length * 3);
    const written = this.buffer.write(whole, this.length + 4, 'utf8');
    this.buffer.writeUInt32LE(written, this.length);
    this.length += 4 + written;
  }

  integer(value: number): void {
    this.reserve(4);
    this.length = this.buffer.writeInt32LE(value, this.length);
  }

  /** Five of them, where nothing but such was added. */
  five(a: number, b: number, c: number, d: number, e: number): void {
    this.reserve(20);
    const at = this.length >> 2;
    this.words[at] = a;
    this.words[at + 1] = b;
    this.words[at + 2] = c;
    this.words[at + 3] = d;
    this.words[at + 4] = e;
    this.length += 20;
  }

  /** A whole number below 2⁵³, in eight bytes. */
  long(value: number): void {
    this.reserve(8);
    this.length = this.buffer.writeBigInt64LE(BigInt(value), this.length);
  }

  /** What is there, until more is added. */
  view(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  /** The same as whole numbers of four bytes. */
  integers(): Int32Array {
    return this.words.subarray(0, this.length >> 2);
  }

  clear(): void {
    this.length = 0;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = Buffer.alloc((Math.max(this.length + more, this.buffer.length * 2) + 3) & ~3);
    larger.set(this.view());
    this.buffer = larger;
    this.words = new Int32Array(larger.buffer);
  }
}

/** A column of any values of its type. */
export function plainColumn(type: ColumnType, fields: readonly Field[]): PlainColumn {
  const there = fields.filter((field) => field !== null);
  const bytes = new Bytes();
  if (type === 'BOOLEAN') bytes.append(bits(there.length, (i) => there[i] === true));
  else if (type === 'VARCHAR') for (const field of there) bytes.text(String(field));
  else for (const field of there) bytes[type === 'INTEGER' ? 'integer' : 'long'](Number(field));
  const all = there.length === fields.length;
  return { values: bytes.view(), present: all ? null : bits(fields.length, (i) => fields[i] !== null) };
}

/** A bit for each, the first in the lowest. */
export function bits(count: number, set: (i: number) => boolean): Uint8Array {
  const packed = new Uint8Array((count + 7) >> 3);
  for (let i = 0; i < count; i++) if (set(i)) packed[i >> 3] |= 1 << (i & 7);
  return packed;
}
