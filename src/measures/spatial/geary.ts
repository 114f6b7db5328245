import { checkAlternative, type Alternative } from './alternative.ts';
import { normality, spatialTest, type SpatialStatistic, type SpatialTest } from './moran.ts';
import type { Unknown } from '../quantity.ts';
import { endsVariance, spatialMoments } from './spatial-moments.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/**
 * Geary's C: do neighbours differ less than any two places?
 *
 *     C = (n − 1)/(2·S0) Σ_i Σ_j w_ij (x_i − x_j)² / Σ_i z_i²
 *
 * E[C] = 1. Below 1, neighbours are alike; above, unlike: the other way round than Moran's I, so that z here is
 * (1 − C)/sd, positive where neighbours are alike, and `alternative` 'greater' (the default) asks for likeness. It hears
 * differences between neighbours where I hears distance from the mean. Variances: Cliff & Ord 1981, in the form of
 * `SpatialMoments`. Places without a neighbour, undefined cases and errors as `moran`.
 *
 * Source: Geary 1954, The Incorporated Statistician 5:115.
 */
export function geary(
  values: ArrayLike<number>,
  w: SpatialWeights,
  alternative: Alternative = 'greater',
): SpatialStatistic | Unknown {
  checkAlternative(alternative);
  const moments = spatialMoments(values, w);
  if ('reason' in moments) return moments;
  const { n, islands, s0, pairs, z, squares, ends, rest, mixed, noise } = moments;
  let differences = 0;
  for (let i = 0; i < z.length; i++)
    for (let at = pairs.offsets[i]; at < pairs.offsets[i + 1]; at++)
      differences += pairs.sums[at] * (z[i] - z[pairs.others[at]]) ** 2;
  const unit = (n - 1) / (2 * s0 * squares);
  const value = unit * differences;
  // Σ_{i<j} s_ij (z_i − z_j)² = const + n Σ b_i z_i² − 2 Σ_{i<j} r_ij z_i z_j.
  const normal = normality(moments);
  const square = z.map((one) => one * one);
  const test = (ofEnds: number, ofRest: number): SpatialTest =>
    spatialTest(1 - value, unit ** 2 * (n * n * ofEnds + 4 * rest * ofRest), alternative, noise);
  return Object.freeze({
    value,
    reason: null,
    expected: 1,
    normality: test(ends * normal.square, normal.mixed),
    randomisation: test(endsVariance(ends, square), mixed),
    alternative,
    places: n,
    islands,
  });
}
