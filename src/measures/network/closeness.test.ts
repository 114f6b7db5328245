import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWeights, networkOf } from '../../../test/any-network.ts';
import { closeness, harmonicCloseness } from './closeness.ts';
import { networkOfEdges } from './network.ts';

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });
const path = networkOfEdges(['a', 'b', 'c'], [edge('a', 'b', 2), edge('b', 'c', 4)]);
const split = networkOfEdges(['a', 'b', 'c', 'd', 'alone'], [edge('a', 'b'), edge('b', 'c')]);

describe('closeness', () => {
  it('is the inverse of the mean distance, in links or in 1/weight', () => {
    expect(closeness(path, 'hops').map(({ value }) => value)).toEqual([2 / 3, 1, 2 / 3]);
    expect(closeness(path).map(({ value }) => value)).toEqual([2 / 1.25, 2 / 0.75, 2 / 1]);
  });

  it('is shortened by the part of the network that is reached, and undefined where that is nothing', () => {
    const values = closeness(split, 'hops');
    expect(values[1].value).toBe((2 / 4) * (2 / 2));
    expect(values[0].value).toBe((2 / 4) * (2 / 3));
    expect(values[4]).toEqual({ value: null, reason: 'the place has no links', code: 'island' });
  });

  it('is in the unit of the weights', () => {
    const tenfold = networkOfEdges(['a', 'b', 'c'], [edge('a', 'b', 20), edge('b', 'c', 40)]);
    for (const [i, { value }] of closeness(tenfold).entries())
      expect(value).toBeCloseTo(10 * closeness(path)[i].value!, 12);
  });
});

describe('harmonic closeness', () => {
  it('is the mean of 1/distance, who is not reached adding 0', () => {
    expect(harmonicCloseness(split, 'hops').map(({ value }) => value)).toEqual([
      (1 + 1 / 2) / 4,
      (1 + 1) / 4,
      (1 / 2 + 1) / 4,
      0,
      0,
    ]);
    expect(harmonicCloseness(path)[0].value).toBeCloseTo((2 + 1 / 0.75) / 2, 15);
  });

  it('is undefined where there is nobody else', () => {
    expect(harmonicCloseness(networkOfEdges(['a'], []))[0]).toMatchObject({ value: null, code: 'too-few' });
  });

  it('never falls when a link is added', () => {
    const more = networkOfEdges([...split.nodes], [edge('a', 'b'), edge('b', 'c'), edge('d', 'a')]);
    const [before, after] = [harmonicCloseness(split), harmonicCloseness(more)];
    for (const [i, { value }] of after.entries()) expect(value).toBeGreaterThanOrEqual(before[i].value!);
  });
});

describe('for any network, closeness', () => {
  it('follows the nodes in another order, is in the weights’ unit, and lies in [0, 1] by hops', () => {
    fc.assert(
      fc.property(anyWeights, (any) => {
        for (const measure of [closeness, harmonicCloseness]) {
          const own = measure(networkOf(any));
          const backward = measure(networkOf(any, { backward: true })).toReversed();
          const tenfold = measure(networkOf(any, { unit: 10 }));
          for (const [i, { value, reason }] of own.entries()) {
            expect(backward[i].reason).toBe(reason);
            if (value === null) continue;
            expect(backward[i].value).toBeCloseTo(value, 12);
            expect(tenfold[i].value).toBeCloseTo(10 * value, 10);
          }
          for (const { value } of measure(networkOf(any), 'hops')) {
            if (value === null) continue;
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1 + 1e-12);
          }
        }
      }),
      { seed: 16 },
    );
  });
});
