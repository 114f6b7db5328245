import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defined,
  double,
  expectDefinition,
  expectManners,
  LINE,
  LOPSIDED,
  orders,
  sum,
  table,
  WEIGHTS,
  X,
} from '../../../test/spatial-by-hand.ts';
import { moran, moranPermutation, type SpatialStatistic } from './moran.ts';
import { spatialWeights } from './spatial-weights.ts';

const byHand = (x: readonly number[], w: number[][]): number => {
  const n = x.length;
  const mean = sum(x) / n;
  const top = double(n, (i, j) => w[i][j] * (x[i] - mean) * (x[j] - mean));
  return ((n / sum(w.flat())) * top) / sum(x.map((value) => (value - mean) ** 2));
};

describe("Moran's I", () => {
  it.each(WEIGHTS)('on %s is its definition, with the mean and variance of all orders', (_, w) => {
    expectDefinition(moran, byHand, w);
  });

  it('does not change with the unit; too few places, values all alike and what is no value are named', () => {
    expectManners(moran);
  });

  it('cannot vary where all are neighbours of all, so that it has no z', () => {
    const all = spatialWeights([0, 1, 2, 3].map((i) => [0, 1, 2, 3].filter((j) => j !== i)));
    const { value, randomisation } = defined(moran([1, 2, 4, 9], all));
    expect(value).toBeCloseTo(-1 / 3, 14);
    expect(randomisation.z).toMatchObject({ value: null, code: 'no-variation' });
  });

  it('is positive for a slope and negative for a chessboard, and p follows the alternative', () => {
    const rising = defined(moran([1, 2, 3, 4, 5], LINE));
    const chess = defined(moran([1, 5, 1, 5, 1], LINE));
    expect([Math.sign(rising.value), Math.sign(chess.value)]).toEqual([1, -1]);
    const both: [SpatialStatistic, SpatialStatistic] = [
      defined(moran(X, LINE, 'greater')),
      defined(moran(X, LINE, 'less')),
    ];
    expect(sum(both.map(({ randomisation }) => randomisation.p.value!))).toBeCloseTo(1, 13);
  });

  it('does not change under a shift or where places are numbered otherwise', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(values, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (x, order) => {
        const result = moran(x, LOPSIDED);
        if (result.value === null) return;
        const lists = Array.from(order, (old) => [
          ...LOPSIDED.neighbours.subarray(LOPSIDED.offsets[old], LOPSIDED.offsets[old + 1]),
        ]);
        const weights = order.map((old) => [
          ...LOPSIDED.weights.subarray(LOPSIDED.offsets[old], LOPSIDED.offsets[old + 1]),
        ]);
        const renamed = spatialWeights(
          lists.map((list) => list.map((j) => order.indexOf(j))),
          weights,
        );
        const other = defined(
          moran(
            order.map((old) => x[old] + 3),
            renamed,
          ),
        );
        expect(other.value).toBeCloseTo(result.value, 12);
        expect(other.randomisation.variance).toBeCloseTo(result.randomisation.variance, 12);
      }),
      { seed: 5 },
    );
  });
});

describe("Moran's I over permutations", () => {
  it('has the mean and variance of randomisation, and p of all orders, within what the draws allow', () => {
    const result = defined(moranPermutation(X, LINE, { permutations: 20_000, seed: 1 }));
    const { expected, randomisation, value } = defined(moran(X, LINE));
    expect(result.value).toBe(value);
    expect(result.mean).toBeCloseTo(expected, 2);
    expect(result.deviation / Math.sqrt(randomisation.variance)).toBeCloseTo(1, 1);
    const drawn = orders(X).map((order) => byHand(order, table(LINE)));
    const exact = drawn.filter((other) => other >= value - 1e-12).length / drawn.length;
    expect(Math.abs(result.p - exact)).toBeLessThan(0.012);
  });

  it('is the same for the same seed, and wants a seed and a permutation', () => {
    const options = { permutations: 99, seed: 7 };
    expect(moranPermutation(X, LINE, options)).toEqual(moranPermutation(X, LINE, options));
    expect(moranPermutation(X, LINE, { permutations: 99, seed: 8 })).not.toEqual(
      moranPermutation(X, LINE, options),
    );
    expect(() => moranPermutation(X, LINE, { permutations: 0, seed: 1 })).toThrow(
      'permutations must be a whole number from 1, got 0',
    );
    expect(() => moranPermutation(X, LINE, { permutations: 9, seed: -1 })).toThrow(RangeError);
  });
});
