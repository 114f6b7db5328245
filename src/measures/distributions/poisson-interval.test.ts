import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonInterval } from './poisson-interval.ts';

describe('the interval of a Poisson mean', () => {
  it('is Garwood’s, as tables have it', () => {
    for (const [count, low, high] of [
      [0, 0, 3.689],
      [1, 0.0253, 5.572],
      [10, 4.795, 18.39],
      [100, 81.36, 121.63],
    ]) {
      const interval = poissonInterval(count);
      expect(interval.low).toBeCloseTo(low, 2);
      expect(interval.high).toBeCloseTo(high, 2);
    }
  });

  it('leaves 2.5 % of the Poisson distribution beyond each end', () => {
    const { low, high } = poissonInterval(3, 0.95);
    const p = (mean: number, k: number): number =>
      Array.from({ length: k + 1 }, (_, i) => i).reduce(
        (sum, i) => sum + (Math.exp(-mean) * mean ** i) / [1, 1, 2, 6][i],
        0,
      );
    expect(p(high, 3)).toBeCloseTo(0.025, 12);
    expect(1 - p(low, 2)).toBeCloseTo(0.025, 12);
    expect(() => poissonInterval(-1)).toThrow(RangeError);
    expect(() => poissonInterval(2, 1)).toThrow('a level lies between 0 and 1');
  });

  it('holds the count, moves up with it and grows with the level', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e4, noNaN: true }),
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        (x, level) => {
          const [here, next, wider] = [
            poissonInterval(x, level),
            poissonInterval(x + 1, level),
            poissonInterval(x, level + 0.09),
          ];
          expect(here.low <= x && x <= here.high).toBe(true);
          expect(next.low > here.low && next.high > here.high).toBe(true);
          expect(wider.low <= here.low && wider.high > here.high).toBe(true);
        },
      ),
    );
  });
});
