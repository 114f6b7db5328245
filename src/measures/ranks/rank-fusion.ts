import { checkParts } from '../arguments.ts';

/**
 * How votes become a candidate's score, with s the score and r the rank (1, 2, …) of what voted:
 *
 * - `votes` Σ 1: how many voted
 * - `comb-sum` Σ s, `comb-max` max s, `comb-mnz` (Σ 1)(Σ s)
 * - `exp-comb-sum` Σ e^(s − max s): the best voters decide (the common factor e^max changes no order)
 * - `reciprocal-rank` Σ 1/r
 * - `rrf` Σ 1/(k + r), reciprocal rank fusion
 */
export const FUSIONS = [
  'votes',
  'comb-sum',
  'comb-max',
  'comb-mnz',
  'exp-comb-sum',
  'reciprocal-rank',
  'rrf',
] as const;
export type Fusion = (typeof FUSIONS)[number];

/** V votes: number v is of `candidates[v]`, cast by something of rank `ranks[v]` and score `scores[v]`. */
export interface Votes {
  /** Number of candidates C. */
  readonly size: number;
  /** V whole numbers, 0 … C − 1. */
  readonly candidates: ArrayLike<number>;
  /** V ranks, from 1. */
  readonly ranks: ArrayLike<number>;
  /** V scores. */
  readonly scores: ArrayLike<number>;
  /** V weights, 0 or more: the candidate's part in what voted; 1 where left out. */
  readonly weights?: ArrayLike<number>;
}

/**
 * One ranking from many: documents vote for the experts behind them, or rankings for what they rank. A weight w takes
 * the place of the 1 in a count and stands before each term of a sum; `comb-max` is the largest w·s. A candidate for whom
 * nobody votes has 0.
 *
 * Source: Macdonald & Ounis 2006, Voting for candidates, CIKM, doi:10.1145/1183614.1183671; Cormack, Clarke & Buettcher
 * 2009, SIGIR, doi:10.1145/1571941.1572114 for RRF.
 *
 * @param k of `rrf`, 60 as in the paper: the larger, the less the first ranks stand out
 * @returns C scores
 * @throws RangeError for lengths that differ, a candidate outside 0 … C − 1, a rank below 1, a score that is not finite
 *   (or negative, where it is summed or counted), a weight below 0, a k below 0, or an unknown method
 */
export function fuse(votes: Votes, method: Fusion, k = 60): Float64Array {
  checkVotes(votes, method, k);
  const { size, candidates, ranks, scores, weights } = votes;
  const fused = new Float64Array(size);
  const counts = new Float64Array(method === 'comb-mnz' ? size : 0);
  let top = -Infinity;
  if (method === 'exp-comb-sum') for (let v = 0; v < scores.length; v++) top = Math.max(top, scores[v]);
  for (let v = 0; v < candidates.length; v++) {
    const candidate = candidates[v];
    const weight = weights === undefined ? 1 : weights[v];
    switch (method) {
      case 'votes':
        fused[candidate] += weight;
        break;
      case 'comb-max':
        fused[candidate] = Math.max(fused[candidate], weight * scores[v]);
        break;
      case 'comb-sum':
        fused[candidate] += weight * scores[v];
        break;
      case 'comb-mnz':
        fused[candidate] += weight * scores[v];
        counts[candidate] += weight;
        break;
      case 'exp-comb-sum':
        fused[candidate] += weight * Math.exp(scores[v] - top);
        break;
      case 'reciprocal-rank':
        fused[candidate] += weight / ranks[v];
        break;
      case 'rrf':
        fused[candidate] += weight / (k + ranks[v]);
    }
  }
  for (let candidate = 0; candidate < counts.length; candidate++) fused[candidate] *= counts[candidate];
  return fused;
}

function checkVotes(votes: Votes, method: Fusion, k: number): void {
  checkParts('votes', votes, { candidates: 'list', ranks: 'list', scores: 'list', 'weights?': 'list' });
  const { size, candidates, ranks, scores, weights } = votes;
  if (!FUSIONS.includes(method))
    throw new RangeError(`method must be one of ${FUSIONS.join(', ')}, got ${method}`);
  if (!Number.isFinite(k) || k < 0) throw new RangeError(`k must be 0 or more, got ${k}`);
  if (!Number.isInteger(size) || size < 0)
    throw new RangeError(`size must be a whole number from 0, got ${size}`);
  for (const [name, list] of Object.entries({ ranks, scores, weights: weights ?? candidates }))
    if (list.length !== candidates.length)
      throw new RangeError(`${candidates.length} candidates, ${list.length} ${name}`);
  const summed = method.startsWith('comb');
  for (let v = 0; v < candidates.length; v++) {
    const candidate = candidates[v];
    if (!Number.isInteger(candidate) || candidate < 0 || candidate >= size)
      throw new RangeError(`candidates must be whole numbers from 0 to ${size - 1}, got ${candidate}`);
    if (!(ranks[v] >= 1 && Number.isFinite(ranks[v])))
      throw new RangeError(`ranks must be 1 or more, got ${ranks[v]}`);
    if (!Number.isFinite(scores[v]) || (summed && scores[v] < 0))
      throw new RangeError(`scores must be finite${summed ? ' and 0 or more' : ''}, got ${scores[v]}`);
    if (weights !== undefined && !(weights[v] >= 0 && Number.isFinite(weights[v])))
      throw new RangeError(`weights must be 0 or more, got ${weights[v]}`);
  }
}
