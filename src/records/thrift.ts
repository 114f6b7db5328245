/** Kinds of fields in Thrift's compact protocol. */
const I32 = 5;
const I64 = 6;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;

/**
 * A struct in the compact protocol of Apache Thrift, as the metadata of Parquet is written: fields by number, rising,
 * each told by the step from the last; numbers in zigzag, seven bits a byte.
 */
export class Thrift {
  private readonly bytes: number[] = [];
  private last = 0;

  integer(field: number, value: number): this {
    return this.field(field, I32).number(value);
  }

  /** A whole number below 2⁵², for fields of 64 bits. */
  long(field: number, value: number): this {
    return this.field(field, I64).number(value);
  }

  text(field: number, value: string): this {
    return this.field(field, BINARY).binary(value);
  }

  struct(field: number, fill: (struct: Thrift) => void): this {
    return this.field(field, STRUCT).nested(fill);
  }

  integers(field: number, values: readonly number[]): this {
    this.field(field, LIST).size(values.length, I32);
    for (const value of values) this.number(value);
    return this;
  }

  texts(field: number, values: readonly string[]): this {
    this.field(field, LIST).size(values.length, BINARY);
    for (const value of values) this.binary(value);
    return this;
  }

  list<T>(field: number, items: readonly T[], fill: (struct: Thrift, item: T, index: number) => void): this {
    this.field(field, LIST).size(items.length, STRUCT);
    items.forEach((item, i) => this.nested((struct) => fill(struct, item, i)));
    return this;
  }

  /** The bytes of the struct, with its end. */
  end(): Buffer {
    return Buffer.from([...this.bytes, 0]);
  }

  private field(number: number, kind: number): this {
    this.bytes.push(((number - this.last) << 4) | kind);
    this.last = number;
    return this;
  }

  private nested(fill: (struct: Thrift) => void): this {
    const struct = new Thrift();
    fill(struct);
    for (const byte of struct.bytes) this.bytes.push(byte);
    this.bytes.push(0);
    return this;
  }

  private size(length: number, kind: number): void {
    if (length < 15) this.bytes.push((length << 4) | kind);
    else {
      this.bytes.push(0xf0 | kind);
      this.varint(length);
    }
  }

  private binary(text: string): this {
    const bytes = Buffer.from(text);
    this.varint(bytes.length);
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }

  /** In zigzag; none here is negative. */
  private number(value: number): this {
    this.varint(value * 2);
    return this;
  }

  private varint(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.bytes.push((rest % 0x80) + 0x80);
    this.bytes.push(rest);
  }
}
