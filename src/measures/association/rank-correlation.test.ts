import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanRanks, spearman } from './rank-correlation.ts';

describe('mean ranks', () => {
  it('go up from 1, and like values share the mean of theirs', () => {
    expect([...meanRanks([30, 10, 20])]).toEqual([3, 1, 2]);
    expect([...meanRanks([5, 1, 5, 5])]).toEqual([3, 1, 3, 3]);
    expect([...meanRanks([])]).toEqual([]);
    expect(() => meanRanks([1, NaN])).toThrow(RangeError);
  });
});

describe('Spearman', () => {
  it('is 1 for the same order, −1 for the order turned round, and between by hand', () => {
    expect(spearman([1, 2, 3], [10, 20, 1000]).value).toBe(1);
    expect(spearman([1, 2, 3], [3, 2, 1]).value).toBe(-1);
    // Without ties 1 − 6 Σd²/(n(n² − 1)): d = 1, 1, 0, 0.
    expect(spearman([1, 2, 3, 4], [2, 1, 3, 4]).value).toBeCloseTo(1 - 12 / 60, 15);
  });

  it('is undefined for one value and for a list that does not vary, and refuses unlike lengths', () => {
    expect(spearman([1], [1])).toMatchObject({ value: null, code: 'too-few' });
    expect(spearman([1, 1], [1, 2])).toMatchObject({ value: null, code: 'constant' });
    expect(() => spearman([1], [1, 2])).toThrow('x has 1 values, y has 2');
  });

  it('lies between −1 and 1, is symmetric, and does not change under a rising function', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, (list) => {
        const [x, y] = [list.map(([a]) => a), list.map(([, b]) => b)];
        const { value } = spearman(x, y);
        if (value === null) return;
        expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
        expect(spearman(y, x).value).toBe(value);
        expect(
          spearman(
            x.map((a) => a ** 3 + 7),
            y,
          ).value,
        ).toBe(value);
      }),
      { seed: 3 },
    );
  });
});
