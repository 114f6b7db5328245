import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall, theilSenIntercept, theilSenSlope } from './trend.ts';

/** All orders of 0 … n − 1. */
function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, at) => [...order.slice(0, at), n - 1, ...order.slice(at)]),
  );
}

describe('the Mann-Kendall test', () => {
  it('has the exact p: the part of all orders at least as far from none', () => {
    const all = orders(6).map((order) => mannKendall(order));
    for (const { s, p } of all) {
      const due = all.filter((other) => Math.abs(other.s) >= Math.abs(s)).length / all.length;
      expect(p.value).toBeCloseTo(due, 12);
    }
  });

  it('comes from z where values tie or are many, with the variance corrected for ties', () => {
    const tied = mannKendall([1, 2, 2, 3, 4, 5, 5, 6]);
    // 8·7·21/18 less two pairs of likes, 2·1·9/18 each.
    expect(tied).toMatchObject({ s: 26, exact: false });
    expect(tied.z).toBeCloseTo(25 / Math.sqrt((1176 - 36) / 18), 12);
    expect(mannKendall(Array.from({ length: 61 }, (_, i) => i)).exact).toBe(false);
  });

  it('agrees from both sides where it changes from exact to normal', () => {
    const values = Array.from({ length: 60 }, (_, i) => (i * 37) % 61);
    const { p, z, exact } = mannKendall(values);
    expect(exact).toBe(true);
    expect(p.value).toBeCloseTo(2 * (1 - phi(Math.abs(z!))), 2);
  });

  it('is undefined for fewer than four values, or where nothing moves', () => {
    expect(mannKendall([1, 2, 3]).p).toMatchObject({ value: null, code: 'too-few' });
    expect(mannKendall([2, 2, 2, 2]).p).toMatchObject({ value: null, code: 'constant' });
    for (const value of [NaN, Infinity])
      expect(() => mannKendall([1, value])).toThrow(`values must be finite, number 1 is ${value}`);
  });

  it('keeps its digits far out: of a hundred values that rise, p is not 0', () => {
    const { p, z } = mannKendall(Array.from({ length: 100 }, (_, i) => i));
    expect(z).toBeGreaterThan(14);
    expect(p.value).toBeGreaterThan(0);
    expect(p.value).toBeLessThan(1e-40);
  });

  it('turns its sign with time, and stays under any rising function of the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 12 }), (values) => {
        const test = mannKendall(values);
        expect(Math.abs(test.tau)).toBeLessThanOrEqual(1);
        expect(mannKendall(values.map((value) => value ** 3 + 5))).toEqual(test);
        const back = mannKendall(values.toReversed());
        expect(back.s + test.s).toBe(0);
        expect(back.p).toEqual(test.p);
      }),
      { seed: 10 },
    );
  });
});

/** Φ by Simpson's rule, for the comparison alone. */
function phi(x: number): number {
  const steps = 2000;
  const h = x / steps;
  let sum = 0;
  for (let k = 0; k <= steps; k++)
    sum += (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * Math.exp(-((k * h) ** 2) / 2);
  return 0.5 + (sum * h) / 3 / Math.sqrt(2 * Math.PI);
}

describe('the Theil-Sen slope', () => {
  it('is that of a line, and one odd year does not move it', () => {
    expect(theilSenSlope([2010, 2011, 2013, 2014], [1, 3, 7, 9]).value).toBe(2);
    expect(theilSenSlope([2010, 2011, 2012, 2013, 2014], [1, 3, 500, 7, 9]).value).toBe(2);
  });

  it('is undefined without two times', () => {
    expect(theilSenIntercept([2010, 2011, 2013, 2014], [1, 3, 7, 9]).value).toBe(5 - 2 * 2012);
    expect(theilSenIntercept([2010, 2010], [1, 3]).value).toBeNull();
    expect(theilSenSlope([2010, 2010], [1, 3])).toMatchObject({ value: null, code: 'too-few' });
    expect(() => theilSenSlope([2010], [1, 3])).toThrow('1 times, 2 values');
    expect(() => theilSenSlope([2010, 2011], [1, NaN])).toThrow('values must be finite, number 1 is NaN');
    expect(() => theilSenSlope([NaN, 2011], [1, 3])).toThrow('times must be finite, number 0 is NaN');
  });

  it('turns with the values, and the order of the years does not matter', () => {
    const years = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 2,
      maxLength: 10,
    });
    fc.assert(
      fc.property(years, (pairs) => {
        const of = (list: readonly (readonly [number, number])[], factor = 1, shift = 0) =>
          theilSenSlope(
            list.map(([time]) => time),
            list.map(([, value]) => factor * value + shift),
          ).value;
        fc.pre(of(pairs) !== null);
        expect(of(pairs.toReversed())).toBeCloseTo(of(pairs)!, 12);
        expect(of(pairs, -2, 7)).toBeCloseTo(-2 * of(pairs)!, 12);
      }),
      { seed: 11 },
    );
  });
});
