import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWeights, networkOf } from '../../../test/any-network.ts';
import { networkOfEdges } from '../../measures/index.ts';
import { layout } from './layout.ts';

const clique = (...names: readonly string[]): { a: string; b: string; weight: number }[] =>
  names.flatMap((a, i) => names.slice(i + 1).map((b) => ({ a, b, weight: 5 })));
/** Two cliques that hang together by one link. */
const NODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const TWO = networkOfEdges(NODES, [
  ...clique('a', 'b', 'c', 'd'),
  ...clique('e', 'f', 'g', 'h'),
  { a: 'd', b: 'e', weight: 1 },
]);

describe('a layout', () => {
  it('has the same digits for the same seed, others for another', () => {
    expect(layout(TWO, 1)).toEqual(layout(TWO, 1));
    expect(layout(TWO, 2)).not.toEqual(layout(TWO, 1));
  });

  it('fills the square from −1 to 1 with finite numbers, in any network, with links or without', () => {
    fc.assert(
      fc.property(anyWeights, fc.integer({ min: 0, max: 1000 }), (given, seed) => {
        const points = layout(networkOf(given), seed);
        const all = points.flatMap(({ x, y }) => [x, y]);
        for (const value of all) expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(Math.max(...all.map(Math.abs))).toBeCloseTo(1, 4);
        expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(points.length);
      }),
      { numRuns: 40 },
    );
  });

  it('does not know the unit of the weights', () => {
    const weights = { n: 5, weights: [1, 0, 2, 3, 0, 1, 1, 4, 0, 2] };
    const [one, other] = [1, 1024].map((unit) => layout(networkOf(weights, { unit }), 3));
    expect(other).toEqual(one);
  });

  it('sets two cliques apart that hang together by one link', () => {
    const points = layout(TWO, 5);
    const apart = (i: number, j: number): number =>
      Math.hypot(points[i].x - points[j].x, points[i].y - points[j].y);
    const mean = (pairs: [number, number][]): number =>
      pairs.reduce((sum, [i, j]) => sum + apart(i, j), 0) / pairs.length;
    const all = NODES.flatMap((_, i) => NODES.slice(i + 1).map((__, k): [number, number] => [i, i + 1 + k]));
    const inside = all.filter(([i, j]) => i < 4 === j < 4);
    const across = all.filter(([i, j]) => i < 4 !== j < 4);
    expect(mean(across)).toBeGreaterThan(2 * mean(inside));
  });

  it('of one place is the middle, of none is empty', () => {
    expect(layout(networkOfEdges(['a'], []), 1)).toEqual([{ x: 0, y: 0 }]);
    expect(layout(networkOfEdges([], []), 1)).toEqual([]);
    expect(() => layout(networkOfEdges(['a'], []), -1)).toThrow(RangeError);
  });
});
