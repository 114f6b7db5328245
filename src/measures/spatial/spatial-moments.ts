import { binaryExponent, inBinaryUnit } from '../binary-unit.ts';
import { unknown, type Unknown } from '../quantity.ts';
import { checkPlaces, linkedPlaces, type SpatialWeights } from './spatial-weights.ts';

/**
 * Pairs i < j of places with s_ij = w_ij + w_ji above 0, in compressed rows: all that a sum Σ_i Σ_j w_ij f(i, j) with a
 * symmetric f needs, in half the terms.
 */
export interface SymmetricPairs {
  readonly offsets: Int32Array;
  readonly others: Int32Array;
  readonly sums: Float64Array;
}

/** The pairs of spatial weights, in the power of two at the greatest weight. */
function symmetricPairs(w: SpatialWeights): SymmetricPairs {
  const { n, offsets, neighbours } = w;
  const weights = inBinaryUnit(w.weights);
  // Every entry stands at its smaller end, sorted within it; like pairs are then side by side.
  const count = new Int32Array(n + 1);
  for (let i = 0; i < n; i++)
    for (let at = offsets[i]; at < offsets[i + 1]; at++) count[Math.min(i, neighbours[at]) + 1] += 1;
  for (let i = 0; i < n; i++) count[i + 1] += count[i];
  const next = count.slice(0, n);
  const entries = new Int32Array(neighbours.length);
  const sources = new Int32Array(neighbours.length);
  for (let i = 0; i < n; i++)
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      const slot = next[Math.min(i, neighbours[at])]++;
      entries[slot] = at;
      sources[slot] = Math.max(i, neighbours[at]);
    }
  const starts = new Int32Array(n + 1);
  const others: number[] = [];
  const sums: number[] = [];
  for (let i = 0; i < n; i++) {
    const order = Array.from({ length: count[i + 1] - count[i] }, (_, k) => count[i] + k);
    order.sort((a, b) => sources[a] - sources[b]);
    for (const slot of order) {
      if (others.length > starts[i] && others[others.length - 1] === sources[slot])
        sums[sums.length - 1] += weights[entries[slot]];
      else {
        others.push(sources[slot]);
        sums.push(weights[entries[slot]]);
      }
    }
    starts[i + 1] = others.length;
  }
  return Object.freeze({
    offsets: starts,
    others: Int32Array.from(others),
    sums: Float64Array.from(sums),
  });
}

/** Σ_i Σ_j w_ij z_i z_j over pairs. */
export function crossProduct({ offsets, others, sums }: SymmetricPairs, z: Float64Array): number {
  let total = 0;
  for (let i = 0; i < z.length; i++) {
    let lag = 0;
    for (let at = offsets[i]; at < offsets[i + 1]; at++) lag += sums[at] * z[others[at]];
    total += z[i] * lag;
  }
  return total;
}

/** Orders of the values that `crossProducts` takes at a time. */
export const LANES = 4;

/** Four orders side by side, for `crossProducts`. */
export function interleave([a, b, c, d]: readonly Float64Array[], lanes: Float64Array): void {
  for (let i = 0; i < a.length; i++) {
    lanes[LANES * i] = a[i];
    lanes[LANES * i + 1] = b[i];
    lanes[LANES * i + 2] = c[i];
    lanes[LANES * i + 3] = d[i];
  }
}

/**
 * `crossProduct` of four orders of the values at once, which reads every pair once for all of them: z_i of order k stands at
 * 4i + k of `lanes`.
 */
export function crossProducts(
  { offsets, others, sums }: SymmetricPairs,
  lanes: Float64Array,
): readonly [number, number, number, number] {
  const n = offsets.length - 1;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < n; i++) {
    const end = offsets[i + 1];
    let p = 0;
    let q = 0;
    let r = 0;
    let s = 0;
    for (let at = offsets[i]; at < end; at++) {
      const sum = sums[at];
      const j = LANES * others[at];
      p += sum * lanes[j];
      q += sum * lanes[j + 1];
      r += sum * lanes[j + 2];
      s += sum * lanes[j + 3];
    }
    a += p * lanes[LANES * i];
    b += q * lanes[LANES * i + 1];
    c += r * lanes[LANES * i + 2];
    d += s * lanes[LANES * i + 3];
  }
  return [a, b, c, d];
}

/**
 * What a spatial statistic and its moments over all orders of the values are made of.
 *
 * All of it is of the places that have a neighbour or are one. An island says nothing of whether neighbours are alike: it
 * leaves n, the mean, Σ z² and the orders alike, so that its value changes nothing and the moments are those of all orders
 * of the others.
 *
 * s_ij = w_ij + w_ji is split into what its two places make of it and the rest, s_ij = c + b_i + b_j + r_ij with Σ b = 0
 * and Σ_j r_ij = 0 for every i. A statistic is then a constant, plus Σ b_i f(z_i), plus a multiple of Σ_{i<j} r_ij z_i z_j;
 * over all orders the two vary on their own. Their variances are sums of squares, so that none is lost to rounding where
 * nearly all places are neighbours. The same moments as in Cliff & Ord 1981, Spatial Processes, which have them expanded.
 */
export interface SpatialMoments {
  /** Places that have a neighbour or are one, and the islands, which are left out. */
  readonly n: number;
  readonly islands: number;
  /** Weights are in units of 2^weightUnit here, in the pairs and in S0 = Σ w_ij. */
  readonly weightUnit: number;
  readonly pairs: SymmetricPairs;
  readonly s0: number;
  /** Values in the power of two at the greatest; their mean, and what they are less it; Σ z². */
  readonly x: Float64Array;
  readonly mean: number;
  readonly z: Float64Array;
  readonly squares: number;
  /** Σ b² and Σ_{i<j} r². */
  readonly ends: number;
  readonly rest: number;
  /** Var Σ_{i<j} r_ij z_i z_j over all orders = rest · mixed. */
  readonly mixed: number;
  /** A standard deviation of a statistic below this is rounding. */
  readonly noise: number;
}

/**
 * The moments of values under spatial weights; undefined for fewer than four places with a neighbour, and for values of
 * these that are all alike. Throws a RangeError where there is not one finite value a place.
 */
export function spatialMoments(values: ArrayLike<number>, w: SpatialWeights): SpatialMoments | Unknown {
  checkPlaces(w, values);
  const linked = linkedPlaces(w);
  const { n } = linked.weights;
  if (n < 4) return unknown('fewer than four places have a neighbour', 'too-few');
  const x = inBinaryUnit(linked.places.map((place) => values[place]));
  const { mean, z, squares } = deviations(x);
  if (squares === 0) return unknown('the values are all alike', 'constant');
  const pairs = symmetricPairs(linked.weights);
  return Object.freeze({
    n,
    islands: w.n - n,
    weightUnit: binaryExponent(w.weights),
    pairs,
    s0: pairs.sums.reduce((sum, value) => sum + value, 0),
    x,
    mean,
    z,
    squares,
    ...split(pairs, n),
    mixed: mixedVariance(x),
    noise: noiseOf(squares / n),
  });
}

/** x less its mean, twice so that no digit of the mean is left in z; Σ z², 0 where x varies by rounding alone. */
export function deviations(x: Float64Array): { mean: number; z: Float64Array; squares: number } {
  const n = x.length;
  const first = x.reduce((sum, value) => sum + value, 0) / n;
  const mean = first + x.reduce((sum, value) => sum + (value - first), 0) / n;
  const z = x.map((value) => value - mean);
  const squares = z.reduce((sum, value) => sum + value * value, 0);
  return { mean, z, squares: squares <= n * (8 * Number.EPSILON * mean) ** 2 ? 0 : squares };
}

/** What of a statistic of z/√m2 is rounding, for values with the greatest near 1. */
export function noiseOf(m2: number): number {
  return 1e-12 + (32 * Number.EPSILON) / Math.sqrt(m2);
}

/** Var Σ b_i f_i over all orders of f: Σ b² times the variance of f over n − 1. */
export function endsVariance(ends: number, f: Float64Array): number {
  const n = f.length;
  const mean = f.reduce((sum, value) => sum + value, 0) / n;
  return (ends * f.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / (n - 1);
}

/** Σ b² and Σ_{i<j} r² of s = c + b_i + b_j + r; 0 where rounding alone is left of them. */
function split({ offsets, others, sums }: SymmetricPairs, n: number): { ends: number; rest: number } {
  const strength = new Float64Array(n);
  let [total, squares] = [0, 0];
  for (let i = 0; i < n; i++)
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      strength[i] += sums[at];
      strength[others[at]] += sums[at];
      total += sums[at];
      squares += sums[at] ** 2;
    }
  const mean = (2 * total) / n;
  // Σ_j≠i s_ij = (n − 1) c + (n − 2) b_i.
  const c = mean / (n - 1);
  const b = strength.map((own) => (own - mean) / (n - 2));
  const ends = b.reduce((sum, value) => sum + value * value, 0);
  let rest = squares - (c * c * n * (n - 1)) / 2 - (n - 2) * ends;
  if (4 * sums.length > (n * (n - 1)) / 2) {
    // Nearly all are neighbours of nearly all, so that little may be left: pair by pair, nothing cancels.
    rest = 0;
    for (let i = 0; i < n; i++) {
      let at = offsets[i];
      for (let j = i + 1; j < n; j++) {
        const own = at < offsets[i + 1] && others[at] === j ? sums[at++] : 0;
        rest += (own - c - b[i] - b[j]) ** 2;
      }
    }
  } else if (rest < 1e-13 * squares) rest = 0;
  return { ends: ends < 1e-27 * n * c * c ? 0 : ends, rest: rest < 1e-27 * squares ? 0 : rest };
}

/**
 * E z_1²z_2² − 2 E z_1²z_2z_3 + E z_1z_2z_3z_4 over orders, which is ¼ E (z_1 − z_3)²(z_2 − z_4)²: no shift of z changes it.
 * From sums over different places, built up value after value, as sums over all would cancel where one value is far from
 * the others.
 */
function mixedVariance(x: Float64Array): number {
  const n = x.length;
  const middle = x.toSorted()[Math.floor(n / 2)];
  // Σ over different places of z; z z, z z z, z z z z (each set once); z²; z² z² (each set once); z² z; z² z z.
  let [one, two, three, four, square, squareSquare, squareOne, squareTwo] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const value of x) {
    const z = value - middle;
    const zz = z * z;
    squareTwo += zz * two + z * squareOne;
    squareOne += zz * one + z * square;
    squareSquare += zz * square;
    square += zz;
    four += z * three;
    three += z * two;
    two += z * one;
    one += z;
  }
  const pairsOf = n * (n - 1);
  const triplesOf = pairsOf * (n - 2);
  const quadruplesOf = triplesOf * (n - 3);
  const mixed = (2 * squareSquare) / pairsOf - (4 * squareTwo) / triplesOf + (24 * four) / quadruplesOf;
  return Math.max(0, mixed);
}
