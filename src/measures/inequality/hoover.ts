import { portions } from './amounts.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/**
 * Hoover's index (also Ricci-Schutz, Robin Hood): the part of the amount that would have to move for all to have their
 * part,
 *
 *     H = ½ Σ_i |s_i − w_i|
 *
 * with s_i the place's part of the amount, w_i its part of the weights, 1/n where none are given. From 0 to 1 − min w
 * (1 − 1/n unweighted). Blind to what moves among places on one side of the mean. Undefined without places (`empty`), and
 * where the amounts or the weights sum to 0 (`zero-margin`).
 *
 * Source: Hoover 1936, Review of Economics and Statistics 18:162.
 *
 * @param amounts and weights: n numbers, none negative
 * @throws RangeError for negative or non-finite numbers, or lengths that differ
 */
export function hoover(amounts: ArrayLike<number>, weights?: ArrayLike<number>): Quantity {
  const parts = portions(amounts, weights);
  if (parts.reason !== null) return unknown(parts.reason, parts.code);
  const { s, w } = parts;
  return known(s.reduce((sum, part, i) => sum + Math.abs(part - w[i]), 0) / 2);
}
