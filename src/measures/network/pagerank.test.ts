import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWeights, networkOf } from '../../../test/any-network.ts';
import { networkOfEdges } from './network.ts';
import { pageRank } from './pagerank.ts';

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('PageRank', () => {
  it('of a star of two, by hand: p_hub = (1 − d)/3 + 2 d p_leaf and p_leaf = (1 − d)/3 + d p_hub/2', () => {
    const star = networkOfEdges(['hub', 'a', 'b'], [edge('hub', 'a', 4), edge('hub', 'b', 4)]);
    const d = 0.85;
    const hub = ((1 - d) / 3) * ((1 + 2 * d) / (1 - d * d));
    expect(pageRank(star)[0]).toBeCloseTo(hub, 13);
    expect(pageRank(star)[1]).toBeCloseTo((1 - hub) / 2, 13);
  });

  it('sums to 1, with isolated nodes and several components', () => {
    const any = networkOfEdges(['a', 'b', 'c', 'd', 'alone'], [edge('a', 'b', 3), edge('c', 'd')]);
    const p = pageRank(any);
    expect(sum(p)).toBeCloseTo(1, 12);
    expect(p[0]).toBeCloseTo(p[2], 13);
    expect(p[4]).toBeLessThan(p[0]);
    expect([...pageRank(networkOfEdges(['a', 'b'], []))]).toEqual([0.5, 0.5]);
    expect([...pageRank(networkOfEdges([], []))]).toEqual([]);
  });

  it('is even without a walk, nears the part of strength with ever longer walks, whatever the unit', () => {
    const weights = [4, 2, 1];
    const triangle = (unit: number) =>
      networkOfEdges(
        ['a', 'b', 'c'],
        [edge('a', 'b', 4 * unit), edge('b', 'c', 2 * unit), edge('a', 'c', unit)],
      );
    expect([...pageRank(triangle(1), 0)]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    const long = pageRank(triangle(1), 0.9999);
    const total = 2 * weights.reduce((a, b) => a + b);
    for (const [i, strength] of [5, 6, 3].entries()) expect(long[i]).toBeCloseTo(strength / total, 4);
    for (const [i, value] of pageRank(triangle(1e6)).entries())
      expect(value).toBeCloseTo(pageRank(triangle(1))[i], 13);
  });

  it('refuses a walk that never starts anew', () => {
    for (const damping of [1, -0.1, NaN])
      expect(() => pageRank(networkOfEdges(['a'], []), damping)).toThrow(`from 0 to below 1, got ${damping}`);
  });
});

describe('for any network, PageRank', () => {
  it('sums to 1 and holds its equation, in any order of the nodes and any unit', () => {
    fc.assert(
      fc.property(anyWeights, fc.constantFrom(0.3, 0.85), (any, d) => {
        const network = networkOf(any);
        const { offsets, targets, weights } = network;
        const p = pageRank(network, d);
        expect(sum(p)).toBeCloseTo(1, 12);
        const strength = p.map((_, i) => sum(weights.subarray(offsets[i], offsets[i + 1])));
        const lost = sum(p.filter((_, i) => strength[i] === 0));
        const backward = pageRank(networkOf(any, { backward: true }), d).toReversed();
        const tenfold = pageRank(networkOf(any, { unit: 10 }), d);
        for (let i = 0; i < any.n; i++) {
          let arriving = lost / any.n;
          for (let at = offsets[i]; at < offsets[i + 1]; at++)
            arriving += (weights[at] * p[targets[at]]) / strength[targets[at]];
          expect(p[i]).toBeCloseTo((1 - d) / any.n + d * arriving, 12);
          expect(backward[i]).toBeCloseTo(p[i], 12);
          expect(tenfold[i]).toBeCloseTo(p[i], 12);
        }
      }),
      { seed: 18 },
    );
  });
});
