import { describe, expect, it } from 'vitest';
import {
  groupCovariance,
  shareCovariance,
  standardErrors,
  stratifiedCovariance,
  varianceOfCombination,
} from './covariance.ts';
import { everyResample } from './resample.ts';

const WORKS = [
  [1, 0, 0],
  [0.5, 0.5, 0],
  [0.25, 0.5, 0.25],
  [0, 0.5, 0.5],
  [0, 0, 1],
  [0, 0, 0],
];
const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + value * y[i], 0);
const columns = (works: readonly (readonly number[])[]): number[][] =>
  works[0].map((_, i) => works.map((w) => w[i]));
const totals = (works: number[][]): number[] =>
  columns(works).map((c) => c.reduce((sum, value) => sum + value, 0));
const products = (works: number[][]): number[] =>
  columns(works).flatMap((x) => columns(works).map((y) => dot(x, y)));

describe('the covariance of Shares', () => {
  it('is exactly that of all resamples of the works', () => {
    const observed = totals(WORKS);
    const exact = new Float64Array(9);
    for (const { weights, probability } of everyResample(WORKS.length)) {
      const drawn = columns(WORKS).map((column) => dot(column, [...weights]));
      for (let i = 0; i < 3; i++)
        for (let j = 0; j < 3; j++)
          exact[i * 3 + j] += probability * (drawn[i] - observed[i]) * (drawn[j] - observed[j]);
    }
    const covariance = shareCovariance(observed, products(WORKS), WORKS.length);
    for (let k = 0; k < 9; k++) expect(covariance[k]).toBeCloseTo(exact[k], 12);
  });

  it('is negative between places that share no work: more of one is less of the other', () => {
    const works = [
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
    ];
    const covariance = shareCovariance(totals(works), products(works), 4);
    expect([...covariance]).toEqual([1, -1, -1, 1]);
    expect([...standardErrors(covariance)]).toEqual([1, 1]);
  });

  it('of a place with the same Share in every work is nothing, and never a negative rounding', () => {
    const works = Array.from({ length: 30 }, () => [0.1, 0.9]);
    expect([...shareCovariance(totals(works), products(works), 30)]).toEqual([0, 0, 0, 0]);
  });

  it('over years fixes each year’s number of works and squares the weights', () => {
    const years = [WORKS.slice(0, 3), WORKS.slice(3)];
    const strata = years.map((works) => ({
      totals: totals(works),
      products: products(works),
      works: works.length,
    }));
    const separate = strata.map((s) => shareCovariance(s.totals, s.products, s.works));
    const weighted = stratifiedCovariance([
      { ...strata[0], weight: 2 },
      { ...strata[1], weight: 0.5 },
    ]);
    for (let k = 0; k < 9; k++)
      expect(weighted[k]).toBeCloseTo(4 * separate[0][k] + 0.25 * separate[1][k], 12);
    const pooled = shareCovariance(totals(WORKS), products(WORKS), WORKS.length);
    expect(stratifiedCovariance(strata)[0]).toBeLessThan(pooled[0]);
  });

  it('takes a year without works as nothing', () => {
    const stratum = { totals: totals(WORKS), products: products(WORKS), works: 6 };
    const empty = { totals: [0, 0, 0], products: new Array<number>(9).fill(0), works: 0 };
    expect(stratifiedCovariance([stratum, empty])).toEqual(stratifiedCovariance([stratum]));
  });

  it('of regions is that of their cities summed, overlapping or not', () => {
    const covariance = shareCovariance(totals(WORKS), products(WORKS), 6);
    const regions = WORKS.map((w) => [w[0] + w[1], w[1] + w[2]]);
    const direct = shareCovariance(totals(regions), products(regions), 6);
    const grouped = groupCovariance(covariance, [
      [0, 1],
      [1, 2],
    ]);
    for (let k = 0; k < 4; k++) expect(grouped[k]).toBeCloseTo(direct[k], 12);
    expect(varianceOfCombination(covariance, [1, 1, 0])).toBeCloseTo(direct[0], 12);
  });

  it('refuses sums that are not of one set of works', () => {
    expect(() => shareCovariance([3, 3], [1, 0, 0, 1], 4)).toThrow(/not of one set/);
    expect(() => shareCovariance([1], [1, 2], 4)).toThrow(/products/);
    expect(() => shareCovariance([1], [1], 0)).toThrow(/in 0 works/);
    expect(() => groupCovariance([1], [[1]])).toThrow(/no place 1/);
    expect(() => standardErrors([1, 2])).toThrow(/square/);
    expect(() => varianceOfCombination([1], [1, 2])).toThrow(/coefficients/);
    expect(() => stratifiedCovariance([])).toThrow('no strata');
  });

  it('refuses what is not finite, by name, and a negative variance or number of works', () => {
    for (const bad of [NaN, Infinity]) {
      expect(() => shareCovariance([bad], [1], 2)).toThrow(`totals must be finite, number 0 is ${bad}`);
      expect(() => shareCovariance([1, 1], [1, bad, bad, 1], 2)).toThrow('products must be finite, number 1');
      expect(() => shareCovariance([0], [0], bad)).toThrow(`works must be a number from 0, got ${bad}`);
      expect(() => stratifiedCovariance([{ totals: [1], products: [1], works: 2, weight: bad }])).toThrow(
        'weight',
      );
      expect(() => standardErrors([bad])).toThrow('variances must be finite');
      expect(() => varianceOfCombination([bad], [1])).toThrow('covariance must be finite');
      expect(() => varianceOfCombination([1], [bad])).toThrow('coefficients must be finite');
      expect(() => groupCovariance([bad], [[0]])).toThrow('covariance must be finite');
    }
    expect(() => shareCovariance([0], [0], -1)).toThrow('works must be a number from 0, got -1');
    expect(() => standardErrors([4, 0, 0, -1])).toThrow('variances must be 0 or more, number 1 is -1');
    expect([...standardErrors([4, 0, 0, -1e-15])]).toEqual([2, 0]);
  });
});
