import { describe, expect, it } from 'vitest';
import { placeboYears } from './placebo-years.ts';

const time = [0, 1, 2, 3, 0, 1, 2, 3];
const policy = { time, treated: [0, 0, 0, 0, 1, 1, 1, 1], from: 3 };
const effects = [
  { name: 'unit', of: ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'] },
  { name: 'year', of: time },
];
const model = { y: [10, 10, 10, 10, 5, 10, 20, 80], regressors: {}, effects };

describe('placebo years', () => {
  it('put the policy in each year before it but the first, among those years alone', () => {
    const placebo = placeboYears(model, policy);
    expect(placebo.drawn).toEqual(['1', '2']);
    // Two units, three years of which the others stand still: totals before and after of the treated, by hand.
    expect(placebo.distribution[0]).toBeCloseTo(Math.log(15 / 5), 9);
    expect(placebo.distribution[1]).toBeCloseTo(Math.log(20 / 7.5), 9);
    expect(placebo.observed).toBeCloseTo(Math.log(80 / (35 / 3)), 9);
    expect(placebo.p).toBe(1 / 3);
  });

  it('do not know of what came after', () => {
    const other = placeboYears({ ...model, y: [10, 10, 10, 999, 5, 10, 20, 1] }, policy);
    expect(Array.from(other.distribution)).toEqual(Array.from(placeboYears(model, policy).distribution));
  });

  it('need two years before the policy', () => {
    expect(() => placeboYears(model, { ...policy, from: 1 })).toThrow(
      'two years or more must lie before the policy of 1, there is one',
    );
  });
});
