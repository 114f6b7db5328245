import {
  checkAlternative,
  checkPermutations,
  normalP,
  permutationP,
  type Alternative,
} from './alternative.ts';
import { checkKind, checkParts } from '../arguments.ts';
import { known, unknown, type Quantity, type Unknown } from '../quantity.ts';
import { createRandom } from '../random.ts';
import {
  crossProduct,
  crossProducts,
  endsVariance,
  interleave,
  LANES,
  type SpatialMoments,
  spatialMoments,
} from './spatial-moments.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/** A spatial statistic against chance under one assumption: variance, standard score and p, both undefined for variance 0. */
export interface SpatialTest {
  readonly variance: number;
  readonly z: Quantity;
  readonly p: Quantity;
}

/** A spatial statistic, what is expected of it by chance, and its tests. */
export interface SpatialStatistic {
  readonly value: number;
  readonly reason: null;
  readonly expected: number;
  /** Values drawn from one normal distribution. */
  readonly normality: SpatialTest;
  /** The values that there are, all orders over the places alike likely. */
  readonly randomisation: SpatialTest;
  readonly alternative: Alternative;
  /** Places that have a neighbour or are one, which all of it is about; and the islands, which are left out. */
  readonly places: number;
  readonly islands: number;
}

/**
 * Moran's I: are like values near each other?
 *
 *     I = (n/S0) Σ_i Σ_j w_ij z_i z_j / Σ_i z_i²,   z = x − mean,   S0 = Σ w_ij
 *
 * E[I] = −1/(n − 1). Above it, neighbours are alike; below, unlike. Variances under normality and under randomisation:
 * Cliff & Ord 1981, in the form of `SpatialMoments`. n, the mean and Σ z² are of the places that have a neighbour or are
 * one: an island says nothing of neighbours, and its value changes nothing (R's spdep takes islands out of n alone, and its
 * moments are then of no order of the values). I depends on the weights and on their style (`standardiseRows`), and is not
 * held to −1 … 1 in general. Not changed by a unit or a shift of the values, nor by a unit of the weights. Undefined for
 * fewer than four places with a neighbour (`too-few`), and for values of these all alike (`constant`).
 *
 * Source: Moran 1950, Biometrika 37:17.
 *
 * @param values n finite numbers, in the order of the weights' places
 * @throws RangeError for values that are not finite or not as many as places, or another alternative
 */
export function moran(
  values: ArrayLike<number>,
  w: SpatialWeights,
  alternative: Alternative = 'greater',
): SpatialStatistic | Unknown {
  checkAlternative(alternative);
  const moments = spatialMoments(values, w);
  if ('reason' in moments) return moments;
  const { n, islands, s0, pairs, z, squares, ends, rest, mixed, noise } = moments;
  const unit = n / (s0 * squares);
  const value = unit * crossProduct(pairs, z);
  const expected = -1 / (n - 1);
  const normal = normality(moments);
  const square = z.map((one) => one * one);
  const test = (variance: number): SpatialTest =>
    spatialTest(value - expected, unit ** 2 * variance, alternative, noise);
  return Object.freeze({
    value,
    reason: null,
    expected,
    normality: test(ends * normal.square + rest * normal.mixed),
    randomisation: test(endsVariance(ends, square) + rest * mixed),
    alternative,
    places: n,
    islands,
  });
}

/**
 * For values from a normal distribution with their Σ z²: the variance of Σ b_i z_i² for Σ b² = 1, and `mixed`. The kurtosis
 * is then 3(n − 1)/(n + 1) in the mean, and both are linear in it.
 */
export function normality(moments: SpatialMoments): { square: number; mixed: number } {
  checkParts('moments', moments, { n: 'number', squares: 'number' });
  const { n, squares } = moments;
  const kurtosis = (3 * (n - 1)) / (n + 1);
  return {
    square: (squares ** 2 * (kurtosis - 1)) / (n * (n - 1)),
    mixed: (squares ** 2 * (n * n - 3 * n + 3 - kurtosis * (n - 1))) / (n * (n - 1) * (n - 2) * (n - 3)),
  };
}

/**
 * The test of a statistic that lies `excess` from what is expected; undefined where orders of the values differ by no more
 * than rounding, as where all places are neighbours of all.
 */
export function spatialTest(
  excess: number,
  variance: number,
  alternative: Alternative,
  noise: number,
): SpatialTest {
  checkAlternative(alternative);
  if (!(variance > noise ** 2)) {
    const none = unknown('all orders of the values give the same, but for rounding', 'no-variation');
    return Object.freeze({ variance: 0, z: none, p: none });
  }
  const z = excess / Math.sqrt(variance);
  return Object.freeze({ variance, z: known(z), p: known(normalP(z, alternative)) });
}

/** Moran's I among its values over orders of the same values that are drawn at random. */
export interface MoranPermutation {
  readonly value: number;
  readonly reason: null;
  /** (R + 1)/(M + 1); see `permutationP`. */
  readonly p: number;
  /** Of the M permuted values: their mean and (population) standard deviation. */
  readonly mean: number;
  readonly deviation: number;
  readonly alternative: Alternative;
  readonly permutations: number;
  readonly seed: number;
}

/**
 * Moran's I with p from permutations: how often would values dealt out to the places by chance be as alike? Needs no
 * normal distribution. The same seed gives the same answer on every machine. Undefined and errors as `moran`; a
 * RangeError too for permutations below 1.
 */
export function moranPermutation(
  values: ArrayLike<number>,
  w: SpatialWeights,
  options: { readonly permutations: number; readonly seed: number; readonly alternative?: Alternative },
): MoranPermutation | Unknown {
  checkKind('values', values, 'list');
  checkKind('options', options, 'record');
  const { permutations, seed, alternative = 'greater' } = options;
  checkPermutations(permutations);
  const random = createRandom(seed);
  const observed = moran(values, w, alternative);
  const moments = spatialMoments(values, w);
  if ('reason' in moments) return moments;
  if (observed.value === null) return observed;
  const { n, s0, pairs, squares } = moments;
  const orders = Array.from({ length: LANES }, () => moments.z.slice());
  const lanes = new Float64Array(LANES * moments.z.length);
  // What is equal up to the order of its sums counts as equal.
  const slack = 1e-12 * Math.max(1, Math.abs(observed.value));
  let [above, below, sum, sumOfSquares] = [0, 0, 0, 0];
  for (let done = 0; done < permutations; done += LANES) {
    for (const order of orders) random.shuffle(order);
    interleave(orders, lanes);
    for (const product of crossProducts(pairs, lanes).slice(0, permutations - done)) {
      const drawn = (n / s0) * (product / squares);
      if (drawn >= observed.value - slack) above += 1;
      if (drawn <= observed.value + slack) below += 1;
      sum += drawn - observed.expected;
      sumOfSquares += (drawn - observed.expected) ** 2;
    }
  }
  return Object.freeze({
    value: observed.value,
    reason: null,
    p: permutationP(above, below, permutations, alternative),
    mean: observed.expected + sum / permutations,
    deviation: Math.sqrt(Math.max(0, sumOfSquares / permutations - (sum / permutations) ** 2)),
    alternative,
    permutations,
    seed,
  });
}
