import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveball } from './curveball.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const listed = ({ offsets, places }: { offsets: Int32Array; places: Int32Array }): number[][] =>
  Array.from({ length: offsets.length - 1 }, (_, w) => [...places.subarray(offsets[w], offsets[w + 1])]);
const totals = (works: readonly (readonly number[])[], n: number): number[] =>
  Array.from({ length: n }, (_, place) => works.filter((work) => work.includes(place)).length);

/** Every table of works × places with these margins. */
function* tables(sizes: readonly number[], left: readonly number[]): Generator<number[][]> {
  if (sizes.length === 0) {
    if (left.every((count) => count === 0)) yield [];
    return;
  }
  for (const row of choices(sizes[0], left.length))
    if (row.every((place) => left[place] > 0))
      for (const rest of tables(
        sizes.slice(1),
        left.map((count, place) => count - Number(row.includes(place))),
      ))
        yield [row, ...rest];
}
function* choices(k: number, n: number, from = 0): Generator<number[]> {
  if (k === 0) yield [];
  else for (let i = from; i < n; i++) for (const rest of choices(k - 1, n, i + 1)) yield [i, ...rest];
}

describe('curveball', () => {
  it('draws every table with the margins alike often', () => {
    const works = [[0, 1], [0, 2], [0, 1, 3], [2], [1, 3]];
    const all = [...tables([2, 2, 3, 1, 2], totals(works, 4))].map((table) => JSON.stringify(table));
    expect(all.length).toBeGreaterThan(30);
    const seen = new Map(all.map((table) => [table, 0]));
    const shuffles = 200 * all.length;
    for (const shuffled of curveball(works, { places: 4, shuffles, seed: 1 })) {
      const key = JSON.stringify(listed(shuffled));
      seen.set(key, seen.get(key)! + 1);
    }
    const chi = [...seen.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    const freedom = all.length - 1;
    // Mean and deviation of χ²; four deviations.
    expect(Math.abs(chi - freedom)).toBeLessThan(4 * Math.sqrt(2 * freedom));
  });

  it('leaves works alone where the margins leave no choice, and none at all', () => {
    const star = [[0, 1], [0, 2], [0]];
    for (const shuffled of curveball(star, { places: 3, shuffles: 20, seed: 2 }))
      expect(listed(shuffled).map((work) => work.includes(0))).toEqual([true, true, true]);
    for (const shuffled of curveball([], { places: 3, shuffles: 2, seed: 2 }))
      expect(listed(shuffled)).toEqual([]);
  });

  it('refuses places that are not there or stand twice, and counts that are none', () => {
    const run = (works: number[][], options = {}) => [
      ...curveball(works, { places: 2, shuffles: 1, seed: 1, ...options }),
    ];
    expect(() => run([[0, 2]])).toThrow('from 0 to 1, got 2 in work 0');
    expect(() => run([[0], [1, 1]])).toThrow('work 1 must have each place once, got 1 twice');
    expect(() => run([[0]], { strata: [] })).toThrow('strata must be one for each of 1 works, got 0');
    for (const name of ['places', 'shuffles', 'rounds'])
      expect(() => run([[0]], { [name]: 0 })).toThrow(name);
  });
});

describe('for any works, a shuffle', () => {
  const works = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 6 }), { minLength: 1, maxLength: 25 });

  it('keeps team sizes and place totals in every stratum, and is the same for the same seed', () => {
    fc.assert(
      fc.property(works, fc.nat(1000), (any, seed) => {
        const strata = any.map((_, w) => w % 3);
        const run = () => [...curveball(any, { places: 6, shuffles: 2, seed, strata })].map(listed);
        const dealt = run().at(-1)!;
        expect(dealt.map((work) => work.length)).toEqual(any.map((work) => work.length));
        for (const stratum of [0, 1, 2]) {
          const of = (rows: readonly (readonly number[])[]) =>
            totals(
              rows.filter((_, w) => strata[w] === stratum),
              6,
            );
          expect(of(dealt)).toEqual(of(any));
        }
        for (const work of dealt) expect(work).toEqual([...new Set(work)].sort((a, b) => a - b));
        expect(run().at(-1)).toEqual(dealt);
      }),
    );
  });
});
