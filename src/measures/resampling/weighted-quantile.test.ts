import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightedQuantiles } from './weighted-quantile.ts';

describe('weighted quantiles', () => {
  it('are values, by hand', () => {
    expect([...weightedQuantiles([30, 10, 20], [0, 1 / 3, 0.34, 0.5, 1])]).toEqual([10, 10, 20, 20, 30]);
    expect([...weightedQuantiles([30, 10, 20], [0.1, 0.5, 0.6, 0.8], [4, 1, 5])]).toEqual([10, 20, 20, 30]);
  });

  it('do not see a value of weight 0, and meet a level that sums miss by rounding', () => {
    expect([...weightedQuantiles([1, 2, 3], [0, 1], [0, 1, 0])]).toEqual([2, 2]);
    expect([...weightedQuantiles([1, 2, 3], [0.3], [0.1, 0.2, 0.7])]).toEqual([2]);
  });

  it('of whole weights are those of values repeated, in any order and for any scale of weights', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(
        rows.filter((all) => all.some(([, weight]) => weight > 0)),
        (all) => {
          const probabilities = [0, 0.025, 0.31, 0.5, 0.975, 1];
          const repeated = all.flatMap(([value, weight]) => new Array<number>(weight).fill(value));
          const [values, weights] = [all.map(([value]) => value), all.map(([, weight]) => weight)];
          const found = weightedQuantiles(values, probabilities, weights);
          expect(found).toEqual(weightedQuantiles(repeated, probabilities));
          const scaled = weights.map((weight) => 8 * weight).reverse();
          expect(weightedQuantiles(values.reverse(), probabilities, scaled)).toEqual(found);
        },
      ),
    );
  });

  it('are not asked of nothing, of NaN, of other weights or for other probabilities', () => {
    expect(() => weightedQuantiles([], [0.5])).toThrow('values must not be empty');
    expect(() => weightedQuantiles([1, NaN], [0.5])).toThrow('got NaN');
    expect(() => weightedQuantiles([1, 2], [0.5], [1])).toThrow('2 values, 1 weights');
    expect(() => weightedQuantiles([1, 2], [0.5], [1, -1])).toThrow('weight 1 is -1');
    expect(() => weightedQuantiles([1, 2], [0.5], [0, 0])).toThrow('must not sum to 0');
    expect(() => weightedQuantiles([1, 2], [1.1])).toThrow('probabilities lie from 0 to 1');
  });
});
