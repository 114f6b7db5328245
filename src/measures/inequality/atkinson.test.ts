import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atkinson } from './atkinson.ts';

describe('Atkinson', () => {
  it('is 0 where all have the same, and by hand for two', () => {
    for (const aversion of [0.5, 1, 2]) expect(atkinson([4, 4, 4], aversion).value).toBe(0);
    expect(atkinson([1, 4], 1).value).toBeCloseTo(1 - 2 / 2.5, 14);
    expect(atkinson([1, 4], 0.5).value).toBeCloseTo(1 - 1.5 ** 2 / 2.5, 14);
    expect(atkinson([1, 4], 2).value).toBeCloseTo(1 - 1.6 / 2.5, 14);
  });

  it('is 1 from aversion 1 on where a place has nothing, and below 1 before', () => {
    expect(atkinson([0, 1], 1).value).toBe(1);
    expect(atkinson([0, 1], 3).value).toBe(1);
    expect(atkinson([0, 1], 0.5).value).toBeCloseTo(0.5, 14);
  });

  it('hears the least place alone where aversion is very large', () => {
    expect(atkinson([1e-3, 4], 1000).value).toBeCloseTo(1 - 1e-3 / 2.0005, 6);
    expect(atkinson([1, 4], 5000).value).toBeCloseTo(1 - 1 / 2.5, 3);
  });

  it('is undefined without places or amounts, and refuses negative amounts and an aversion not above 0', () => {
    expect(atkinson([], 1)).toMatchObject({ value: null, code: 'empty' });
    expect(atkinson([0, 0], 1)).toMatchObject({ value: null, code: 'zero-margin' });
    expect(() => atkinson([1, -1], 1)).toThrow('amount 1 is -1, and must be 0 or more');
    expect(() => atkinson([1], 0)).toThrow('aversion must be a finite number above 0, got 0');
  });

  it('lies between 0 and 1, rises with aversion, and does not change with the unit or when all is there twice', () => {
    const amounts = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, (x) => {
        const by = [0.5, 1, 2].map((aversion) => atkinson(x, aversion).value!);
        for (const [i, value] of by.entries()) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          if (i > 0) expect(value).toBeGreaterThanOrEqual(by[i - 1] - 1e-12);
        }
        expect(
          atkinson(
            x.map((value) => 7 * value),
            2,
          ).value,
        ).toBeCloseTo(by[2], 12);
        expect(atkinson([...x, ...x], 2).value).toBeCloseTo(by[2], 12);
      }),
      { seed: 7 },
    );
  });
});
