import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOfEdges, type Network } from './network.ts';
import { shortestPaths, type Length } from './shortest-paths.ts';

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });

/** All paths from a source without a node twice, as lists of nodes. */
function everyPath({ offsets, targets }: Network, path: readonly number[]): number[][] {
  const last = path[path.length - 1];
  const next = [...targets.subarray(offsets[last], offsets[last + 1])].filter((node) => !path.includes(node));
  return [[...path], ...next.flatMap((node) => everyPath({ offsets, targets } as Network, [...path, node]))];
}

describe('shortest paths', () => {
  // s reaches t by x and by y alike, and by its own weak link only at greater length.
  const square = networkOfEdges(
    ['s', 'x', 'y', 't', 'alone'],
    [edge('s', 'x', 2), edge('x', 't', 2), edge('s', 'y', 3), edge('y', 't', 1.5), edge('s', 't', 0.5)],
  );

  it('have length 1/weight, come by distance, and count those alike long', () => {
    const paths = shortestPaths(square, 'inverse');
    paths.from(0);
    expect(paths.reached).toBe(4);
    expect([...paths.order.subarray(0, 4)]).toEqual([0, 2, 1, 3]);
    expect([...paths.distance]).toEqual([0, 1 / 2, 1 / 3, 1, Infinity]);
    expect([...paths.count.subarray(0, 4)]).toEqual([1, 1, 1, 2]);
    const at = square.offsets[3];
    expect([...paths.before.subarray(at, at + paths.befores[3])].sort()).toEqual([1, 2]);
  });

  it('count links alone as hops, whatever their weight', () => {
    const paths = shortestPaths(square, 'hops');
    paths.from(3);
    expect([...paths.distance]).toEqual([1, 1, 1, 0, Infinity]);
    expect(paths.count[0]).toBe(1);
  });

  it('of the next source take the place of those before', () => {
    const paths = shortestPaths(square, 'inverse');
    paths.from(0);
    paths.from(4);
    expect(paths.reached).toBe(1);
    expect([...paths.distance]).toEqual([Infinity, Infinity, Infinity, Infinity, 0]);
    expect(paths.befores.every((number) => number === 0)).toBe(true);
  });

  it('refuse a length that is none, and a source that is no node', () => {
    expect(() => shortestPaths(square, 'weight' as Length)).toThrow(
      'length must be inverse or hops, got weight',
    );
    for (const source of [-1, 5, 0.5])
      expect(() => shortestPaths(square, 'hops').from(source)).toThrow(`from 0 to 4, got ${source}`);
  });

  it('are the shortest of all paths, as many as there are, in any network of six', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 15, maxLength: 15 }),
        fc.constantFrom<Length>('inverse', 'hops'),
        (weights, length) => {
          const edges = [];
          let next = 0;
          for (let i = 0; i < 6; i++)
            for (let j = 0; j < i; j++) edges.push(edge(`${i}`, `${j}`, weights[next++]));
          const network = networkOfEdges(['0', '1', '2', '3', '4', '5'], edges);
          const weight = (i: number, j: number): number =>
            weights[(Math.max(i, j) * (Math.max(i, j) - 1)) / 2 + Math.min(i, j)];
          const long = (path: readonly number[]): number =>
            path
              .slice(1)
              .reduce((sum, node, k) => sum + (length === 'hops' ? 1 : 1 / weight(path[k], node)), 0);
          const paths = shortestPaths(network, length);
          paths.from(0);
          const all = everyPath(network, [0]);
          for (let target = 0; target < 6; target++) {
            const lengths = all.filter((path) => path[path.length - 1] === target).map(long);
            const least = Math.min(...lengths);
            if (least === Infinity) {
              expect(paths.distance[target]).toBe(Infinity);
              continue;
            }
            expect(paths.distance[target]).toBeCloseTo(least, 12);
            expect(paths.count[target]).toBe(lengths.filter((other) => other < least + 1e-9).length);
          }
          const reached = [...paths.order.subarray(0, paths.reached)].map((node) => paths.distance[node]);
          expect(reached).toEqual(reached.toSorted((p, q) => p - q));
        },
      ),
      { seed: 13 },
    );
  });
});
