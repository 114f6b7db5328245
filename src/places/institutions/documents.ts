import { InputError } from '../../base/index.ts';
import { ArrayElements } from './elements.ts';
import { type FileProof, readBytes } from './bytes.ts';
import { Lines } from './lines.ts';
import { messages } from './messages.ts';

/** Takes what a file holds, one JSON value or the text of a table at a time. */
export interface DocumentSink {
  /** A JSON value of the file and the line it starts on. */
  value(value: unknown, line: number): void;
  /** A line (or element of an array) that is not JSON. */
  broken(line: number, text: string): void;
  /** The whole text of a file that is not JSON and may be CSV. */
  table(text: string): void;
}

/** A file that starts with `{` but not with a JSON line is kept whole up to this size, to see whether it is one document. */
const WHOLE = 64 << 20;

/**
 * Reads a file of JSON lines, of one JSON array, of one JSON object over several lines, or of CSV, plain or gzip, and
 * hands its values on as they come; lines and arrays are streamed, whatever their size.
 *
 * @throws InputError when the file cannot be read (see {@link readBytes}), is a web page, or an array that breaks off.
 */
export async function readDocuments(path: string, sink: DocumentSink): Promise<FileProof> {
  let reader: { push(chunk: Buffer): void; end(): void } | null = null;
  const proof = await readBytes(path, (chunk) => {
    if (reader === null) {
      const start = contentStart(chunk);
      const first = chunk.at(start);
      if (first === undefined) return;
      if (first === LESS) throw new InputError(messages.webPage(), { file: path });
      if (first === BRACKET) reader = new ArrayElements(path, sink);
      else if (first === BRACE) reader = new JsonLines(sink);
      else reader = new WholeText(sink);
    }
    reader.push(chunk);
  });
  const finished = reader as { end(): void } | null;
  if (finished === null) throw new InputError(messages.blankFile(), { file: path });
  finished.end();
  return proof;
}

const LESS = 60;
const BRACKET = 91;
const BRACE = 123;

/** Where the content starts, behind a byte-order mark and white space. */
function contentStart(chunk: Buffer): number {
  let at = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
  while (chunk[at] === 32 || chunk[at] === 9 || chunk[at] === 10 || chunk[at] === 13) at++;
  return at;
}

/** JSON lines, or, where the first line is no JSON value, perhaps one object written over several lines. */
class JsonLines {
  readonly #sink: DocumentSink;
  readonly #lines: Lines;
  #held: { text: string; line: number }[] | null = null;
  #size = 0;
  #seen = false;

  constructor(sink: DocumentSink) {
    this.#sink = sink;
    this.#lines = new Lines((bytes, line) => {
      this.#take(bytes.toString('utf8'), line);
    });
  }

  push(chunk: Buffer): void {
    this.#lines.push(chunk);
  }

  end(): void {
    this.#lines.end();
    if (this.#held === null) return;
    const whole = parse(this.#held.map(({ text }) => text).join('\n'));
    if (whole === undefined) this.#release();
    else this.#sink.value(whole, 1);
  }

  #take(text: string, line: number): void {
    if (text.trim() === '') return;
    if (this.#held !== null) {
      this.#held.push({ text, line });
      this.#size += text.length;
      if (this.#size > WHOLE) this.#release();
      return;
    }
    const value = parse(text);
    if (value === undefined && !this.#seen) this.#held = [{ text, line }];
    else this.#give(value, line, text);
    this.#seen = true;
  }

  #release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const { text, line } of held) if (text.trim() !== '') this.#give(parse(text), line, text);
  }

  #give(value: unknown, line: number, text: string): void {
    if (value === undefined) this.#sink.broken(line, text);
    else this.#sink.value(value, line);
  }
}

class WholeText {
  readonly #sink: DocumentSink;
  readonly #chunks: Buffer[] = [];

  constructor(sink: DocumentSink) {
    this.#sink = sink;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  end(): void {
    this.#sink.table(Buffer.concat(this.#chunks).toString('utf8'));
  }
}

/** undefined when the text is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
