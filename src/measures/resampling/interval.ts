import type { Reason } from '../../base/index.ts';
import { checkKind } from '../arguments.ts';
import { checkFinite } from '../finite.ts';
import { normalQuantile } from '../distributions/normal.ts';
import type { ReasonCode } from '../quantity.ts';
import { weightedQuantiles } from './weighted-quantile.ts';

/** A two-sided interval, or why there is none. */
export type Interval =
  | Readonly<{ low: number; high: number; standardError: number; reason: null }>
  | Readonly<{ low: null; high: null; standardError: null; reason: Reason; code: ReasonCode }>;

/** Where the normal approximation is made; the ends are transformed back to the scale of the estimate. */
export type Scale = 'identity' | 'log' | 'logit';

/** No interval, and why there is none. */
export function noInterval(reason: Reason, code: ReasonCode): Interval {
  return Object.freeze({ low: null, high: null, standardError: null, reason, code });
}

/** z with P(|Z| ≤ z) = level. Throws a RangeError unless 0 < level < 1. */
export function criticalValue(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, got ${level}`);
  return normalQuantile(0.5 + level / 2);
}

/**
 * The normal interval of an estimate θ with standard error s (both in θ's own unit) at a level:
 *
 * - `identity`: θ ± z·s
 * - `log`, for a positive ratio such as observed/expected: θ · exp(± z·s/θ)
 * - `logit`, for a share strictly between 0 and 1: expit(logit θ ± z·s/(θ(1 − θ)))
 *
 * Undefined, with the reason: s = 0 (`no-variation`: no two works differ, which is lack of evidence and not certainty);
 * θ ≤ 0 on the log or logit scale (`not-positive`); θ ≥ 1 on the logit scale, or an end too large for a number
 * (`infinite`).
 *
 * @throws RangeError for a level outside (0, 1), a negative or non-finite s, or a non-finite θ
 */
export function normalInterval(
  estimate: number,
  standardError: number,
  level: number,
  scale: Scale = 'identity',
): Interval {
  const z = criticalValue(level);
  if (!Number.isFinite(estimate) || !(standardError >= 0) || !Number.isFinite(standardError))
    throw new RangeError(`no interval from estimate ${estimate} and standard error ${standardError}`);
  if (standardError === 0) return noInterval('no variation between works', 'no-variation');
  const ends = (low: number, high: number): Interval =>
    Number.isFinite(low) && Number.isFinite(high)
      ? Object.freeze({ low, high, standardError, reason: null })
      : noInterval('an end is too large for a number', 'infinite');
  if (scale === 'identity') return ends(estimate - z * standardError, estimate + z * standardError);
  if (estimate <= 0) return noInterval('not positive', 'not-positive');
  if (scale === 'log') {
    const factor = Math.exp((z * standardError) / estimate);
    return ends(estimate / factor, estimate * factor);
  }
  if (estimate >= 1) return noInterval('not below 1', 'infinite');
  const odds = estimate / (1 - estimate);
  const factor = Math.exp((z * standardError) / (estimate * (1 - estimate)));
  return ends(odds / factor / (1 + odds / factor), 1 - 1 / (1 + odds * factor));
}

/**
 * The interval of a statistic that is linearised over works. With work w's influence ψ_w on the estimate, resampling
 * a fixed number n of works gives the variance
 *
 *     Var = Σ ψ_w² − (Σ ψ_w)² / n
 *
 * where works that do not touch the statistic have ψ = 0 and still count in n. For a ratio A/B of two sums over
 * works, ψ_w = (a_w − (A/B)·b_w)/B and Σψ = 0 (`ratioOfSums` gives all three). Undefined cases as `normalInterval`,
 * and n < 2 (`too-few`). Source: the delete-nothing form of the infinitesimal jackknife (Efron 1982, SIAM CBMS 38, ch. 6).
 *
 * @throws RangeError for a number that is not finite, a negative number of works, or when Σψ² is less than (Σψ)²/n by more
 *   than rounding: the sums do not belong together
 */
export function linearisedInterval(
  estimate: number,
  sumInfluenceSquares: number,
  sumInfluence: number,
  works: number,
  level: number,
  scale: Scale = 'identity',
): Interval {
  checkFinite('estimate, sumInfluenceSquares, sumInfluence', [estimate, sumInfluenceSquares, sumInfluence]);
  if (!(works >= 0) || !Number.isFinite(works))
    throw new RangeError(`works must be a number from 0, got ${works}`);
  if (works < 2) return noInterval('fewer than two works', 'too-few');
  const lost = (sumInfluence * sumInfluence) / works;
  const variance = sumInfluenceSquares - lost;
  const rounding = 1e-9 * Math.max(sumInfluenceSquares, lost);
  if (variance < -rounding)
    throw new RangeError(
      `influences of negative variance: squares ${sumInfluenceSquares}, sum ${sumInfluence}, n ${works}`,
    );
  const standardError = variance <= 1e-14 * sumInfluenceSquares ? 0 : Math.sqrt(variance);
  return normalInterval(estimate, standardError, level, scale);
}

/**
 * The percentile interval of draws, by the inverse of their distribution function (type 1 of Hyndman & Fan 1996,
 * The American Statistician 50:361): the lower end is the smallest draw x with P(draw ≤ x) ≥ (1 − level)/2, the
 * upper the smallest with P(draw ≤ x) ≥ (1 + level)/2. Every end is a draw, so that it suits ranks and counts.
 *
 * @param probabilities of the draws, if they are not equally likely (exact enumeration); they sum to 1
 * @throws RangeError for no draws, a draw that is not finite, lengths that differ, or a level outside (0, 1)
 */
export function percentileInterval(
  draws: ArrayLike<number>,
  level: number,
  probabilities?: ArrayLike<number>,
): Readonly<{ low: number; high: number }> {
  checkKind('draws', draws, 'list');
  criticalValue(level);
  const n = draws.length;
  if (n === 0) throw new RangeError('no draws');
  checkFinite('draws', draws);
  if (probabilities && probabilities.length !== n)
    throw new RangeError(`${n} draws, ${probabilities.length} probabilities`);
  const [low, high] = weightedQuantiles(draws, [(1 - level) / 2, (1 + level) / 2], probabilities);
  return Object.freeze({ low, high });
}
