import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratioOfSums } from './ratio.ts';

describe('a ratio of sums over works', () => {
  it('has the influences of its definition', () => {
    const a = [1, 0, 2, 0.5];
    const b = [2, 1, 2, 1.5];
    const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
    const dot = (x: number[], y: number[]): number => sum(x.map((value, i) => value * y[i]));
    const ratio = ratioOfSums({ a: sum(a), b: sum(b), aa: dot(a, a), ab: dot(a, b), bb: dot(b, b) });
    const influences = a.map((value, i) => (value - ratio.estimate! * b[i]) / sum(b));
    expect(ratio.sumInfluenceSquares).toBeCloseTo(dot(influences, influences), 14);
    expect(sum(influences)).toBeCloseTo(0, 14);
  });

  it('is undefined over nothing', () => {
    const nothing = { a: 0, b: 0, aa: 0, ab: 0, bb: 0 };
    expect(ratioOfSums(nothing).estimate).toBeNull();
    expect(ratioOfSums(nothing)).toMatchObject({ reason: 'nothing to divide by', code: 'zero-margin' });
    expect(() => ratioOfSums({ ...nothing, a: NaN })).toThrow('a must be finite, got NaN');
    expect(() => ratioOfSums({ ...nothing, bb: -1 })).toThrow('bb must be a sum of squares');
  });

  it('has no influence left where every work has the same ratio, whatever the unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (b, factor) => {
          const [sum, squares] = [b.reduce((x, y) => x + y), b.reduce((x, y) => x + y * y, 0)];
          const ratio = ratioOfSums({
            a: factor * sum,
            b: sum,
            aa: factor * factor * squares,
            ab: factor * squares,
            bb: squares,
          });
          expect(ratio.estimate).toBeCloseTo(factor, 12);
          expect(ratio.sumInfluenceSquares).toBe(0);
        },
      ),
      { seed: 14 },
    );
  });
});
