import { checkKind, checkParts } from '../arguments.ts';
import { sizeOf } from '../resampling/covariance.ts';
import { drawTotals } from './joint-ranks.ts';
import { tellApart, type Pairs } from './max-difference.ts';
import { competitionRanks } from './rank.ts';

/** A variance of a difference below this part of the two variances is rounding. As in `outrankProbability`. */
const NO_VARIATION = 1e-12;

export interface RankSetInput {
  /** Observed totals of the n places: Shares or Counts, in works. */
  readonly totals: ArrayLike<number>;
  /** Their covariance, n × n row by row, from `shareCovariance` or `stratifiedCovariance`. */
  readonly covariance: ArrayLike<number>;
  readonly seed: number;
  /** Number of draws for the critical value; 2,000 if not given. */
  readonly draws?: number;
  /** 0.95 if not given. */
  readonly level?: number;
  /** Ask again without what was told apart, which narrows the sets at the same level; true if not given. */
  readonly stepdown?: boolean;
}

/** The ranks that a place may have, from `low` to `high`. */
export interface RankSet {
  /** Competition rank of the observed total; it lies in its set. */
  readonly rank: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Simultaneous confidence sets of ranks: all n ranks lie in their sets at once in at least `level` of resamples of the
 * works, however many places are nearly tied. For "the five leaders are these", or a whole table.
 *
 * A place is surely below those k with (θ̂_k − θ̂_j)/σ_jk above the critical value, and surely above those with the
 * reverse; low = 1 + the number of the first, high = n − the number of the second, where σ_jk² = C_jj + C_kk − 2C_jk
 * and the critical value is that of the largest of all n(n − 1) scaled differences (`tellApart`). Wider than joint rank
 * intervals (`jointRankIntervals`), which say where a rank fell in the middle `level` of resamples and promise nothing
 * about ties. Two places whose difference does not vary between works are not told apart.
 *
 * One set per place, in the order given. Cost O(draws · n²/2): 1,000 places take about two seconds.
 *
 * Source: Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91:476.
 *
 * @throws RangeError when shapes do not fit, a number is not finite, `draws` is no positive whole number, the level
 *   lies outside (0, 1), or the covariance is none
 */
export function simultaneousRankSets(input: RankSetInput): readonly RankSet[] {
  const { n, z, level, stepdown, ranks, pairsOf } = prepare(input);
  // Each place with those before it.
  const places = Int32Array.from({ length: n }, (_, i) => i);
  const apart = tellApart(pairsOf(places, places), z, n, level, stepdown);
  const [surelyAbove, surelyBelow] = [new Int32Array(n), new Int32Array(n)];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const sign = apart[i * n + j];
      if (sign === 0) continue;
      surelyAbove[sign > 0 ? j : i] += 1;
      surelyBelow[sign > 0 ? i : j] += 1;
    }
  return Object.freeze(Array.from(ranks, (rank, i) => set(rank, 1 + surelyAbove[i], n - surelyBelow[i])));
}

/**
 * Marginal confidence sets of ranks: each place's rank lies in its own set in at least `level` of resamples. For one
 * place at a time; narrower than simultaneous ones. Only the differences from that place are asked. Errors and undefined
 * cases as `simultaneousRankSets`; cost O(draws · n) a place.
 *
 * @param places the places asked about; all if not given. One set each, in their order
 * @throws RangeError also for a place that does not exist
 */
export function marginalRankSets(input: RankSetInput, places?: readonly number[]): readonly RankSet[] {
  const { n, z, level, stepdown, ranks, pairsOf } = prepare(input);
  const asked = places ?? Array.from({ length: n }, (_, i) => i);
  checkKind('places', asked, 'list');
  for (const place of asked)
    if (!Number.isInteger(place) || place < 0 || place >= n)
      throw new RangeError(`places must be whole numbers from 0 to ${n - 1}, got ${place}`);
  return Object.freeze(
    asked.map((place) => {
      const pairs = pairsOf(Int32Array.of(place), Int32Array.of(n));
      const apart = tellApart(pairs, z, n, level, stepdown);
      const [above, below] = [-1, 1].map((sign) => apart.filter((other) => other === sign).length);
      return set(ranks[place], 1 + above, n - below);
    }),
  );
}

const set = (rank: number, low: number, high: number): RankSet => Object.freeze({ rank, low, high });

/** Checks the input, draws around 0, and makes pairs with their statistics. */
function prepare(input: RankSetInput): {
  n: number;
  z: Float64Array;
  level: number;
  stepdown: boolean;
  ranks: Int32Array;
  pairsOf: (firsts: Int32Array, ends: Int32Array) => Pairs;
} {
  checkParts('input', input, { totals: 'list', covariance: 'list' });
  const { totals, covariance, seed, draws = 2000, level = 0.95, stepdown = true } = input;
  const n = sizeOf(covariance);
  if (totals.length !== n) throw new RangeError(`${totals.length} totals, a covariance of ${n} places`);
  for (let i = 0; i < n; i++)
    if (!Number.isFinite(totals[i])) throw new RangeError(`totals must be finite, got ${totals[i]} at ${i}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie between 0 and 1, got ${level}`);
  const z = drawTotals(new Float64Array(n), covariance, draws, seed);
  const pairsOf = (firsts: Int32Array, ends: Int32Array): Pairs => {
    const scale = new Float64Array(firsts.length * n);
    const statistic = new Float64Array(firsts.length * n);
    for (const [row, i] of firsts.entries())
      for (let j = 0; j < ends[row]; j++) {
        const size = covariance[i * n + i] + covariance[j * n + j];
        const variance = size - 2 * covariance[i * n + j];
        if (!(variance > NO_VARIATION * size)) continue;
        scale[row * n + j] = 1 / Math.sqrt(variance);
        statistic[row * n + j] = (totals[i] - totals[j]) * scale[row * n + j];
      }
    return { firsts, ends, statistic, scale };
  };
  return { n, z, level, stepdown, ranks: competitionRanks(totals), pairsOf };
}
