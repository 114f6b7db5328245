import { isUtf8 } from 'node:buffer';
import { withoutBom } from './sniff.ts';

/** A line longer than this is passed over and counted; the longest real records are some tens of megabytes. */
export const LONGEST_LINE = 256 << 20;

const NEWLINE = 0x0a;

export interface LineSink {
  /** One line without its end, in `buffer[start, end)`; the bytes are only valid during the call. */
  line(buffer: Buffer, start: number, end: number, number: number): void;
  /** A line longer than `LONGEST_LINE`. */
  tooLong(number: number): void;
  /** Bytes that are no UTF-8, in a block of lines that is about to be handed over. */
  notUtf8(): void;
}

/** Cuts blocks of bytes into lines, numbered from 1; a byte-order mark at the start is dropped. */
export class LineSplitter {
  /** Lines handed over so far. */
  lines = 0;
  private carry: Buffer[] = [];
  private carried = 0;
  private skipping = false;
  private first = true;

  constructor(
    private readonly sink: LineSink,
    private readonly longest = LONGEST_LINE,
  ) {}

  push(chunk: Buffer): void {
    let from = 0;
    if (this.first && chunk.length > 0) {
      this.first = false;
      from = chunk.length - withoutBom(chunk).length;
    }
    if (this.carried > 0 || this.skipping) {
      const end = chunk.indexOf(NEWLINE, from);
      if (end < 0) {
        this.keep(chunk.subarray(from));
        return;
      }
      this.keep(chunk.subarray(from, end));
      this.flush();
      from = end + 1;
    }
    const last = chunk.lastIndexOf(NEWLINE);
    if (last >= from && !isUtf8(chunk.subarray(from, last))) this.sink.notUtf8();
    while (from <= last) {
      const end = chunk.indexOf(NEWLINE, from);
      this.sink.line(chunk, from, end, ++this.lines);
      from = end + 1;
    }
    if (from < chunk.length) this.keep(chunk.subarray(from));
  }

  /** The last line may lack its end. */
  end(): void {
    if (this.carried > 0 || this.skipping) this.flush();
  }

  private keep(piece: Buffer): void {
    if (this.skipping) return;
    this.carry.push(piece);
    this.carried += piece.length;
    if (this.carried > this.longest) {
      this.skipping = true;
      this.carry = [];
    }
  }

  private flush(): void {
    this.lines++;
    if (this.skipping) this.sink.tooLong(this.lines);
    else {
      const line = this.carry.length === 1 ? this.carry[0] : Buffer.concat(this.carry, this.carried);
      if (!isUtf8(line)) this.sink.notUtf8();
      this.sink.line(line, 0, line.length, this.lines);
    }
    this.carry = [];
    this.carried = 0;
    this.skipping = false;
  }
}
