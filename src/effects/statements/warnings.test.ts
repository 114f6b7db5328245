import { describe, expect, it } from 'vitest';
import { fitFlows } from '../flows/fit-flows.ts';
import { leastSquares } from '../ppml/least-squares.ts';
import { estimateOf, ppml } from '../ppml/ppml.ts';
import { settled } from '../ppml/result.ts';

const n = 90;
const y = Array.from({ length: n }, (_, i) => 1 + ((i * 7) % 11));
const x = Array.from({ length: n }, (_, i) => ((i * 5) % 13) / 13);
const english = ({ warnings }: ReturnType<typeof ppml>): string[] => warnings.map(({ en }) => en);

describe('warnings', () => {
  it('are none for a plain fit', () => {
    expect(ppml({ y, regressors: { x } }).warnings).toEqual([]);
    expect(leastSquares({ y, regressors: { x } }).warnings).toEqual([]);
  });

  it('tell that clusters are fewer than thirty, of the clustering that has the fewest', () => {
    const by = (...counts: number[]) =>
      ({
        errors: {
          kind: 'cluster',
          by: counts.map((count) => ({ name: `${count}`, of: y.map((_, i) => i % count) })),
        },
      }) as const;
    expect(english(ppml({ y, regressors: { x } }, by(30)))).toEqual([]);
    expect(english(ppml({ y, regressors: { x } }, by(45, 29)))).toContain(
      'only 29 clusters: intervals are too narrow; trust randomisation more',
    );
    expect(ppml({ y, regressors: { x } }, by(29)).warnings[0].zh).toBe(
      '仅有29个聚类：区间偏窄，应以随机化检验为准',
    );
  });

  it('tell which regressors are nearly collinear', () => {
    const near = x.map((value, i) => value + 1e-6 * (i % 3));
    expect(english(ppml({ y, regressors: { x, near } }))).toEqual([
      'nearly collinear with the others or the effects: near',
    ]);
  });

  it('tell a fit that leaves nothing, whose errors are rounding', () => {
    const exact = 'every row is fitted exactly: errors are rounding, and say nothing';
    expect(english(ppml({ y: x.map((value) => Math.exp(1 + 2 * value)), regressors: { x } }))).toEqual([
      exact,
    ]);
    expect(english(leastSquares({ y: x.map((value) => 1 + 2 * value), regressors: { x } }))).toEqual([exact]);
  });

  it('tell that a fit did not converge, and that levels are out of balance by how much of what was observed', () => {
    const fitted = fitFlows({
      y,
      regressors: { x },
      effects: [{ name: 'third', of: y.map((_, i) => i % 3) }],
    });
    const of = (change: Partial<typeof fitted.fit>): ReturnType<typeof ppml> =>
      estimateOf({ ...fitted, fit: { ...fitted.fit, ...change } }, settled({}));
    expect(english(of({ converged: false, iterations: 100 }))).toEqual([
      'not converged after 100 iterations: do not use these numbers',
    ]);
    const raised = of({
      mu: fitted.fit.mu.map((value, i) => (fitted.sample.rows[i] % 3 === 1 ? 1.02 : 1) * value),
    });
    expect(raised.balance).toEqual([{ effect: 'third', worst: expect.closeTo(0.02, 12) as number }]);
    expect(english(raised)).toEqual([
      'fitted and observed flows of a level differ by 2.0e-2 of the observed',
    ]);
  });

  it('tell that a covariance over clusterings that overlap was mended', () => {
    // Signs of rows cancel within clusters of either clustering, and not within both.
    const sign = [1, -1, -1, 1];
    const flows = Array.from({ length: 80 }, (_, i) => 10 + 3 * sign[i % 4]);
    const regressor = Array.from({ length: 80 }, (_, i) => (Math.floor(i / 4) % 2 === 0 ? 1 : -1));
    const by = [
      { name: 'g', of: flows.map((_, i) => Math.floor(i / 2)) },
      { name: 'h', of: flows.map((_, i) => 2 * Math.floor(i / 4) + (i % 2)) },
    ];
    const fit = ppml({ y: flows, regressors: { regressor } }, { errors: { kind: 'cluster', by } });
    expect(english(fit)).toEqual([
      'the covariance over several clusterings was not positive and was taken to the nearest that is',
    ]);
    expect(fit.coefficients[0]).toMatchObject({ standardError: null, code: 'no-variation' });
    expect(fit.coefficients[0].estimate).toBeCloseTo(0, 12);
  });
});
