import { closeSync, openSync, writeSync } from 'node:fs';

export type Field = string | number | boolean | null;

const FLUSH = 1 << 20;
/** Room that is always left for the numbers and marks of a row, beside its texts. */
const ROOM = 1 << 16;
/** A text is cut here, so that no row outgrows what `readRelation` takes; no text of a real record comes near. */
const LONGEST_TEXT = 100_000;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const ZERO = 0x30;

/**
 * One CSV file as `readRelation` reads it, written by hand for speed: numbers digit by digit, text quoted only where
 * it must be, null as nothing. An empty text cannot be told from null, and a lone surrogate becomes U+FFFD.
 */
export class CsvFile {
  private readonly descriptor: number;
  private buffer = Buffer.allocUnsafe(FLUSH + ROOM);
  private used = 0;
  private closed = false;

  constructor(path: string) {
    this.descriptor = openSync(path, 'w');
  }

  row(fields: readonly Field[]): void {
    for (let i = 0; i < fields.length; i++) {
      if (i > 0) this.buffer[this.used++] = COMMA;
      this.field(fields[i]);
    }
    this.endRow();
  }

  /** Rows that are CSV already. */
  append(rows: Uint8Array): void {
    if (this.used + rows.length >= FLUSH) {
      this.flush();
      this.write(rows);
      return;
    }
    this.buffer.set(rows, this.used);
    this.used += rows.length;
  }

  close(): void {
    try {
      this.flush();
    } finally {
      this.abandon();
    }
  }

  /** Closes it with what is in it so far. Closing twice would close whatever file has the number by then. */
  abandon(): void {
    if (this.closed) return;
    this.closed = true;
    closeSync(this.descriptor);
  }

  private endRow(): void {
    this.buffer[this.used++] = NEWLINE;
    if (this.used >= FLUSH) this.flush();
  }

  private field(value: Field): void {
    if (value === null) return;
    if (typeof value === 'number') {
      if (value >= 0 && Number.isSafeInteger(value)) this.integer(value);
      else this.text(String(value));
    } else if (typeof value === 'boolean') this.buffer[this.used++] = ZERO + (value ? 1 : 0);
    else this.text(value);
  }

  private text(value: string): void {
    const whole = value.length > LONGEST_TEXT ? value.slice(0, LONGEST_TEXT) : value;
    const safe = /[",\r\n]/.test(whole) ? `"${whole.replaceAll('"', '""')}"` : whole;
    const most = safe.length * 3 + ROOM;
    if (this.used + most > this.buffer.length) {
      this.flush();
      if (most > this.buffer.length) this.buffer = Buffer.allocUnsafe(most);
    }
    this.used += this.buffer.write(safe, this.used, 'utf8');
  }

  private integer(value: number): void {
    if (value < 10) {
      this.buffer[this.used++] = ZERO + value;
      return;
    }
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    let at = this.used + digits;
    this.used = at;
    for (let rest = value; at > this.used - digits;) {
      const tens = Math.floor(rest / 10);
      this.buffer[--at] = ZERO + (rest - tens * 10);
      rest = tens;
    }
  }

  private flush(): void {
    this.write(this.buffer.subarray(0, this.used));
    this.used = 0;
  }

  private write(bytes: Uint8Array): void {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(this.descriptor, bytes, written, bytes.length - written);
    }
  }
}
