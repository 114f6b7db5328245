import { grown, newBuffer, Buffer, take } from './heap';

/** Runs of bytes, each kept once and known by the order of first sight: texts that repeat, and lists of their numbers. */
@unmanaged
export class Runs {
  bytes: Buffer;
  /** Bytes of all of them, one behind the other. */
  length: u32;
  /** Where each begins; one more than there are. */
  starts: Buffer;
  count: u32;
  /** By hash the number of a run and one more, 0 where there is none; half of it stays free. */
  slots: usize;
  mask: u32;
  /** Whether all of a run tells it apart, rather than its beginning and end. */
  whole: bool;
}

const SLOTS: u32 = 1 << 11;

export function newRuns(whole: bool): Runs {
  const runs = changetype<Runs>(take(offsetof<Runs>()));
  runs.bytes = newBuffer();
  runs.length = 0;
  runs.starts = newBuffer();
  store<u32>(grown(runs.starts, 0, 1 << 12), 0);
  runs.count = 0;
  runs.slots = newSlots(SLOTS);
  runs.mask = SLOTS - 1;
  runs.whole = whole;
  return runs;
}

/** Forgets all of them; their buffer stays. */
export function emptyRuns(runs: Runs): void {
  runs.length = 0;
  runs.count = 0;
  memory.fill(runs.slots, 0, usize(runs.mask + 1) * 4);
}

/** Where a run that is new would be found, after `find` gave that it is. */
let freeSlot: u32 = 0;

/** The number of a run, −1 where it is new. */
export function find(runs: Runs, from: usize, to: usize): i32 {
  const size = to - from;
  let slot = hashed(from, to, runs.whole) & runs.mask;
  while (true) {
    const known = load<u32>(runs.slots + usize(slot) * 4);
    if (known == 0) break;
    const start = startOf(runs, known - 1);
    if (startOf(runs, known) - start == size && same(runs.bytes.at + start, from, size))
      return i32(known - 1);
    slot = (slot + 1) & runs.mask;
  }
  freeSlot = slot;
  return -1;
}

/** Keeps the run that `find` has just found new. */
export function keep(runs: Runs, from: usize, to: usize): i32 {
  const size = to - from;
  const bytes = grown(runs.bytes, runs.length, usize(runs.length) + size + 16);
  memory.copy(bytes + runs.length, from, size);
  runs.length += u32(size);
  const number = runs.count++;
  const starts = grown(runs.starts, usize(runs.count) * 4, usize(runs.count + 1) * 4);
  store<u32>(starts + usize(runs.count) * 4, runs.length);
  store<u32>(runs.slots + usize(freeSlot) * 4, runs.count);
  if (runs.count * 2 > runs.mask) spread(runs);
  return i32(number);
}

export function startOf(runs: Runs, number: u32): usize {
  return load<u32>(runs.starts.at + usize(number) * 4);
}

function spread(runs: Runs): void {
  const size = (runs.mask + 1) * 2;
  const slots = newSlots(size);
  const mask = size - 1;
  for (let number: u32 = 0; number < runs.count; number++) {
    const bytes = runs.bytes.at;
    let slot = hashed(bytes + startOf(runs, number), bytes + startOf(runs, number + 1), runs.whole) & mask;
    while (load<u32>(slots + usize(slot) * 4) != 0) slot = (slot + 1) & mask;
    store<u32>(slots + usize(slot) * 4, number + 1);
  }
  runs.slots = slots;
  runs.mask = mask;
}

function newSlots(count: u32): usize {
  const slots = take(usize(count) * 4);
  memory.fill(slots, 0, usize(count) * 4);
  return slots;
}

/** Ids differ near their ends, names anywhere: the beginnings of long runs and their ends are enough. Addresses begin and end alike. */
function hashed(from: usize, to: usize, whole: bool): u32 {
  const size = to - from;
  let hash: u64 = u64(size) * 0x9e3779b97f4a7c15;
  if (size < 8) return folded(mixed(hash, short(from, size)));
  const middle = whole ? to - 8 : min(to - 8, from + 24);
  for (let p = from; p < middle; p += 8) hash = mixed(hash, load<u64>(p));
  for (let p = max(middle, to - 24); p + 8 < to; p += 8) hash = mixed(hash, load<u64>(p));
  return folded(mixed(hash, load<u64>(to - 8)));
}

/** Fewer than eight bytes as one number; what stands behind them is read and left out. */
function short(from: usize, size: usize): u64 {
  return size == 0 ? 0 : load<u64>(from) & (u64.MAX_VALUE >>> (64 - 8 * u64(size)));
}

function mixed(hash: u64, word: u64): u64 {
  hash = (hash ^ word) * 0x9e3779b97f4a7c15;
  return hash ^ (hash >>> 29);
}

function folded(hash: u64): u32 {
  return u32(hash >>> 32) ^ u32(hash);
}

function same(a: usize, b: usize, size: usize): bool {
  let i: usize = 0;
  for (; i + 8 <= size; i += 8) if (load<u64>(a + i) != load<u64>(b + i)) return false;
  return short(a + i, size - i) == short(b + i, size - i);
}
