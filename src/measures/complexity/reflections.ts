import { checkBinary } from '../binary.ts';
import { withMargins, type Omitted } from '../defined-matrix.ts';
import { at, type Matrix } from '../matrix.ts';

/** The n-th reflection of places and of fields. */
export interface Reflections {
  readonly places: readonly string[];
  readonly fields: readonly string[];
  /** k_c,n and k_p,n. */
  readonly ofPlaces: Float64Array;
  readonly ofFields: Float64Array;
  readonly omitted: readonly Omitted[];
}

/**
 * The method of reflections: k_c,0 is diversity, k_p,0 ubiquity, and each next is the mean of the other before,
 *
 *     k_c,n = (1/k_c,0) Σ_p M_cp k_p,n−1,   k_p,n = (1/k_p,0) Σ_c M_cp k_c,n−1
 *
 * k_c,1 is how common a place's fields are. High reflections shrink to one number and hold `complexity` in their last
 * digits; take that instead. Places and fields without a specialisation are omitted (zero-margin).
 *
 * Source: Hidalgo & Hausmann 2009, PNAS 106:10570, doi:10.1073/pnas.0900943106.
 *
 * @param m places × fields, 0 or 1
 * @throws RangeError for a value other than 0 or 1, or n that is no whole number from 0
 */
export function reflections(m: Matrix, n: number): Reflections {
  checkBinary(m);
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`n must be a whole number from 0, got ${n}`);
  const kept = withMargins(m, 'the place is specialised in nothing', 'no place is specialised in the field');
  const { rows, columns } = kept;
  const diversity = Float64Array.from(rows, (i) => columns.reduce((sum, j) => sum + at(m, i, j), 0));
  const ubiquity = Float64Array.from(columns, (j) => rows.reduce((sum, i) => sum + at(m, i, j), 0));
  let [ofPlaces, ofFields] = [diversity, ubiquity];
  for (let step = 0; step < n; step++) {
    const [c, p] = [ofPlaces, ofFields];
    ofPlaces = diversity.map((k, a) => columns.reduce((sum, j, b) => sum + at(m, rows[a], j) * p[b], 0) / k);
    ofFields = ubiquity.map((k, b) => rows.reduce((sum, i, a) => sum + at(m, i, columns[b]) * c[a], 0) / k);
  }
  return Object.freeze({
    places: Object.freeze(rows.map((i) => m.rows[i])),
    fields: Object.freeze(columns.map((j) => m.columns[j])),
    ofPlaces,
    ofFields,
    omitted: kept.omitted,
  });
}
