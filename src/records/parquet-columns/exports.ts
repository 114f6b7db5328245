import type { Memory } from '../compiled.ts';

/** What the WebAssembly of `../wasm/parquet` exports; leaves and positions are places in its memory. */
export interface Exports {
  readonly memory: Memory;
  forget(): void;
  begin(): void;
  wire(): void;
  beginSegment(): void;
  beginGroup(): void;
  readRows(row: number, count: number): number;
  end(leaf: number): void;
  finish(): void;
  reset(leaf: number): void;
  bufferOf(leaf: number, what: 0 | 1, bytes: number): number;
  setLeaf(slot: number, kind: number, definition: number, repetition: number): number;
  setLevel(slot: number, level: number): void;
  dictionary(leaf: number, from: number, to: number, count: number): void;
  turnTo(leaf: number, levels: number, ...spans: readonly number[]): void;
  packedBuffer(bytes: number): number;
  unsnap(from: number, to: number, out: number, size: number): void;
  scratchBuffer(bytes: number): number;
  textBegin(number: number): number;
  textBytes(): number;
}

/** What it is that makes the reading end, in the order of `../wasm/parquet/unsupported.ts`. */
export const LACKS = [
  'numbers of this width',
  'numbers that go on',
  'values that end too early',
  'values in this encoding, or codes beyond the dictionary',
  'columns of different lengths',
  'leaves that disagree',
  'text that is no UTF-8',
  'more than is taken at once',
  'objects out of step',
];
