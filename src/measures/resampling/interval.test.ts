import { describe, expect, it } from 'vitest';
import { criticalValue, linearisedInterval, normalInterval, percentileInterval } from './interval.ts';
import { ratioOfSums } from './ratio.ts';

describe('a normal interval', () => {
  it('is the estimate and 1.96 standard errors to either side', () => {
    const { low, high, standardError } = normalInterval(10, 2, 0.95);
    expect(low).toBeCloseTo(10 - 3.919927969080108, 12);
    expect(high).toBeCloseTo(10 + 3.919927969080108, 12);
    expect(standardError).toBe(2);
    expect(criticalValue(0.9)).toBeCloseTo(1.6448536269514722, 12);
  });

  it('of a positive ratio is symmetric in its logarithm and stays positive', () => {
    const { low, high } = normalInterval(1.5, 1, 0.95, 'log');
    expect(low).toBeGreaterThan(0);
    expect(low! * high!).toBeCloseTo(1.5 ** 2, 12);
    expect(Math.log(high! / 1.5)).toBeCloseTo(1.959963984540054 / 1.5, 12);
  });

  it('of a share on the logit scale stays between 0 and 1 and turns with the share', () => {
    const { low, high } = normalInterval(0.9, 0.1, 0.95, 'logit');
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
    const mirrored = normalInterval(0.1, 0.1, 0.95, 'logit');
    expect(mirrored.low).toBeCloseTo(1 - high!, 12);
    expect(mirrored.high).toBeCloseTo(1 - low!, 12);
    const narrow = normalInterval(0.4, 1e-6, 0.95, 'logit');
    expect(narrow.high! - narrow.low!).toBeCloseTo(2 * 1.959963984540054e-6, 12);
  });

  it('is undefined, with a reason, without variation or off its scale', () => {
    expect(normalInterval(1, 0, 0.95)).toEqual({
      low: null,
      high: null,
      standardError: null,
      reason: 'no variation between works',
      code: 'no-variation',
    });
    expect(normalInterval(0, 1, 0.95, 'log')).toMatchObject({ reason: 'not positive', code: 'not-positive' });
    expect(normalInterval(1, 0.1, 0.95, 'logit')).toMatchObject({ reason: 'not below 1', code: 'infinite' });
  });

  it('is undefined where an end is too large for a number', () => {
    expect(normalInterval(1e-300, 1, 0.95, 'log')).toMatchObject({ low: null, code: 'infinite' });
    expect(normalInterval(1e308, 1e308, 0.95)).toMatchObject({ low: null, code: 'infinite' });
  });

  it('refuses a level outside (0, 1) and a standard error that is none', () => {
    for (const level of [0, 1, 95, Number.NaN]) expect(() => normalInterval(1, 1, level)).toThrow(RangeError);
    expect(() => normalInterval(1, -1, 0.95)).toThrow(RangeError);
    expect(() => normalInterval(Number.NaN, 1, 0.95)).toThrow(RangeError);
  });
});

describe('a linearised interval', () => {
  it('of a total is the interval with variance Σx² − (Σx)²/n', () => {
    const x = [1, 0.5, 0.25, 0, 0];
    const squares = x.reduce((sum, value) => sum + value * value, 0);
    const interval = linearisedInterval(1.75, squares, 1.75, 5, 0.95);
    expect(interval.standardError).toBeCloseTo(0.8366600265340756, 14);
  });

  it('of a share of works is the binomial one', () => {
    // 30 of 100 works: a_w in {0, 1}, b_w = 1.
    const ratio = ratioOfSums({ a: 30, b: 100, aa: 30, ab: 30, bb: 100 });
    const interval = linearisedInterval(
      ratio.estimate!,
      ratio.sumInfluenceSquares!,
      ratio.sumInfluence!,
      100,
      0.95,
    );
    expect(ratio.estimate).toBe(0.3);
    expect(interval.standardError).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 100), 14);
  });

  it('is undefined for fewer than two works and where all works agree', () => {
    expect(linearisedInterval(1, 1, 1, 1, 0.95).reason).toBe('fewer than two works');
    const ratio = ratioOfSums({ a: 0.3, b: 3, aa: 0.03, ab: 0.3, bb: 3 });
    const interval = linearisedInterval(ratio.estimate!, ratio.sumInfluenceSquares!, 0, 3, 0.95);
    expect(interval.reason).toBe('no variation between works');
    expect(linearisedInterval(4, 4, 4, 4, 0.95).reason).toBe('no variation between works');
  });

  it('refuses sums that cannot belong together', () => {
    expect(() => linearisedInterval(1, 1, 10, 5, 0.95)).toThrow(/negative variance/);
    expect(() => linearisedInterval(1, Infinity, 0, 5, 0.95)).toThrow('must be finite, number 1 is Infinity');
    expect(() => linearisedInterval(1, 1, 0, NaN, 0.95)).toThrow('works must be a number from 0, got NaN');
    expect(() => linearisedInterval(1, 1, 0, -1, 0.95)).toThrow('works must be a number from 0, got -1');
  });
});

describe('a percentile interval', () => {
  it('has ends that are draws, by the inverse distribution function', () => {
    const draws = Array.from({ length: 40 }, (_, i) => 40 - i);
    expect(percentileInterval(draws, 0.95)).toEqual({ low: 1, high: 39 });
    expect(percentileInterval(draws, 0.9)).toEqual({ low: 2, high: 38 });
    expect(percentileInterval([5], 0.95)).toEqual({ low: 5, high: 5 });
  });

  it('weighs draws that are not equally likely', () => {
    expect(percentileInterval([3, 1, 2], 0.9, [0.02, 0.04, 0.94])).toEqual({ low: 2, high: 2 });
    expect(percentileInterval([3, 1, 2], 0.9, [0.06, 0.04, 0.9])).toEqual({ low: 2, high: 3 });
  });

  it('refuses no draws, NaN among them, and probabilities of another length', () => {
    expect(() => percentileInterval([], 0.95)).toThrow('no draws');
    for (const bad of [NaN, Infinity])
      expect(() => percentileInterval([1, bad], 0.95)).toThrow(`draws must be finite, number 1 is ${bad}`);
    expect(() => percentileInterval([1, 2], 0.95, [1])).toThrow(/probabilities/);
  });
});
