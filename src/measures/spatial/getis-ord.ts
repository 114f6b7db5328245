import { checkAmounts } from '../inequality/amounts.ts';
import { checkAlternative, type Alternative } from './alternative.ts';
import { spatialTest, type SpatialTest } from './moran.ts';
import { unknown, type Unknown } from '../quantity.ts';
import { timesPowerOfTwo } from '../binary-unit.ts';
import { endsVariance, spatialMoments } from './spatial-moments.ts';
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
 * it was meant. Variance over orders of the values: that of Getis & Ord 1992, Geographical Analysis 24:189 (with the B1 that
 * is misprinted there), in the form of `SpatialMoments`. Places without a neighbour and undefined cases as `moran`; undefined
 * also where fewer than two places have an amount (`too-few`).
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
  const { n, islands, weightUnit, pairs, s0, x, mean, z, ends, rest, mixed, noise } = moments;
  if (x.filter((value) => value > 0).length < 2)
    return unknown('fewer than two places have an amount', 'too-few');
  let [all, before, near] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    all += 2 * x[i] * before;
    before += x[i];
    for (let at = pairs.offsets[i]; at < pairs.offsets[i + 1]; at++)
      near += pairs.sums[at] * x[i] * x[pairs.others[at]];
  }
  const expected = s0 / (n * (n - 1));
  // Σ_{i<j} s_ij x_i x_j = const + Σ b_i ((n − 2) mean z_i − z_i²) + Σ_{i<j} r_ij z_i z_j.
  const byEnds = endsVariance(
    ends,
    z.map((one) => ((n - 2) * mean - one) * one),
  );
  const relative = 1 / (all * expected);
  const test = spatialTest(near * relative - 1, relative ** 2 * (byEnds + rest * mixed), alternative, noise);
  const scaled = (value: number): number => timesPowerOfTwo(value, weightUnit);
  return Object.freeze({
    value: scaled(near / all),
    reason: null,
    expected: scaled(expected),
    randomisation: Object.freeze({ ...test, variance: test.variance * scaled(expected) ** 2 }),
    alternative,
    places: n,
    islands,
  });
}
