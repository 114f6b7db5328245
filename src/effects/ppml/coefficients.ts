import { normalCdf, normalQuantile, studentP, studentQuantile } from '../../measures/index.ts';
import type { Coefficient, Text } from './estimate.ts';
import type { Dropped } from './independent.ts';
import { said } from '../statements/said.ts';

/** The chance to see an effect of the least detectable size. */
const POWER = 0.8;

/** What coefficients are made of: those estimated, by the place of their regressor, and those left out. */
export interface Parts {
  readonly names: readonly string[];
  readonly kept: readonly number[];
  readonly values: Float64Array;
  /** p × p, of those kept. */
  readonly covariance: Float64Array;
  readonly dropped: readonly Dropped[];
  readonly degrees: number | null;
  readonly level: number;
  /** Whether a coefficient is of a logarithm. */
  readonly flows: boolean;
}

/** Coefficients with their intervals, in the order of the regressors. */
export function coefficients(parts: Parts): readonly Coefficient[] {
  const { names, kept, values, covariance, dropped } = parts;
  return Object.freeze(
    names.map((name, place) => {
      const at = kept.indexOf(place);
      if (at >= 0) return estimated(name, values[at], covariance[at * kept.length + at], parts);
      const reason = dropped.find((one) => one.name === name)!;
      return told({
        name,
        estimate: null,
        standardError: null,
        interval: null,
        statistic: null,
        p: null,
        change: null,
        detectable: null,
        reason: reasonOf(reason),
        code: reason.reason === 'constant' ? ('constant' as const) : ('not-identified' as const),
      });
    }),
  );
}

function told(coefficient: Omit<Coefficient, 'said'>): Coefficient {
  return Object.freeze({ ...coefficient, said: said(coefficient) });
}

function estimated(
  name: string,
  estimate: number,
  variance: number,
  { degrees, level, flows }: Parts,
): Coefficient {
  const quantile = (p: number): number =>
    degrees === null ? normalQuantile(p) : studentQuantile(p, degrees);
  const tail = (t: number): number => (degrees === null ? 2 * normalCdf(-Math.abs(t)) : studentP(t, degrees));
  const known = variance > 0;
  const standardError = known ? Math.sqrt(variance) : null;
  const critical = quantile((1 + level) / 2);
  const interval =
    standardError === null
      ? null
      : ([estimate - critical * standardError, estimate + critical * standardError] as const);
  return told({
    name,
    estimate,
    standardError,
    interval,
    statistic: standardError === null ? null : estimate / standardError,
    p: standardError === null ? null : tail(estimate / standardError),
    change: flows
      ? {
          value: Math.expm1(estimate),
          interval: interval === null ? null : ([Math.expm1(interval[0]), Math.expm1(interval[1])] as const),
        }
      : null,
    detectable: standardError === null ? null : (critical + quantile(POWER)) * standardError,
    reason: known
      ? null
      : {
          en: 'its variance is 0: the errors of its clusters cancel, as where one cluster alone tells it',
          zh: '方差为零：聚类误差相互抵消，例如仅由一个聚类识别',
        },
    code: known ? null : ('no-variation' as const),
  });
}

function reasonOf({ reason, with: makers }: Dropped): Text {
  if (reason === 'constant')
    return { en: 'the regressor does not vary in the rows used', zh: '该变量在所用样本中没有变化' };
  if (reason === 'absorbed')
    return {
      en: 'the fixed effects take all of the regressor: nothing is left to tell it from them',
      zh: '该变量被固定效应完全吸收，无法识别',
    };
  return {
    en: `the regressor is a combination of ${makers.join(', ')} and the effects`,
    zh: `该变量是${makers.join('、')}与固定效应的线性组合`,
  };
}
