import { type Reason, sayReason } from '../../base/index.ts';
import {
  betaConvergence,
  betaNoise,
  mannKendall,
  studentCritical,
  theilSenSlope,
} from '../../measures/index.ts';
import { round } from '../balance/rows.ts';
import type { Beta, Trend } from './question.ts';

/** The trend of σ over the years; undefined in one of them, there is none. */
export function trendOf(years: readonly number[], sigmas: readonly (number | null)[]): Trend {
  const values = sigmas.filter((value) => value !== null);
  if (values.length < sigmas.length || values.length === 0)
    return { tau: 0, p: null, slope: null, reason: 'σ is undefined in some year' };
  const test = mannKendall(values);
  const slope = theilSenSlope(years, values);
  return {
    tau: round(test.tau),
    p: test.p.value === null ? null : round(test.p.value),
    slope: slope.value === null ? null : round(slope.value),
    reason: test.p.reason,
  };
}

export interface Ends {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Variances of the first amounts over works; null for published figures. */
  readonly variances: readonly number[] | null;
}

/** Which parts have something at both ends. */
export function growing({ first, last }: Pick<Ends, 'first' | 'last'>): number[] {
  return first.flatMap((amount, i) => (amount > 0 && last[i] > 0 ? [i] : []));
}

/** Years between the middles of the two windows. */
export function distance({ from, to }: Pick<Ends, 'from' | 'to'>): number {
  return (to[0] + to[1] - from[0] - from[1]) / 2;
}

/** β of the parts that have something at both ends; without its interval over works. */
export function betaOf(ends: Ends, level: number): Beta {
  const kept = growing(ends);
  const years = distance(ends);
  const first = kept.map((i) => ends.first[i]);
  const fit = betaConvergence(
    first,
    kept.map((i) => ends.last[i]),
    years,
  );
  const base = {
    from: ends.from,
    to: ends.to,
    years,
    parts: kept.length,
    zeros: ends.first.length - kept.length,
    worksInterval: null,
  };
  if (fit.beta === null) return noBeta(base, reasonIn(fit.reason));
  const reach = fit.standardError * studentCritical(level, fit.n - 2);
  const noise =
    ends.variances === null
      ? null
      : betaNoise(
          first,
          kept.map((i) => ends.variances![i]),
          fit.beta,
          years,
        );
  return {
    ...base,
    beta: round(fit.beta),
    interval: fit.standardError === 0 ? null : [round(fit.beta - reach), round(fit.beta + reach)],
    p: fit.p === null ? null : round(fit.p),
    r2: fit.r2 === null ? null : round(fit.r2),
    speed: fit.speed.value === null ? null : round(fit.speed.value),
    halfLife: fit.halfLife.value === null ? null : round(fit.halfLife.value),
    corrected: noise?.corrected.value == null ? null : round(noise.corrected.value),
    noise: noise?.bias.value == null ? null : round(noise.bias.value),
    ...reasonIn(noise?.corrected.reason ?? fit.speed.reason ?? fit.halfLife.reason),
  };
}

export function noBeta(
  base: Pick<Beta, 'from' | 'to' | 'years' | 'parts' | 'zeros' | 'worksInterval'>,
  reason: Pick<Beta, 'reason' | 'reasonZh'>,
): Beta {
  return {
    ...base,
    beta: null,
    interval: null,
    p: null,
    r2: null,
    speed: null,
    halfLife: null,
    corrected: null,
    noise: null,
    ...reason,
  };
}

/** A reason of the measures, in both languages. */
export function reasonIn(reason: Reason | null): Pick<Beta, 'reason' | 'reasonZh'> {
  return { reason, reasonZh: sayReason(reason, 'zh') };
}
