import { criticalValue, normalInterval } from '../../measures/index.ts';
import { type Estimate, noEstimate, withInterval } from '../output/estimate.ts';
import type { ObservedExpected } from '../collaboration/expected.ts';
import type { PlaceName } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import type { Years } from '../population/year-windows.ts';
import type { BeforeAfter } from './question.ts';

/** Years with works before a policy's year and after it, at most `span` on either side; null where there are none. */
export function sides(
  population: Population,
  year: number,
  span: number,
): readonly [Years | null, Years | null] {
  const years = [...population.worksByYear.keys()].sort((a, b) => a - b);
  const side = (kept: readonly number[]): Years | null =>
    kept.length === 0 ? null : { from: kept[0], to: kept[kept.length - 1] };
  return [
    side(years.filter((one) => one < year && one >= year - span)),
    side(years.filter((one) => one > year && one <= year + span)),
  ];
}

export const intraOf = (one: ObservedExpected): Estimate => ({
  value: one.intraShare,
  interval: one.intraShareInterval,
  reason: one.intraShareReason,
});
export const ratioOf = (one: ObservedExpected): Estimate => ({
  value: one.ratio,
  interval: one.ratioInterval,
  reason: one.reason,
});

const NO_YEARS: Estimate = noEstimate('no works in these years');

/** A region on either side, and how many times as much its observed/expected is after. */
export function beforeAfter(
  place: PlaceName,
  [before, after]: readonly [Years | null, Years | null],
  [first, last]: readonly [ObservedExpected | undefined, ObservedExpected | undefined],
  level: number,
): BeforeAfter {
  const [ratioBefore, ratioAfter] = [first, last].map((one) => (one === undefined ? NO_YEARS : ratioOf(one)));
  const [intraBefore, intraAfter] = [first, last].map((one) => (one === undefined ? NO_YEARS : intraOf(one)));
  return {
    place,
    before,
    after,
    intraBefore,
    intraAfter,
    ratioBefore,
    ratioAfter,
    change: quotientOf(ratioAfter, ratioBefore, level),
  };
}

/** One ratio over another of other works: the variances of their logarithms add up. */
export function quotientOf(above: Estimate, below: Estimate, level: number): Estimate {
  if (above.value === null || below.value === null)
    return noEstimate(above.reason ?? below.reason ?? 'undefined');
  if (below.value === 0) return noEstimate('nothing to divide by');
  const value = above.value / below.value;
  if (above.interval === null || below.interval === null)
    return { value, interval: null, reason: above.reason ?? below.reason };
  const error = ([low, high]: readonly [number, number]): number =>
    Math.log(high / low) / (2 * criticalValue(level));
  const logError = Math.hypot(error(above.interval), error(below.interval));
  return withInterval(value, normalInterval(value, value * logError, level, 'log'));
}
