import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWeights, networkOf } from '../../../test/any-network.ts';
import { modularity } from './modularity.ts';
import { networkOfEdges } from './network.ts';

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });
/** Two triangles and a bridge. */
const two = (unit = 1) =>
  networkOfEdges(
    ['a', 'b', 'c', 'd', 'e', 'f'],
    ['ab', 'bc', 'ac', 'cd', 'de', 'ef', 'df'].map(([a, b]) => edge(a, b, unit)),
  );

describe('modularity', () => {
  it('of two triangles and a bridge is 5/14, and 0 for one group of all', () => {
    expect(modularity(two(), ['x', 'x', 'x', 'y', 'y', 'y']).value).toBeCloseTo(5 / 14, 15);
    expect(modularity(two(), new Array<string>(6).fill('x')).value).toBeCloseTo(0, 15);
  });

  it('does not change with labels or the unit of weight', () => {
    expect(modularity(two(1e6), [7, 7, 7, 0, 0, 0]).value).toBeCloseTo(5 / 14, 12);
  });

  it('falls by what the resolution asks: γ = 0 counts what is inside alone', () => {
    const groups = [0, 0, 0, 1, 1, 1];
    expect(modularity(two(), groups, 0).value).toBeCloseTo(6 / 7, 15);
    expect(modularity(two(), groups, 2).value).toBeCloseTo(6 / 7 - 1, 15);
  });

  it('is undefined without links, and refuses another number of groups or a negative resolution', () => {
    expect(modularity(networkOfEdges(['a'], []), ['x'])).toEqual({
      value: null,
      reason: 'no links',
      code: 'empty',
    });
    expect(() => modularity(two(), ['x'])).toThrow('groups must be one for each of 6 nodes, got 1');
    expect(() => modularity(two(), [0, 0, 0, 1, 1, 1], -1)).toThrow('resolution must be a number from 0');
  });
});

describe('for any network, modularity', () => {
  it('is below 1, and does not change with the order of nodes, the names of groups or the unit', () => {
    const groups = fc.array(fc.nat(2), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(anyWeights, groups, (any, given) => {
        const of = given.slice(0, any.n);
        const own = modularity(networkOf(any), of);
        const others = [
          modularity(networkOf(any, { backward: true }), of.toReversed()),
          modularity(networkOf(any, { unit: 10 }), of),
          modularity(
            networkOf(any),
            of.map((group) => `group ${5 - group}`),
          ),
        ];
        for (const { value, reason } of others) {
          expect(reason).toBe(own.reason);
          if (own.value !== null) expect(value).toBeCloseTo(own.value, 12);
        }
        if (own.value !== null) expect(own.value).toBeLessThan(1);
      }),
      { seed: 19 },
    );
  });
});
