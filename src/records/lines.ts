import { withoutBom } from './detect-format.ts';

/** A line longer than this is passed over and counted; the longest real records are some tens of megabytes. */
const LONGEST_LINE = 256 << 20;

const NEWLINE = 0x0a;

export interface LineSink {
  /**
   * Whole lines with their ends, which only the last of the file may lack; the first has the number told. The bytes are
   * only valid during the call. Gives how many lines there were.
   */
  lines(bytes: Buffer, first: number): number;
  /** A line longer than `LONGEST_LINE`. */
  tooLong(number: number): void;
}

/** Cuts blocks of bytes where lines end, numbered from 1; a byte-order mark at the start is dropped. */
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
      this.keep(chunk.subarray(from, end + 1));
      this.flush();
      from = end + 1;
    }
    const last = chunk.lastIndexOf(NEWLINE);
    if (last >= from) {
      this.lines += this.sink.lines(chunk.subarray(from, last + 1), this.lines + 1);
      from = last + 1;
    }
    if (from < chunk.length) this.keep(chunk.subarray(from));
  }

  /** The last line may lack its end. */
  end(): void {
    if (this.carried > 0 || this.skipping) this.flush();
  }

  private keep(piece: Buffer): void {
    if (this.skipping) return;
    // The bytes are another's, who writes over them.
    this.carry.push(Buffer.from(piece));
    this.carried += piece.length;
    if (this.carried > this.longest) {
      this.skipping = true;
      this.carry = [];
    }
  }

  private flush(): void {
    if (this.skipping) this.sink.tooLong(++this.lines);
    else {
      const line = this.carry.length === 1 ? this.carry[0] : Buffer.concat(this.carry, this.carried);
      this.lines += this.sink.lines(line, this.lines + 1);
    }
    this.carry = [];
    this.carried = 0;
    this.skipping = false;
  }
}
