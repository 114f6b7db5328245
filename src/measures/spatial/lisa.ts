import {
  checkAlternative,
  checkPermutations,
  normalP,
  permutationP,
  type Alternative,
} from './alternative.ts';
import { checkKind } from '../arguments.ts';
import { benjaminiHochberg } from '../distributions/false-discovery.ts';
import { known, unknown, type Quantity, type Unknown } from '../quantity.ts';
import { binaryExponent, inBinaryUnit, timesPowerOfTwo } from '../binary-unit.ts';
import { createRandom, type Random } from '../random.ts';
import { deviations, noiseOf } from './spatial-moments.ts';
import { checkPlaces, linkedPlaces, spatialLag, type SpatialWeights } from './spatial-weights.ts';

/** Where a place and its neighbours lie: the place above the mean (high) or not (low), then its lag above 0 or not. */
export type Quadrant = 'high-high' | 'high-low' | 'low-high' | 'low-low';

/** Local Moran's I of one place. All of it is undefined for a place without neighbours. */
export interface LocalMoran {
  readonly value: Quantity;
  readonly quadrant: Quadrant | null;
  /** Mean and variance of the value by chance; z = (value − expected)/√variance. */
  readonly expected: Quantity;
  readonly variance: Quantity;
  readonly z: Quantity;
  readonly p: Quantity;
  /** The least false discovery rate at which the place is named, over all places that have p (Benjamini-Hochberg). */
  readonly q: Quantity;
}

export interface LocalMoranOptions {
  /** m2 = Σz²/n (R's spdep, the default) or Σz²/(n − 1) (Python's esda): values differ by (n − 1)/n, nothing else. */
  readonly secondMoment?: 'n' | 'n-1';
  /**
   * What is by chance: the place's own value stays and the others change places (`conditional`, the default), or all do
   * (`total`).
   */
  readonly chance?: 'conditional' | 'total';
  readonly alternative?: Alternative;
  /** With both, p is that of conditional permutations instead of a normal distribution. */
  readonly permutations?: number;
  readonly seed?: number;
}

/**
 * Local Moran's I: where are the clusters, and where the odd ones out?
 *
 *     I_i = z_i Σ_j w_ij z_j / m2,   z = x − mean,   m2 = Σ z²/n
 *
 * Their sum over S0 is Moran's I where m2 is over n. Positive: a place like its neighbours (high-high, low-low); negative:
 * unlike (high-low, low-high). Many places are tested at once: read q, not p. p is two-sided if nothing else is said. With
 * ten to forty cities hardly anything can be found, and places share neighbours, so that their p go together. Moments:
 * conditional, Sokal, Oden & Thomson 1998, Geographical Analysis 30:331; total, Anselin 1995.
 *
 * n, the mean and m2 are of the places that have a neighbour or are one, as in `moran`: the value of an island changes
 * nothing.
 *
 * Undefined (for every place) for fewer than four places with a neighbour and for values of these all alike, and for a place
 * without neighbours. z, and p without
 * permutations, are undefined where all orders give the same but for rounding: all places are neighbours, the place lies
 * at the mean, or all others are alike.
 *
 * Source: Anselin 1995, Geographical Analysis 27:93.
 *
 * @param values n numbers, in the order of the weights' places
 * @returns one for each place
 * @throws RangeError for values that are not finite or not as many as places, an option that is none of its words,
 *   permutations below 1, or permutations without a seed
 */
export function lisa(
  values: ArrayLike<number>,
  w: SpatialWeights,
  options: LocalMoranOptions = {},
): readonly LocalMoran[] | Unknown {
  checkPlaces(w, values);
  checkKind('options', options, 'record');
  const { secondMoment = 'n', chance = 'conditional', alternative = 'two-sided' } = options;
  checkAlternative(alternative);
  if (!['n', 'n-1'].includes(secondMoment))
    throw new RangeError(`secondMoment must be n or n-1, got ${secondMoment}`);
  if (!['conditional', 'total'].includes(chance))
    throw new RangeError(`chance must be conditional or total, got ${chance}`);
  const linked = linkedPlaces(w);
  const { n } = linked.weights;
  if (n < 4) return unknown('fewer than four places have a neighbour', 'too-few');
  const { z, squares } = deviations(inBinaryUnit(linked.places.map((place) => values[place])));
  if (squares === 0) return unknown('the values are all alike', 'constant');
  // Weights in the power of two at the greatest: squares stay in range.
  const weightUnit = binaryExponent(w.weights);
  const scaled = Object.freeze({ ...linked.weights, weights: inBinaryUnit(w.weights) });
  const lag = spatialLag(scaled, z);
  const permuted = permutedP(z, lag, scaled, options);
  // I_i and its moments with m2 over n, and what they are times for the convention asked for.
  const m2 = squares / n;
  const convention = secondMoment === 'n' ? 1 : (n - 1) / n;
  const inUnit = (value: number): Quantity => known(convention * timesPowerOfTwo(value, weightUnit));
  const moments = chance === 'conditional' ? conditional : total;
  const local = (own: number, i: number): Omit<LocalMoran, 'q'> => {
    if (scaled.offsets[i] === scaled.offsets[i + 1]) return ISLAND;
    const value = (own * lag[i]) / m2;
    const weights = weightsOf(scaled, i);
    const { expected, variance } = moments(z, own, m2, weights);
    const score =
      variance > noiseOf(m2) ** 2 * weights.squares
        ? known((value - expected) / Math.sqrt(variance))
        : unknown('all orders of the values give the same, but for rounding', 'no-variation');
    const analytic = score.value === null ? score : known(normalP(score.value, alternative));
    return {
      value: inUnit(value),
      quadrant: `${own > 0 ? 'high' : 'low'}-${lag[i] > 0 ? 'high' : 'low'}`,
      expected: inUnit(expected),
      variance: known(convention ** 2 * timesPowerOfTwo(variance, 2 * weightUnit)),
      z: score,
      p: permuted === null ? analytic : known(permuted[i]),
    };
  };
  const rows = new Array<Omit<LocalMoran, 'q'>>(w.n).fill(ISLAND);
  for (const [at, place] of linked.places.entries()) rows[place] = local(z[at], at);
  const tested = rows.flatMap(({ p }) => (p.value === null ? [] : [p.value]));
  const rates = benjaminiHochberg(tested);
  let next = 0;
  return Object.freeze(
    rows.map((row): LocalMoran =>
      Object.freeze({ ...row, q: row.p.value === null ? row.p : known(rates[next++]) }),
    ),
  );
}

const NONE = unknown('the place has no neighbour', 'island');
const ISLAND = { value: NONE, quadrant: null, expected: NONE, variance: NONE, z: NONE, p: NONE } as const;

/** Weights of a place over all n − 1 others, 0 for those that are no neighbours: their mean, Σ w², Σ (w − mean)². */
interface PlaceWeights {
  readonly mean: number;
  readonly squares: number;
  readonly spread: number;
}

function weightsOf({ n, offsets, weights }: SpatialWeights, i: number): PlaceWeights {
  const own = weights.subarray(offsets[i], offsets[i + 1]);
  const mean = own.reduce((sum, weight) => sum + weight, 0) / (n - 1);
  return {
    mean,
    squares: own.reduce((sum, weight) => sum + weight ** 2, 0),
    spread: own.reduce((sum, weight) => sum + (weight - mean) ** 2, (n - 1 - own.length) * mean ** 2),
  };
}

/** Mean and variance of I_i, m2 over n. */
type Moments = (
  z: Float64Array,
  own: number,
  m2: number,
  weights: PlaceWeights,
) => { expected: number; variance: number };

/** The place keeps its value; its neighbours' are drawn from the others without replacement. */
const conditional: Moments = (z, own, m2, { mean, spread }) => {
  const n = z.length;
  // Σ over the others of (z − their mean)²; added up anew where one place holds nearly all of the variance.
  let others = n * m2 - (own * own * n) / (n - 1);
  if (others < 1e-3 * n * m2) {
    const middle = -own / (n - 1);
    others = z.reduce((sum, value) => sum + (value - middle) ** 2, 0) - (own - middle) ** 2;
  }
  return {
    expected: (-(own * own) * mean) / m2,
    variance: ((own / m2) ** 2 * spread * Math.max(0, others)) / (n - 2),
  };
};

/** All values change places: −mean z_i² and z_i Σ (w_ij − mean) z_j vary on their own. */
const total: Moments = (z, _own, m2, { mean, spread }) => {
  const n = z.length;
  let [ofSquares, fourth] = [0, 0];
  for (const value of z) {
    ofSquares += (value * value - m2) ** 2;
    fourth += value ** 4;
  }
  const ofOthers = ((n - 1) * (n * m2) ** 2 - n * fourth) / (n * (n - 1) * (n - 2));
  return { expected: -mean, variance: ((mean ** 2 * ofSquares) / n + spread * ofOthers) / m2 ** 2 };
};

/** p of every place over conditional permutations; null where none are asked for. 1 for an island, which is not read. */
function permutedP(
  z: Float64Array,
  lag: Float64Array,
  w: SpatialWeights,
  { permutations, seed, alternative = 'two-sided' }: LocalMoranOptions,
): Float64Array | null {
  if (permutations === undefined) return null;
  checkPermutations(permutations);
  if (seed === undefined) throw new RangeError('permutations need a seed: a whole number from 0');
  const random = createRandom(seed);
  return z.map((own, i) => {
    const weights = w.weights.subarray(w.offsets[i], w.offsets[i + 1]);
    if (weights.length === 0) return 1;
    const others = z.filter((_, j) => j !== i);
    const slack = 1e-12 * (Math.abs(own * lag[i]) + own * own);
    let [above, below] = [0, 0];
    for (let draw = 0; draw < permutations; draw++) {
      const excess = own * (drawLag(others, weights, random) - lag[i]);
      if (excess >= -slack) above += 1;
      if (excess <= slack) below += 1;
    }
    return permutationP(above, below, permutations, alternative);
  });
}

/** The lag over as many of the others as there are weights, drawn without replacement; the others are left in that order. */
function drawLag(others: Float64Array, weights: Float64Array, random: Random): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) {
    const at = k + random.integer(others.length - k);
    const drawn = others[at];
    others[at] = others[k];
    others[k] = drawn;
    sum += weights[k] * drawn;
  }
  return sum;
}
