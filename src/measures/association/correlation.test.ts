import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pearson } from './correlation.ts';

describe('Pearson’s correlation', () => {
  it('is by hand', () => {
    expect(pearson([1, 2, 3], [2, 4, 6]).value).toBeCloseTo(1, 15);
    expect(pearson([1, 2, 3], [1, 0, -1]).value).toBeCloseTo(-1, 15);
    expect(pearson([1, 2, 3, 4], [1, 3, 2, 4]).value).toBeCloseTo(0.8, 15);
  });

  it('lies from −1 to 1, and does not change with unit and origin', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(pairs, (all) => {
        const [x, y] = [all.map(([a]) => a), all.map(([, b]) => b)];
        const { value } = pearson(x, y);
        if (value === null) return;
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(
          pearson(
            y.map((b) => 3 - 2 * b),
            x,
          ).value,
        ).toBeCloseTo(-value, 10);
      }),
    );
  });

  it('is undefined for one value or without variation, and not asked of unlike lists', () => {
    expect(pearson([1], [2])).toMatchObject({ value: null, code: 'too-few' });
    expect(pearson([0.1, 0.1, 0.1], [1, 2, 3])).toMatchObject({ value: null, code: 'constant' });
    expect(() => pearson([1, 2], [1])).toThrow('x has 2 values, y has 1');
    expect(() => pearson([1, NaN], [1, 2])).toThrow('must be finite');
  });
});
