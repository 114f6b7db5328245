import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defined,
  double,
  expectDefinition,
  expectManners,
  LINE,
  LOPSIDED,
  sum,
  WEIGHTS,
  X,
} from '../../../test/spatial-by-hand.ts';
import { geary } from './geary.ts';
import { moran } from './moran.ts';
import { spatialWeights } from './spatial-weights.ts';

const byHand = (x: readonly number[], w: number[][]): number => {
  const n = x.length;
  const mean = sum(x) / n;
  const top = double(n, (i, j) => w[i][j] * (x[i] - x[j]) ** 2);
  return ((n - 1) * top) / (2 * sum(w.flat()) * sum(x.map((value) => (value - mean) ** 2)));
};

describe("Geary's C", () => {
  it.each(WEIGHTS)('on %s is its definition, with the mean and variance of all orders', (_, w) => {
    expectDefinition(geary, byHand, w);
  });

  it('does not change with the unit; too few places, values all alike and what is no value are named', () => {
    expectManners(geary);
  });

  it('is below 1 with a positive z for a slope, and above 1 with a negative one for a chessboard', () => {
    const [rising, chess] = [defined(geary([1, 2, 3, 4, 5], LINE)), defined(geary([1, 5, 1, 5, 1], LINE))];
    expect([rising.value < 1, chess.value > 1]).toEqual([true, true]);
    expect([Math.sign(rising.randomisation.z.value!), Math.sign(chess.randomisation.z.value!)]).toEqual([
      1, -1,
    ]);
  });

  it('is never below 0, and does not change under a shift or where the values are turned upside down', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(values, (x) => {
        const result = geary(x, LOPSIDED);
        if (result.value === null) return;
        expect(result.value).toBeGreaterThanOrEqual(0);
        const turned = geary(
          x.map((value) => 7 - value),
          LOPSIDED,
        );
        expect(turned.value).toBeCloseTo(result.value, 12);
      }),
      { seed: 5 },
    );
  });

  it('is 1 where all are neighbours of all, without a z, and counts islands as I does', () => {
    const all = spatialWeights([0, 1, 2, 3].map((i) => [0, 1, 2, 3].filter((j) => j !== i)));
    const { value, randomisation } = defined(geary([1, 2, 4, 9], all));
    expect(value).toBeCloseTo(1, 14);
    expect(randomisation.z).toMatchObject({ value: null, code: 'no-variation' });
    const w = spatialWeights([[1], [0, 2], [1, 3], [2], []]);
    const [c, i] = [defined(geary(X, w)), defined(moran(X, w))];
    expect([c.places, c.islands]).toEqual([i.places, i.islands]);
  });
});
