import {
  checkAlternative,
  checkPermutations,
  normalP,
  permutationP,
  type Alternative,
} from './alternative.ts';
import { benjaminiHochberg } from './false-discovery.ts';
import { known, unknown, type Quantity, type Unknown } from './quantity.ts';
import { createRandom, type Random } from './random.ts';
import { checkPlaces, spatialLag, type SpatialWeights } from './spatial-weights.ts';

/** Where a place and its neighbours lie: the place above the mean (high) or not (low), then its lag above 0 or not. */
export type Quadrant = 'high-high' | 'high-low' | 'low-high' | 'low-low';

/** Local Moran's I of one place. All of it is undefined for an island. */
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
 * Undefined (for every place) for fewer than four places and for values all alike, and for an island.
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
  const { secondMoment = 'n', chance = 'conditional', alternative = 'two-sided' } = options;
  checkAlternative(alternative);
  if (!['n', 'n-1'].includes(secondMoment))
    throw new RangeError(`secondMoment must be n or n-1, got ${secondMoment}`);
  if (!['conditional', 'total'].includes(chance))
    throw new RangeError(`chance must be conditional or total, got ${chance}`);
  checkPlaces(w, values);
  const { n } = w;
  if (n < 4) return unknown(`fewer than four places (${n})`, 'too-few');
  const x = Float64Array.from(values);
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  const z = x.map((value) => value - mean);
  const squares = z.reduce((sum, value) => sum + value * value, 0);
  if (squares <= n * (8 * Number.EPSILON * mean) ** 2) return unknown('the values are all alike', 'constant');
  const m2 = squares / (secondMoment === 'n' ? n : n - 1);
  const lag = spatialLag(w, z);
  const kurtosis = (z.reduce((sum, value) => sum + value ** 4, 0) * n) / (squares * squares);
  const permuted = permutedP(z, lag, w, options);
  const rows = Array.from(z, (own, i): Omit<LocalMoran, 'q'> => {
    if (w.offsets[i] === w.offsets[i + 1]) {
      const none = unknown('the place has no neighbour', 'island');
      return { value: none, quadrant: null, expected: none, variance: none, z: none, p: none };
    }
    const value = (own * lag[i]) / m2;
    const moments = chance === 'conditional' ? conditional : total;
    const by = moments(w, i, own, squares, kurtosis);
    const scale = squares / n / m2;
    const [expected, variance] = [by.expected * scale, Math.max(0, by.variance * scale * scale)];
    const score =
      variance > 1e-14
        ? known((value - expected) / Math.sqrt(variance))
        : unknown('every order of the values gives the same', 'no-variation');
    const analytic = score.value === null ? score : known(normalP(score.value, alternative));
    return {
      value: known(value),
      quadrant: `${own > 0 ? 'high' : 'low'}-${lag[i] > 0 ? 'high' : 'low'}`,
      expected: known(expected),
      variance: known(variance),
      z: score,
      p: permuted === null ? analytic : known(permuted[i]),
    };
  });
  const tested = rows.flatMap(({ p }) => (p.value === null ? [] : [p.value]));
  const rates = benjaminiHochberg(tested);
  let next = 0;
  return Object.freeze(
    rows.map((row): LocalMoran =>
      Object.freeze({ ...row, q: row.p.value === null ? row.p : known(rates[next++]) }),
    ),
  );
}

type Moments = (
  w: SpatialWeights,
  i: number,
  own: number,
  squares: number,
  kurtosis: number,
) => { expected: number; variance: number };

function sumsOf({ offsets, weights }: SpatialWeights, i: number): { sum: number; squares: number } {
  let [sum, squares] = [0, 0];
  for (let at = offsets[i]; at < offsets[i + 1]; at++) {
    sum += weights[at];
    squares += weights[at] ** 2;
  }
  return { sum, squares };
}

/** The place keeps its value; its neighbours' are drawn from the others without replacement. m2 over n. */
const conditional: Moments = (w, i, own, squares) => {
  const { n } = w;
  const m2 = squares / n;
  const of = sumsOf(w, i);
  return {
    expected: (-(own * own) * of.sum) / ((n - 1) * m2),
    variance:
      (own / m2) ** 2 * (n / (n - 2)) * (of.squares - of.sum ** 2 / (n - 1)) * (m2 - own ** 2 / (n - 1)),
  };
};

/** All values change places. m2 over n. */
const total: Moments = (w, i, _own, _squares, kurtosis) => {
  const { n } = w;
  const { sum, squares } = sumsOf(w, i);
  return {
    expected: -sum / (n - 1),
    variance:
      (squares * (n - kurtosis)) / (n - 1) +
      ((sum ** 2 - squares) * (2 * kurtosis - n)) / ((n - 1) * (n - 2)) -
      (sum / (n - 1)) ** 2,
  };
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
