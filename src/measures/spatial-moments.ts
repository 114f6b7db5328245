import { unknown, type Unknown } from './quantity.ts';
import { checkPlaces, type SpatialWeights } from './spatial-weights.ts';

/**
 * Pairs i < j of places with s_ij = w_ij + w_ji above 0, in compressed rows: all that a sum Σ_i Σ_j w_ij f(i, j) with a
 * symmetric f needs, in half the terms.
 */
export interface SymmetricPairs {
  readonly offsets: Int32Array;
  readonly others: Int32Array;
  readonly sums: Float64Array;
}

/** The pairs of spatial weights. */
export function symmetricPairs(w: SpatialWeights): SymmetricPairs {
  const { n, offsets, neighbours, weights } = w;
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

/** What the moments of spatial statistics are made of (Cliff & Ord 1981, Spatial Processes). */
export interface SpatialMoments {
  /** Places with a neighbour; islands are in the mean and the variance of the values, and not in n (as R's spdep has it). */
  readonly n: number;
  readonly islands: number;
  /** S0 = Σ w_ij, S1 = ½ Σ (w_ij + w_ji)², S2 = Σ_i (w_i. + w_.i)². */
  readonly s0: number;
  readonly s1: number;
  readonly s2: number;
  readonly pairs: SymmetricPairs;
  /** Values less their mean, one a place; Σ z²; kurtosis (Σ z⁴/N)/(Σ z²/N)². */
  readonly z: Float64Array;
  readonly squares: number;
  readonly kurtosis: number;
}

/**
 * The moments of values under spatial weights; undefined for fewer than four places with a neighbour, and for values that
 * are all alike. Throws a RangeError where there is not one finite value a place.
 */
export function spatialMoments(values: ArrayLike<number>, w: SpatialWeights): SpatialMoments | Unknown {
  checkPlaces(w, values);
  const x = Float64Array.from(values);
  let islands = 0;
  const strength = new Float64Array(w.n);
  for (let i = 0; i < w.n; i++) {
    if (w.offsets[i] === w.offsets[i + 1]) islands += 1;
    for (let at = w.offsets[i]; at < w.offsets[i + 1]; at++) {
      strength[i] += w.weights[at];
      strength[w.neighbours[at]] += w.weights[at];
    }
  }
  const n = w.n - islands;
  if (n < 4) return unknown(`fewer than four places have a neighbour (${n})`, 'too-few');
  const mean = x.reduce((sum, value) => sum + value, 0) / w.n;
  const z = x.map((value) => value - mean);
  let [squares, fourth] = [0, 0];
  for (const value of z) {
    squares += value * value;
    fourth += value ** 4;
  }
  if (squares <= w.n * (8 * Number.EPSILON * mean) ** 2)
    return unknown('the values are all alike', 'constant');
  const pairs = symmetricPairs(w);
  return Object.freeze({
    n,
    islands,
    s0: pairs.sums.reduce((sum, value) => sum + value, 0),
    s1: pairs.sums.reduce((sum, value) => sum + value * value, 0),
    s2: strength.reduce((sum, value) => sum + value * value, 0),
    pairs,
    z,
    squares,
    kurtosis: (fourth * w.n) / (squares * squares),
  });
}
