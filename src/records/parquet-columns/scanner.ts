import { isUtf8 } from 'node:buffer';
import type { FileMetaData } from 'hyparquet';
import { instance } from '../compiled.ts';
import { Dictionaries, text } from '../dictionary.ts';
import { openAlexNumber } from '../ids.ts';
import { InternedObjects } from '../interned-objects.ts';
import { expectSupported, UnsupportedParquet } from '../unsupported-parquet.ts';
import { workType } from '../work.ts';
import { type Area, AREAS, shortened } from '../work-rows.ts';
import { type Exports, LACKS } from './exports.ts';
import { moment } from './moment.ts';
import { NONE, objectOf } from './object.ts';
import { type Packed, type Page, Pages, unpacked } from './pages.ts';
import { chunkOf, type Place } from './schema.ts';
import { isSeldom, kindOf, levelsOf, SLOTS } from './slots.ts';

type Group = FileMetaData['row_groups'][number];

interface Column {
  readonly name: string;
  readonly place: Place;
  pages: Pages | null;
  /** Whether the dictionary of its group of rows was handed over. */
  coded: boolean;
}

const [PAGE, DICTIONARY] = [0, 1] as const;

/**
 * Reads works from the leaves of a file of Parquet in WebAssembly (`../wasm/parquet`) and gives rows as `../work-rows.ts` lays
 * them out. Pages come from here; texts and objects that recur are understood here once, by `extract`, and afterwards known
 * by their numbers.
 */
export class ParquetColumnScanner {
  private readonly wasm: Exports;
  private bytes = Buffer.alloc(0);
  private sink: (area: Area, rows: Buffer) => void = () => undefined;
  private dictionaries = new Dictionaries();
  private interned = new InternedObjects();
  private columns = new Map<number, Column>();
  private group: Group | null = null;
  private file = -1;

  constructor() {
    this.wasm = instance('parquet', {
      page: (leaf) => Number(this.turn(leaf)),
      open: (leaf) => this.openLeaf(leaf),
      unsupported: (what) => {
        throw new UnsupportedParquet(LACKS[what]);
      },
      isUtf8: (from, to) => Number(isUtf8(this.view(from, to))),
      learn: (kind, at, size) => {
        const numbers = new Int32Array(this.wasm.memory.buffer, at, size);
        return this.interned.learn(
          kind,
          objectOf(kind, numbers, (number) => this.text(number)),
        );
      },
      recall: (kind, number) => this.interned.recall(kind, number, this.dictionaries),
      countryOf: (number) => this.dictionaries.noInstitution(number === NONE ? [] : [this.text(number)]),
      idOf: (from, to, letter) =>
        openAlexNumber(this.view(from, to).toString(), String.fromCharCode(letter)) ?? 0,
      institutionNumber: (from, to) => openAlexNumber(this.view(from, to).toString(), 'I') ?? -1,
      address: (institution, shared, from, to) =>
        this.dictionaries.addresses.code(institution, shared !== 0, this.view(from, to)),
      unpaired: (institution) => this.dictionaries.addresses.unpaired(institution),
      typeOf: (number) => this.put(text(this.text(number)), workType),
      textOf: (area, from, to) => {
        const bytes = this.view(from, to);
        expectSupported(isUtf8(bytes), 'text that is no UTF-8');
        return this.put(text(bytes.toString()), AREAS[area] === 'title' ? shortened : String);
      },
      momentOf: (number, leaf) => this.put(moment(number, this.columns.get(leaf)!.place.kind), String),
      flush: (area, from, to) => this.sink(AREAS[area], this.view(from, to)),
    }) as Exports;
    this.wasm.forget();
  }

  /** Bytes of the texts that recur, as far as they were met. */
  get remembered(): number {
    return this.wasm.textBytes();
  }

  /** Begins a segment: rows go to `sink`, and their codes are those of `dictionaries`. */
  begin(dictionaries: Dictionaries, sink: (area: Area, rows: Buffer) => void): void {
    this.dictionaries = dictionaries;
    this.sink = sink;
    this.wasm.beginSegment();
  }

  openGroup(group: Group): void {
    this.group = group;
    this.wasm.beginGroup();
    for (const [leaf, { name }] of this.columns) if (!isSeldom(name)) this.openLeaf(leaf);
  }

  /** Reads so many rows, the first of which is numbered `row`; gives how many of them are works. @throws UnsupportedParquet */
  read(row: number, count: number): number {
    return this.wasm.readRows(row, count);
  }

  /** That no column of the group of rows goes on. @throws UnsupportedParquet */
  closeGroup(): void {
    for (const [leaf, { name }] of this.columns) if (!isSeldom(name)) this.wasm.end(leaf);
  }

  /** Gives the rows that are still held back. */
  flush(): void {
    this.wasm.finish();
  }

  /** Forgets what was met, and the file. */
  forget(): void {
    this.interned = new InternedObjects();
    this.wasm.forget();
  }

  /** Begins a file. @throws UnsupportedParquet */
  open(file: number, places: ReadonlyMap<string, Place>): void {
    const { wasm } = this;
    this.file = file;
    this.columns.clear();
    wasm.begin();
    for (const [i, slot] of SLOTS.entries()) {
      const place = places.get(slot[0]);
      if (place === undefined) continue;
      const { definition, repetition } = place.depth;
      const leaf = wasm.setLeaf(i, kindOf(slot, place.kind), definition, repetition);
      this.columns.set(leaf, { name: slot[0], place, pages: null, coded: false });
    }
    const names = [...this.columns.values()].map(({ name }) => name);
    expectSupported(names.includes('id'), 'no ids');
    expectSupported(
      names.some((name) => name.startsWith('authorships')),
      'no authorships',
    );
    for (const [i, level] of levelsOf(places).entries()) wasm.setLevel(i, level);
    wasm.wire();
  }

  private openLeaf(leaf: number): void {
    const column = this.columns.get(leaf)!;
    const { place } = column;
    column.pages = new Pages(this.file, chunkOf(this.group!.columns, place), place.depth);
    column.coded = false;
    this.wasm.reset(leaf);
  }

  /** Hands a leaf its next page; false after the last. */
  private turn(leaf: number): boolean {
    const { wasm } = this;
    const column = this.columns.get(leaf)!;
    const page = column.pages?.next() ?? null;
    if (page === null) return false;
    const { codec, dictionary } = column.pages!;
    if (dictionary !== null && !column.coded) {
      const at = this.place(leaf, DICTIONARY, null, dictionary.packed, codec);
      wasm.dictionary(leaf, at, at + dictionary.packed.size, dictionary.count);
      column.coded = true;
    }
    const at = this.place(leaf, PAGE, page.before?.bytes ?? null, page.packed, codec);
    const to = at + (page.before?.bytes.length ?? 0) + page.packed.size;
    const spans = page.before === null ? this.spansAt(at, to, column) : spansOf(page.before, at);
    wasm.turnTo(leaf, page.levels, ...spans, to, page.how);
    return true;
  }

  /** Puts bytes of a leaf where they belong: some as they are, behind them others out of their compression. */
  private place(
    leaf: number,
    what: 0 | 1,
    before: Uint8Array | null,
    packed: Packed,
    codec: Pages['codec'],
  ): number {
    const { wasm } = this;
    const start = before?.length ?? 0;
    const snappy = codec === 'SNAPPY' && packed.size > 0;
    // A buffer that grows may move the memory, so that all of them are taken first.
    const from = snappy ? wasm.packedBuffer(packed.bytes.length) : 0;
    const at = wasm.bufferOf(leaf, what, start + packed.size);
    if (before !== null) this.all().set(before, at);
    if (snappy) {
      this.all().set(packed.bytes, from);
      wasm.unsnap(from, from + packed.bytes.length, at + start, packed.size);
    } else this.all().set(unpacked(packed, codec), at + start);
    return at;
  }

  /** Where levels of both kinds stand, each behind their length, and where values begin. @throws UnsupportedParquet */
  private spansAt(at: number, to: number, { place: { depth } }: Column): number[] {
    let next = at;
    const span = (deepest: number): [number, number] => {
      if (deepest === 0) return [next, next];
      expectSupported(next + 4 <= to, 'levels that end too early');
      const from = next + 4;
      next = from + this.all().readUInt32LE(next);
      expectSupported(next <= to, 'levels that end too early');
      return [from, next];
    };
    return [...span(depth.repetition), ...span(depth.definition), next];
  }

  /** Puts down what a text comes to, and gives its bytes; 0 where there is none. */
  private put(value: string | null, shown: (value: string) => string): number {
    if (value === null) return 0;
    const bytes = Buffer.from(shown(value));
    const at = this.wasm.scratchBuffer(bytes.length);
    this.all().set(bytes, at);
    return bytes.length;
  }

  private text(number: number): string {
    return this.view(this.wasm.textBegin(number), this.wasm.textBegin(number + 1)).toString();
  }

  /** Bytes of the memory that it holds. */
  get size(): number {
    return this.wasm.memory.buffer.byteLength;
  }

  private view(from: number, to: number): Buffer {
    return this.all().subarray(from, to);
  }

  private all(): Buffer {
    const { buffer } = this.wasm.memory;
    if (this.bytes.buffer !== buffer) this.bytes = Buffer.from(buffer);
    return this.bytes;
  }
}

function spansOf({ definition, values }: NonNullable<Page['before']>, at: number): number[] {
  return [at, at + definition, at + definition, at + values, at + values];
}

/** What holds more memory than this after a file is not kept for the next. */
const MOST_KEPT = 192 << 20;
const idle: ParquetColumnScanner[] = [];

/** A scanner that nobody uses. To be given back. */
export function takeColumnScanner(): ParquetColumnScanner {
  return idle.pop() ?? new ParquetColumnScanner();
}

export function giveBackColumnScanner(scanner: ParquetColumnScanner): void {
  if (scanner.size <= MOST_KEPT) idle.push(scanner);
}
