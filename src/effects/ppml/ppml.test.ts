import { describe, expect, it } from 'vitest';
import { densePoisson } from '../../../test/dense-poisson.ts';
import { coefficientOf } from './estimate.ts';
import { ppml } from './ppml.ts';

const x = [1, 4, 2, 7, 5, 3, 3, 8, 1];
const y = [3, 9, 4, 8, 5, 2, 7, 6, 1];

describe('Poisson pseudo maximum likelihood', () => {
  it('of two groups is the logarithm of the ratio of their means, with errors by hand', () => {
    // Means 2 and 6: b = ln 3, variance 1/Σy of each group; robust Σ(y − μ)²/(Σy)².
    const model = { y: [1, 3, 8, 4], regressors: { inside: [0, 0, 1, 1] } };
    const iid = ppml(model, { errors: { kind: 'iid' } }).coefficients[0];
    expect(iid.estimate).toBeCloseTo(Math.log(3), 12);
    expect(iid.standardError).toBeCloseTo(Math.sqrt(1 / 4 + 1 / 12), 10);
    const robust = ppml(model, { factor: 'none' }).coefficients[0];
    expect(robust.standardError).toBeCloseTo(Math.sqrt(2 / 16 + 8 / 144), 10);
    expect(ppml(model).coefficients[0].standardError).toBeCloseTo(
      Math.sqrt((4 / 3) * (2 / 16 + 8 / 144)),
      10,
    );
    expect(robust.change!.value).toBeCloseTo(2, 11);
  });

  it('has the likelihood with −ln y!, and takes Shares of works', () => {
    const fit = ppml({ y: [1, 3, 8, 4], regressors: { inside: [0, 0, 1, 1] } });
    const terms = [
      [1, 2],
      [3, 2],
      [8, 6],
      [4, 6],
    ].map(([value, mu]) => {
      let factorial = 1;
      for (let k = 2; k <= value; k++) factorial *= k;
      return value * Math.log(mu) - mu - Math.log(factorial);
    });
    expect(fit.logLikelihood).toBeCloseTo(
      terms.reduce((sum, term) => sum + term, 0),
      10,
    );
    // Γ(3/2) = √π/2.
    const half = ppml({ y: [0.5, 0.5], regressors: {} });
    expect(half.logLikelihood).toBeCloseTo(
      2 * (0.5 * Math.log(0.5) - 0.5 - Math.log(Math.sqrt(Math.PI) / 2)),
      12,
    );
  });

  it('is a regression on dummies with weights and an offset', () => {
    const weights = y.map((_, i) => 1 + (i % 3));
    const offset = y.map((_, i) => Math.log(1 + i));
    const [of, other] = [
      [0, 0, 0, 1, 1, 1, 2, 2, 2],
      [0, 1, 2, 0, 1, 2, 0, 1, 2],
    ];
    const effects = [
      { name: 'a', of },
      { name: 'b', of: other },
    ];
    const dummies = [of, other].flatMap((list) =>
      [0, 1, 2].map((level) => list.map((own) => (own === level ? 1 : 0))),
    );
    const dense = densePoisson({ y, regressors: { x }, dummies, weights, offset });
    const fit = ppml({ y, regressors: { x }, effects, weights, offset });
    expect(fit.coefficients[0].estimate).toBeCloseTo(dense.coefficients[0], 11);
    expect(fit.deviance).toBeCloseTo(dense.deviance, 10);
    for (const [i, value] of dense.fitted.entries()) expect(fit.fitted[i]).toBeCloseTo(value, 9);
  });

  it('names what the effects take, what others make up, and what is constant', () => {
    const effects = [{ name: 'unit', of: [0, 0, 0, 1, 1, 1, 2, 2, 2] }];
    const size = [5, 5, 5, 2, 2, 2, 7, 7, 7];
    const fit = ppml({
      y,
      regressors: { size, x, sum: x.map((value, i) => value + size[i]), always: y.map(() => 0.1) },
      effects,
    });
    expect(fit.coefficients.map(({ name, code, reason }) => [name, code, reason?.en ?? null])).toEqual([
      [
        'size',
        'not-identified',
        'the fixed effects take all of the regressor: nothing is left to tell it from them',
      ],
      ['x', null, null],
      ['sum', 'not-identified', 'the regressor is a combination of x and the effects'],
      ['always', 'constant', 'the regressor does not vary in the rows used'],
    ]);
    const alone = ppml({ y, regressors: { x }, effects });
    expect(coefficientOf(fit, 'x')).toEqual(coefficientOf(alone, 'x'));
    expect(fit.covariance.rows).toEqual(['x']);
    expect(ppml({ y, regressors: { always: y.map(() => 0.1) } }).coefficients[0].code).toBe('constant');
  });

  it('leaves a regressor out that varies only where rows were separated', () => {
    const fit = ppml({ y: [0, 1, 2, 3], regressors: { x: [1, 0, 0, 0] } });
    expect(fit.sample).toEqual({ rows: 4, zeros: 1, singletons: 0, allZero: 0, separated: 1, used: 3 });
    expect(fit.coefficients[0]).toMatchObject({ estimate: null, code: 'constant' });
    expect(Array.from(fit.rows)).toEqual([1, 2, 3]);
  });

  it('does not care whether flows are millionths or millions', () => {
    const of = (scale: number): ReturnType<typeof ppml> =>
      ppml({ y: y.map((value) => value * scale), regressors: { x } });
    const one = of(1);
    for (const scale of [2 ** -30, 1e-6, 1e9]) {
      const { coefficients, fitted } = of(scale);
      expect(coefficients[0].estimate).toBeCloseTo(one.coefficients[0].estimate!, 10);
      expect(coefficients[0].standardError! / one.coefficients[0].standardError!).toBeCloseTo(1, 8);
      for (const [i, value] of fitted.entries()) expect(value / scale / one.fitted[i]).toBeCloseTo(1, 10);
    }
  });

  it.each<[string, () => unknown, string]>([
    ['only zeros', () => ppml({ y: [0, 0], regressors: {} }), 'y must be above 0 somewhere, got only zeros'],
    ['a negative flow', () => ppml({ y: [1, -1], regressors: {} }), 'y must be 0 or more, number 1 is -1'],
    [
      'NaN',
      () => ppml({ y, regressors: { x: x.map(() => NaN) } }),
      'regressor x must be finite, number 0 is NaN',
    ],
    [
      'one cluster',
      () =>
        ppml(
          { y, regressors: { x } },
          { errors: { kind: 'cluster', by: [{ name: 'region', of: y.map(() => 1) }] } },
        ),
      'clusters of region must be two or more, got 1',
    ],
    [
      'no clustering',
      () => ppml({ y, regressors: { x } }, { errors: { kind: 'cluster', by: [] } }),
      'clusters must be by one list of labels or more, got none',
    ],
    [
      'short clusters',
      () =>
        ppml({ y, regressors: { x } }, { errors: { kind: 'cluster', by: [{ name: 'pair', of: [1, 2] }] } }),
      'clusters of pair must have 9 rows, got 2',
    ],
    [
      'a level of 95',
      () => ppml({ y, regressors: { x } }, { level: 95 }),
      'level must lie between 0 and 1, got 95',
    ],
    [
      'unknown errors',
      () => ppml({ y, regressors: { x } }, { errors: { kind: 'hc3' } as never }),
      'errors must be one of iid, robust, cluster, got hc3',
    ],
    [
      'an unknown factor',
      () => ppml({ y, regressors: { x } }, { factor: 'stata' as never }),
      'factor must be one of ppmlhdfe, fixest, none, got stata',
    ],
  ])('refuses %s by name', (_, run, message) => {
    expect(run).toThrow(RangeError);
    expect(run).toThrow(message);
  });
});
