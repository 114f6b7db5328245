import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doublingTime, poissonGrowth, type PoissonGrowth, poissonGrowthGradient } from './growth.ts';
import type { Unknown } from '../quantity.ts';

function defined(result: PoissonGrowth | Unknown): PoissonGrowth {
  if (result.reason !== null) throw new Error(result.reason);
  return result;
}
const sum = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value) => total + value, 0);

describe('Poisson growth', () => {
  it('of two times is the logarithm of their ratio, with the error of two counts', () => {
    const { slope, standardError, dispersion } = defined(poissonGrowth([2020, 2021], [20, 50]));
    expect(slope).toBeCloseTo(Math.log(2.5), 12);
    expect(standardError).toBeCloseTo(Math.sqrt(1 / 20 + 1 / 50), 12);
    expect(dispersion).toBeNull();
  });

  it('beside an exposure that grows alike is 0', () => {
    const { slope, fitted } = defined(poissonGrowth([1, 2, 3], [10, 20, 40], [100, 200, 400]));
    expect(slope).toBeCloseTo(0, 12);
    expect([...fitted].map((value) => Number(value.toFixed(9)))).toEqual([10, 20, 40]);
  });

  it('takes zeros, and counts that vary more than Poisson widen its error', () => {
    const wild = defined(poissonGrowth([1, 2, 3, 4, 5, 6], [0, 40, 1, 60, 0, 90]));
    expect(wild.dispersion).toBeGreaterThan(10);
    expect(wild.dispersedError).toBeCloseTo(wild.standardError * Math.sqrt(wild.dispersion!), 12);
  });

  it('is undefined for one time, for nothing, and where all stands at one end', () => {
    expect(poissonGrowth([1, 1], [2, 3])).toMatchObject({ code: 'too-few' });
    expect(poissonGrowth([1, 2], [0, 0])).toMatchObject({ code: 'empty' });
    expect(poissonGrowth([1, 2, 3], [0, 0, 5])).toMatchObject({ code: 'infinite' });
    expect(poissonGrowth([1, 2, 3], [5, 0, 0])).toMatchObject({ code: 'infinite' });
    expect(defined(poissonGrowth([1, 2, 3], [0, 5, 0])).slope).toBeCloseTo(0, 12);
  });

  it('refuses unlike lengths, negative counts and exposures not above 0', () => {
    expect(() => poissonGrowth([1, 2], [1])).toThrow(RangeError);
    expect(() => poissonGrowth([1, 2], [1, -1])).toThrow('amount 1 is -1, and must be 0 or more');
    expect(() => poissonGrowth([1, 2], [1, 1], [1, 0])).toThrow('exposure 1 must be a finite number above 0');
    expect(() => poissonGrowth([1, 2], [1, 1], [1])).toThrow('2 times, 1 exposures');
  });

  it('fits totals and mean time (the first-order conditions), and moves with units as it should', () => {
    const series = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 500 }), fc.double({ min: 0.5, max: 1000, noNaN: true })),
      { minLength: 3, maxLength: 15 },
    );
    fc.assert(
      fc.property(series, (list) => {
        const times = list.map((_, i) => 2000 + i);
        const [counts, exposure] = [list.map(([count]) => count), list.map(([, size]) => size)];
        const fit = poissonGrowth(times, counts, exposure);
        if (fit.reason !== null) return;
        const total = sum(counts);
        expect(sum(fit.fitted) / total).toBeCloseTo(1, 9);
        const moment = (of: ArrayLike<number>): number => sum(times.map((t, i) => (t - 2000) * of[i]));
        expect(moment(fit.fitted) / total).toBeCloseTo(moment(counts) / total, 7);
        const scaled = defined(
          poissonGrowth(
            times.map((t) => 10 * t),
            counts,
            exposure.map((x) => 3 * x),
          ),
        );
        expect(10 * scaled.slope).toBeCloseTo(fit.slope, 6);
      }),
      { seed: 15 },
    );
  });
});

describe('a doubling time', () => {
  it('is ln 2 over the slope, and undefined for what does not grow', () => {
    expect(doublingTime(Math.LN2).value).toBe(1);
    expect(doublingTime(0)).toMatchObject({ value: null, code: 'infinite' });
    expect(doublingTime(-1)).toMatchObject({ value: null, code: 'infinite' });
    expect(() => doublingTime(NaN)).toThrow('slope must be finite, got NaN');
  });
});

/** The derivative of f by each of its numbers, numerically. */
function derivatives(x: readonly number[], f: (x: readonly number[]) => number): number[] {
  return x.map((value, i) => {
    const h = 1e-5 * value;
    const at = (step: number): number => f(x.map((other, j) => (j === i ? value + step : other)));
    return (at(h) - at(-h)) / (2 * h);
  });
}

describe('the gradient of Poisson growth', () => {
  it.each([
    [[10, 12, 9, 31, 40], undefined],
    [
      [3.5, 1.2, 8, 2.25, 7],
      [90, 120, 200, 210, 150],
    ],
  ])('is the derivative of the slope by every count', (counts, exposure) => {
    const times = [2015, 2016, 2018, 2019, 2020];
    const due = derivatives(counts, (x) => defined(poissonGrowth(times, x, exposure)).slope);
    const found = poissonGrowthGradient(times, counts, exposure)!;
    for (const [i, value] of due.entries()) expect(found[i]).toBeCloseTo(value, 8);
  });

  it('makes the standard error of Poisson counts, where those fit', () => {
    const { slope, fitted, standardError } = defined(poissonGrowth([0, 1, 2, 3], [40, 50, 64, 81]));
    const gradient = poissonGrowthGradient([0, 1, 2, 3], [40, 50, 64, 81])!;
    expect(slope).toBeGreaterThan(0);
    const variance = gradient.reduce((total, one, i) => total + one * one * fitted[i], 0);
    expect(Math.sqrt(variance)).toBeCloseTo(standardError, 12);
  });

  it('is null where there is no slope', () => {
    expect(poissonGrowthGradient([1, 2, 3], [0, 0, 7])).toBeNull();
    expect(() => poissonGrowthGradient([1, 2], [3, -1])).toThrow(RangeError);
  });
});
