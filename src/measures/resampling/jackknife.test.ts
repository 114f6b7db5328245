import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../distributions/normal.ts';
import { jackknifeInterval, leaveOneOut } from './jackknife.ts';

const mean = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0) / x.length;

describe('the jackknife', () => {
  it('of a mean is its textbook standard error', () => {
    const x = [3, 7, 1, 10, 4];
    const without = leaveOneOut(x.length, (kept) => mean(kept.map((i) => x[i])));
    const variance = x.reduce((sum, value) => sum + (value - mean(x)) ** 2, 0) / (x.length - 1);
    const { low, high, standardError } = jackknifeInterval(mean(x), without, 0.95);
    expect(standardError).toBeCloseTo(Math.sqrt(variance / x.length), 12);
    expect(low).toBeCloseTo(mean(x) - normalQuantile(0.975) * standardError!, 12);
    expect(high).toBeCloseTo(mean(x) + normalQuantile(0.975) * standardError!, 12);
  });

  it('is undefined for two places, where one cannot be left out, and where none matters', () => {
    expect(jackknifeInterval(1, [1, 2], 0.95)).toMatchObject({ low: null, code: 'too-few' });
    expect(jackknifeInterval(1, [1, null, 2], 0.95)).toMatchObject({ low: null, code: 'not-identified' });
    expect(jackknifeInterval(1, [1, 1, 1], 0.95)).toMatchObject({ low: null, code: 'no-variation' });
    expect(() => jackknifeInterval(1, [1, NaN, 1], 0.95)).toThrow('without must be finite, number 1 is NaN');
    expect(() => jackknifeInterval(Infinity, [1, 2, 3], 0.95)).toThrow('estimate must be finite');
    expect(() => leaveOneOut(1.5, () => 1)).toThrow('places must be a whole number from 0, got 1.5');
    expect(() => jackknifeInterval(1, [1, 2, 3], 1)).toThrow(RangeError);
  });
});
