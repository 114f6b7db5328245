import { checkAmounts } from '../inequality/amounts.ts';
import { checkMatrix, checkParts } from '../arguments.ts';
import { pick, sums, withMargins, type DefinedMatrix } from '../defined-matrix.ts';
import type { Matrix } from '../matrix.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

const NO_PLACE = 'the place has nothing in any field';
const NO_FIELD = 'no place has anything in the field';

/** A cell of a table of places × fields with what it is compared with: its row, its column and all. */
export interface Margins {
  readonly cell: number;
  /** Σ over fields of the place; Σ over places of the field; Σ of all. */
  readonly row: number;
  readonly column: number;
  readonly total: number;
}

/** @throws RangeError for a negative or non-finite number, or a cell above its margins (but for rounding) */
export function checkMargins(margins: Margins): void {
  checkParts('margins', margins, { cell: 'number', row: 'number', column: 'number', total: 'number' });
  const { cell, row, column, total } = margins;
  checkAmounts([cell, row, column, total], 'of cell, row, column and total, amount');
  const rounding = 1 + 1e-9;
  if (cell > Math.min(row, column) * rounding || Math.max(row, column) > total * rounding)
    throw new RangeError(`a cell of ${cell} in a row of ${row} and a column of ${column} of ${total} in all`);
}

/**
 * The location quotient, or revealed comparative advantage: how much larger field p is in place c than in all,
 *
 *     LQ_cp = (x_cp / x_c·) / (x_·p / x_··)
 *
 * 1 where the place is as all are; from 0 to x_··/x_c· or x_··/x_·p, whichever is less, so that small places and small
 * fields reach highest. Undefined (zero-margin) for a place or a field with nothing.
 *
 * Source: Balassa 1965, The Manchester School 33:99.
 *
 * @throws RangeError as `checkMargins`
 */
export function locationQuotient(margins: Margins): Quantity {
  checkMargins(margins);
  const { cell, row, column, total } = margins;
  if (row === 0) return unknown(NO_PLACE, 'zero-margin');
  if (column === 0) return unknown(NO_FIELD, 'zero-margin');
  return known(cell / row / (column / total));
}

/**
 * The location quotients of a table of places × fields. Places and fields with nothing are omitted, by name.
 *
 * @param x places × fields, amounts of 0 or more
 * @throws RangeError for a negative amount
 */
export function locationQuotients(x: Matrix): DefinedMatrix {
  checkMatrix('x', x);
  checkAmounts(x.values);
  const { rows, columns, total } = sums(x);
  const width = x.columns.length;
  return pick(
    x,
    withMargins(x, NO_PLACE, NO_FIELD),
    (i, j) => x.values[i * width + j] / rows[i] / (columns[j] / total),
  );
}
