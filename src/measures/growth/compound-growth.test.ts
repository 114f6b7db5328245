import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundGrowth, compoundGrowthGradient } from './compound-growth.ts';

describe('compound growth', () => {
  it('is a rate a year, and undefined from or to nothing', () => {
    expect(compoundGrowth(100, 121, 2).value).toBeCloseTo(0.1, 14);
    expect(compoundGrowth(8, 1, 3).value).toBeCloseTo(-0.5, 14);
    expect(compoundGrowth(0, 5, 1)).toMatchObject({ value: null, code: 'not-positive' });
    expect(() => compoundGrowth(1, 2, 0)).toThrow('years must be a finite number above 0, got 0');
    expect(() => compoundGrowth(-1, 2, 1)).toThrow(RangeError);
  });

  it('does not change with the unit, and leads from the first to the last', () => {
    const amount = fc.double({ min: 1, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 1, max: 30, noNaN: true }), (first, last, years) => {
        const rate = compoundGrowth(first, last, years).value!;
        expect(rate).toBeGreaterThan(-1);
        const scaled = compoundGrowth(8 * first, 8 * last, years).value!;
        expect(scaled).toBeCloseTo(rate, 10);
        expect((first * (1 + rate) ** years) / last).toBeCloseTo(1, 9);
      }),
    );
  });

  it('has a gradient of its logarithm by both ends, and none where it is undefined', () => {
    const log = (first: number, last: number): number => Math.log1p(compoundGrowth(first, last, 4).value!);
    const [byFirst, byLast] = compoundGrowthGradient(20, 50, 4)!;
    expect(byFirst).toBeCloseTo((log(20.01, 50) - log(19.99, 50)) / 0.02, 7);
    expect(byLast).toBeCloseTo((log(20, 50.01) - log(20, 49.99)) / 0.02, 7);
    expect(compoundGrowthGradient(0, 5, 1)).toBeNull();
    expect(() => compoundGrowthGradient(1, 2, 0)).toThrow('years must be');
  });
});
