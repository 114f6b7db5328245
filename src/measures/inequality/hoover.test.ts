import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoover } from './hoover.ts';

describe('Hoover', () => {
  it('is what would have to move: nothing of like amounts, all but a part of one heap', () => {
    expect(hoover([3, 3, 3]).value).toBe(0);
    expect(hoover([0, 8, 0, 0]).value).toBe(0.75);
    expect(hoover([1, 3]).value).toBe(0.25);
    expect(hoover([1, 3], [1, 3]).value).toBe(0);
  });

  it('is undefined without places, amounts or weights, and refuses what is no amount', () => {
    expect(hoover([])).toMatchObject({ value: null, code: 'empty' });
    expect(hoover([0, 0])).toMatchObject({ value: null, code: 'zero-margin' });
    expect(hoover([1, 2], [0, 0])).toMatchObject({ value: null, code: 'zero-margin' });
    expect(() => hoover([1, -2])).toThrow(RangeError);
    expect(() => hoover([1, 2], [1])).toThrow('2 amounts, 1 weights');
  });

  it('lies between 0 and 1 − 1/n, and does not change with order, unit, or when all is there twice', () => {
    const amounts = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, (x) => {
        const value = hoover(x).value!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 - 1 / x.length + 1e-12);
        for (const other of [x.toReversed(), x.map((amount) => 7 * amount), [...x, ...x]])
          expect(hoover(other).value).toBeCloseTo(value, 12);
      }),
      { seed: 8 },
    );
  });
});
