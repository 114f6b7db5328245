import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alternative } from './alternative.ts';
import { geary } from './geary.ts';
import { getisOrd } from './getis-ord.ts';
import { moran, moranPermutation, type SpatialStatistic } from './moran.ts';
import type { Unknown } from './quantity.ts';
import { spatialWeights, standardiseRows, type SpatialWeights } from './spatial-weights.ts';

/** Five places in a line; and a lopsided table of weights. */
const LINE = spatialWeights([[1], [0, 2], [1, 3], [2, 4], [3]]);
const LOPSIDED = spatialWeights([[1, 2], [0], [3, 4, 0], [1], [2]], [[1, 2], [0.5], [1, 1, 3], [2], [0.25]]);
const X = [1, 2, 4, 3, 9];

const table = (w: SpatialWeights): number[][] =>
  Array.from({ length: w.n }, (_, i) =>
    Array.from({ length: w.n }, (_, j) => {
      const at = w.neighbours.subarray(w.offsets[i], w.offsets[i + 1]).indexOf(j);
      return at < 0 ? 0 : w.weights[w.offsets[i] + at];
    }),
  );
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const double = (n: number, of: (i: number, j: number) => number): number =>
  sum(Array.from({ length: n * n }, (_, k) => of(Math.floor(k / n), k % n)));

/** The three statistics by their definitions, term by term. */
const plain = {
  moran: (x: readonly number[], w: number[][]): number => {
    const n = x.length;
    const mean = sum(x) / n;
    const top = double(n, (i, j) => w[i][j] * (x[i] - mean) * (x[j] - mean));
    return ((n / sum(w.flat())) * top) / sum(x.map((value) => (value - mean) ** 2));
  },
  geary: (x: readonly number[], w: number[][]): number => {
    const n = x.length;
    const mean = sum(x) / n;
    const top = double(n, (i, j) => w[i][j] * (x[i] - x[j]) ** 2);
    return ((n - 1) * top) / (2 * sum(w.flat()) * sum(x.map((value) => (value - mean) ** 2)));
  },
  getisOrd: (x: readonly number[], w: number[][]): number => {
    const all = double(x.length, (i, j) => (i === j ? 0 : x[i] * x[j]));
    return double(x.length, (i, j) => w[i][j] * x[i] * x[j]) / all;
  },
};
function orders(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((first, at) =>
    orders(values.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}
function defined<T extends object>(result: T | Unknown): T {
  if ('code' in result) throw new Error(result.reason);
  return result;
}

describe.each([
  ["Moran's I", moran, plain.moran],
  ["Geary's C", geary, plain.geary],
  ["Getis and Ord's G", getisOrd, plain.getisOrd],
] as const)('%s', (_, measure, byHand) => {
  it.each([
    ['a line', LINE],
    ['a lopsided table', LOPSIDED],
    ['standardised rows', standardiseRows(LOPSIDED)],
  ])('on %s is its definition, and has the mean and variance of all 120 orders of the values', (_, w) => {
    const result = defined(measure(X, w));
    const drawn = orders(X).map((order) => byHand(order, table(w)));
    const mean = sum(drawn) / drawn.length;
    expect(result.value).toBeCloseTo(byHand(X, table(w)), 13);
    expect(result.expected).toBeCloseTo(mean, 13);
    const variance = sum(drawn.map((value) => (value - mean) ** 2)) / drawn.length;
    expect(result.randomisation.variance).toBeCloseTo(variance, 13);
  });

  it('does not change with the unit, and is undefined for few places and for values all alike', () => {
    const unit = defined(
      measure(
        X.map((value) => 1000 * value),
        LINE,
      ),
    );
    expect(unit.value).toBeCloseTo(defined(measure(X, LINE)).value, 13);
    expect(unit.randomisation.p.value).toBeCloseTo(defined(measure(X, LINE)).randomisation.p.value!, 12);
    expect(measure([1, 2, 3], spatialWeights([[1], [0], [1]]))).toMatchObject({
      value: null,
      code: 'too-few',
    });
    expect(measure([2, 2, 2, 2, 2], LINE)).toMatchObject({ value: null, code: 'constant' });
  });

  it('refuses what is no finite value for each place, and an alternative that is none', () => {
    expect(() => measure([1, 2], LINE)).toThrow('values must be 5, one for each place of the weights, got 2');
    expect(() => measure([1, 2, NaN, 3, 4], LINE)).toThrow(RangeError);
    expect(() => measure(X, LINE, 'more' as Alternative)).toThrow('alternative must be one of');
  });
});

describe("Moran's I", () => {
  it('counts places with a neighbour, and says how many have none', () => {
    const w = spatialWeights([[1], [0, 2], [1, 3], [2], []]);
    const { value, places, islands, expected } = defined(moran(X, w));
    expect([places, islands, expected]).toEqual([4, 1, -1 / 3]);
    expect(value).toBeCloseTo((4 / 5) * plain.moran(X, table(w)), 13);
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
    const drawn = orders(X).map((order) => plain.moran(order, table(LINE)));
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

describe("Getis and Ord's G", () => {
  it('is of amounts, and needs two places that have one', () => {
    expect(() => getisOrd([1, -1, 2, 3, 4], LINE)).toThrow('value 1 is -1, and must be 0 or more');
    expect(getisOrd([0, 0, 5, 0, 0], LINE)).toMatchObject({ value: null, code: 'too-few' });
  });
});
