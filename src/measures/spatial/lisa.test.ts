import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lisa, type LocalMoran } from './lisa.ts';
import { moran } from './moran.ts';
import { matrixOf } from '../matrix.ts';
import type { Unknown } from '../quantity.ts';
import { flowWeights, spatialWeights, standardiseRows, type SpatialWeights } from './spatial-weights.ts';

const W = spatialWeights([[1, 2], [0], [3, 4, 0], [1], [2]], [[1, 2], [0.5], [1, 1, 3], [2], [0.25]]);
const X = [1, 2, 4, 3, 9];

function rowsOf(result: readonly LocalMoran[] | Unknown): readonly LocalMoran[] {
  if ('code' in result) throw new Error(result.reason);
  return result;
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
function orders(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((first, at) =>
    orders(values.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}
/** Local I of place i by its definition. */
function byHand(x: readonly number[], w: SpatialWeights, i: number): number {
  const mean = sum(x) / x.length;
  const m2 = sum(x.map((value) => (value - mean) ** 2)) / x.length;
  let lag = 0;
  for (let at = w.offsets[i]; at < w.offsets[i + 1]; at++)
    lag += w.weights[at] * (x[w.neighbours[at]] - mean);
  return ((x[i] - mean) * lag) / m2;
}

describe('local Moran', () => {
  it('is its definition, and sums to S0 times Moran’s I', () => {
    const rows = rowsOf(lisa(X, W));
    for (const [i, { value }] of rows.entries()) expect(value.value).toBeCloseTo(byHand(X, W, i), 13);
    const s0 = sum([...W.weights]);
    expect(sum(rows.map(({ value }) => value.value!)) / s0).toBeCloseTo(moran(X, W).value!, 13);
  });

  it('has the mean and variance of all orders: of the other places’ values, and of all', () => {
    const conditional = rowsOf(lisa(X, W, { chance: 'conditional' }));
    const total = rowsOf(lisa(X, W, { chance: 'total' }));
    const all = orders(X);
    for (let i = 0; i < X.length; i++)
      for (const [row, kept] of [
        [conditional[i], all.filter((order) => order[i] === X[i])],
        [total[i], all],
      ] as const) {
        const drawn = kept.map((order) => byHand(order, W, i));
        const mean = sum(drawn) / drawn.length;
        expect(row.expected.value).toBeCloseTo(mean, 12);
        expect(row.variance.value).toBeCloseTo(
          sum(drawn.map((value) => (value - mean) ** 2)) / drawn.length,
          12,
        );
      }
  });

  it('in the convention of n − 1 differs by (n − 1)/n, and z, p and quadrants do not', () => {
    const [ours, other] = (['n', 'n-1'] as const).map((secondMoment) => rowsOf(lisa(X, W, { secondMoment })));
    for (const [i, row] of ours.entries()) {
      expect(other[i].value.value).toBeCloseTo((row.value.value! * 4) / 5, 13);
      expect(other[i].z.value).toBeCloseTo(row.z.value!, 12);
      expect(other[i].quadrant).toBe(row.quadrant);
    }
  });

  it('tells a place among its like from an odd one', () => {
    const line = spatialWeights([[1], [0, 2], [1, 3], [2, 4], [3]]);
    const rows = rowsOf(lisa([9, 8, 1, 9, 8], line));
    expect(rows.map(({ quadrant }) => quadrant)).toEqual([
      'high-high',
      'high-low',
      'low-high',
      'high-low',
      'high-high',
    ]);
  });

  it('is undefined for an island, and says nothing of it', () => {
    const rows = rowsOf(lisa(X, spatialWeights([[1], [0], [3], [2], []])));
    expect(rows[4]).toMatchObject({
      quadrant: null,
      value: { value: null, code: 'island' },
      q: { value: null },
    });
    expect(rows[0].q.value).not.toBeNull();
  });

  it('is undefined for few places and for values all alike, and refuses what it cannot read', () => {
    expect(lisa([1, 2, 3], spatialWeights([[1], [0], [1]]))).toMatchObject({ value: null, code: 'too-few' });
    expect(lisa([2, 2, 2, 2, 2], W)).toMatchObject({ value: null, code: 'constant' });
    expect(() => lisa([1], W)).toThrow('values must be 5');
    expect(() => lisa(X, W, { secondMoment: 'N' as 'n' })).toThrow('secondMoment must be n or n-1, got N');
    expect(() => lisa(X, W, { chance: 'all' as 'total' })).toThrow(
      'chance must be conditional or total, got all',
    );
    expect(() => lisa(X, W, { permutations: 9 })).toThrow('permutations need a seed');
    expect(() => lisa(X, W, { permutations: 0.5, seed: 1 })).toThrow('permutations must be a whole number');
  });

  it('over permutations has p of all orders of the others, within what the draws allow, and the same for a seed', () => {
    const options = { permutations: 4000, seed: 3, alternative: 'greater' } as const;
    const rows = rowsOf(lisa(X, W, options));
    for (const [i, { p }] of rows.entries()) {
      const drawn = orders(X)
        .filter((order) => order[i] === X[i])
        .map((order) => byHand(order, W, i));
      const exact = drawn.filter((value) => value >= byHand(X, W, i) - 1e-12).length / drawn.length;
      expect(Math.abs(p.value! - exact)).toBeLessThan(0.03);
    }
    expect(lisa(X, W, options)).toEqual(rows);
  });

  it('has a false discovery rate that is never below p', () => {
    for (const { p, q } of rowsOf(lisa(X, W))) expect(q.value).toBeGreaterThanOrEqual(p.value! - 1e-15);
  });

  it('does not change under a shift or a unit, and its quadrants not with the style of weights', () => {
    const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1e6 }), (x, seed) => {
        const n = x.length;
        const near = (i: number, j: number): number => (i === j ? 0 : (i * 7 + j * 3 + seed) % 3);
        const w = flowWeights(matrixOf(x.map((_, i) => x.map((_, j) => near(i, j)))));
        const rows = lisa(x, w);
        if ('code' in rows) return;
        const moved = rowsOf(
          lisa(
            x.map((value) => 8 * value - 16),
            w,
          ),
        );
        const styled = rowsOf(lisa(x, standardiseRows(w)));
        for (let i = 0; i < n; i++) {
          if (rows[i].value.value === null) continue;
          expect(moved[i].value.value).toBeCloseTo(rows[i].value.value!, 10);
          if (Math.abs(rows[i].value.value!) > 1e-9) expect(styled[i].quadrant).toBe(rows[i].quadrant);
        }
      }),
      { seed: 12 },
    );
  });
});
