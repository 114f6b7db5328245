import { isUtf8 } from 'node:buffer';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beginsAsAnswer, tooManyBroken } from '../places/broken-lines.ts';
import { InputError, type Message } from '../base/index.ts';
import { messages } from './messages.ts';
import { Dictionaries } from './dictionary.ts';
import { BadRecord, extract, isObject } from './extract.ts';
import { giveBackScanner, MOST_INPUT, takeScanner } from './scanner.ts';
import { SegmentWriter } from './segment.ts';
import { emptyWork } from './work.ts';

export interface JsonReaderOptions {
  readonly path: string;
  /** Where segments are written, each in a folder of its own. */
  readonly folder: string;
  /** Records per segment. */
  readonly segment: number;
  /** Called when a segment stands; the reader waits for it before the next block. */
  onSegment(folder: string, rows: number): Promise<void>;
}

/** What was found in the records of one file. */
export interface RecordsReport {
  /** Records handed over, before any filter. */
  readonly records: number;
  /** Records or lines that could not be used, by reason. */
  readonly bad: Readonly<Record<string, number>>;
  /** The first of them, with their line (or, in a JSON document, their place in it). */
  readonly examples: readonly { readonly line: number; readonly reason: string }[];
  /** Records read the slow way, by `JSON.parse` or, of Parquet, by the engine; a measure of the reader, not of the file. */
  readonly parsed: number;
  /** Whether bytes that are no UTF-8 were replaced somewhere in the file. */
  readonly replacedBytes: boolean;
}

const EXAMPLES = 20;
const NOT_JSON = 'not JSON';
const NEWLINE = 0x0a;

/** Turns the lines of one file into segments: scanned where that is sure, else parsed, else counted as bad. */
export class JsonReader {
  replacedBytes = false;
  private readonly work = emptyWork();
  private readonly bad = new Map<string, number>();
  private readonly examples: { line: number; reason: string }[] = [];
  private dictionaries = new Dictionaries();
  private readonly scanner = takeScanner();
  private writer: SegmentWriter | null = null;
  private segments = 0;
  private records = 0;
  /** Records in the segments that were closed. */
  private closed = 0;
  private parsed = 0;
  private pending: Promise<void>[] = [];
  /** Lines that are no JSON: the first, the last, and how much was met up to that. */
  private broken: { first: number; last: number; met: number } | null = null;

  constructor(private readonly options: JsonReaderOptions) {
    this.begin();
  }

  /**
   * Lines with their ends, which the last may lack: each a work, an answer of the API that holds many, or nothing but
   * space. Gives how many there were.
   */
  lines(bytes: Buffer, first: number): number {
    const { scanner } = this;
    if (!isUtf8(bytes)) {
      this.replacedBytes = true;
      return this.eachLine(bytes, first);
    }
    if (bytes.length > MOST_INPUT) {
      this.parse(bytes, 0, bytes.length, first);
      return 1;
    }
    let number = first;
    scanner.load(bytes);
    for (let from = 0; from < bytes.length;) {
      const most = this.closed + this.options.segment;
      const { stop, at, lines, records } = scanner.scan(from, bytes.length, this.records, most);
      number += lines;
      from = at;
      this.records = records;
      if (stop === 'full') this.close();
      else if (stop === 'unsure') {
        const end = endOfLine(bytes, from);
        this.parse(bytes, from, end, number++);
        from = end;
      }
    }
    return number - first;
  }

  /** As `lines`, one by one, because somewhere among them are bytes that are no UTF-8. */
  private eachLine(bytes: Buffer, first: number): number {
    let number = first;
    for (let from = 0, end = 0; from < bytes.length; from = end) {
      end = endOfLine(bytes, from);
      const line = bytes.subarray(from, end);
      if (isUtf8(line)) this.lines(line, number++);
      else this.parse(line, 0, line.length, number++);
    }
    return number - first;
  }

  private parse(bytes: Buffer, start: number, end: number, number: number): void {
    const text = bytes.toString('utf8', start, end).trim();
    if (text === '') return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      if (beginsAsAnswer(text)) throw this.damaged(messages.cutAnswer(), number);
      this.drop(number, NOT_JSON);
      this.broken = { first: this.broken?.first ?? number, last: number, met: this.met() };
      return;
    }
    this.value(value, number);
  }

  /**
   * A whole file that is one JSON value: an array of works, an answer of the API, one work.
   * @throws InputError where it is no JSON
   */
  document(bytes: Buffer): void {
    let value: unknown;
    try {
      value = JSON.parse(bytes.toString('utf8'));
    } catch (error) {
      const fault = (error as Error).message;
      throw new InputError(messages.notJson({ fault }), { file: this.options.path });
    }
    if (Array.isArray(value)) value.forEach((record, i) => this.record(record, i + 1));
    else this.value(value, 1);
  }

  drop(line: number, reason: string): void {
    this.bad.set(reason, (this.bad.get(reason) ?? 0) + 1);
    if (this.examples.length < EXAMPLES) this.examples.push({ line, reason });
  }

  /** Waits until the segments that were closed have been taken. */
  async settle(): Promise<void> {
    if (this.pending.length === 0) return;
    const pending = this.pending;
    this.pending = [];
    await Promise.all(pending);
  }

  /** @throws InputError where the file breaks off, or too many of its lines are no JSON */
  async finish(): Promise<void> {
    this.refuseBroken();
    this.close();
    await this.settle();
  }

  /** Closes the files of a segment that was not finished, if there is one; the reader is used no more. */
  end(): void {
    this.writer?.abandon();
    this.writer = null;
    giveBackScanner(this.scanner);
  }

  report(): RecordsReport {
    const { records, examples, parsed, replacedBytes } = this;
    return { records, bad: Object.fromEntries(this.bad), examples, parsed, replacedBytes };
  }

  private refuseBroken(): void {
    if (this.broken === null) return;
    const { first, last, met } = this.broken;
    if (met === this.met()) throw this.damaged(messages.cutLastLine(), last);
    const lines = this.bad.get(NOT_JSON) ?? 0;
    if (!tooManyBroken(lines, this.met() - lines)) return;
    throw this.damaged(messages.tooManyBroken({ broken: lines, of: this.met() }), first);
  }

  private damaged(problem: Message, line: number): InputError {
    return new InputError(problem, { file: this.options.path, line });
  }

  /** Records, and lines that are none, so far. */
  private met(): number {
    return [...this.bad.values()].reduce((sum, n) => sum + n, this.records);
  }

  private value(value: unknown, number: number): void {
    if (isObject(value) && !('id' in value)) {
      if (Array.isArray(value.results)) {
        for (const record of value.results) this.record(record, number);
        return;
      }
      if ('error' in value) {
        const message = typeof value.message === 'string' ? value.message : JSON.stringify(value.error);
        throw new InputError(messages.errorAnswer({ message }), { file: this.options.path });
      }
    }
    this.record(value, number);
  }

  private record(value: unknown, number: number): void {
    this.parsed++;
    try {
      extract(value, this.dictionaries, this.work);
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error;
      if (this.records === 0 && isObject(value)) refuseOtherKinds(value.id, this.options.path);
      this.drop(number, error.message);
      return;
    }
    this.keep();
  }

  private keep(): void {
    this.records++;
    // What the scanner holds back comes before this work.
    this.scanner.flush();
    this.open().add(this.work, this.records);
    if (this.records >= this.closed + this.options.segment) this.close();
  }

  private begin(): void {
    this.dictionaries = new Dictionaries();
    this.scanner.begin(this.dictionaries, (area, rows) => this.open().append(area, rows));
  }

  private open(): SegmentWriter {
    if (this.writer !== null) return this.writer;
    mkdirSync(this.options.folder, { recursive: true });
    this.writer = new SegmentWriter(join(this.options.folder, String(this.segments++)));
    return this.writer;
  }

  private close(): void {
    if (this.records === this.closed) return;
    this.scanner.flush();
    const writer = this.open();
    const rows = this.records - this.closed;
    this.closed = this.records;
    writer.finish(this.dictionaries);
    this.writer = null;
    this.begin();
    this.pending.push(this.options.onSegment(writer.folder, rows));
  }
}

/** Where the line that begins at `from` ends, with its end. */
function endOfLine(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(NEWLINE, from);
  return at < 0 ? bytes.length : at + 1;
}

/** @throws InputError where a file that has no work so far begins with a record of another kind */
function refuseOtherKinds(id: unknown, file: string): void {
  if (typeof id !== 'string') return;
  const kind = /ror\.org\/0/.test(id) ? 'ROR' : /openalex\.org\/(?:[a-z]+\/)?([A-Z])[0-9]/i.exec(id)?.[1];
  if (kind === 'ROR' || kind === 'I')
    throw new InputError(messages.institutions({ source: kind === 'I' ? 'OpenAlex' : 'ROR' }), { file });
  if (kind !== undefined && kind !== 'W') throw new InputError(messages.otherRecords({ kind }), { file });
}
