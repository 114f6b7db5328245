import { CLOSE_OBJECT, COLON, COMMA, LOST, OPEN_OBJECT, QUOTE, skipPlain, skipSpace } from './json';
import { reserve } from './areas';

/** What `found` is where a key is not one of the names, or the object ended. */
export const OTHER: i32 = -1;
export const CLOSED: i32 = -2;

/** The place among the names of the key read last. */
export let found: i32 = OTHER;

const LONGEST_NAME: u32 = 31;
/** A name takes this much: its bytes up to 32, its length and its place. */
const ENTRY: usize = 48;

/** A table of field names: by length, where the names of that length begin, then all names in that order. */
export function namesTable(names: StaticArray<string>): usize {
  const table = reserve(64 + ENTRY * (usize(names.length) + 1));
  let entry = table + 64;
  for (let length: u32 = 0; length <= LONGEST_NAME; length++) {
    store<u16>(table + usize(length) * 2, u16(entry - table));
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (u32(name.length) != length) continue;
      storeName(entry, name);
      store<u32>(entry + 32, length);
      store<i32>(entry + 36, i);
      entry += ENTRY;
    }
  }
  return table;
}

/** The bytes of a name, which must be ASCII. */
export function bytesOf(name: string): usize {
  const bytes = reserve(usize(name.length));
  storeName(bytes, name);
  return bytes;
}

function storeName(at: usize, name: string): void {
  for (let i = 0; i < name.length; i++) store<u8>(at + usize(i), u8(name.charCodeAt(i)));
}

/** The place of a name among those of the table. */
export function find(table: usize, p: usize, length: u32): i32 {
  if (length > LONGEST_NAME || length == 0) return OTHER;
  const head = v128.load(p);
  const wanted: i32 = length >= 16 ? 0xffff : (1 << length) - 1;
  for (
    let entry = table + load<u16>(table + usize(length) * 2);
    load<u32>(entry + 32) == length;
    entry += ENTRY
  ) {
    if ((i8x16.bitmask(i8x16.eq(head, v128.load(entry))) & wanted) != wanted) continue;
    const tail = usize(length) - 16;
    if (length > 16 && !i8x16.all_true(i8x16.eq(v128.load(p + tail), v128.load(entry + tail)))) continue;
    return load<i32>(entry + 36);
  }
  return OTHER;
}

/**
 * The next key of the object entered, told in `found`; gives the position of its value, or after the closing brace. An
 * escape in a key may spell a name that is used: not sure.
 */
export function key(p: usize, table: usize): usize {
  const first = load<u8>(p - 1) == OPEN_OBJECT;
  let c: u32 = load<u8>(p);
  if (c <= 0x20) {
    p = skipSpace(p);
    c = load<u8>(p);
  }
  if (c == CLOSE_OBJECT) {
    found = CLOSED;
    return p + 1;
  }
  if (!first) {
    if (c != COMMA) return LOST;
    c = load<u8>(++p);
    if (c <= 0x20) {
      p = skipSpace(p);
      c = load<u8>(p);
    }
  }
  if (c != QUOTE) return LOST;
  const from = p + 1;
  p = skipPlain(from);
  if (load<u8>(p) != QUOTE) return LOST;
  found = find(table, from, u32(p - from));
  p++;
  if (load<u8>(p) <= 0x20) p = skipSpace(p);
  if (load<u8>(p) != COLON) return LOST;
  p++;
  return load<u8>(p) <= 0x20 ? skipSpace(p) : p;
}
