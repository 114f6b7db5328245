import { expect } from 'vitest';
import {
  compoundGrowth,
  doublingTime,
  logLinearSlope,
  mannKendall,
  normalCdf,
  poissonGrowth,
  theilSenIntercept,
  theilSenSlope,
} from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Input {
  readonly year: readonly number[];
  readonly n: readonly number[];
}

/** Growth of yearly counts by several measures. */
export const adapter: Adapter = {
  cases: /^growth-/,
  check({ inputs, expected, tolerance }) {
    const { year, n } = inputs[0] as Input;
    const last = n.length - 1;
    const poisson = poissonGrowth(year, n);
    if (poisson.reason !== null) throw new Error(poisson.reason);
    const trend = mannKendall(n);
    const is =
      (actual: number | null) =>
      (due: number, key: string): void =>
        close(actual, due, tolerance.abs, key);
    eachKey(expected, {
      cagr: is(compoundGrowth(n[0], n[last], year[last] - year[0]).value),
      loglinear_slope: is(logLinearSlope(year, n).value),
      poisson_slope: is(poisson.slope),
      poisson_se: is(poisson.standardError),
      doubling_time_poisson: is(doublingTime(poisson.slope).value),
      mann_kendall_S: (due: number) => expect(trend.s).toBe(due),
      mann_kendall_var: is(((trend.s - Math.sign(trend.s)) / trend.z!) ** 2),
      mann_kendall_z: is(trend.z),
      // The case has the normal p; without ties ours is exact.
      mann_kendall_p_two_sided: is(2 * normalCdf(-Math.abs(trend.z!))),
      theil_sen_slope: is(theilSenSlope(year, n).value),
      theil_sen_intercept: is(theilSenIntercept(year, n).value),
    });
  },
};
