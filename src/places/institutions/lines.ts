const NEWLINE = 10;

/** Cuts a stream of bytes into lines (without their end; a byte-order mark at the start is dropped), each with its number from 1. */
export class Lines {
  readonly #onLine: (bytes: Buffer, line: number) => void;
  #pieces: Buffer[] = [];
  #line = 1;
  #begun = false;

  constructor(onLine: (bytes: Buffer, line: number) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Buffer): void {
    let from = !this.#begun && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    this.#begun = true;
    for (let to = chunk.indexOf(NEWLINE, from); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      this.#emit(chunk.subarray(from, to));
      from = to + 1;
    }
    if (from < chunk.length) this.#pieces.push(chunk.subarray(from));
  }

  end(): void {
    if (this.#pieces.length > 0) this.#emit(Buffer.alloc(0));
  }

  #emit(tail: Buffer): void {
    const bytes = this.#pieces.length === 0 ? tail : Buffer.concat([...this.#pieces, tail]);
    this.#pieces = [];
    this.#onLine(bytes, this.#line++);
  }
}
