import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal.ts';
import { studentCdf, studentCritical, studentP, studentQuantile } from './student.ts';

const off = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

describe('Student’s t', () => {
  it('has the p of closed forms: Cauchy with 1 degree of freedom, algebraic with 2', () => {
    for (const t of [0, 0.3, 1, 2.5, 12, 400]) {
      expect(studentP(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 12);
      expect(studentP(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
      expect(studentP(-t, 2)).toBe(studentP(t, 2));
    }
  });

  it('has the critical values of the tables', () => {
    for (const [degrees, value] of [
      [1, 12.7062],
      [4, 2.7764],
      [10, 2.2281],
      [30, 2.0423],
      [120, 1.9799],
    ])
      expect(studentCritical(0.95, degrees)).toBeCloseTo(value, 4);
    expect(studentCritical(0.99, 5)).toBeCloseTo(4.0321, 4);
  });

  // Power series summed with 60 digits (mpmath); quantiles from scipy 1.17.
  it('has these tails, with few degrees of freedom and with a million', () => {
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

  it('has these quantiles, and inverts itself', () => {
    expect(off(studentQuantile(0.975, 4), 2.7764451051977934)).toBeLessThan(1e-12);
    expect(off(studentQuantile(1e-10, 12), -19.391546179047733)).toBeLessThan(1e-12);
    expect(studentQuantile(0.5, 3)).toBe(0);
    const degrees = fc.double({ min: 0.2, max: 5000, noNaN: true });
    const levels = fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(degrees, levels, (nu, level) => {
        const t = studentCritical(level, nu);
        if (t > 1e-140 && t < 1e140) expect(1 - studentP(t, nu)).toBeCloseTo(level, 10);
      }),
    );
  });

  it('turns into the normal distribution', () => {
    expect(studentCritical(0.95, 1e7)).toBeCloseTo(normalQuantile(0.975), 6);
  });

  it('refuses what is no argument, by name', () => {
    expect(() => studentP(1, 0)).toThrow('degrees of freedom must lie above 0 and not above 2e10, got 0');
    expect(() => studentP(NaN, 3)).toThrow('t must be a number, got NaN');
    expect(() => studentCdf(1, NaN)).toThrow('degrees of freedom');
    expect(() => studentCritical(1, 3)).toThrow('a level lies between 0 and 1, got 1');
    expect(() => studentQuantile(0, 3)).toThrow('between 0 and 1');
    expect(() => studentQuantile(0.5, -1)).toThrow('degrees of freedom');
  });
});
