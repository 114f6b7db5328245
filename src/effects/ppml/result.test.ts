import { describe, expect, it } from 'vitest';
import { ppml } from './ppml.ts';
import { leastSquares } from './least-squares.ts';
import { oneOf, settled } from './result.ts';

const y = [3, 0, 4, 8, 5, 2, 7, 6, 1];
const x = [1, 4, 2, 7, 5, 3, 3, 8, 1];
const unit = ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c'];
const effects = [{ name: 'unit', of: unit }];

describe('a result', () => {
  it('says what was fitted to what: effects, levels, clusters, factor, degrees, level', () => {
    const fit = ppml(
      { y, regressors: { x }, effects },
      { errors: { kind: 'cluster', by: [{ name: 'unit', of: unit }] }, level: 0.9 },
    );
    expect(fit).toMatchObject({
      estimator: 'ppml',
      effects: [{ name: 'unit', levels: 3, bothEnds: false }],
      errors: {
        kind: 'cluster',
        factor: 'ppmlhdfe',
        size: 1.5,
        clusters: [{ name: 'unit', count: 3 }],
        degrees: 2,
      },
      level: 0.9,
      sample: { rows: 9, zeros: 1, singletons: 0, allZero: 0, separated: 0, used: 9 },
    });
    expect(fit.covariance).toMatchObject({ rows: ['x'], columns: ['x'] });
    expect(Math.sqrt(fit.covariance.values[0])).toBeCloseTo(fit.coefficients[0].standardError!, 14);
    expect(ppml({ y, regressors: { x }, effects }).errors).toMatchObject({
      kind: 'robust',
      clusters: [],
      degrees: null,
    });
    expect(leastSquares({ y, regressors: { x }, effects }).errors.degrees).toBe(9 - 4);
  });

  it('has what was fitted in the order of the rows given, and where the others were', () => {
    const fit = ppml({
      y: [...y, 9],
      regressors: { x: [...x, 0] },
      effects: [{ name: 'unit', of: ['z', ...unit.slice(1), 'a'] }],
    });
    expect(fit.sample.singletons).toBe(1);
    expect(Array.from(fit.rows)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const levels = new Map<string, number>();
    for (const [k, row] of fit.rows.entries()) {
      const level = ['z', ...unit.slice(1), 'a'][row];
      levels.set(level, (levels.get(level) ?? 0) + fit.fitted[k] - [...y, 9][row]);
    }
    for (const gap of levels.values()) expect(gap).toBeCloseTo(0, 9);
  });

  it('balances fitted and observed in every level, by weights', () => {
    const weights = y.map((_, i) => 1 + (i % 2));
    const fit = ppml({ y, regressors: { x }, effects, weights });
    const gap = [0, 1, 2].map((k) =>
      [3 * k, 3 * k + 1, 3 * k + 2].reduce((sum, i) => sum + weights[i] * (fit.fitted[i] - y[i]), 0),
    );
    for (const value of gap) expect(value).toBeCloseTo(0, 9);
    expect(fit.balance).toHaveLength(1);
    expect(fit.balance[0].worst).toBeLessThan(1e-12);
  });

  it('is frozen, as are its parts', () => {
    const fit = ppml({ y, regressors: { x }, effects });
    for (const part of [
      fit,
      fit.coefficients,
      fit.coefficients[0],
      fit.sample,
      fit.covariance,
      fit.balance[0],
    ])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it('comes out without any regressor too', () => {
    const fit = ppml({ y, regressors: {}, effects });
    expect(fit.coefficients).toEqual([]);
    expect(Array.from(fit.fitted.slice(0, 3), (value) => Math.round(value * 1e9) / 1e9)).toEqual([
      2.333333333, 2.333333333, 2.333333333,
    ]);
  });
});

describe('options', () => {
  it('are robust errors, the factor of ppmlhdfe and 95 % where nothing is said', () => {
    expect(settled({})).toEqual({ errors: { kind: 'robust' }, factor: 'ppmlhdfe', level: 0.95 });
  });

  it('are refused where they are none', () => {
    for (const level of [0, 1, -0.5, NaN])
      expect(() => settled({ level })).toThrow(`level must lie between 0 and 1, got ${level}`);
    expect(() => settled({ errors: { kind: 'cluster', by: [] } })).toThrow(
      'clusters must be by one list of labels or more, got none',
    );
    expect(() => oneOf('factor', 'hc3', ['none', 'fixest'])).toThrow(
      'factor must be one of none, fixest, got hc3',
    );
    expect(() => oneOf('factor', 'none', ['none', 'fixest'])).not.toThrow();
  });
});
