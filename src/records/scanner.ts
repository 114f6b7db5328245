import { BETWEEN, unescaped } from './addresses.ts';
import { instance, type Memory } from './compiled.ts';
import { Dictionaries } from './dictionary.ts';
import { InternedObjects } from './interned-objects.ts';
import { type Area, AREAS } from './work-rows.ts';

interface Global {
  value: number;
}

/** What the WebAssembly of `wasm/` exports; positions are those in its memory. */
interface Exports {
  readonly memory: Memory;
  readonly input: Global;
  readonly addressSpans: Global;
  readonly records: Global;
  readonly lines: Global;
  readonly position: Global;
  scan(from: number, to: number, most: number): 0 | 1 | 2;
  begin(): number;
  finish(): void;
}

/** Takes rows, area by area and works first; the bytes are only valid during the call. */
export type RowsSink = (area: Area, rows: Buffer) => void;

/** Why scanning stopped: at the end, at a line that is left to `JSON.parse`, or because enough records are there. */
export type Stop = 'done' | 'unsure' | 'full';
const STOPS: readonly Stop[] = ['done', 'unsure', 'full'];

const NEWLINE = 0x0a;
/** As many as `wasm/addresses.ts` puts down at once. */
const MOST_SPANS = 256;
const ZERO = Buffer.from(BETWEEN);
/** Bytes that may be read behind the last. */
const BEHIND = 96;
const PAGE = 1 << 16;

/** More bytes than this are not taken at once; a single line of more goes to `JSON.parse`. */
export const MOST_INPUT = 64 << 20;

/**
 * Reads works from lines of JSON in WebAssembly (`wasm/index.ts`, which says what it is sure of) and gives rows as `work-rows.ts` lays them out.
 * Objects that recur, such as institutions, are parsed here once, by `extract`, and afterwards known by their bytes.
 */
export class WorkScanner {
  private readonly wasm: Exports;
  private bytes = Buffer.alloc(0);
  /** Where strings of addresses begin and end that the scanner asks about. */
  private spans = new Uint32Array(0);
  private sink: RowsSink = () => undefined;
  private dictionaries = new Dictionaries();
  /** What the objects that the scanner remembers mean. */
  private interned = new InternedObjects();

  constructor() {
    this.wasm = instance('scanner', {
      learn: (kind, from, to, kept) => this.learn(kind, this.json(from, to), kept !== 0),
      recall: (kind, number) => this.interned.recall(kind, number, this.dictionaries),
      nowhere: (from, to) => this.dictionaries.noInstitution(from === 0 ? undefined : this.json(from, to)),
      address: (institution, shared, count) => this.address(institution, shared !== 0, count),
      unpaired: (institution) => this.dictionaries.addresses.unpaired(institution),
      flush: (area, from, to) => this.sink(AREAS[area], this.bytes.subarray(from, to)),
    }) as Exports;
    this.reserve(0);
  }

  /** Begins a segment: rows go to `sink`, and their codes are those of `dictionaries`. */
  begin(dictionaries: Dictionaries, sink: RowsSink): void {
    this.dictionaries = dictionaries;
    this.sink = sink;
    if (this.wasm.begin() === 0) return;
    this.interned = new InternedObjects();
  }

  /** Takes lines; the last may lack its end. At most `MOST_INPUT` bytes, and UTF-8. */
  load(lines: Buffer): void {
    const { input } = this.wasm;
    this.reserve(lines.length);
    this.bytes.set(lines, input.value);
    if (lines[lines.length - 1] !== NEWLINE) this.bytes[input.value + lines.length] = NEWLINE;
  }

  /**
   * Reads what was loaded, from one of its lines on. Records are numbered from `records` + 1, up to `most`.
   * @returns where it stopped and why, how many lines it passed, and how many records there are now
   */
  scan(
    from: number,
    to: number,
    records: number,
    most: number,
  ): { stop: Stop; at: number; lines: number; records: number } {
    const { wasm } = this;
    const input = wasm.input.value;
    wasm.records.value = records;
    wasm.lines.value = 0;
    const stop = STOPS[wasm.scan(input + from, input + to, most)];
    return { stop, at: wasm.position.value - input, lines: wasm.lines.value, records: wasm.records.value };
  }

  /** Gives the rows that are still held back. */
  flush(): void {
    this.wasm.finish();
  }

  private reserve(bytes: number): void {
    const { memory, input } = this.wasm;
    const lacking = input.value + bytes + BEHIND - memory.buffer.byteLength;
    if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE));
    if (this.bytes.buffer === memory.buffer) return;
    this.bytes = Buffer.from(memory.buffer);
    this.spans = new Uint32Array(memory.buffer, this.wasm.addressSpans.value, MOST_SPANS * 2);
  }

  private json(from: number, to: number): unknown {
    return JSON.parse(this.bytes.toString('utf8', from, to));
  }

  /** What the strings say that the scanner put down. */
  private address(institution: number, shared: boolean, count: number): number {
    const { bytes, spans } = this;
    const { addresses } = this.dictionaries;
    if (count === 1) return addresses.codeOfJson(institution, shared, bytes, spans[0], spans[1]);
    const strings = Array.from({ length: count }, (_, i) =>
      unescaped(bytes.subarray(spans[i * 2], spans[i * 2 + 1])),
    );
    const together = strings.flatMap((string, i) => (i === 0 ? [string] : [ZERO, string]));
    return addresses.code(institution, shared, Buffer.concat(together));
  }

  private learn(kind: number, value: unknown, kept: boolean): number {
    const { interned, dictionaries } = this;
    return kept
      ? interned.recall(kind, interned.learn(kind, value), dictionaries)
      : interned.once(kind, value, dictionaries);
  }
}

const idle: WorkScanner[] = [];

/** A scanner that nobody uses, which may remember objects from before. To be given back. */
export function takeScanner(): WorkScanner {
  return idle.pop() ?? new WorkScanner();
}

export function giveBackScanner(scanner: WorkScanner): void {
  idle.push(scanner);
}
