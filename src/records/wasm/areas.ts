import { AREAS } from './generated/layout';

/**
 * Where everything lies in the one memory of the scanner, fixed at the start: only the input, which is last, may need
 * more room later. Pages that nobody touches cost nothing.
 */
let free: usize = (__heap_base + 15) & ~15;

export function reserve(bytes: usize): usize {
  const start = free;
  free += (bytes + 15) & ~15;
  const lacking = i32((free + 0xffff) >>> 16) - memory.size();
  if (lacking > 0 && memory.grow(lacking) < 0) unreachable();
  return start;
}

/** Authorships, and mentions of institutions, that one work may have here; a larger work goes to `JSON.parse`. */
export const MOST_AUTHORSHIPS: u32 = 1 << 16;

/** A text of more bytes sends its line to `JSON.parse`. */
export const LONGEST_TEXT: u32 = 60_000;

/** Rows are gathered in areas, as `../work-rows.ts` names them; from so many bytes in one on, all are handed over. */
export const FLUSH: usize = 1 << 18;
/** With room behind for the rows of one work: the mentions of the largest, or a text. */
export const AREA_BYTES: usize = FLUSH + (5 << 18) + 64;
export const areas: usize = reserve(usize(AREAS) * AREA_BYTES);

/** Objects that recur, such as institutions: how many are kept of each kind, and their bytes together. */
export const MOST_KNOWN: u32 = 1 << 17;
export const KNOWN_BYTES: usize = 64 << 20;

/** Where the input begins, once everything else has its place. */
export function afterAll(): usize {
  return free;
}
