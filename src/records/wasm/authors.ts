import { MOST_AUTHORSHIPS, reserve } from './areas';

/*
 * Unites authorships by author id (law 2): which authorship position stands for the author. An id of 0 means that the
 * author has none and is her own.
 */

const ids: usize = reserve(usize(MOST_AUTHORSHIPS) * 8);

/** Up to here the ids before are looked through; from here on they are found by a table. */
const FEW: u32 = 24;
/** Positions + 1 by hash of the id; wiped after each work that used it. */
const SLOTS: u32 = MOST_AUTHORSHIPS * 2;
const table: usize = reserve(usize(SLOTS) * 4);

let count: u32 = 0;
let tabled: bool = false;
export let distinct: u32 = 0;

export function beginAuthors(): void {
  if (tabled) memory.fill(table, 0, usize(SLOTS) * 4);
  tabled = false;
  count = 0;
  distinct = 0;
}

/** The position of the first authorship of this author; called once per authorship, in order, at most `MOST_AUTHORSHIPS` times. */
export function addAuthor(id: u64): u32 {
  const position = count++;
  store<u64>(ids + usize(position) * 8, id);
  if (id != 0) {
    const first = position < FEW ? search(id, position) : lookUp(id, position);
    if (first < position) return first;
  }
  distinct++;
  return position;
}

function search(id: u64, end: u32): u32 {
  let i: u32 = 0;
  while (i < end && load<u64>(ids + usize(i) * 8) != id) i++;
  return i;
}

function lookUp(id: u64, position: u32): u32 {
  if (!tabled) {
    tabled = true;
    for (let i: u32 = 0; i < position; i++) {
      const earlier = load<u64>(ids + usize(i) * 8);
      if (earlier != 0) place(earlier, i);
    }
  }
  return place(id, position);
}

/** The position under which the id stands in the table: the one given, where it is new there. */
function place(id: u64, position: u32): u32 {
  let slot = u32((id * 0x9e3779b97f4a7c15) >> 40) & (SLOTS - 1);
  while (true) {
    const taken: u32 = load<u32>(table + usize(slot) * 4);
    if (taken == 0) break;
    if (load<u64>(ids + usize(taken - 1) * 8) == id) return taken - 1;
    slot = (slot + 1) & (SLOTS - 1);
  }
  store<u32>(table + usize(slot) * 4, position + 1);
  return position;
}
