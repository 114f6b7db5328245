import { LEAF_TITLE, LEAF_TOPICS } from '../generated/parquet';
import { open } from './host';
import { Leaf, reset, skip } from './leaf';
import { leafAt } from './slots';

/*
 * Leaves that are only read where another says nothing: the title beside the name that is shown, and the list of topics
 * beside the primary one. Their pages are opened when they are first asked for in a group of rows.
 */

const LISTED: usize = 8;

/** Rows of the group that were begun. */
let row: i32 = 0;

/** A group of rows begins. */
export function beginRows(): void {
  row = 0;
  close(leafAt(LEAF_TITLE));
  for (let i: usize = 0; i < LISTED; i++) close(leafAt(LEAF_TOPICS + i));
}

function close(leaf: Leaf): void {
  if (changetype<usize>(leaf) != 0) reset(leaf);
}

export function beginRow(): void {
  row++;
}

/** Before the first entry of the present row. To be called once a row, before the leaf is gone on with. */
export function goTo(leaf: Leaf): void {
  if (leaf.rows < 0) {
    open(changetype<usize>(leaf));
    leaf.rows = 0;
  }
  skip(leaf, row - 1 - leaf.rows);
  leaf.rows = row;
}
