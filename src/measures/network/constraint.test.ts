import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWeights, networkOf } from '../../../test/any-network.ts';
import { constraint } from './constraint.ts';
import { networkOfEdges } from './network.ts';

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });

describe('Burt’s constraint', () => {
  it('is 1 with one partner, 1/m for the hub of a star, and undefined without partners', () => {
    const star = networkOfEdges(
      ['hub', 'a', 'b', 'c', 'alone'],
      [edge('hub', 'a'), edge('hub', 'b'), edge('c', 'hub')],
    );
    const values = constraint(star);
    expect(values[0].value).toBeCloseTo(1 / 3, 15);
    expect(values[1].value).toBe(1);
    expect(values[4]).toMatchObject({ value: null, code: 'island' });
  });

  it('of a triangle is 2 · (½ + ¼)²: partners who know each other bind', () => {
    const triangle = networkOfEdges(['a', 'b', 'c'], [edge('a', 'b'), edge('b', 'c'), edge('c', 'a')]);
    for (const { value } of constraint(triangle)) expect(value).toBe(1.125);
  });

  it('by weight, by hand, whatever the unit', () => {
    // p_ab = 3/4, p_ac = 1/4, p_bc = 1/4, p_cb = 1/2 (b: 3 with a, 1 with c; c: 1 with a, 1 with b).
    for (const unit of [1, 1000]) {
      const weighted = networkOfEdges(
        ['a', 'b', 'c'],
        [edge('a', 'b', 3 * unit), edge('b', 'c', unit), edge('c', 'a', unit)],
      );
      expect(constraint(weighted)[0].value).toBeCloseTo(
        (3 / 4 + (1 / 4) * (1 / 2)) ** 2 + (1 / 4 + (3 / 4) * (1 / 4)) ** 2,
        14,
      );
    }
  });
});

describe('for any network, constraint', () => {
  it('is above 0, follows the nodes in another order, and does not change with the unit', () => {
    fc.assert(
      fc.property(anyWeights, (any) => {
        const own = constraint(networkOf(any));
        const backward = constraint(networkOf(any, { backward: true })).toReversed();
        const tenfold = constraint(networkOf(any, { unit: 10 }));
        for (const [i, { value, reason }] of own.entries()) {
          expect([backward[i].reason, tenfold[i].reason]).toEqual([reason, reason]);
          if (value === null) continue;
          expect(value).toBeGreaterThan(0);
          expect(backward[i].value).toBeCloseTo(value, 12);
          expect(tenfold[i].value).toBeCloseTo(value, 12);
        }
      }),
      { seed: 17 },
    );
  });
});
