import { describe, expect, it } from 'vitest';
import { defined, double, orders, sum, table } from '../../../test/spatial-by-hand.ts';
import { geary } from './geary.ts';
import { getisOrd } from './getis-ord.ts';
import { lisa } from './lisa.ts';
import { moran, moranPermutation } from './moran.ts';
import { createRandom } from '../random.ts';
import { spatialWeights, type SpatialWeights } from './spatial-weights.ts';

/** Six or seven places of which one, two or three are islands, at the ends and in the middle; rows are not symmetric. */
const WITH_ISLANDS: readonly (readonly [string, readonly number[], SpatialWeights])[] = [
  [
    'one of seven',
    [3],
    spatialWeights(
      [[1, 2], [0], [4, 5, 0], [], [2, 6], [4], [1]],
      [[1, 2], [0.5], [1, 1, 3], [], [2, 1], [0.25], [1]],
    ),
  ],
  ['two of seven', [0, 6], spatialWeights([[], [2], [1, 3], [2, 4], [3, 5], [4], []])],
  ['two of six', [2, 5], spatialWeights([[1, 3], [0], [], [4], [1], []])],
  ['three of seven', [1, 3, 5], spatialWeights([[2], [], [0, 4], [], [6], [], [0]])],
];
const VALUES = [1, 2, 4, 3, 9, 0.5, 6];

const deviations = (x: readonly number[]): number[] => x.map((value) => value - sum(x) / x.length);
const BY_HAND = {
  moran(x: readonly number[], w: number[][]) {
    const z = deviations(x);
    const top = double(x.length, (i, j) => w[i][j] * z[i] * z[j]);
    return ((x.length / sum(w.flat())) * top) / sum(z.map((value) => value ** 2));
  },
  geary(x: readonly number[], w: number[][]) {
    const top = double(x.length, (i, j) => w[i][j] * (x[i] - x[j]) ** 2);
    return ((x.length - 1) * top) / (2 * sum(w.flat()) * sum(deviations(x).map((value) => value ** 2)));
  },
  getisOrd(x: readonly number[], w: number[][]) {
    const all = double(x.length, (i, j) => (i === j ? 0 : x[i] * x[j]));
    return double(x.length, (i, j) => w[i][j] * x[i] * x[j]) / all;
  },
};
const MEASURES = { moran, geary, getisOrd };
const NAMES = ['moran', 'geary', 'getisOrd'] as const;

function withoutIslands(w: SpatialWeights, islands: readonly number[]): number[][] {
  const keep = (_: unknown, i: number): boolean => !islands.includes(i);
  return table(w)
    .filter(keep)
    .map((row) => row.filter(keep));
}

describe.each(WITH_ISLANDS)('with islands, %s,', (_, islands, w) => {
  const x = VALUES.slice(0, w.n);
  const linked = x.filter((__, i) => !islands.includes(i));
  const weights = withoutIslands(w, islands);

  it.each(NAMES)('%s has the mean and the variance of all orders of the other places', (name) => {
    const result = defined(MEASURES[name](x, w));
    const drawn = orders(linked).map((order) => BY_HAND[name](order, weights));
    const mean = sum(drawn) / drawn.length;
    expect(result.value).toBeCloseTo(BY_HAND[name](linked, weights), 12);
    expect(result.expected).toBeCloseTo(mean, 11);
    const variance = sum(drawn.map((value) => (value - mean) ** 2)) / drawn.length;
    expect(result.randomisation.variance).toBeCloseTo(variance, 11);
    expect([result.places, result.islands]).toEqual([linked.length, islands.length]);
  });

  it('what stands at an island changes nothing', () => {
    const other = x.map((value, i) => (islands.includes(i) ? 1e6 * (i + 1) : value));
    for (const name of NAMES) expect(MEASURES[name](other, w)).toEqual(MEASURES[name](x, w));
    const options = { permutations: 99, seed: 4 };
    expect(moranPermutation(other, w, options)).toEqual(moranPermutation(x, w, options));
    expect(lisa(other, w, options)).toEqual(lisa(x, w, options));
  });

  it('local Moran has the mean and the variance of all orders of the other places, and adds up to I', () => {
    for (const chance of ['conditional', 'total'] as const) {
      const result = lisa(x, w, { chance });
      if ('code' in result) throw new Error(result.reason);
      const rows = result.filter((__, i) => !islands.includes(i));
      expect(sum(rows.map(({ value }) => value.value!)) / sum(weights.flat())).toBeCloseTo(
        moran(x, w).value!,
        12,
      );
      for (const [i, row] of rows.entries()) {
        const drawn = orders(linked)
          .filter((order) => chance === 'total' || order[i] === linked[i])
          .map((order) => {
            const z = deviations(order);
            return (
              (z[i] * sum(z.map((value, j) => weights[i][j] * value)) * z.length) / sum(z.map((v) => v * v))
            );
          });
        const mean = sum(drawn) / drawn.length;
        expect(row.expected.value).toBeCloseTo(mean, 11);
        expect(row.variance.value).toBeCloseTo(sum(drawn.map((v) => (v - mean) ** 2)) / drawn.length, 11);
      }
    }
  });
});

describe('where orders of the values hardly differ', () => {
  const all = [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].filter((j) => j !== i));
  /** All are neighbours of all, and one pair is so by a little more. */
  const nearly = (more: number): SpatialWeights =>
    spatialWeights(
      all,
      all.map((list, i) => list.map((j) => (i + j === 1 ? 1 + more : 1))),
    );
  const x = [1, 2, 4, 3, 9];

  it.each([1e-3, 1e-6, 1e-9])('by %d, the variance is still that of all of them', (more) => {
    for (const name of NAMES) {
      const w = nearly(more);
      const { randomisation } = defined(MEASURES[name](x, w));
      // What a pair's own part of the sum varies by, over all orders.
      const centre = name === 'getisOrd' ? 0 : sum(x) / x.length;
      const z = x.map((value) => value - centre);
      const part = orders(z).map((order) =>
        name === 'geary' ? (order[0] - order[1]) ** 2 : order[0] * order[1],
      );
      const mean = sum(part) / part.length;
      const spread = Math.sqrt(sum(part.map((value) => (value - mean) ** 2)) / part.length);
      const squares = sum(z.map((value) => value * value));
      const s0 = 20 + 2 * more;
      const unit = {
        moran: 5 / (s0 * squares),
        geary: 4 / (2 * s0 * squares),
        getisOrd: 1 / (sum(x) ** 2 - squares),
      }[name];
      expect(Math.sqrt(randomisation.variance) / (2 * more * unit * spread)).toBeCloseTo(1, 5);
      expect(randomisation.z.value).not.toBeNull();
    }
  });

  it('all give the same where all are neighbours alike, or one value differs and all have as many', () => {
    const ring = spatialWeights([0, 1, 2, 3, 4, 5, 6].map((i) => [(i + 1) % 7, (i + 6) % 7]));
    for (const name of NAMES) {
      expect(defined(MEASURES[name](x, nearly(0))).randomisation.z).toMatchObject({ code: 'no-variation' });
      const one = defined(MEASURES[name]([1, 1, 1, 4, 1, 1, 1], ring));
      expect(one.randomisation).toMatchObject({ variance: 0, z: { code: 'no-variation' } });
      const nearlyOne = defined(MEASURES[name]([1, 1, 1, 4, 1 + 1e-7, 1, 1], ring));
      expect(nearlyOne.randomisation.z.value).not.toBeNull();
    }
    expect(moranPermutation([1, 1, 1, 4, 1, 1, 1], ring, { permutations: 99, seed: 1 })).toMatchObject({
      p: 1,
    });
  });
});

describe('pure noise', { tags: 'full' }, () => {
  it.each([0, 3, 10, 15])('on a ring in 30 places with %d islands is found in 5 % of draws', (islands) => {
    const [n, runs] = [30, 4000];
    const round = n - islands;
    const w = spatialWeights(
      Array.from({ length: n }, (_, i) => (i < round ? [(i + 1) % round, (i + round - 1) % round] : [])),
    );
    const random = createRandom(islands);
    const found = { moran: 0, geary: 0, getisOrd: 0, permutation: 0 };
    for (let run = 0; run < runs; run++) {
      const x = Array.from({ length: n }, () => 10 + random.normal());
      for (const name of NAMES)
        if (defined(MEASURES[name](x, w)).randomisation.p.value! <= 0.05) found[name] += 1;
      if (run % 2 > 0) continue;
      if (defined(moranPermutation(x, w, { permutations: 99, seed: run })).p <= 0.05) found.permutation += 2;
    }
    for (const [name, times] of Object.entries(found)) {
      expect(times / runs, name).toBeGreaterThan(0.04);
      expect(times / runs, name).toBeLessThan(0.06);
    }
  });
});
