import { describe, expect, it } from 'vitest';
import { densePoisson, dummiesOf } from '../../../test/dense-poisson.ts';
import { fitFlows } from '../flows/fit-flows.ts';
import { OneStep } from './one-step.ts';
import { ppml } from './ppml.ts';

const unit = Array.from({ length: 60 }, (_, i) => Math.floor(i / 6));
const year = Array.from({ length: 60 }, (_, i) => i % 6);
const x = unit.map((_, i) => ((i * 11) % 17) / 17);
const d: readonly number[] = unit.map((_, i) => ((i * 7) % 5 === 0 ? 1 : 0));
const y = unit.map((_, i) => 40 + ((i * 13) % 23) + (d[i] === 1 ? 3 : 0));
const weights = unit.map((_, i) => 1 + (i % 3));
const effects = [
  { name: 'unit', of: unit },
  { name: 'year', of: year },
];

describe('one step from a fit', () => {
  const fitted = fitFlows({ y, regressors: { x }, effects, weights });
  const step = new OneStep(fitted);
  const of = (column: readonly number[]): number | null =>
    step.of(Float64Array.from(fitted.sample.rows, (row) => column[row]));

  it('is that of Newton on all columns: what the others leave of d, by the information of the fit', () => {
    const dense = densePoisson({
      y,
      regressors: { x },
      dummies: [...dummiesOf(unit), ...dummiesOf(year)],
      weights,
    });
    const w = dense.fitted.map((mu, i) => mu * weights[i]);
    const parts = dense.columns.map((column) =>
      column.reduce((sum, value, i) => sum + w[i] * value * d[i], 0),
    );
    const taken = parts.reduce(
      (sum, part, a) => sum + part * parts.reduce((all, other, b) => all + dense.bread[a][b] * other, 0),
      0,
    );
    const left = d.reduce((sum, value, i) => sum + w[i] * value * value, 0) - taken;
    const gradient = d.reduce((sum, value, i) => sum + value * dense.residuals[i], 0);
    expect(of(d)! / (gradient / left)).toBeCloseTo(1, 4);
  });

  it('is near to the full estimate where that is small', () => {
    const full = ppml({ y, regressors: { x, d }, effects, weights }).coefficients[1].estimate!;
    expect(Math.abs(full)).toBeLessThan(0.2);
    expect(Math.abs(of(d)! - full)).toBeLessThan(0.1 * Math.abs(full));
  });

  it.each([
    { marked: 1, of: 4, b: 0.4, due: 0.438 },
    { marked: 1, of: 4, b: -0.6, due: -0.5086 },
    { marked: 2, of: 4, b: 0.4, due: 2 * Math.tanh(0.2) },
    { marked: 3, of: 4, b: 0.4, due: 0.3593 },
  ])(
    'is off at the second order, by the part that is marked: $marked of $of years at $b',
    ({ marked, of: years, b, due }) => {
      const mark = Array.from({ length: years }, (_, t) => (t < marked ? 1 : 0));
      const alone = fitFlows({
        y: mark.map((one) => 10 * Math.exp(b * one)),
        regressors: {},
        effects: [{ name: 'unit', of: mark.map(() => 'one') }],
      });
      expect(new OneStep(alone).of(Float64Array.from(alone.sample.rows, (row) => mark[row]))).toBeCloseTo(
        due,
        4,
      );
    },
  );

  it('is null for what effects or regressors make up, and for nothing', () => {
    expect(of(unit)).toBeNull();
    expect(of(x.map((value, i) => 2 * value + year[i]))).toBeNull();
    expect(of(d.map(() => 0))).toBeNull();
  });
});
