import { checkKind } from '../arguments.ts';
import { known, type Quantity, unknown } from '../quantity.ts';

/** What a grade is worth: itself, or 2^grade − 1, which sets the best far above the rest. */
export type Gain = 'linear' | 'exponential';

export interface NdcgOptions {
  /** Ranks that count, 1 or more; all where left out. */
  readonly at?: number;
  readonly gain?: Gain;
}

/**
 * Discounted cumulative gain of grades in the order of a ranking:
 *
 *     DCG@k = Σ_{r ≤ k} gain(grade_r) / log₂(r + 1)
 *
 * Source: Järvelin & Kekäläinen 2002, ACM TOIS 20:422, doi:10.1145/582415.582418; the exponential gain is of Burges et
 * al. 2005, ICML.
 *
 * @param grades of what stands at ranks 1, 2, …; 0 is not relevant
 * @throws RangeError for a negative or non-finite grade, one above 1023 with the exponential gain, a cut-off that is no
 *   whole number from 1, or an unknown gain
 */
export function dcg(grades: ArrayLike<number>, options: NdcgOptions = {}): number {
  checkKind('grades', grades, 'list');
  checkKind('options', options, 'record');
  const { at, gain = 'linear' } = options;
  const gains = gainsOf(grades, gain);
  return sumTo(gains, at);
}

/**
 * DCG over the DCG of the best order there is (nDCG), 0 … 1. The best order is of *all* judged grades, not of those that
 * were found: a ranking that misses the good ones is not perfect. Undefined where nothing was judged (`empty`), or
 * nothing judged is relevant (`zero-margin`): such a query is left out of a mean.
 *
 * @param grades in the order of the ranking; what was never judged is 0
 * @param judged grades of everything that was judged, in any order
 * @throws RangeError as {@link dcg}
 */
export function ndcg(
  grades: ArrayLike<number>,
  judged: ArrayLike<number>,
  options: NdcgOptions = {},
): Quantity {
  checkKind('grades', grades, 'list');
  checkKind('judged', judged, 'list');
  return over(dcg(grades, options), judged, options);
}

export interface ScoredOptions extends NdcgOptions {
  /**
   * What equal scores do: `average` (every order of them alike, as scikit-learn), or `first` or `last`: the one that
   * stands first or last in the list goes before the others.
   */
  readonly ties?: 'average' | 'first' | 'last';
}

/**
 * DCG of n judged documents in the order of their scores, best first.
 *
 * Equal scores averaged: each of a tied group counts the mean gain of the group (McSherry & Najork 2008, ECIR).
 *
 * @throws RangeError as {@link dcg}, for a score that is NaN, an unknown way with ties, or for lengths that differ
 */
export function dcgOfScores(
  scores: ArrayLike<number>,
  grades: ArrayLike<number>,
  options: ScoredOptions = {},
): number {
  checkKind('scores', scores, 'list');
  checkKind('grades', grades, 'list');
  checkKind('options', options, 'record');
  if (scores.length !== grades.length)
    throw new RangeError(`${scores.length} scores, ${grades.length} grades`);
  const { at, gain = 'linear', ties = 'average' } = options;
  const gains = gainsOf(grades, gain);
  if (!['average', 'first', 'last'].includes(ties))
    throw new RangeError(`ties must be average, first or last, got ${ties}`);
  for (let i = 0; i < scores.length; i++)
    if (Number.isNaN(scores[i])) throw new RangeError(`scores must be numbers, number ${i} is NaN`);
  const order = Array.from(gains.keys());
  const turn = ties === 'last' ? -1 : 1;
  order.sort((i, j) => (scores[i] === scores[j] ? turn * (i - j) : scores[j] > scores[i] ? 1 : -1));
  const ranked = Float64Array.from(order, (i) => gains[i]);
  if (ties === 'average') {
    for (let start = 0; start < order.length;) {
      let end = start + 1;
      while (end < order.length && scores[order[end]] === scores[order[start]]) end++;
      const mean = ranked.subarray(start, end).reduce((sum, value) => sum + value, 0) / (end - start);
      ranked.fill(mean, start, end);
      start = end;
    }
  }
  return sumTo(ranked, at);
}

/** nDCG of n judged documents in the order of their scores. Undefined as {@link ndcg}, errors as {@link dcgOfScores}. */
export function ndcgOfScores(
  scores: ArrayLike<number>,
  grades: ArrayLike<number>,
  options: ScoredOptions = {},
): Quantity {
  return over(dcgOfScores(scores, grades, options), grades, options);
}

function over(reached: number, judged: ArrayLike<number>, { at, gain = 'linear' }: NdcgOptions): Quantity {
  if (judged.length === 0) return unknown('nothing was judged', 'empty');
  const best = sumTo(gainsOf(judged, gain).sort().reverse(), at);
  if (best === 0) return unknown('nothing that was judged is relevant', 'zero-margin');
  return known(reached / best);
}

function gainsOf(grades: ArrayLike<number>, gain: Gain): Float64Array {
  if (!['linear', 'exponential'].includes(gain))
    throw new RangeError(`gain must be linear or exponential, got ${gain}`);
  return Float64Array.from({ length: grades.length }, (_, i) => {
    const grade = grades[i];
    if (!Number.isFinite(grade) || grade < 0)
      throw new RangeError(`grades must be 0 or more, number ${i} is ${grade}`);
    if (gain === 'exponential' && grade > 1023)
      throw new RangeError(`grades must be at most 1023 for the exponential gain, number ${i} is ${grade}`);
    return gain === 'linear' ? grade : 2 ** grade - 1;
  });
}

function sumTo(gains: Float64Array, at = Infinity): number {
  if (at !== Infinity && (!Number.isInteger(at) || at < 1))
    throw new RangeError(`at must be a whole number from 1, got ${at}`);
  let sum = 0;
  for (let r = 0; r < Math.min(at, gains.length); r++) sum += gains[r] / Math.log2(r + 2);
  return sum;
}
