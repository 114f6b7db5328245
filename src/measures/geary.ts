import { checkAlternative, type Alternative } from './alternative.ts';
import { spatialTest, type SpatialStatistic } from './moran.ts';
import type { Unknown } from './quantity.ts';
import { spatialMoments } from './spatial-moments.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/**
 * Geary's C: do neighbours differ less than any two places?
 *
 *     C = (n − 1)/(2·S0) Σ_i Σ_j w_ij (x_i − x_j)² / Σ_i z_i²
 *
 * E[C] = 1. Below 1, neighbours are alike; above, unlike: the other way round than Moran's I, so that z here is
 * (1 − C)/sd, positive where neighbours are alike, and `alternative` 'greater' (the default) asks for likeness. It hears
 * differences between neighbours where I hears distance from the mean. Variances: Cliff & Ord 1981. Islands, undefined
 * cases and errors as `moran`.
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
  const { n, islands, s0, s1, s2, pairs, z, squares, kurtosis: k } = moments;
  let differences = 0;
  for (let i = 0; i < z.length; i++)
    for (let at = pairs.offsets[i]; at < pairs.offsets[i + 1]; at++)
      differences += pairs.sums[at] * (z[i] - z[pairs.others[at]]) ** 2;
  const value = ((n - 1) * differences) / (2 * s0 * squares);
  const normal = ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0);
  const random =
    ((n - 1) * s1 * (n * n - 3 * n + 3 - k * (n - 1)) -
      ((n - 1) * s2 * (n * n + 3 * n - 6 - k * (n * n - n + 2))) / 4 +
      s0 * s0 * (n * n - 3 - k * (n - 1) ** 2)) /
    (n * (n - 2) * (n - 3) * s0 * s0);
  return Object.freeze({
    value,
    reason: null,
    expected: 1,
    normality: spatialTest(1 - value, normal, alternative),
    randomisation: spatialTest(1 - value, random, alternative),
    alternative,
    places: n,
    islands,
  });
}
