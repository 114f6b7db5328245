import { checkParts } from '../arguments.ts';
import { checkFinite } from '../finite.ts';

/**
 * Competition ranks, "1224": 1 + the number of places strictly greater. Ties share the better rank; the order in
 * which tied places are shown is the caller's (by id) and says nothing.
 *
 * @throws RangeError when a value is not finite
 */
export function competitionRanks(values: ArrayLike<number>): Int32Array {
  checkFinite('values', values);
  const sorted = Float64Array.from(values).sort();
  const ranks = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) ranks[i] = 1 + numberAbove(sorted, values[i]);
  return ranks;
}

/** How many of the ascending values are strictly greater than `value`. */
function numberAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] > value) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}

/** What the draws say of one place's rank. */
export interface RankInterval {
  /** Competition rank of the observed total. May lie outside its own interval, see `summariseRanks`. */
  readonly rank: number;
  readonly low: number;
  readonly high: number;
  /** P(rank = 1); ties count for each of the tied. */
  readonly first: number;
  readonly mean: number;
}

export interface RankDraws {
  /** Observed totals of n places, to rank them by. */
  readonly totals: ArrayLike<number>;
  /** Drawn totals, draws × n, one draw after the other. */
  readonly drawn: ArrayLike<number>;
  /** Probability of each draw; equal if not given. They sum to 1. */
  readonly probabilities?: ArrayLike<number>;
  /** Places known to lie clearly above all of these, in every draw; added to every rank. */
  readonly above?: number;
  readonly level: number;
}

/**
 * Rank intervals from joint draws of totals: the smallest rank r with P(rank ≤ r) ≥ (1 − level)/2 and the smallest
 * with P(rank ≤ r) ≥ (1 + level)/2 (type 1, so that ends are ranks), P(rank = 1) and the mean rank.
 *
 * Among many near-equal places the drawn ranks of the observed first are mostly worse than 1, and the observed rank
 * may lie outside the interval: that is what the works say, and it is not widened away.
 *
 * Source: stability intervals of Waltman et al. 2012, JASIST 63:2419, for ranks; works resampled jointly.
 *
 * @throws RangeError when lengths do not fit, there are no draws, a number is not finite, the level lies outside (0, 1), or
 *   probabilities are negative or do not sum to 1
 */
export function summariseRanks(input: RankDraws): readonly RankInterval[] {
  checkParts('input', input, { totals: 'list', drawn: 'list', 'probabilities?': 'list' });
  const { totals, drawn, probabilities, above = 0, level } = input;
  const n = totals.length;
  const draws = n === 0 ? 0 : drawn.length / n;
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, got ${level}`);
  if (!Number.isInteger(above) || above < 0) throw new RangeError(`above counts places, got ${above}`);
  if (n === 0) return Object.freeze([]);
  if (!Number.isInteger(draws) || draws === 0)
    throw new RangeError(`${drawn.length} drawn totals for ${n} places`);
  checkFinite('totals', totals);
  if (probabilities) checkProbabilities(probabilities, draws);

  /** mass[i·n + r − 1]: the weight of draws in which place i has rank r among the n. */
  const mass = new Float64Array(n * n);
  // Every draw is sorted by insertion, starting from the observed order, which it mostly resembles.
  const observed = Array.from({ length: n }, (_, i) => i).sort((i, j) => totals[j] - totals[i]);
  const places = new Int32Array(n);
  const values = new Float64Array(n);
  for (let draw = 0; draw < draws; draw++) {
    const from = draw * n;
    for (let k = 0; k < n; k++) {
      const place = observed[k];
      const value = drawn[from + place];
      if (!Number.isFinite(value)) throw new RangeError(`drawn must be finite, draw ${draw} has ${value}`);
      let at = k;
      while (at > 0 && values[at - 1] < value) {
        values[at] = values[at - 1];
        places[at] = places[at - 1];
        at -= 1;
      }
      values[at] = value;
      places[at] = place;
    }
    const weight = probabilities ? probabilities[draw] : 1;
    let rank = 0;
    for (let k = 0; k < n; k++) {
      if (k > 0 && values[k] < values[k - 1]) rank = k;
      mass[places[k] * n + rank] += weight;
    }
  }
  const ranks = competitionRanks(totals);
  const whole = probabilities ? 1 : draws;
  return Object.freeze(
    Array.from(ranks, (rank, i) =>
      Object.freeze({
        rank: rank + above,
        ...summary(mass.subarray(i * n, (i + 1) * n), whole, above, level),
      }),
    ),
  );
}

function checkProbabilities(probabilities: ArrayLike<number>, draws: number): void {
  if (probabilities.length !== draws)
    throw new RangeError(`${draws} draws, ${probabilities.length} probabilities`);
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) {
    if (!(probabilities[draw] >= 0))
      throw new RangeError(`probabilities must be 0 or more, number ${draw} is ${probabilities[draw]}`);
    sum += probabilities[draw];
  }
  if (!(Math.abs(sum - 1) <= 1e-9)) throw new RangeError(`probabilities must sum to 1, got ${sum}`);
}

/** The interval, P(first) and mean of one place's distribution over ranks 1 … n, shifted by `above`. */
function summary(
  mass: Float64Array,
  whole: number,
  above: number,
  level: number,
): Omit<RankInterval, 'rank'> {
  /** Rounding of summed probabilities must not push an end by one rank. */
  const slack = 1e-12;
  const lower = (1 - level) / 2 - slack;
  const upper = (1 + level) / 2 - slack;
  let cumulative = 0;
  let low = 0;
  let high = 0;
  let mean = 0;
  for (let r = 1; r <= mass.length; r++) {
    const probability = mass[r - 1] / whole;
    cumulative += probability;
    mean += probability * r;
    if (low === 0 && cumulative >= lower) low = r;
    if (high === 0 && cumulative >= upper) high = r;
  }
  return { low: low + above, high: high + above, first: above > 0 ? 0 : mass[0] / whole, mean: mean + above };
}
