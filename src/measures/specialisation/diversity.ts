import { checkBinary } from '../binary.ts';
import { sums } from '../defined-matrix.ts';
import type { Matrix } from '../matrix.ts';

/**
 * k_c = Σ_p M_cp, in how many fields each place is specialised.
 *
 * @param m places × fields, 1 where the place is specialised, else 0 (`specialisations`)
 * @returns one number for each row
 * @throws RangeError for a value other than 0 or 1
 */
export function diversity(m: Matrix): Float64Array {
  checkBinary(m);
  return sums(m).rows;
}

/** k_p = Σ_c M_cp, how many places are specialised in each field: one number for each column. Errors as `diversity`. */
export function ubiquity(m: Matrix): Float64Array {
  checkBinary(m);
  return sums(m).columns;
}
