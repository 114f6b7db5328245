import { average, logarithms, NOT_POSITIVE } from './logarithms.ts';
import { known, unknown, type Quantity } from '../quantity.ts';
import { centred, checkSeries } from './series.ts';

/**
 * The slope of ln x over time by least squares: growth a unit of time, exp(slope) − 1 as a rate,
 *
 *     slope = Σ_t (t − mean t)(ln x_t − mean ln x) / Σ_t (t − mean t)²
 *
 * Not changed by the unit of the amounts. Undefined where an amount is not positive (not-positive; do not add 1 to get rid of
 * zeros: the slope then depends on the unit; `poissonGrowth` takes them), and for fewer than two different times (too-few).
 *
 * @param times and amounts: n numbers each
 * @throws RangeError for lists of different lengths, times that are not finite or negative amounts
 */
export function logLinearSlope(times: ArrayLike<number>, amounts: ArrayLike<number>): Quantity {
  checkSeries(times, amounts);
  const logs = logarithms(amounts);
  if (logs === null) return unknown(NOT_POSITIVE, 'not-positive');
  if (new Set(Array.from(times)).size < 2) return unknown('fewer than two different times', 'too-few');
  const t = centred(times);
  const mean = average(logs);
  let [tt, ty] = [0, 0];
  for (const [i, time] of t.entries()) {
    tt += time * time;
    ty += time * (logs[i] - mean);
  }
  return known(ty / tt);
}

/**
 * ∂slope/∂x_t = (t − mean t)/(x_t · Σ_u (u − mean t)²): what one more unit at each time does to `logLinearSlope`. n numbers;
 * null where the slope is undefined. Errors as `logLinearSlope`.
 */
export function logLinearSlopeGradient(
  times: ArrayLike<number>,
  amounts: ArrayLike<number>,
): Float64Array | null {
  if (logLinearSlope(times, amounts).value === null) return null;
  const t = centred(times);
  const squares = t.reduce((sum, time) => sum + time * time, 0);
  return Float64Array.from(t, (time, i) => time / (amounts[i] * squares));
}
