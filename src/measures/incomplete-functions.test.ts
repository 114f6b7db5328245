import { describe, expect, it } from 'vitest';
import { incompleteBeta } from './incomplete-beta.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { lnGamma, stirlingError } from './ln-gamma.ts';

/** Relative difference. */
const off = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

// Reference values: power series summed with 60 digits (mpmath). Null: nearer to 1 than the digits tell.
const GAMMA: [a: number, x: number, lower: number, upper: number][] = [
  [0.5, 0.0001, 0.011283415555849618, 0.9887165844441503],
  [0.5, 3, 0.9856941215645704, 0.01430587843542964],
  [2.5, 0.3, 0.011996757205906266, 0.9880032427940937],
  [2.5, 40, 0.9999999999999991, 8.391825114831611e-16],
  [50, 20, 1.245892607971938e-8, 0.9999999875410739],
  [50, 50, 0.5188083154720433, 0.48119168452795674],
  [50, 130, 0.9999999999999997, 3.492871986311079e-16],
  [1000, 1100, 0.99894067674607, 0.0010593232539299773],
  [123456.5, 123000, 0.09682119603085346, 0.9031788039691465],
];
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

describe('the incomplete gamma and beta functions', () => {
  it.each(GAMMA)('has P(%d, %d) = %d and Q = %d, each right to 1e-12 of itself', (a, x, lower, upper) => {
    const tails = incompleteGamma(a, x);
    expect(off(tails.lower, lower)).toBeLessThan(1e-12);
    expect(off(tails.upper, upper)).toBeLessThan(1e-12);
  });

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
    expect(incompleteGamma(3, 0)).toMatchObject({ lower: 0, upper: 1 });
    expect(incompleteGamma(3, Infinity)).toMatchObject({ lower: 1, upper: 0 });
    expect(incompleteBeta(2, 3, 0)).toMatchObject({ lower: 0, upper: 1 });
    expect(incompleteBeta(2, 3, 1)).toMatchObject({ lower: 1, upper: 0 });
    expect(() => incompleteGamma(0, 1)).toThrow('a must lie above 0');
    expect(() => incompleteGamma(1, -1)).toThrow('x must be 0 or more');
    expect(() => incompleteBeta(1, NaN, 0.5)).toThrow('b must lie above 0');
    expect(() => incompleteBeta(1, 1, 0.5, 0.6)).toThrow('must be parts of 1');
  });

  it('has ln Γ of whole and half numbers, and Stirling’s error of 1', () => {
    expect(lnGamma(1)).toBeCloseTo(0, 14);
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(off(lnGamma(21), Math.log(2432902008176640000))).toBeLessThan(1e-15);
    expect(off(lnGamma(1e-10), 23.025850929882736)).toBeLessThan(1e-15);
    expect(stirlingError(1)).toBeCloseTo(1 - Math.log(2 * Math.PI) / 2, 14);
    expect(() => lnGamma(0)).toThrow(RangeError);
  });
});
