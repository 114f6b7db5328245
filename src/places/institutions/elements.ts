import { InputError } from '../../base/index.ts';
import type { DocumentSink } from './documents.ts';
import { messages } from './messages.ts';

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN = 91;
const CLOSE = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const NEWLINE = 10;

/**
 * Streams the elements of one JSON array: follows strings and nesting byte by byte and parses each element on its own,
 * so that a dump of any size is held one record at a time.
 */
export class ArrayElements {
  readonly #path: string;
  readonly #sink: DocumentSink;
  #pieces: Buffer[] = [];
  #depth = 0;
  #inString = false;
  #escaped = false;
  #line = 1;
  #start = 1;

  constructor(path: string, sink: DocumentSink) {
    this.#path = path;
    this.#sink = sink;
  }

  push(chunk: Buffer): void {
    let from = this.#depth === 0 ? chunk.length : 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === NEWLINE) this.#line++;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
      } else if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN || byte === OPEN_OBJECT) {
        if (++this.#depth === 1) from = at + 1;
        else if (this.#depth === 2) this.#start = this.#line;
      } else if (byte === CLOSE || byte === CLOSE_OBJECT) {
        if (--this.#depth === 0) this.#element(chunk.subarray(from, at));
        if (this.#depth === 0) from = chunk.length;
      } else if (byte === COMMA && this.#depth === 1) {
        this.#element(chunk.subarray(from, at));
        from = at + 1;
      }
    }
    if (from < chunk.length) this.#pieces.push(chunk.subarray(from));
  }

  end(): void {
    if (this.#depth !== 0) throw new InputError(messages.cutArray(), { file: this.#path, line: this.#line });
  }

  #element(tail: Buffer): void {
    const text = Buffer.concat([...this.#pieces, tail])
      .toString('utf8')
      .trim();
    this.#pieces = [];
    if (text === '') return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      this.#sink.broken(this.#start, text);
      return;
    }
    this.#sink.value(value, this.#start);
  }
}
