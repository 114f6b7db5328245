import { checkKind } from '../arguments.ts';
import { checkFinite } from '../finite.ts';
import { criticalValue, noInterval, type Interval } from './interval.ts';

/**
 * The jackknife over places: how a statistic hangs on which places are in the set. With θ_(i) the statistic without
 * place i and θ̄ the mean of these,
 *
 *     s² = (n − 1)/n · Σ_i (θ_(i) − θ̄)²,   θ ± z·s
 *
 * It answers another question than resampling works: not what the works leave open, but what drawing the boundary does,
 * as if the places stood for others like them. Undefined for fewer than three places (`too-few`), where the statistic is
 * undefined without one of them (null, `not-identified`), and where none matters (`no-variation`).
 *
 * Source: Quenouille 1956; Tukey 1958; Efron 1982, SIAM CBMS 38, ch. 3.
 *
 * @throws RangeError for a level outside (0, 1) or a value that is not finite
 */
export function jackknifeInterval(
  estimate: number,
  without: readonly (number | null)[],
  level: number,
): Interval {
  checkKind('without', without, 'list');
  const z = criticalValue(level);
  checkFinite('estimate', [estimate]);
  const n = without.length;
  if (n < 3) return noInterval('fewer than three places', 'too-few');
  const values = without.filter((value) => value !== null);
  if (values.length < n) return noInterval('undefined without one of the places', 'not-identified');
  checkFinite('without', values);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (squares <= n * (8 * Number.EPSILON * mean) ** 2)
    return noInterval('no place makes a difference', 'no-variation');
  const standardError = Math.sqrt(((n - 1) / n) * squares);
  return Object.freeze({
    low: estimate - z * standardError,
    high: estimate + z * standardError,
    standardError,
    reason: null,
  });
}

/**
 * The statistic without each of n places in turn, in their order; null where it is undefined.
 *
 * @throws RangeError for a number of places that is no whole number from 0
 */
export function leaveOneOut(
  places: number,
  statistic: (kept: readonly number[]) => number | null,
): (number | null)[] {
  checkKind('statistic', statistic, 'function');
  if (!Number.isInteger(places) || places < 0)
    throw new RangeError(`places must be a whole number from 0, got ${places}`);
  const all = Array.from({ length: places }, (_, i) => i);
  return all.map((left) => statistic(all.filter((i) => i !== left)));
}
