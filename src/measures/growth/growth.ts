import { checkKind } from '../arguments.ts';
import { greatest, least } from '../extremes.ts';
import { known, unknown, type Quantity, type Unknown } from '../quantity.ts';
import { centred, checkSeries } from './series.ts';

/** A Poisson trend of counts. */
export interface PoissonGrowth {
  readonly reason: null;
  /** Of ln E[count/exposure] a unit of time; exp(slope) − 1 is the growth rate. */
  readonly slope: number;
  /** If counts vary as Poisson; and as they vary here, times √dispersion where that is above 1. */
  readonly standardError: number;
  readonly dispersedError: number;
  /** Pearson χ²/(n − 2), 1 for Poisson; null for two counts. */
  readonly dispersion: number | null;
  /** ln E[count/exposure] at the mean of the times. */
  readonly level: number;
  /** E[count], one a time. */
  readonly fitted: Float64Array;
}

/**
 * Growth of counts by Poisson regression on time, maximum likelihood:
 *
 *     E[n_t] = exposure_t · exp(level + slope · (t − mean t))
 *
 * With the whole field's works as exposure the slope is growth beyond the field's, which grows too (and whose records do).
 * Zeros stay in; counts may be fractional (Share). Not changed by the unit of exposure; with a unit of counts it keeps the
 * slope and changes the error. Ask for a minimum volume before reading a slope, and leave out a last year that is not
 * complete. Undefined for fewer than two different times, for counts all 0, and where all counts above 0 stand at the first
 * or at the last time only, which makes the slope infinite.
 *
 * Source: McCullagh & Nelder 1989, Generalized Linear Models, ch. 6.
 *
 * @param times and counts: n numbers; `exposure` n numbers above 0, all 1 where none are given
 * @throws RangeError for lists of different lengths, times that are not finite, negative counts, or exposures not above 0
 */
export function poissonGrowth(
  times: ArrayLike<number>,
  counts: ArrayLike<number>,
  exposure?: ArrayLike<number>,
): PoissonGrowth | Unknown {
  checkSeries(times, counts);
  const n = times.length;
  if (exposure !== undefined) {
    checkKind('exposure', exposure, 'list');
    if (exposure.length !== n) throw new RangeError(`${n} times, ${exposure.length} exposures`);
    for (let i = 0; i < n; i++)
      if (!(exposure[i] > 0) || !Number.isFinite(exposure[i]))
        throw new RangeError(`exposure ${i} must be a finite number above 0, got ${exposure[i]}`);
  }
  const all = Array.from(times);
  if (new Set(all).size < 2) return unknown('fewer than two different times', 'too-few');
  const where = new Set(all.filter((_, i) => counts[i] > 0));
  if (where.size === 0) return unknown('all counts are 0', 'empty');
  const [only] = where;
  if (where.size === 1 && (only === least(all) || only === greatest(all)))
    return unknown('all counts stand at one end, which makes the slope infinite', 'infinite');

  const t = centred(times);
  const y = Float64Array.from(counts);
  const e = exposure === undefined ? y.map(() => 1) : Float64Array.from(exposure);
  const sum = (of: (i: number) => number): number => y.reduce((total, _, i) => total + of(i), 0);
  let slope = 0;
  const level = (): number => Math.log(sum((i) => y[i]) / sum((i) => e[i] * Math.exp(slope * t[i])));
  const gradientAt = (b: number): { score: number; information: number } => {
    // The level solved for, so that one parameter is left: the mean time of what is there less that of what is expected.
    const top = greatest(t.map((time) => b * time));
    const w = e.map((value, i) => value * Math.exp(b * t[i] - top));
    const whole = w.reduce((total, value) => total + value, 0);
    const mean = w.reduce((total, value, i) => total + value * t[i], 0) / whole;
    const square = w.reduce((total, value, i) => total + value * (t[i] - mean) ** 2, 0) / whole;
    const total = sum((i) => y[i]);
    return { score: sum((i) => y[i] * t[i]) - total * mean, information: total * square };
  };
  // The likelihood is concave: Newton within a bracket that halves where a step would leave it.
  let [low, high] = [-Infinity, Infinity];
  for (let step = 0; step < 200; step++) {
    const { score, information } = gradientAt(slope);
    if (score > 0) low = slope;
    else high = slope;
    const reach = 5 / greatest(t.map(Math.abs));
    let next = slope + Math.max(-reach, Math.min(reach, score / information));
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (!Number.isFinite(next) || Math.abs(next - slope) <= 1e-15 * Math.abs(slope)) break;
    slope = next;
  }
  const { information } = gradientAt(slope);
  const fitted = e.map((value, i) => value * Math.exp(level() + slope * t[i]));
  const dispersion = n > 2 ? sum((i) => (y[i] - fitted[i]) ** 2 / fitted[i]) / (n - 2) : null;
  const standardError = 1 / Math.sqrt(information);
  return Object.freeze({
    reason: null,
    slope,
    standardError,
    dispersedError: standardError * Math.sqrt(Math.max(1, dispersion ?? 1)),
    dispersion,
    level: level(),
    fitted,
  });
}

/**
 * ∂slope/∂count_t = (t − m)/Σ_u fitted_u·(u − m)² with m the fitted counts' mean time: what one more count at each time does
 * to the slope of `poissonGrowth`, by the implicit function of its score. n numbers; null where the slope is undefined. With
 * the variances of the counts over works, Σ gradient²·variance is that of the slope. Errors as `poissonGrowth`.
 */
export function poissonGrowthGradient(
  times: ArrayLike<number>,
  counts: ArrayLike<number>,
  exposure?: ArrayLike<number>,
): Float64Array | null {
  const fit = poissonGrowth(times, counts, exposure);
  if (fit.reason !== null) return null;
  const t = centred(times);
  const whole = fit.fitted.reduce((sum, value) => sum + value, 0);
  const mean = fit.fitted.reduce((sum, value, i) => sum + value * t[i], 0) / whole;
  const information = fit.fitted.reduce((sum, value, i) => sum + value * (t[i] - mean) ** 2, 0);
  return Float64Array.from(t, (time) => (time - mean) / information);
}

/** ln 2/slope, how long until twice as much; undefined where the slope is not above 0. Throws a RangeError for NaN. */
export function doublingTime(slope: number): Quantity {
  if (!Number.isFinite(slope)) throw new RangeError(`slope must be finite, got ${slope}`);
  return slope > 0 ? known(Math.LN2 / slope) : unknown('it does not grow', 'infinite');
}
