import { describe, expect, it } from 'vitest';
import { incompleteBeta } from './incomplete-beta.ts';

/** Relative difference. */
const off = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

// Reference values: power series summed with 60 digits (mpmath).
const BETA: [a: number, b: number, x: number, lower: number, upper: number][] = [
  [0.5, 0.5, 0.3, 0.36901011956554536, 0.6309898804344546],
  [3.5, 1, 0.001, 3.1622776601683794e-11, 0.9999999999683772],
  [20, 7, 0.95, 0.9997790364413176, 0.00022096355868236986],
  [500, 60, 0.7, 2.597568275627582e-28, 1],
  [500, 60, 0.95, 0.9999999636535574, 3.634644259214915e-8],
  [20000.5, 1500, 0.93, 0.44341133212721245, 0.5565886678727875],
  [0.5, 30000, 1e-5, 0.5614212108350349, 0.438578789164965],
  [7, 300, 0.0625, 0.9996489491025758, 0.00035105089742418997],
];

describe('the incomplete beta function', () => {
  it.each(BETA)('has I(%d, %d; %d) = %d and %d beyond, each right to 1e-12', (a, b, x, lower, upper) => {
    const tails = incompleteBeta(a, b, x);
    expect(off(tails.lower, lower)).toBeLessThan(1e-12);
    // 1 − x is not exact for x = 0.95, and the tail beyond hears it.
    expect(off(tails.upper, upper)).toBeLessThan(1e-12);
  });

  it('mirrors: I_x(a, b) and I_y(b, a) are the two sides of one distribution', () => {
    for (const [a, b, x] of BETA) {
      const [tails, mirrored] = [incompleteBeta(a, b, x), incompleteBeta(b, a, 1 - x, x)];
      expect(off(tails.lower, mirrored.upper)).toBeLessThan(1e-12);
    }
  });

  it('ends at 0 and 1, and refuses what is no argument, by name', () => {
    expect(incompleteBeta(2, 3, 0)).toMatchObject({ lower: 0, upper: 1 });
    expect(incompleteBeta(2, 3, 1)).toMatchObject({ lower: 1, upper: 0 });
    expect(Object.isFrozen(incompleteBeta(2, 3, 0.1)) && Object.isFrozen(incompleteBeta(2, 3, 0.9))).toBe(
      true,
    );
    expect(() => incompleteBeta(1, NaN, 0.5)).toThrow('b must lie above 0');
    expect(() => incompleteBeta(1, 1, 0.5, 0.6)).toThrow('must be parts of 1');
  });
});
