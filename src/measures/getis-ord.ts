import { checkAmounts } from './amounts.ts';
import { checkAlternative, type Alternative } from './alternative.ts';
import { spatialTest, type SpatialTest } from './moran.ts';
import { unknown, type Unknown } from './quantity.ts';
import { spatialMoments } from './spatial-moments.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/** Getis and Ord's G with what is expected of it and its test over orders of the values. */
export interface GetisOrd {
  readonly value: number;
  readonly reason: null;
  readonly expected: number;
  readonly randomisation: SpatialTest;
  readonly alternative: Alternative;
  readonly places: number;
  readonly islands: number;
}

/**
 * Getis and Ord's general G: are the high values together, or the low ones?
 *
 *     G = Σ_i Σ_j w_ij x_i x_j / Σ_i Σ_{j≠i} x_i x_j
 *
 * E[G] = S0/(n(n − 1)). Above it, high values are neighbours; below, low ones are: Moran's I does not tell the two apart.
 * Of amounts with a natural zero only (not changed by the unit, but by a shift), and of binary weights within a distance as
 * it was meant. Variance over orders of the values: Getis & Ord 1992, Geographical Analysis 24:189, with the corrected
 * B1. Islands and undefined cases as `moran`; undefined also where fewer than two places have an amount.
 *
 * @param values n amounts, none negative
 * @throws RangeError as `moran`, and for negative values
 */
export function getisOrd(
  values: ArrayLike<number>,
  w: SpatialWeights,
  alternative: Alternative = 'greater',
): GetisOrd | Unknown {
  checkAlternative(alternative);
  checkAmounts(values, 'value');
  const moments = spatialMoments(values, w);
  if ('reason' in moments) return moments;
  const { n, islands, s0, s1, s2, pairs } = moments;
  // Powers of x in units of the greatest, so that fourth powers stay in range.
  const amounts = Float64Array.from(values);
  const most = amounts.reduce((greatest, value) => Math.max(greatest, value), 0);
  const x = amounts.map((value) => value / most);
  const sum = (power: number): number => x.reduce((total, value) => total + value ** power, 0);
  const [m1, m2, m3, m4] = [sum(1), sum(2), sum(3), sum(4)];
  const all = m1 * m1 - m2;
  if (!(all > 1e-12 * m1 * m1)) return unknown('fewer than two places have an amount', 'too-few');
  let near = 0;
  for (let i = 0; i < x.length; i++)
    for (let at = pairs.offsets[i]; at < pairs.offsets[i + 1]; at++)
      near += pairs.sums[at] * x[i] * x[pairs.others[at]];
  const value = near / all;
  const expected = s0 / (n * (n - 1));
  const b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0;
  const b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
  const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0 * s0);
  const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0 * s0;
  const b4 = s1 - s2 + s0 * s0;
  const mean = b0 * m2 ** 2 + b1 * m4 + b2 * m1 ** 2 * m2 + b3 * m1 * m3 + b4 * m1 ** 4;
  const variance = mean / (all ** 2 * n * (n - 1) * (n - 2) * (n - 3)) - expected ** 2;
  const scale = expected ** 2;
  const test = spatialTest((value - expected) / expected, variance / scale, alternative);
  return Object.freeze({
    value,
    reason: null,
    expected,
    randomisation: Object.freeze({ ...test, variance: test.variance * scale }),
    alternative,
    places: n,
    islands,
  });
}
