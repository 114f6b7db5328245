import { AREA_BYTES, areas, FLUSH, reserve } from './areas';
import {
  AREAS,
  AT_AUTHORS,
  AT_AUTHORSHIPS,
  AT_SOURCE,
  AT_TEXTS,
  AT_TOPIC,
  FIRST_TEXT,
  WORK_BYTES,
} from './generated/layout';
import { flush } from './host';

/*
 * Rows as `../work-rows.ts` lays them out: of a work a row of numbers, of a mention five of them, and each text behind
 * the last of its kind, with its length before it. What a line wrote counts only once `keepRows` says so, so that a
 * line that turns out unsure leaves nothing.
 */

const WORKS: i32 = 0;
const MENTIONS: i32 = 1;
const MENTION_BYTES: usize = 20;

/** Where the next byte goes in each area, and up to where it counts. */
const ends: usize = reserve(usize(AREAS) * 4);
const kept: usize = reserve(usize(AREAS) * 4);

export function dropRows(): void {
  for (let area = 0; area < AREAS; area++) store<usize>(ends + area * 4, load<usize>(kept + area * 4));
}

export function keepRows(): void {
  let full = false;
  for (let area = 0; area < AREAS; area++) {
    const end = load<usize>(ends + area * 4);
    store<usize>(kept + area * 4, end);
    full = full || end >= startOf(area) + FLUSH;
  }
  if (full) flushRows();
}

export function flushRows(): void {
  for (let area = 0; area < AREAS; area++) {
    const from = startOf(area);
    const to = load<usize>(kept + area * 4);
    if (to > from) flush(area, from, to);
  }
  forgetRows();
}

/** Those of a segment that was given up. */
export function forgetRows(): void {
  for (let area = 0; area < AREAS; area++) store<usize>(kept + area * 4, startOf(area));
  dropRows();
}

/** What stands for null: in a number, and in `truncated`. */
export const NO_NUMBER: i32 = i32.MIN_VALUE;
export const NOT_TOLD: u32 = 2;

/** The row of a work but for what one field tells, which `generated` writes, and its texts. */
export function workRow(work: u64, row: u32, source: i32, topic: i32, authorships: u32, authors: u32): usize {
  const at = taken(WORKS, WORK_BYTES);
  store<u64>(at, work);
  store<u32>(at, row, 8);
  store<i32>(at, source == 0 ? NO_NUMBER : source, AT_SOURCE);
  store<i32>(at, topic == 0 ? NO_NUMBER : topic, AT_TOPIC);
  store<u32>(at, authorships, AT_AUTHORSHIPS);
  store<u32>(at, authors, AT_AUTHORS);
  return at;
}

/** Which texts a work has: a bit for each. */
export function textsOf(at: usize, texts: u32): void {
  store<u64>(at, texts, AT_TEXTS);
}

/** One row of `mentions`. */
export function mentionRow(row: u32, author: u32, among: u32, institution: u32, address: u32): void {
  const at = taken(MENTIONS, MENTION_BYTES);
  store<u32>(at, row);
  store<u32>(at, author, 4);
  store<u32>(at, among, 8);
  store<u32>(at, institution, 12);
  store<u32>(at, address, 16);
}

/** A text, and where it was cut an ellipsis; gives the bit that says it is there. */
export function textField(area: i32, from: usize, to: usize, cut: bool): u32 {
  const bytes = to - from;
  const all = cut ? bytes + 3 : bytes;
  const at = taken(area, 4 + all);
  store<u32>(at, all);
  memory.copy(at + 4, from, bytes);
  if (cut) {
    // The character `…` in UTF-8.
    store<u16>(at + 4 + bytes, 0x80e2);
    store<u8>(at + 4 + bytes, 0xa6, 2);
  }
  return 1 << (area - FIRST_TEXT);
}

function taken(area: i32, bytes: usize): usize {
  const at = load<usize>(ends + usize(area) * 4);
  store<usize>(ends + usize(area) * 4, at + bytes);
  return at;
}

function startOf(area: i32): usize {
  return areas + usize(area) * AREA_BYTES;
}
