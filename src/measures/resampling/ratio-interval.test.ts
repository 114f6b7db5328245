import { describe, expect, it } from 'vitest';
import { percentileInterval } from './interval.ts';
import { createRandom } from '../random.ts';
import { ratioInterval, replicateInterval } from './ratio-interval.ts';
import { bootstrapWorks } from './resample.ts';

/** Works with a part b of a region and, of it, a that stays inside. */
function works(n: number): { a: Float64Array; b: Float64Array; ids: Float64Array } {
  const random = createRandom(12);
  const b = Float64Array.from({ length: n }, () => (random.uniform() < 0.6 ? random.uniform() * 3 : 0));
  const a = b.map((value) => (random.uniform() < 0.4 ? value : value * random.uniform()));
  return { a, b, ids: Float64Array.from({ length: n }, (_, w) => 4_000_000_000 + 7 * w) };
}
const ratioOf =
  (a: Float64Array, b: Float64Array) =>
  (weights: Int32Array): number | null => {
    const sum = (of: Float64Array): number => weights.reduce((total, weight, w) => total + weight * of[w], 0);
    return sum(b) === 0 ? null : sum(a) / sum(b);
  };

describe('a ratio of sums over works', () => {
  it('has the interval of a plain bootstrap, linearised and by replicates', { tags: 'full' }, () => {
    const { a, b, ids } = works(800);
    const drawn = bootstrapWorks({
      works: 800,
      draws: 4000,
      seed: 3,
      statistic: (weights) => [ratioOf(a, b)(weights)!],
    });
    const due = percentileInterval(drawn, 0.95);
    const width = due.high - due.low;
    const { estimate, interval } = ratioInterval(a, b, 0.95, 'logit');
    expect(estimate.value).toBeCloseTo(ratioOf(a, b)(new Int32Array(800).fill(1))!, 12);
    const replicates = replicateInterval(ids, ratioOf(a, b), { seed: 5, replicates: 2000 });
    for (const { low, high } of [interval, replicates]) {
      expect(Math.abs(low! - due.low) / width).toBeLessThan(0.08);
      expect(Math.abs(high! - due.high) / width).toBeLessThan(0.08);
    }
    expect(replicates).toMatchObject({ replicates: 2000, undefinedReplicates: 0 });
  });

  it('is the same whatever the order of works, and for the same seed', () => {
    const { a, b, ids } = works(60);
    const run = (seed: number, backward: boolean) => {
      const [x, y, id] = backward ? [a.toReversed(), b.toReversed(), ids.toReversed()] : [a, b, ids];
      const { low, high } = replicateInterval(id, ratioOf(x, y), { seed, replicates: 200 });
      return [low!.toFixed(12), high!.toFixed(12)];
    };
    expect(run(1, true)).toEqual(run(1, false));
    expect(run(1, false)).not.toEqual(run(2, false));
  });

  it('is undefined without a denominator, without works, and where most replicates are', () => {
    expect(ratioInterval([0, 0], [0, 0])).toMatchObject({
      estimate: { value: null, code: 'zero-margin' },
      interval: { low: null, code: 'zero-margin' },
    });
    expect(ratioInterval([1, 2], [2, 4]).interval).toMatchObject({ low: null, code: 'no-variation' });
    const single = replicateInterval([1, 2, 3], ratioOf(Float64Array.of(1, 0, 0), Float64Array.of(1, 0, 0)), {
      seed: 1,
    });
    // The one work of the denominator has weight 0 with probability 1/e.
    expect(single).toMatchObject({ low: null, code: 'too-few' });
    expect(Math.abs(single.undefinedReplicates / 1000 - Math.exp(-1))).toBeLessThan(0.06);
    expect(replicateInterval([], () => 1, { seed: 1 })).toMatchObject({ low: null, code: 'empty' });
  });

  it('refuses lists of different works, what is not finite, and no replicates', () => {
    expect(() => ratioInterval([1], [1, 2])).toThrow('a and b must be of the same works, got 1 and 2');
    expect(() => ratioInterval([NaN, 1], [1, 2])).toThrow('a must be finite');
    expect(() => replicateInterval([1], () => NaN, { seed: 1 })).toThrow(
      'the statistic must be finite or null',
    );
    expect(() => replicateInterval([1.5], () => 1, { seed: 1 })).toThrow(RangeError);
    expect(() => replicateInterval([1], () => 1, { seed: 1, replicates: 0 })).toThrow('replicates must be');
  });
});
