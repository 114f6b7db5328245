/**
 * The reader of works in Parquet, in AssemblyScript: it goes through the leaves of the file entry by entry and writes the
 * rows of the relations `works` and `mentions`, as the scanner of JSON does. The host (`../../parquet-columns/scanner.ts`) reads
 * pages, takes them out of their compression, and says what texts and objects mean, each once. Whatever is out of the
 * ordinary ends the reading, and the engine reads the file.
 */
import { afterAll } from '../areas';
import { flushRows, forgetRows, keepRows } from '../rows';
import { beginAddresses, forgetPairs } from './addresses';
import { beginAuthorships, forgetMentioned, wireAuthorships } from './authorships';
import { beginHeap } from './heap';
import { beginObjects } from './known';
import { beginPages, isEnded, Leaf, reset, bufferOf } from './leaf';
import { dictionary, turnTo } from './pages';
import { beginEntities, forgetEntities } from './entities';
import { beginRows } from './seldom';
import { emptySlots, forgetLeaves, setLeaf, setLevel } from './slots';
import { LENGTHS, expectSupported } from './unsupported';
import { unsnap } from './snappy';
import { beginTexts, forgotAddresses, textBegin, textBytes } from './texts';
import { scratchBuffer } from './scalars';
import { beginWorks, packedBuffer, readWork } from './work';

export {
  dictionary,
  packedBuffer,
  reset,
  bufferOf,
  scratchBuffer,
  setLeaf,
  setLevel,
  textBegin,
  textBytes,
  turnTo,
  unsnap,
};

/** At the start, and where too much was met: forgets all of it, leaves included. */
export function forget(): void {
  forgetLeaves();
  emptySlots();
  beginHeap(afterAll());
  beginPages();
  beginTexts();
  beginObjects();
  beginWorks();
  beginEntities();
  beginAuthorships();
  beginAddresses();
}

/** Begins a file: then its leaves and levels are set, and then comes `wire`. */
export function begin(): void {
  emptySlots();
}

export function wire(): void {
  wireAuthorships();
  beginSegment();
}

export function beginSegment(): void {
  forgetRows();
  forgetEntities();
  forgetMentioned();
}

/** Begins a group of rows; its leaves are reset one by one. */
export function beginGroup(): void {
  if (forgotAddresses()) forgetPairs();
  beginRows();
}

/** Reads so many rows, the first of which is numbered `row`; gives how many of them are works. */
export function readRows(row: u32, count: u32): u32 {
  let works: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    if (!readWork(row + i)) continue;
    works++;
    keepRows();
  }
  return works;
}

/** That the leaf goes on no further. */
export function end(leaf: Leaf): void {
  expectSupported(isEnded(leaf), LENGTHS);
}

/** Hands over the rows that are left. */
export function finish(): void {
  flushRows();
}
