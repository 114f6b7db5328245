import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variety } from './variety.ts';

describe('variety', () => {
  it('counts fields with anything in them, or with more than so much', () => {
    expect(variety([])).toBe(0);
    expect(variety([2, 1, 0, 1])).toBe(3);
    expect(variety([2, 1, 0, 1], 1)).toBe(1);
  });

  it('is a whole number up to the fields there are, in any order, and falls as more is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.nat(9), (x, above) => {
        expect(variety(x)).toBeLessThanOrEqual(x.length);
        expect(variety(x.toReversed(), above)).toBe(variety(x, above));
        expect(variety(x, above + 1)).toBeLessThanOrEqual(variety(x, above));
      }),
    );
  });

  it('is not asked of negative amounts, or of more than less than nothing', () => {
    expect(() => variety([1], -1)).toThrow('above must be 0 or more, got -1');
    expect(() => variety([NaN])).toThrow('amount 0 is NaN');
    expect(() => variety([-1])).toThrow(RangeError);
  });
});
