import { describe, expect, it } from 'vitest';
import { normalP, permutationP, type Alternative } from './alternative.ts';

describe('an alternative', () => {
  it('of a normal statistic takes one tail, the other, or both', () => {
    expect(normalP(1.959963984540054, 'greater')).toBeCloseTo(0.025, 12);
    expect(normalP(1.959963984540054, 'less')).toBeCloseTo(0.975, 12);
    expect(normalP(-1.959963984540054, 'two-sided')).toBeCloseTo(0.05, 12);
    expect(normalP(0, 'two-sided')).toBe(1);
  });

  it('of permutations counts what was observed among them, so that p is never 0', () => {
    expect(permutationP(0, 99, 99, 'greater')).toBe(0.01);
    expect(permutationP(0, 99, 99, 'less')).toBe(1);
    expect(permutationP(0, 99, 99, 'two-sided')).toBe(0.02);
    expect(permutationP(60, 60, 99, 'two-sided')).toBe(1);
  });

  it('is one of three words', () => {
    expect(() => normalP(0, 'upper' as Alternative)).toThrow(
      'alternative must be one of greater, less, two-sided, got upper',
    );
  });
});
