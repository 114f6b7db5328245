import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredCdf, chiSquaredP, chiSquaredQuantile } from './chi-squared.ts';
import { lnGamma } from './ln-gamma.ts';
import type { Tail } from './quantile-search.ts';

const off = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

const degrees = fc.double({ min: 0.2, max: 5000, noNaN: true });
const probabilities = fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true });

describe('χ²', () => {
  // Reference values: power series summed with 60 digits (mpmath); quantiles from scipy 1.17.
  it('has these tails', () => {
    for (const [x, degrees, lower, upper] of [
      [3.841458820694124, 1, 0.95, 0.05000000000000006],
      [0.001, 3, 8.40791905804616e-6, 0.9999915920809419],
      [300, 5, 1, 1.0015302305957845e-62],
      [1200, 1000, 0.9999877440576693, 1.2255942330622905e-5],
      [1400, 2, 1, Math.exp(-700)],
    ]) {
      expect(off(chiSquaredCdf(x, degrees), lower)).toBeLessThan(1e-12);
      expect(off(chiSquaredP(x, degrees), upper)).toBeLessThan(1e-12);
    }
  });

  it('with two degrees of freedom is exponential', () => {
    for (const x of [0.1, 1, 7, 90]) expect(off(chiSquaredP(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-13);
  });

  it('has these quantiles', () => {
    expect(off(chiSquaredQuantile(0.025, 10), 3.2469727802368413)).toBeLessThan(1e-12);
    expect(off(chiSquaredQuantile(1e-8, 4), 0.00028285604667225797)).toBeLessThan(1e-12);
    expect(off(chiSquaredQuantile(1e-8, 4, 'upper'), 43.07157049012858)).toBeLessThan(1e-12);
  });

  it('inverts itself: the tail at a quantile is what was asked for', () => {
    fc.assert(
      fc.property(degrees, probabilities, (nu, p) => {
        const x = chiSquaredQuantile(p, nu, 'upper');
        if (x > 1e-300) expect(off(chiSquaredP(x, nu), p)).toBeLessThan(1e-10);
      }),
    );
  });

  it('with hardly a degree of freedom has its quantiles as near 0 as they are', () => {
    // P(a, x) = xᵃ/Γ(a + 1) there: (½ Γ(1.001))^1000 · 2 for 0.002 degrees of freedom.
    expect(chiSquaredQuantile(0.5, 0.002) / (2 * (0.5 * Math.exp(lnGamma(1.001))) ** 1000)).toBeCloseTo(1, 9);
    for (const degrees of [5e-324, 1e-150, 1e-6]) expect(chiSquaredQuantile(0.4, degrees)).toBe(0);
  });

  it('refuses what is no argument, by name', () => {
    expect(() => chiSquaredQuantile(0, 3)).toThrow('between 0 and 1');
    expect(() => chiSquaredQuantile(0.5, 3, 'both' as Tail)).toThrow('tail must be lower or upper, got both');
    expect(() => chiSquaredQuantile(0.5, 0)).toThrow(
      'degrees of freedom must lie above 0 and not above 2e10, got 0',
    );
    expect(() => chiSquaredP(NaN, 4)).toThrow('χ² must be 0 or more, got NaN');
    expect(() => chiSquaredCdf(-1, 4)).toThrow('χ² must be 0 or more, got -1');
    expect(() => chiSquaredCdf(1, NaN)).toThrow('degrees of freedom');
  });
});
