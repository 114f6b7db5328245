import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal.ts';
import { studentCritical, studentP } from './student.ts';

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

  it('turns into the normal distribution', () => {
    expect(studentCritical(0.95, 1e7)).toBeCloseTo(normalQuantile(0.975), 6);
  });

  it('is not asked without degrees of freedom', () => {
    expect(() => studentP(1, 0)).toThrow(RangeError);
    expect(() => studentP(NaN, 3)).toThrow(RangeError);
    expect(() => studentCritical(1, 3)).toThrow(RangeError);
  });
});
