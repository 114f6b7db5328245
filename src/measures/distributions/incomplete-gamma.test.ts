import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteGamma } from './incomplete-gamma.ts';

/** Relative difference. */
const off = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

// Reference values: power series summed with 60 digits (mpmath).
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

describe('the incomplete gamma function', () => {
  it.each(GAMMA)('has P(%d, %d) = %d and Q = %d, each right to 1e-12 of itself', (a, x, lower, upper) => {
    const tails = incompleteGamma(a, x);
    expect(off(tails.lower, lower)).toBeLessThan(1e-12);
    expect(off(tails.upper, upper)).toBeLessThan(1e-12);
  });

  it('steps by its density: P(a, x) − P(a + 1, x) = xᵃ e⁻ˣ/Γ(a + 1)', () => {
    const size = fc.double({ min: 0.1, max: 500, noNaN: true });
    fc.assert(
      fc.property(size, size, (a, x) => {
        const [here, next] = [incompleteGamma(a, x), incompleteGamma(a + 1, x)];
        expect(here.lower - next.lower).toBeCloseTo(here.density / a, 12);
        expect(here.lower + here.upper).toBeCloseTo(1, 12);
      }),
    );
  });

  it('ends at 0 and 1, and refuses what is no argument, by name', () => {
    expect(incompleteGamma(3, 0)).toMatchObject({ lower: 0, upper: 1 });
    expect(incompleteGamma(3, Infinity)).toMatchObject({ lower: 1, upper: 0 });
    expect(Object.isFrozen(incompleteGamma(3, 1)) && Object.isFrozen(incompleteGamma(3, 9))).toBe(true);
    expect(() => incompleteGamma(0, 1)).toThrow('a must lie above 0');
    expect(() => incompleteGamma(1, -1)).toThrow('x must be 0 or more');
    expect(() => incompleteGamma(1, NaN)).toThrow('x must be 0 or more, got NaN');
  });
});
