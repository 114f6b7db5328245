import { checkKind } from '../arguments.ts';

/**
 * p adjusted for the false discovery rate (Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57:289):
 *
 *     q_(i) = min_{k ≥ i} min(1, p_(k) · m / k)
 *
 * with p_(1) ≤ … ≤ p_(m). Calling all with q ≤ α a discovery keeps the expected part of false ones among them at α at
 * most, where tests are independent or move together (positive regression dependence). R's `p.adjust(p, "BH")`.
 *
 * @param p m probabilities, in any order
 * @returns m adjusted ones in the order of p; none for none
 * @throws RangeError for a p outside [0, 1]
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  checkKind('p', p, 'list');
  const m = p.length;
  for (let i = 0; i < m; i++)
    if (!(p[i] >= 0 && p[i] <= 1)) throw new RangeError(`p ${i} is ${p[i]}, and must lie from 0 to 1`);
  const order = Array.from({ length: m }, (_, i) => i).sort((i, j) => p[j] - p[i]);
  const adjusted = new Float64Array(m);
  let least = 1;
  for (const [k, i] of order.entries()) {
    least = Math.min(least, p[i] * (m / (m - k)));
    adjusted[i] = least;
  }
  return adjusted;
}
