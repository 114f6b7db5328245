import { describe, expect, it } from 'vitest';
import { basisOf } from '../flows/fit-flows.ts';
import { incidenceOf } from '../flows/incidence.ts';
import type { FlowModel } from './model.ts';
import { devianceOf, fitPoisson, type PoissonFit, turnedBack } from './poisson.ts';
import { makeSample } from './sample.ts';
import { undirectedEffects } from '../flows/undirected.ts';

interface Fitted extends PoissonFit {
  readonly beta: number[];
}

function fit(model: FlowModel, start: Parameters<typeof fitPoisson>[3] = null, patient = true): Fitted {
  const sample = makeSample(model);
  const incidence = incidenceOf(sample);
  const basis = basisOf(sample, incidence);
  const found = fitPoisson(sample, incidence, basis, start, patient);
  return { ...found, beta: Array.from(turnedBack(basis, found.coefficients)) };
}

describe('a Poisson fit', () => {
  it('of a constant alone is the mean', () => {
    const { mu, converged, deviance } = fit({ y: [1, 2, 6], regressors: {} });
    expect(converged).toBe(true);
    for (const value of mu) expect(value).toBeCloseTo(3, 12);
    expect(deviance).toBeCloseTo(2 * (Math.log(1 / 3) + 2 * Math.log(2 / 3) + 6 * Math.log(2)), 12);
  });

  it('of two groups is the logarithm of the ratio of their means, weighted', () => {
    const { beta } = fit({ y: [1, 3, 8, 2], regressors: { inside: [0, 0, 1, 1] }, weights: [1, 3, 2, 1] });
    expect(beta[0]).toBeCloseTo(Math.log(18 / 3 / (10 / 4)), 12);
  });

  it('counts exposure by an offset', () => {
    const { beta } = fit({
      y: [2, 4, 9, 3],
      regressors: { inside: [0, 0, 1, 1] },
      offset: [1, 2, 3, 1].map(Math.log),
    });
    expect(beta[0]).toBeCloseTo(Math.log(12 / 4 / (6 / 3)), 12);
  });

  it('fits exp(Xβ) exactly where there is no noise, from far away', () => {
    const x = Array.from({ length: 20 }, (_, i) => i - 10);
    const { beta, converged } = fit({ y: x.map((value) => Math.exp(2 - 1.5 * value)), regressors: { x } });
    expect(converged).toBe(true);
    expect(beta[0]).toBeCloseTo(-1.5, 10);
  });

  it('has the digits of arithmetic with 60 of them, where a zero is fitted as 1.5e-16 and is not separated', () => {
    const ends = [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [1, 2],
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
      [3, 4],
    ];
    const rows = ends.flatMap(([first, second]) =>
      [2010, 2011, 2012].map((year) => ({ first, second, year })),
    );
    const x = [
      14, 14, 14, 1, 9, 2, 3, -20, 7, -9, 4, 16, -4, 2, -7, 11, 16, 14, 3, 3, -4, 3, 18, -17, 19, 10, -10,
      -19, 15, 19,
    ];
    const z = [
      14, 7, -4, 0, 2, -17, 12, -7, -6, 1, 20, 0, 1, -4, 18, -14, 3, 0, -8, 15, 18, -2, 7, -19, 14, 4, 9, 0,
      -3, 18,
    ];
    const tenth = (values: number[]): number[] => values.map((value) => value / 10);
    const { beta, mu, converged } = fit({
      y: [
        3, 12, 21, 23, 38, 0, 0, 40, 0, 25, 0, 0, 38, 0, 0, 4, 31, 37, 11, 36, 5, 2, 0, 31, 40, 39, 31, 5, 0,
        0,
      ],
      regressors: { x: tenth(x), z: tenth(z) },
      effects: undirectedEffects({
        first: rows.map(({ first }) => first),
        second: rows.map(({ second }) => second),
        year: rows.map(({ year }) => year),
      }),
      weights: rows.map((_, i) => 0.5 + ((i * 7) % 5)),
    });
    // Newton's method in mpmath.
    expect(converged).toBe(true);
    expect(beta[0] / -9.32564537879325089).toBeCloseTo(1, 13);
    expect(beta[1] / 3.86779140538009785).toBeCloseTo(1, 13);
    expect(Math.min(...mu) / 1.5384e-16).toBeCloseTo(1, 4);
  });

  it('tells a regressor that is nearly collinear from the effects as well as what sets it apart', () => {
    const n = 60;
    const [pair, year] = [
      Array.from({ length: n }, (_, i) => Math.floor(i / 6)),
      Array.from({ length: n }, (_, i) => i % 6),
    ];
    const z = Array.from({ length: n }, (_, i) => ((i * i * 7) % 13) / 13);
    const y = z.map((value, i) => Math.round(10 * Math.exp(value) + ((i * 5) % 7)));
    const effects = [
      { name: 'pair', of: pair },
      { name: 'year', of: year },
    ];
    const alone = fit({ y, regressors: { z }, effects }).beta[0];
    const near = fit({
      y,
      regressors: { near: z.map((value, i) => Math.sqrt(pair[i] + 2) + Math.sin(year[i]) + 1e-6 * value) },
      effects,
    });
    expect(near.converged).toBe(true);
    expect((near.beta[0] * 1e-6) / alone).toBeCloseTo(1, 8);
    const two = fit({
      y,
      regressors: { z, near: z.map((value, i) => value + 1e-6 * ((i * 11) % 17)) },
      effects,
    });
    const apart = fit({ y, regressors: { z, other: z.map((_, i) => (i * 11) % 17) }, effects });
    expect((two.beta[1] * 1e-6) / apart.beta[1]).toBeCloseTo(1, 8);
  });

  it('goes on from a fit of nearly the same rows, in fewer steps to the same digits', () => {
    const x = [1, 4, 2, 7, 5, 3, 3, 8, 1];
    const model = { y: [3, 9, 4, 8, 5, 2, 7, 6, 1], regressors: { x } };
    const first = fit(model);
    const again = fit(model, first);
    expect(again.iterations).toBeLessThan(first.iterations);
    expect(again.beta[0]).toBeCloseTo(first.beta[0], 13);
  });

  it('stops and says so where a zero runs away, and is told to go on only if patient', () => {
    const model = { y: [0, 1, 2, 3], regressors: { x: [1, 0, 0, 0] } };
    expect(fit(model, null, false)).toMatchObject({ suspect: true, converged: false });
  });

  it('has a deviance by the formula, 0 for a perfect fit, with weights', () => {
    const sample = makeSample({ y: [0, 2, 5], regressors: {}, weights: [1, 2, 3] });
    const at = (mu: number[]): number =>
      devianceOf(
        sample,
        Float64Array.from(sample.rows, (row) => mu[row]),
      );
    expect(at([0, 2, 5])).toBe(0);
    expect(at([1, 1, 4])).toBeCloseTo(2 * (1 + 2 * (2 * Math.log(2) - 1) + 3 * (5 * Math.log(1.25) - 1)), 12);
  });
});
