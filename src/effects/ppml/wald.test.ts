import { describe, expect, it } from 'vitest';
import { solve } from '../../../test/dense-poisson.ts';
import { at, chiSquaredP, fP } from '../../measures/index.ts';
import { coefficientOf } from './estimate.ts';
import { ppml } from './ppml.ts';
import { wald } from './wald.ts';

const n = 40;
const column = (a: number, m: number): number[] => Array.from({ length: n }, (_, i) => ((i * a) % m) / m);
const y = Array.from({ length: n }, (_, i) => 1 + ((i * 7) % 11));
const regressors = { a: column(3, 7), b: column(5, 9), gone: y.map(() => 1), c: column(11, 13) };

describe('a joint test', () => {
  it('of one coefficient is its statistic squared', () => {
    const estimate = ppml({ y, regressors });
    const test = wald(estimate, ['b'])!;
    const { statistic, p } = coefficientOf(estimate, 'b');
    expect(test.statistic).toBeCloseTo(statistic! ** 2, 10);
    expect(test.p).toBeCloseTo(p!, 10);
    expect([test.degrees, test.pF]).toEqual([1, null]);
  });

  it('of several is bᵀV⁻¹b, against χ², and with few clusters against F', () => {
    const by = [{ name: 'g', of: y.map((_, i) => i % 8) }];
    const estimate = ppml({ y, regressors }, { errors: { kind: 'cluster', by } });
    const test = wald(estimate, ['c', 'a'])!;
    const places = ['c', 'a'].map((name) => estimate.covariance.rows.indexOf(name));
    const b = ['c', 'a'].map((name) => coefficientOf(estimate, name).estimate!);
    const solved = solve(
      places.map((i) => places.map((j) => at(estimate.covariance, i, j))),
      b,
    );
    const due = b[0] * solved[0] + b[1] * solved[1];
    expect(test.names).toEqual(['c', 'a']);
    expect(test.statistic / due).toBeCloseTo(1, 10);
    expect(test.p).toBeCloseTo(chiSquaredP(due, 2), 10);
    expect(test.pF).toBeCloseTo(fP(due / 2, 2, 7), 10);
    expect(test.pF!).toBeGreaterThan(test.p);
  });

  it('leaves out what was left out of the estimate, and is null where that is all', () => {
    const estimate = ppml({ y, regressors });
    expect(wald(estimate, ['gone', 'a'])!.names).toEqual(['a']);
    expect(wald(estimate, ['gone'])).toBeNull();
    expect(wald(estimate, [])).toBeNull();
  });

  it('is null where there are as few clusters as coefficients', () => {
    // Scores of clusters sum to 0: their covariance has a rank of one less than the clusters.
    for (const count of [2, 3]) {
      const by = [{ name: 'g', of: y.map((_, i) => i % count) }];
      const estimate = ppml({ y, regressors }, { errors: { kind: 'cluster', by } });
      expect(wald(estimate, ['a', 'b', 'c'])).toBeNull();
    }
  });

  it('is refused for a name that is no regressor', () => {
    expect(() => wald(ppml({ y, regressors }), ['d'])).toThrow(
      'd is no regressor of this estimate; there are a, b, gone, c',
    );
  });
});
