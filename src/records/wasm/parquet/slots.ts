import { reserve } from '../areas';
import { Leaf, newLeaf, reset } from './leaf';

/*
 * The leaves of a file by the numbers in `../generated/parquet`, and from which levels of definition on the steps to them are
 * there, in the order of `STEPS` in `../../parquet-columns/slots.ts`.
 */

const SLOTS: usize = 64;
const leaves: usize = reserve(SLOTS * 4);
const levels: usize = reserve(SLOTS * 4);
/** Leaves that were made for the slots, whether or not this file has them. */
const made: usize = reserve(SLOTS * 4);

/** A file begins. */
export function emptySlots(): void {
  memory.fill(leaves, 0, SLOTS * 4);
  memory.fill(levels, 0, SLOTS * 4);
}

/** What was made has lost its memory. */
export function forgetLeaves(): void {
  memory.fill(made, 0, SLOTS * 4);
}

/** Says that the file has a leaf, of which kind, and the greatest levels that there can be. */
export function setLeaf(slot: usize, kind: i32, definition: u32, repetition: u32): Leaf {
  let leaf = changetype<Leaf>(usize(load<u32>(made + slot * 4)));
  if (changetype<usize>(leaf) == 0) leaf = newLeaf();
  store<u32>(made + slot * 4, u32(changetype<usize>(leaf)));
  store<u32>(leaves + slot * 4, u32(changetype<usize>(leaf)));
  leaf.kind = kind;
  leaf.greatest = definition;
  leaf.repeats = repetition;
  reset(leaf);
  return leaf;
}

export function setLevel(slot: usize, level: u32): void {
  store<u32>(levels + slot * 4, level);
}

/** Null where the file has none. */
export function leafAt(slot: usize): Leaf {
  return changetype<Leaf>(usize(load<u32>(leaves + slot * 4)));
}

export function levelAt(slot: usize): u32 {
  return load<u32>(levels + slot * 4);
}

export const PRIMARY_SOURCE_THERE: usize = 0;
export const HOST_VENUE_THERE: usize = 1;
export const PRIMARY_TOPIC_THERE: usize = 2;
export const LISTED_TOPIC_THERE: usize = 3;
export const AUTHORSHIP_THERE: usize = 4;
export const AUTHORSHIP_FAR: usize = 5;
export const COUNTRY_THERE: usize = 6;
export const INSTITUTION_FAR: usize = 7;
export const LINEAGE_THERE: usize = 8;
export const LINEAGE_ENTRY_THERE: usize = 9;
export const AFFILIATION_FAR: usize = 10;
export const INSTITUTION_ID_THERE: usize = 11;
