import type { z } from 'zod';
import type { estimate } from '../result/values.ts';
import type { Reason } from '../../base/index.ts';
import {
  type Interval,
  linearisedInterval,
  type Quantity,
  type RatioSums,
  ratioOfSums,
  type Scale,
} from '../../measures/index.ts';

/** A figure with its interval over works; why there is no figure, or no interval of it. */
export type Estimate = z.output<typeof estimate>;

export function noEstimate(reason: Reason): Estimate {
  return { value: null, interval: null, reason };
}

/** Sums over works of the influence of each on a figure, for a fixed number of works: of one set, or of a year each. */
export interface Influence {
  readonly squares: number;
  readonly sum: number;
  readonly works: number;
}

/** A figure with its interval by linearisation; sets of works that have none in common add their variances. */
export function linearised(
  value: Quantity,
  influences: readonly Influence[],
  level: number,
  scale: Scale = 'identity',
): Estimate {
  if (value.value === null) return noEstimate(value.reason);
  const works = influences.reduce((sum, one) => sum + one.works, 0);
  const variance = influences.reduce((sum, one) => sum + varianceOf(one), 0);
  return withInterval(value.value, linearisedInterval(value.value, variance, 0, works, level, scale));
}

/** The ratio of two sums over works. */
export function ratioEstimate(
  { a, b, aa, ab, bb }: RatioSums,
  works: number,
  level: number,
  scale: Scale,
): Estimate {
  const ratio = ratioOfSums({ a, b, aa, ab, bb });
  if (ratio.reason !== null) return noEstimate(ratio.reason);
  const { estimate, sumInfluenceSquares, sumInfluence } = ratio;
  return withInterval(
    estimate,
    linearisedInterval(estimate, sumInfluenceSquares, sumInfluence, works, level, scale),
  );
}

function varianceOf({ squares, sum, works }: Influence): number {
  const variance = works === 0 ? 0 : squares - sum ** 2 / works;
  // What cancellation leaves where all works have the same influence is no variation.
  return variance <= 1e-13 * squares ? 0 : variance;
}

/** What floats leave in the last digits, with the order of rows, is not told. */
export function withInterval(value: number, interval: Interval): Estimate {
  return {
    value: round(value),
    interval: interval.low === null ? null : [round(interval.low), round(interval.high)],
    reason: interval.reason,
  };
}

/** The same figure, its ends no further than it can be. */
export function between({ value, interval, reason }: Estimate, least: number, most: number): Estimate {
  const clip = (end: number): number => Math.min(most, Math.max(least, end));
  return { value, interval: interval === null ? null : [clip(interval[0]), clip(interval[1])], reason };
}

/** The same figure on another scale, by a rising function. */
export function onScale({ value, interval, reason }: Estimate, rising: (value: number) => number): Estimate {
  return {
    value: value === null ? null : round(rising(value)),
    interval: interval === null ? null : [round(rising(interval[0])), round(rising(interval[1]))],
    reason,
  };
}

const round = (value: number): number => Number(value.toPrecision(12));
