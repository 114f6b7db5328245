import { criticalValue, noInterval, type Interval } from './interval.ts';

/**
 * The jackknife over places: how a statistic hangs on which places are in the set. With θ_(i) the statistic without
 * place i and θ̄ the mean of these,
 *
 *     s² = (n − 1)/n · Σ_i (θ_(i) − θ̄)²,   θ ± z·s
 *
 * It answers another question than resampling works: not what the works leave open, but what drawing the boundary does,
 * as if the places stood for others like them. Undefined for fewer than three places, where the statistic is undefined
 * without one of them (null), and where none matters.
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
  const z = criticalValue(level);
  const n = without.length;
  if (n < 3) return noInterval('fewer than three places', 'too-few');
  const values = without.filter((value) => value !== null);
  if (values.length < n) return noInterval('undefined without one of the places', 'not-identified');
  if (!values.every(Number.isFinite)) throw new RangeError('a statistic without a place is not finite');
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

/** The statistic of the amounts without each place in turn, in their order. */
export function leaveOneOut(
  places: number,
  statistic: (kept: readonly number[]) => number | null,
): (number | null)[] {
  const all = Array.from({ length: places }, (_, i) => i);
  return all.map((left) => statistic(all.filter((i) => i !== left)));
}
