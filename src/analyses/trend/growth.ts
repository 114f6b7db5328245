import {
  compoundGrowth,
  compoundGrowthGradient,
  known,
  logLinearSlope,
  logLinearSlopeGradient,
  mannKendall,
  poissonGrowth,
  poissonGrowthGradient,
  type Quantity,
} from '../../measures/index.ts';
import { type Estimate, linearised, noEstimate, onScale } from '../output/estimate.ts';
import type { Growth } from './question.ts';

/** Output of one place in the years that growth is measured over. */
export interface Series {
  readonly years: readonly number[];
  readonly amounts: readonly number[];
  /** Variances of the amounts over works, each for its year's fixed number of works. */
  readonly variances: readonly number[];
  /** All works of each year, above 0. */
  readonly works: readonly number[];
}

/** Growth of a place; its intervals by linearisation over works, those of different years independent. */
export function growthOf(series: Series, level: number): Omit<Growth, 'place'> {
  const { years, amounts, works } = series;
  const [from, to] = [years[0], years[years.length - 1]];
  const base = { from, to, years: years.length };
  if (years.length < 2) {
    const none = noEstimate('fewer than two whole years');
    return {
      ...base,
      relative: none,
      plain: none,
      logLinear: none,
      compound: none,
      tau: null,
      p: null,
      pReason: none.reason,
    };
  }
  const parts = amounts.map((amount, y) => amount / works[y]);
  const rate = (slope: Quantity, gradient: ArrayLike<number> | null, by: readonly number[]): Estimate =>
    onScale(withGradient(series, slope, gradient, by, level), Math.expm1);
  const ones = works.map(() => 1);
  const poisson = (exposure: readonly number[] | undefined): Estimate => {
    const fit = poissonGrowth(years, amounts, exposure);
    return rate(
      fit.reason === null ? known(fit.slope) : fit,
      poissonGrowthGradient(years, amounts, exposure),
      ones,
    );
  };
  const last = years.length - 1;
  const compound = compoundGrowth(parts[0], parts[last], to - from);
  const ends = compoundGrowthGradient(parts[0], parts[last], to - from);
  const test = mannKendall(parts);
  return {
    ...base,
    relative: poisson(works),
    plain: poisson(undefined),
    logLinear: rate(logLinearSlope(years, parts), logLinearSlopeGradient(years, parts), works),
    compound: rate(
      compound.value === null ? compound : known(Math.log1p(compound.value)),
      ends === null ? null : years.map((_, y) => (y === 0 ? ends[0] : y === last ? ends[1] : 0)),
      works,
    ),
    tau: test.tau,
    p: test.p.value,
    pReason: test.p.reason,
  };
}

/** A slope whose gradient is by amounts over `by`, with the variances of the amounts. */
function withGradient(
  { variances, works }: Series,
  slope: Quantity,
  gradient: ArrayLike<number> | null,
  by: readonly number[],
  level: number,
): Estimate {
  if (slope.value === null || gradient === null) return noEstimate(slope.reason ?? 'undefined');
  const influences = variances.map((variance, y) => ({
    squares: (gradient[y] / by[y]) ** 2 * variance,
    sum: 0,
    works: works[y],
  }));
  return linearised(slope, influences, level);
}
