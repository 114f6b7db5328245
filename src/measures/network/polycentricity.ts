import type { Network } from './network.ts';
import { known, unknown, type Quantity } from '../quantity.ts';
import { shannon } from '../inequality/shannon.ts';
import { strengths } from './strength.ts';

/** How far a region's links are spread over its cities. */
export interface Polycentricity {
  /** The city of most links, the first of those alike; null without links. */
  readonly first: string | null;
  /** Part of all links inside the region that touch the first city: 1 where all go through it. */
  readonly throughFirst: Quantity;
  /** Slope of ln strength on ln rank: 0 where all cities have the same, −1 by Zipf's rule, steeper with one centre. */
  readonly slope: Quantity;
  /** −Σ p_i ln p_i / ln n of the cities' parts of strength: 1 where all have the same, 1/2 · ln 4(n − 1)/ln n for a star. */
  readonly entropy: Quantity;
  /** Cities of the region, and those of them with a link inside. */
  readonly cities: number;
  readonly linked: number;
}

/**
 * Polycentricity of a region from the links inside it, in three numbers that answer different questions: does everything
 * go through one city, do cities fall off fast behind it, and how even are they all in all? A region may have a share of
 * 1 through its first city (a star) and yet little slope among the rest: read the three together, with the number of
 * cities, since each of them moves with it. With the Shares of cities instead of links, `gini` and `theilT` ask how even
 * size is; this asks how even links are.
 *
 * Undefined without links (`empty`); the slope for fewer than three cities with links, the entropy for fewer than two
 * cities (`too-few`). Order and scale of the weights do not matter; cities of equal strength take successive ranks.
 *
 * Sources: Green 2007, Urban Studies 44:2077; Meijers & Burger 2010, Environment and Planning A 42:1383 (rank-size);
 * Limtanakool, Schwanen & Dijst 2009, Regional Studies 43:179 (entropy).
 *
 * @param network links inside the region; cities without any belong in
 */
export function polycentricity(network: Network): Polycentricity {
  const strength = strengths(network);
  const n = strength.length;
  const total = strength.reduce((sum, value) => sum + value, 0);
  const sorted = Float64Array.from(strength.filter((value) => value > 0))
    .sort()
    .reverse();
  const shape = { cities: n, linked: sorted.length };
  if (total === 0) {
    const none = unknown('the region has no links inside', 'empty');
    return Object.freeze({ first: null, throughFirst: none, slope: none, entropy: none, ...shape });
  }
  return Object.freeze({
    first: network.nodes[strength.indexOf(sorted[0])],
    throughFirst: known(Math.min(1, (2 * sorted[0]) / total)),
    slope:
      sorted.length < 3 ? unknown('fewer than three cities with links', 'too-few') : known(rankSlope(sorted)),
    entropy: known(shannon(sorted).value! / Math.log(n)),
    ...shape,
  });
}

/** What one more unit of a city's strength does to each number of `Polycentricity`; null where that is undefined. */
export interface PolycentricityGradients {
  readonly throughFirst: Float64Array | null;
  readonly slope: Float64Array | null;
  readonly entropy: Float64Array | null;
}

/**
 * The derivatives of `polycentricity` by the strengths S_i of its n cities (p_i = S_i/T), the first city and the order held:
 *
 *     ∂throughFirst/∂S_i = (2·[i first] − throughFirst)/T      ∂entropy/∂S_i = −(ln p_i − Σ_j p_j ln p_j)/(T ln n)
 *     ∂slope/∂S_i = (ln r_i − mean)/(S_i Σ_j (ln r_j − mean)²)   over cities with links, r_i their ranks
 *
 * 0 for a city without links, which nothing moves. Of sums over works they make intervals by linearisation; where cities are
 * near to each other in strength, whoever comes out first is so partly by chance, which these do not see.
 */
export function polycentricityGradients(network: Network): PolycentricityGradients {
  const { throughFirst, slope, entropy } = polycentricity(network);
  const strength = strengths(network);
  const total = strength.reduce((sum, value) => sum + value, 0);
  const order = Array.from(strength, (_, i) => i)
    .filter((i) => strength[i] > 0)
    .sort((i, j) => strength[j] - strength[i] || i - j);
  const logs = order.map((_, r) => Math.log(r + 1));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const squares = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const each = (of: (i: number, r: number) => number): Float64Array => {
    const gradient = new Float64Array(strength.length);
    for (const [r, i] of order.entries()) gradient[i] = of(i, r);
    return gradient;
  };
  return Object.freeze({
    throughFirst:
      throughFirst.value === null ? null : each((_, r) => ((r === 0 ? 2 : 0) - throughFirst.value) / total),
    slope: slope.value === null ? null : each((i, r) => (logs[r] - mean) / (strength[i] * squares)),
    entropy:
      entropy.value === null
        ? null
        : each((i) => -(Math.log(strength[i] / total) / Math.log(strength.length) + entropy.value) / total),
  });
}

/** Least squares of ln value on ln rank; values descending. */
function rankSlope(values: Float64Array): number {
  const mean = (of: (value: number, rank: number) => number): number =>
    values.reduce((sum, value, r) => sum + of(value, r + 1), 0) / values.length;
  const x = mean((_, rank) => Math.log(rank));
  const covariance = mean((value, rank) => Math.log(value / values[0]) * (Math.log(rank) - x));
  return covariance / mean((_, rank) => (Math.log(rank) - x) ** 2);
}
