import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWorks } from '../../../test/any-works.ts';
import { UNITS, pairUnits, unitShares } from './units.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('unit shares', () => {
  it('are whole and sum to a work', () => {
    expect(unitShares([0.5, 0.25, 0.25])).toEqual([UNITS / 2, UNITS / 4, UNITS / 4]);
    expect(unitShares([1])).toEqual([UNITS]);
    expect(sum(unitShares([1, 1, 1, 1, 1, 1, 1]))).toBe(UNITS);
  });

  it('give the rounding of the rest to the largest part, the first among equals', () => {
    // 2³⁰ = 3 · 357,913,941 + 1
    expect(unitShares([1 / 3, 1 / 3, 1 / 3])).toEqual([357_913_942, 357_913_941, 357_913_941]);
    expect(unitShares([1 / 6, 1 / 6, 2 / 3])).toEqual([178_956_971, 178_956_971, 715_827_882]);
  });

  it('keep a part of nothing at nothing', () => {
    expect(unitShares([0, 3, 0])).toEqual([0, UNITS, 0]);
  });

  it('hold for as many equal parts as are allowed', () => {
    const units = unitShares(new Array<number>(32_768).fill(1));
    expect(sum(units)).toBe(UNITS);
    const odd = unitShares(new Array<number>(32_767).fill(1 / 32_767));
    expect(sum(odd)).toBe(UNITS);
    expect(Math.min(...odd)).toBeGreaterThanOrEqual(0);
  });

  it('do not exist without parts, for negative ones, or for too many', () => {
    for (const parts of [[], [0, 0], [1, -0.1], [Number.NaN], new Array<number>(32_769).fill(1)])
      expect(() => unitShares(parts)).toThrow(RangeError);
  });
});

describe('the units of a work’s pairs', () => {
  it('sum to a work and differ by at most one', () => {
    for (const k of [2, 3, 4, 7, 50, 101]) {
      const pairs = (k * (k - 1)) / 2;
      const units = Array.from({ length: pairs }, (_, r) => pairUnits(r + 1, k));
      expect(sum(units)).toBe(UNITS);
      expect(Math.max(...units) - Math.min(...units)).toBeLessThanOrEqual(1);
    }
  });

  it('are the floors of the formula in whole numbers of any size', () => {
    const pairs = (4096n * 4095n) / 2n;
    for (const rank of [1n, 2n, 1_000_003n, pairs - 1n, pairs]) {
      const exact = (2n ** 30n * rank) / pairs - (2n ** 30n * (rank - 1n)) / pairs;
      expect(pairUnits(Number(rank), 4096)).toBe(Number(exact));
    }
  });

  it('do not exist for one place or a pair that is not there', () => {
    for (const [rank, k] of [
      [1, 1],
      [0, 3],
      [4, 3],
      [1.5, 3],
      [1, 4097],
    ])
      expect(() => pairUnits(rank, k)).toThrow(RangeError);
  });
});

describe('for any works', () => {
  it('units of Share and of what is unlocated sum to exactly 2^30 a work', () => {
    fc.assert(
      fc.property(anyWorks, (any) => {
        const units = any.map((work) =>
          sum(unitShares([...work.parts, ...work.unlocated].map((p) => p.share))),
        );
        expect(sum(units)).toBe(any.length * UNITS);
      }),
    );
  });
});

describe('for any parts', () => {
  it('units are whole, not negative, in the order of the parts but for one unit a part, and sum to 2^30', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(parts, (any) => {
        fc.pre(any.some((part) => part > 1e-300));
        const units = unitShares(any);
        expect(sum(units)).toBe(UNITS);
        expect(units.every((unit) => Number.isInteger(unit) && unit >= 0)).toBe(true);
        const whole = sum(any);
        for (const [i, unit] of units.entries())
          expect(Math.abs(unit - (UNITS * any[i]) / whole)).toBeLessThanOrEqual(any.length);
      }),
    );
  });
});
