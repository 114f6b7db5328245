import { KNOWN_BYTES, MOST_KNOWN, reserve } from './areas';
import { learn, recall } from './host';
import { LOST, skipNumber, skipSpace, skipValue } from './json';

/*
 * Objects that recur byte for byte, such as institutions: the first time one is parsed by the host, afterwards its
 * bytes are compared with those kept. An object closes itself, so equal bytes from `{` on are the same whole object,
 * and one number of JSON in the place of another changes nothing but that number.
 */

export const INSTITUTION: i32 = 0;
export const SOURCE: i32 = 1;
export const TOPIC: i32 = 2;
const KINDS: usize = 3;

/** How far objects of each kind are told apart. A topic has a score that differs from work to work. */
const HASHED: usize = 64;
const HASHED_TOPIC: usize = 36;
/** Objects of one hash; beyond that one is parsed each time it is met. */
const CROWDED: i32 = 32;

const SLOTS: usize = 1 << 18;
/** Of an entry: its hash, its code in this segment, head and tail with their lengths (no tail: 0). */
const ENTRY: usize = 24;
const slots: usize = reserve(KINDS * SLOTS * 4);
const entries: usize = reserve(KINDS * usize(MOST_KNOWN) * ENTRY);
const counts: usize = reserve(KINDS * 4);
const knownBytes: usize = reserve(KNOWN_BYTES);
let used: usize = 0;

const UNASKED: i32 = -1;

/** The code found last; `known` gives the position after the object. */
export let code: i32 = 0;

export function known(kind: i32, p: usize): usize {
  const hash = hashed(p, kind == TOPIC ? HASHED_TOPIC : HASHED);
  const table = slots + usize(kind) * SLOTS * 4;
  let slot = usize(hash) & (SLOTS - 1);
  let alike = 0;
  while (true) {
    const number: u32 = load<u32>(table + slot * 4);
    if (number == 0) break;
    const entry = entryOf(kind, number - 1);
    if (load<u32>(entry) == hash) {
      const after = whereEqual(entry, p);
      if (after != LOST) {
        code = load<i32>(entry, 4);
        if (code == UNASKED) store<i32>(entry, (code = recall(kind, number - 1)), 4);
        return after;
      }
      alike++;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
  const after = skipValue(p);
  if (after == LOST) return LOST;
  const length = after - p;
  const count: u32 = load<u32>(counts + usize(kind) * 4);
  const keep = alike < CROWDED && count < MOST_KNOWN && used + length + 32 <= KNOWN_BYTES;
  code = learn(kind, p, after, keep);
  if (keep) {
    store<u32>(counts + usize(kind) * 4, count + 1);
    store<u32>(table + slot * 4, count + 1);
    remember(entryOf(kind, count), kind, hash, p, length);
  }
  return after;
}

/** A new segment begins: its codes are asked for anew. Forgets everything where too little room is left. */
export function beginKnown(): bool {
  const full = used > KNOWN_BYTES - (KNOWN_BYTES >> 2);
  for (let kind = 0; kind < i32(KINDS); kind++) {
    const count: u32 = load<u32>(counts + usize(kind) * 4);
    if (full || count == MOST_KNOWN) return forget();
    for (let i: u32 = 0; i < count; i++) store<i32>(entryOf(kind, i), UNASKED, 4);
  }
  return false;
}

function forget(): bool {
  memory.fill(slots, 0, KINDS * SLOTS * 4);
  memory.fill(counts, 0, KINDS * 4);
  used = 0;
  return true;
}

function entryOf(kind: i32, number: u32): usize {
  return entries + (usize(kind) * usize(MOST_KNOWN) + usize(number)) * ENTRY;
}

function remember(entry: usize, kind: i32, hash: u32, p: usize, length: usize): void {
  const bytes = knownBytes + used;
  memory.copy(bytes, p, length);
  // Where the last sixteen bytes are compared, more than the object is read, and must not be what came before.
  used += (length + 31) & ~15;
  let head = length;
  let tail: usize = 0;
  if (kind == TOPIC) {
    const score = afterScore(bytes, length);
    if (score != 0) {
      head = score - bytes;
      tail = skipNumber(score);
    }
  }
  store<u32>(entry, hash);
  store<i32>(entry, code, 4);
  store<u32>(entry, u32(bytes), 8);
  store<u32>(entry, u32(head), 12);
  store<u32>(entry, u32(tail), 16);
  store<u32>(entry, tail == 0 ? 0 : u32(bytes + length - tail), 20);
}

/** Where the number after the key `"score"` begins; a key's bytes stand nowhere but in a key. 0 without one. */
function afterScore(p: usize, length: usize): usize {
  for (const end = p + length - 8; p < end; p++) {
    // `"score":`
    if (load<u64>(p) != 0x3a2265726f637322) continue;
    const from = skipSpace(p + 8);
    return skipNumber(from) == LOST ? 0 : from;
  }
  return 0;
}

/** Where the object at `p` ends if it is the known one. */
function whereEqual(entry: usize, p: usize): usize {
  const head = load<u32>(entry, 12);
  if (!same(load<u32>(entry, 8), p, head)) return LOST;
  const tail = load<u32>(entry, 16);
  if (tail == 0) return p + head;
  const after = skipNumber(p + head);
  const length = load<u32>(entry, 20);
  return after != LOST && same(tail, after, length) ? after + length : LOST;
}

/** Whether `length` bytes are equal; reads up to fifteen more of both. */
function same(a: usize, b: usize, length: usize): bool {
  let i: usize = 0;
  for (; i + 64 <= length; i += 64) {
    const first = v128.and(
      i8x16.eq(v128.load(a + i), v128.load(b + i)),
      i8x16.eq(v128.load(a + i, 16), v128.load(b + i, 16)),
    );
    const second = v128.and(
      i8x16.eq(v128.load(a + i, 32), v128.load(b + i, 32)),
      i8x16.eq(v128.load(a + i, 48), v128.load(b + i, 48)),
    );
    if (!i8x16.all_true(v128.and(first, second))) return false;
  }
  for (; i + 16 <= length; i += 16) {
    if (!i8x16.all_true(i8x16.eq(v128.load(a + i), v128.load(b + i)))) return false;
  }
  if (i == length) return true;
  const wanted: i32 = (1 << i32(length - i)) - 1;
  return (i8x16.bitmask(i8x16.eq(v128.load(a + i), v128.load(b + i))) & wanted) == wanted;
}

/** FNV-1a over words of eight bytes where neither `}` nor a line feed is near, else of four up to the one with the first. */
function hashed(p: usize, length: usize): u32 {
  const until = p + length;
  let hash: u32 = 0x811c9dc5;
  if (length == HASHED && !endsWithin(p)) {
    let wide: u64 = 0xcbf29ce484222325;
    for (; p < until; p += 8) {
      wide = (wide ^ load<u64>(p)) * 0x9e3779b97f4a7c15;
      wide ^= wide >>> 29;
    }
    return u32(wide >>> 32) ^ u32(wide);
  }
  for (; p < until; p += 4) {
    const word: u32 = load<u32>(p);
    if (holds(word, 0x7d7d7d7d) || holds(word, 0x0a0a0a0a)) break;
    hash = (hash ^ word) * 0x01000193;
    hash ^= hash >>> 15;
  }
  return hash;
}

/** Whether a `}` or line feed is among the first `HASHED` bytes. */
function endsWithin(p: usize): bool {
  const brace = i8x16.splat(0x7d);
  const feed = i8x16.splat(0x0a);
  let marks = v128.or(i8x16.eq(v128.load(p), brace), i8x16.eq(v128.load(p), feed));
  for (let i: usize = 16; i < HASHED; i += 16) {
    const bytes = v128.load(p + i);
    marks = v128.or(marks, v128.or(i8x16.eq(bytes, brace), i8x16.eq(bytes, feed)));
  }
  return v128.any_true(marks);
}

/** Whether one of the four bytes of a word is that of the pattern. */
function holds(word: u32, pattern: u32): bool {
  const zero = word ^ pattern;
  return ((zero - 0x01010101) & ~zero & 0x80808080) != 0;
}
