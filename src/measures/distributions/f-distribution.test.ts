import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fCdf, fP, fQuantile } from './f-distribution.ts';
import { studentP } from './student.ts';

const off = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

const degrees = fc.double({ min: 0.2, max: 5000, noNaN: true });
const probabilities = fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true });

describe('F', () => {
  // Reference values: power series summed with 60 digits (mpmath); quantiles from scipy 1.17, but for F(4, 50) at 10⁻⁸, which
  // scipy has 4·10⁻¹⁰ too low.
  it('has these tails', () => {
    for (const [x, above, below, lower, upper] of [
      [4.35, 1, 20, 0.949970261824573, 0.05002973817542705],
      [0.02, 7, 3, 4.281036038735932e-5, 0.9999571896396127],
      [60, 5, 40, 1, 1.590526844763101e-17],
      [1.1, 2000, 3000, 0.9904636701517538, 0.009536329848246098],
      [0.0001, 12, 9, 7.594009936426485e-22, 1],
    ]) {
      expect(off(fCdf(x, above, below), lower)).toBeLessThan(2e-12);
      expect(off(fP(x, above, below), upper)).toBeLessThan(2e-12);
    }
  });

  it('of 1 and ν degrees of freedom is t squared', () => {
    for (const t of [0.2, 1, 3]) expect(off(fP(t * t, 1, 9), studentP(t, 9))).toBeLessThan(1e-12);
  });

  it('has these quantiles', () => {
    expect(off(fQuantile(0.95, 1, 20), 4.351243503329288)).toBeLessThan(1e-12);
    expect(off(fQuantile(1e-8, 4, 50, 'upper'), 16.624867508089203)).toBeLessThan(1e-12);
    expect(off(fQuantile(0.5, 1e4, 7), 1.1030156368550506)).toBeLessThan(1e-12);
  });

  it('inverts itself, and turned round is F of the degrees turned round', () => {
    fc.assert(
      fc.property(degrees, degrees, probabilities, (above, below, p) => {
        const f = fQuantile(p, above, below);
        if (!(f > 1e-300 && f < 1e300)) return;
        expect(off(fCdf(f, above, below), p)).toBeLessThan(1e-10);
        expect(off(fP(1 / f, below, above), p)).toBeLessThan(1e-10);
      }),
    );
  });

  it('refuses what is no argument, by name', () => {
    expect(() => fQuantile(1, 3, 4)).toThrow('between 0 and 1');
    expect(() => fP(1, 0, 4)).toThrow('degrees of freedom must lie above 0 and not above 2e10, got 0');
    expect(() => fCdf(-1, 2, 4)).toThrow('F must be 0 or more');
    expect(() => fCdf(NaN, 2, 4)).toThrow('F must be 0 or more, got NaN');
  });
});
