import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredCdf, chiSquaredP, chiSquaredQuantile } from './chi-squared.ts';
import { fCdf, fP, fQuantile } from './f-distribution.ts';
import { normalCdf } from './normal.ts';
import { studentCdf, studentCritical, studentP, studentQuantile } from './student.ts';

const off = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

describe('the distributions of tests', () => {
  // Reference values: power series summed with 60 digits (mpmath); quantiles from scipy 1.17, but for
  // F(4, 50) at 10⁻⁸, which scipy has 4·10⁻¹⁰ too low.
  it('χ² has these tails', () => {
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

  it('F has these tails', () => {
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

  it('t has these tails, with few degrees of freedom and with a million', () => {
    for (const [t, degrees, twoSided] of [
      [2.5, 3, 0.08770664700806555],
      [-40, 7, 1.590217998485037e-9],
      [1, 1e6, 0.31731074983357815],
      [6, 1e6, 1.9738498123544347e-9],
      [1e5, 2.5, 4.549503846351244e-13],
      [1e150, 1, 2e-150 / Math.PI],
    ])
      expect(off(studentP(t, degrees), twoSided)).toBeLessThan(1e-12);
    expect(studentCdf(-1, 1)).toBeCloseTo(0.25, 14);
    expect(studentCdf(1, 1)).toBeCloseTo(0.75, 14);
  });

  it('Φ keeps its digits in the tail', () => {
    for (const [x, p] of [
      [-5.6, 1.0717590258310893e-8],
      [-7.5, 3.190891672910891e-14],
      [-10, 7.619853024160526e-24],
      [-20, 2.753624118606233e-89],
      [-37, 5.725571222524577e-300],
    ])
      expect(off(normalCdf(x), p)).toBeLessThan(1e-14);
  });

  it('has these quantiles', () => {
    expect(off(chiSquaredQuantile(0.025, 10), 3.2469727802368413)).toBeLessThan(1e-12);
    expect(off(chiSquaredQuantile(1e-8, 4), 0.00028285604667225797)).toBeLessThan(1e-12);
    expect(off(chiSquaredQuantile(1e-8, 4, 'upper'), 43.07157049012858)).toBeLessThan(1e-12);
    expect(off(fQuantile(0.95, 1, 20), 4.351243503329288)).toBeLessThan(1e-12);
    expect(off(fQuantile(1e-8, 4, 50, 'upper'), 16.624867508089203)).toBeLessThan(1e-12);
    expect(off(fQuantile(0.5, 1e4, 7), 1.1030156368550506)).toBeLessThan(1e-12);
    expect(off(studentQuantile(0.975, 4), 2.7764451051977934)).toBeLessThan(1e-12);
    expect(off(studentQuantile(1e-10, 12), -19.391546179047733)).toBeLessThan(1e-12);
    expect(studentQuantile(0.5, 3)).toBe(0);
  });

  it('inverts itself: the tail at a quantile is what was asked for', () => {
    const degrees = fc.double({ min: 0.2, max: 5000, noNaN: true });
    const p = fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, p, (above, below, probability) => {
        const x = chiSquaredQuantile(probability, above, 'upper');
        if (x > 1e-300) expect(off(chiSquaredP(x, above), probability)).toBeLessThan(1e-10);
        const f = fQuantile(probability, above, below);
        if (f > 1e-300 && f < 1e300) expect(off(fCdf(f, above, below), probability)).toBeLessThan(1e-10);
        const t = studentCritical(probability, below);
        if (t > 1e-140 && t < 1e140) expect(1 - studentP(t, below)).toBeCloseTo(probability, 10);
      }),
    );
  });

  it('is not asked for a probability of 0 or 1, or without degrees of freedom', () => {
    expect(() => chiSquaredQuantile(0, 3)).toThrow('between 0 and 1');
    expect(() => fQuantile(1, 3, 4)).toThrow('between 0 and 1');
    expect(() => fP(1, 0, 4)).toThrow('degrees of freedom');
    expect(() => fCdf(-1, 2, 4)).toThrow('F must be 0 or more');
    expect(() => chiSquaredP(NaN, 4)).toThrow(RangeError);
  });
});
