import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLinearSlope, logLinearSlopeGradient } from './log-linear-slope.ts';

describe('a log-linear slope', () => {
  it('is the exponent of what grows evenly, and undefined with a zero or one time', () => {
    const times = [2010, 2011, 2014];
    expect(
      logLinearSlope(
        times,
        times.map((t) => 3 * Math.exp(0.2 * (t - 2010))),
      ).value,
    ).toBeCloseTo(0.2, 12);
    expect(logLinearSlope([1, 2], [0, 3])).toMatchObject({ value: null, code: 'not-positive' });
    expect(logLinearSlope([1, 1], [2, 3])).toMatchObject({ value: null, code: 'too-few' });
    expect(() => logLinearSlope([1, 2], [3])).toThrow('2 times, 1 amounts');
    expect(() => logLinearSlope([1, NaN], [3, 4])).toThrow('time 1 must be finite, got NaN');
  });

  it('does not change with the unit of amounts or the origin of time, and turns with time', () => {
    const amounts = fc.array(fc.double({ min: 0.01, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(amounts, (x) => {
        const times = x.map((_, t) => t);
        const slope = logLinearSlope(times, x).value!;
        const moved = logLinearSlope(
          times.map((t) => 2000 + t),
          x.map((value) => 5 * value),
        );
        expect(moved.value).toBeCloseTo(slope, 9);
        expect(logLinearSlope(times, x.toReversed()).value).toBeCloseTo(-slope, 9);
      }),
    );
  });

  it('has a gradient, its derivative by every amount, and none where it is undefined', () => {
    const [times, amounts] = [
      [1, 2, 4, 5],
      [3, 8, 5, 21],
    ];
    const found = logLinearSlopeGradient(times, amounts)!;
    for (const [i, amount] of amounts.entries()) {
      const h = 1e-5 * amount;
      const at = (step: number): number =>
        logLinearSlope(
          times,
          amounts.map((value, j) => (j === i ? value + step : value)),
        ).value!;
      expect(found[i]).toBeCloseTo((at(h) - at(-h)) / (2 * h), 8);
    }
    expect(logLinearSlopeGradient([1, 2], [0, 3])).toBeNull();
    expect(() => logLinearSlopeGradient([1, 2], [3])).toThrow('2 times, 1 amounts');
  });
});
