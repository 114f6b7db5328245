import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedShare } from './adjusted-share.ts';

fc.configureGlobal({ seed: 2 ** 30 });

describe('the adjusted Share', () => {
  it('is what the Share would be with the base year’s number of works', () => {
    expect(adjustedShare(30, 100, 120).value).toBe(25);
    expect(adjustedShare(30, 100, 100).value).toBe(30);
    expect(adjustedShare(0, 100, 120).value).toBe(0);
  });

  it('is undefined in a year without works', () => {
    expect(adjustedShare(0, 100, 0)).toEqual({
      value: null,
      reason: 'no works in that year',
      code: 'zero-margin',
    });
  });

  it('is not asked of more Share than works, of a base without works, or of what is no amount', () => {
    expect(() => adjustedShare(30, 100, 20)).toThrow("at most the year's 20 works, got 30");
    expect(() => adjustedShare(1, 0, 20)).toThrow('worksOfBase must be above 0, got 0');
    for (const wrong of [-1, NaN, Infinity]) {
      expect(() => adjustedShare(wrong, 10, 20)).toThrow(RangeError);
      expect(() => adjustedShare(1, wrong, 20)).toThrow(RangeError);
      expect(() => adjustedShare(1, 10, wrong)).toThrow(RangeError);
    }
  });

  it('of all places together is the base year’s works, and the same where everything doubles', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 1 }),
        fc.integer({ min: 1, max: 900 }),
        (shares, base) => {
          const works = shares.reduce((sum, share) => sum + share, 0);
          fc.pre(works > 0);
          const adjusted = shares.map((share) => adjustedShare(share, base, works).value!);
          expect(adjusted.reduce((sum, value) => sum + value, 0)).toBeCloseTo(base, 9);
          expect(adjustedShare(2 * shares[0], base, 2 * works).value).toBeCloseTo(adjusted[0], 12);
        },
      ),
    );
  });
});
