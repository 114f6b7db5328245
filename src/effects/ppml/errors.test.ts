import { describe, expect, it } from 'vitest';
import { covarianceOf, type Errors, type Meat } from './errors.ts';

// One regressor at four rows: scores x u are 1, −2, 3, 4; the information is 4.
const one: Meat = {
  regressors: [Float64Array.of(1, 1, 1, 2)],
  residuals: Float64Array.of(1, -2, 3, 2),
  information: Float64Array.of(4),
  squares: null,
  clusters: [],
  dimensions: [],
};
const by = (...names: string[]): Errors => ({ kind: 'cluster', by: names.map((name) => ({ name, of: [] })) });
const clustered = (...clusters: number[][]): Meat => ({
  ...one,
  clusters: clusters.map((cluster) => Int32Array.from(cluster)),
});
const dimension = (
  name: string,
  first: number[],
  second: number[] | null = null,
): Meat['dimensions'][number] => ({
  name,
  first: Int32Array.from(first),
  second: second === null ? null : Int32Array.from(second),
  levels: Math.max(...first, ...(second ?? [])) + 1,
});

describe('the covariance of coefficients', () => {
  it('as the model has it is the inverse of the information; of least squares times the variance left', () => {
    expect(covarianceOf(one, { kind: 'iid' }, 'ppmlhdfe')).toMatchObject({
      matrix: Float64Array.of(0.25),
      factor: 1,
      degrees: null,
    });
    // K = a coefficient and the constant; 18/(4 − 2)/4.
    expect(covarianceOf({ ...one, squares: 18 }, { kind: 'iid' }, 'none')).toMatchObject({
      matrix: Float64Array.of(2.25),
      parameters: 2,
      degrees: 2,
    });
  });

  it('robust sums squares of scores of rows', () => {
    // (1 + 4 + 9 + 16)/4².
    expect(covarianceOf(one, { kind: 'robust' }, 'none').matrix).toEqual(Float64Array.of(1.875));
    expect(covarianceOf(one, { kind: 'robust' }, 'ppmlhdfe').matrix).toEqual(
      Float64Array.of(1.875 * (4 / 3)),
    );
    // n/(n − K) after all.
    expect(covarianceOf(one, { kind: 'robust' }, 'fixest').matrix[0]).toBeCloseTo(1.875 * (4 / 2), 14);
  });

  it('clustered sums squares of sums within clusters', () => {
    // {1, −2}, {3, 4}: 1 + 49.
    const { matrix, clusters, degrees, factor } = covarianceOf(clustered([0, 0, 1, 1]), by('g'), 'none');
    expect([matrix[0], clusters, degrees, factor]).toEqual([50 / 16, [2], 1, 1]);
    expect(covarianceOf(clustered([0, 0, 1, 1]), by('g'), 'ppmlhdfe').factor).toBe(2);
    expect(covarianceOf(clustered([0, 0, 1, 1]), by('g'), 'fixest').factor).toBe(2 * (3 / 2));
  });

  it('of rows that are each their own cluster is the robust one', () => {
    for (const factor of ['none', 'ppmlhdfe', 'fixest'] as const)
      expect(covarianceOf(clustered([2, 0, 3, 1]), by('g'), factor).matrix).toEqual(
        covarianceOf(one, { kind: 'robust' }, factor).matrix,
      );
  });

  it('of two clusterings adds both and takes off their meet; the factor is that of the smaller', () => {
    // g: {1, −2, 3}, {4}: 4 + 16 = 20. h: {1, 4}, {−2}, {3}: 25 + 4 + 9 = 38. Both: rows alone, 30. 20 + 38 − 30 = 28.
    const { matrix, clusters, degrees, factor, mended } = covarianceOf(
      clustered([0, 0, 0, 1], [0, 1, 2, 0]),
      by('g', 'h'),
      'ppmlhdfe',
    );
    expect([matrix[0], clusters, degrees, factor, mended]).toEqual([(28 / 16) * 2, [2, 3], 1, 2, false]);
  });

  it('of three clusterings adds, takes off and adds again', () => {
    const scores = [1, -2, 3, 4];
    const lists = [
      [0, 0, 1, 1],
      [0, 1, 0, 1],
      [0, 1, 1, 0],
    ];
    const squares = (...chosen: number[][]): number => {
      const sums = new Map<string, number>();
      for (const [i, score] of scores.entries()) {
        const key = chosen.map((list) => list[i]).join();
        sums.set(key, (sums.get(key) ?? 0) + score);
      }
      return [...sums.values()].reduce((sum, value) => sum + value * value, 0);
    };
    const [a, b, c] = lists;
    const due =
      squares(a) + squares(b) + squares(c) - squares(a, b) - squares(a, c) - squares(b, c) + squares(a, b, c);
    const { matrix, mended } = covarianceOf(clustered(a, b, c), by('a', 'b', 'c'), 'none');
    expect(matrix[0]).toBe(Math.max(due, 0) / 16);
    expect(mended).toBe(due < 0);
  });

  it('that comes out negative is taken to 0, and says so', () => {
    // Scores 1, −1, −1, 1: both clusterings sum to 0, rows alone do not: 0 + 0 − 4.
    const meat = {
      ...clustered([0, 0, 1, 1], [0, 1, 0, 1]),
      regressors: [Float64Array.of(1, 1, 1, 1)],
      residuals: Float64Array.of(1, -1, -1, 1),
    };
    expect(covarianceOf(meat, by('g', 'h'), 'none')).toMatchObject({
      matrix: Float64Array.of(0),
      mended: true,
    });
  });

  it('of two regressors is the sandwich by hand', () => {
    const meat: Meat = {
      ...one,
      regressors: [Float64Array.of(1, 0, 1, 0), Float64Array.of(0, 1, 1, 1)],
      information: Float64Array.of(2, 1, 1, 1),
    };
    // Scores (1, 0), (0, −2), (3, 3), (0, 2): M = [10, 9; 9, 17]. Bread is [1, −1; −1, 2]: its sandwich [9, −17; −17, 42].
    const { matrix } = covarianceOf(meat, { kind: 'robust' }, 'none');
    for (const [k, value] of [9, -17, -17, 42].entries()) expect(matrix[k]).toBeCloseTo(value, 10);
  });

  it('counts for fixest the levels of effects, but not those nested in a cluster, less one for each further effect', () => {
    const unit = dimension('unit', [0, 0, 1, 1, 2, 2]);
    const time = dimension('time', [0, 1, 0, 1, 0, 1]);
    const meat = (clusters: number[][], dimensions: Meat['dimensions']): Meat => ({
      ...one,
      regressors: [Float64Array.of(1, 2, 3, 4, 5, 6)],
      residuals: new Float64Array(6).fill(1),
      clusters: clusters.map((cluster) => Int32Array.from(cluster)),
      dimensions,
    });
    const k = (clusters: number[][], ...dimensions: Meat['dimensions']): number =>
      covarianceOf(meat(clusters, dimensions), clusters.length > 0 ? by('g') : { kind: 'robust' }, 'none')
        .parameters;
    const units = [0, 0, 1, 1, 2, 2];
    expect(k([], unit, time)).toBe(1 + 3 + 2 - 1);
    expect(k([units], unit, time)).toBe(1 + 2);
    expect(k([units], unit)).toBe(2);
    expect(k([[0, 0, 0, 0, 1, 1]], unit, time)).toBe(1 + 2);
    expect(k([[0, 1, 0, 1, 0, 1]], unit, time)).toBe(1 + 3);
    // Levels at both ends are in no cluster.
    expect(k([units], unit, dimension('city', units, [1, 1, 2, 2, 0, 0]))).toBe(1 + 3);
  });

  it('is refused with one cluster, and where no row is to spare', () => {
    expect(() => covarianceOf(clustered([0, 0, 0, 0]), by('region'), 'none')).toThrow(
      'clusters of region must be two or more, got 1',
    );
    const full = { ...one, dimensions: [dimension('unit', [0, 1, 2, 2])] };
    const message =
      'rows must outnumber parameters for standard errors to be estimated, got 4 rows and 4 parameters';
    expect(() => covarianceOf(full, { kind: 'robust' }, 'fixest')).toThrow(message);
    expect(() => covarianceOf({ ...full, squares: 1 }, { kind: 'iid' }, 'none')).toThrow(message);
    expect(() => covarianceOf(full, { kind: 'robust' }, 'none')).not.toThrow();
  });
});
