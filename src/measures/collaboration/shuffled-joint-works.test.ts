import { describe, expect, it } from 'vitest';
import { at } from '../matrix.ts';
import { createRandom } from '../random.ts';
import { shuffledJointWorks } from './shuffled-joint-works.ts';

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `p${i}`);

describe('joint works against shuffles', () => {
  it('of works of two of three places, by hand: the margins force the table', () => {
    const works = [
      [0, 1],
      [0, 1],
      [0, 2],
    ];
    const { observed, expected, deviation, above, below } = shuffledJointWorks(works, {
      places: names(3),
      seed: 1,
      shuffles: 50,
    });
    expect([...observed.values]).toEqual([0, 2, 1, 2, 0, 0, 1, 0, 0]);
    expect([...expected.values]).toEqual([...observed.values]);
    expect(deviation.values.every((value) => value === 0)).toBe(true);
    expect(above.values.every((value) => value === 1) && below.values.every((value) => value === 1)).toBe(
      true,
    );
  });

  it('spreads joint works over all pairs of like places, and says how rare two closed pairs are', () => {
    // 40 works of {0, 1} and 40 of {2, 3}: by symmetry each of the six pairs is due a sixth of the works.
    const works = Array.from({ length: 80 }, (_, w) => (w % 2 === 0 ? [0, 1] : [2, 3]));
    const { expected, above, below } = shuffledJointWorks(works, {
      places: names(4),
      seed: 1,
      shuffles: 2000,
    });
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < i; j++) expect(Math.abs(at(expected, i, j) - 80 / 6)).toBeLessThan(0.5);
    expect(at(above, 0, 1)).toBe(1 / 2001);
    expect(at(below, 0, 2)).toBe(1 / 2001);
    expect(at(below, 0, 1)).toBe(1);
  });

  it('keeps to strata: what two fields alone explain is expected', () => {
    // Places 0, 1 work in field a, places 2, 3 in field b; 4 and 5 in both. Inside a field partners are drawn evenly.
    const random = createRandom(6);
    const works: number[][] = [];
    const strata: string[] = [];
    for (let w = 0; w < 600; w++) {
      const field = w % 2 === 0 ? [0, 1, 4, 5] : [2, 3, 4, 5];
      const i = random.integer(4);
      works.push([field[i], field[(i + 1 + random.integer(3)) % 4]]);
      strata.push(w % 2 === 0 ? 'a' : 'b');
    }
    const run = (of: { strata?: string[] }) =>
      shuffledJointWorks(works, { places: names(6), seed: 1, shuffles: 400, ...of });
    expect(at(run({}).above, 0, 1)).toBeLessThan(0.01);
    expect(at(run({ strata }).above, 0, 1)).toBeGreaterThan(0.01);
    expect(at(run({ strata }).expected, 0, 2)).toBe(0);
  });

  it('rarely finds what is not there: p values of works dealt out evenly are even', () => {
    const random = createRandom(11);
    let rare = 0;
    let pairs = 0;
    for (let round = 0; round < 20; round++) {
      const works = Array.from({ length: 120 }, () => {
        const size = 1 + random.integer(4);
        const places = new Set<number>();
        while (places.size < size) places.add(Math.floor(8 * random.uniform() ** 2));
        return [...places];
      });
      const { above } = shuffledJointWorks(works, { places: names(8), seed: round, shuffles: 199 });
      for (let i = 0; i < 8; i++) for (let j = 0; j < i; j++, pairs++) if (at(above, i, j) <= 0.05) rare += 1;
    }
    // Counts are whole, so that p ≤ 0.05 comes a little less often than one time in twenty.
    expect(rare / pairs).toBeLessThan(0.07);
    expect(rare / pairs).toBeGreaterThan(0.02);
  });
});
