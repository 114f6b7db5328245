import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenness } from './betweenness.ts';
import { networkOfEdges, type Network } from './network.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });

/** By Floyd and Warshall: distances and numbers of paths of all pairs, then the definition. */
function byDefinition({ nodes, offsets, targets, weights }: Network, length: 'inverse' | 'hops'): number[] {
  const n = nodes.length;
  const d = nodes.map((_, i) => nodes.map((_, j) => (i === j ? 0 : Infinity)));
  for (let i = 0; i < n; i++)
    for (let at = offsets[i]; at < offsets[i + 1]; at++)
      d[i][targets[at]] = length === 'hops' ? 1 : 1 / weights[at];
  const links = d.map((row) => [...row]);
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
  const alike = (x: number, y: number): boolean => x < Infinity && Math.abs(x - y) < 1e-9;
  /** σ_st by the last link of the paths, in order of distance from s. */
  const paths = nodes.map((_, s) => {
    const count = nodes.map((_, t) => (s === t ? 1 : 0));
    const order = nodes.map((_, t) => t).sort((t, u) => d[s][t] - d[s][u]);
    for (const t of order)
      for (let v = 0; v < n; v++)
        if (t !== s && v !== t && alike(d[s][v] + links[v][t], d[s][t])) count[t] += count[v];
    return count;
  });
  return nodes.map((_, i) => {
    let sum = 0;
    for (let s = 0; s < n; s++)
      for (let t = 0; t < s; t++)
        if (s !== i && t !== i && d[s][t] < Infinity && alike(d[s][i] + d[i][t], d[s][t]))
          sum += (paths[s][i] * paths[i][t]) / paths[s][t];
    return sum;
  });
}

describe('betweenness', () => {
  it('of a path and of a star, by hand', () => {
    const path = networkOfEdges(['a', 'b', 'c', 'd'], [edge('a', 'b'), edge('b', 'c'), edge('c', 'd')]);
    expect([...betweenness(path)]).toEqual([0, 2, 2, 0]);
    const star = networkOfEdges(
      ['a', 'hub', 'b', 'c'],
      [edge('a', 'hub'), edge('b', 'hub'), edge('c', 'hub')],
    );
    expect([...betweenness(star)]).toEqual([0, 3, 0, 0]);
    expect([...betweenness(star, { normalised: true })]).toEqual([0, 1, 0, 0]);
  });

  it('takes much work for near: the way over two strong links beats one weak link', () => {
    const triangle = networkOfEdges(
      ['a', 'b', 'c'],
      [edge('a', 'b', 10), edge('b', 'c', 10), edge('a', 'c', 1)],
    );
    expect([...betweenness(triangle)]).toEqual([0, 1, 0]);
    expect([...betweenness(triangle, { length: 'hops' })]).toEqual([0, 0, 0]);
  });

  it('shares between paths alike long, rounding aside: 1/3 + 1/6 is as long as 1/2', () => {
    const square = networkOfEdges(
      ['s', 'x', 'y', 't'],
      [edge('s', 'x', 3), edge('x', 't', 6), edge('s', 'y', 4), edge('y', 't', 4)],
    );
    expect([...betweenness(square)]).toEqual([0, 0.5, 0.5, 1]);
    const tenths = networkOfEdges(
      ['s', 'x', 'y', 't'],
      [edge('s', 'x', 10), edge('x', 't', 5), edge('s', 't', 1 / 0.3), edge('t', 'y')],
    );
    // 0.1 + 0.2 is 0.30000000000000004 in floating point.
    expect([...betweenness(tenths)]).toEqual([0, 1, 0, 2]);
  });

  it('is 0 without links, and where there is no pair of others', () => {
    expect([...betweenness(networkOfEdges(['a', 'b'], [edge('a', 'b')]), { normalised: true })]).toEqual([
      0, 0,
    ]);
    expect([...betweenness(networkOfEdges(['a', 'b', 'c'], []))]).toEqual([0, 0, 0]);
    expect([...betweenness(networkOfEdges([], []))]).toEqual([]);
  });
});

describe('for any network, betweenness', () => {
  const networks = fc
    .integer({ min: 3, max: 9 })
    .chain((n) =>
      fc
        .array(fc.integer({ min: 0, max: 4 }), { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 })
        .map((weights) => ({ n, weights })),
    );
  const build = (n: number, weights: readonly number[], names = (i: number) => String(i)): Network => {
    const edges = [];
    let next = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < i; j++) edges.push(edge(names(i), names(j), weights[next++]));
    return networkOfEdges(
      Array.from({ length: n }, (_, i) => String(i)),
      edges,
    );
  };

  it('is its definition, computed from all pairs', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom('inverse', 'hops'), ({ n, weights }, length) => {
        const network = build(n, weights);
        const due = byDefinition(network, length);
        for (const [i, value] of betweenness(network, { length }).entries())
          expect(value).toBeCloseTo(due[i], 9);
      }),
    );
  });

  it('does not change with the unit, and follows the nodes when they are named in another order', () => {
    fc.assert(
      fc.property(networks, ({ n, weights }) => {
        const own = betweenness(build(n, weights));
        const scaled = betweenness(
          build(
            n,
            weights.map((weight) => 7 * weight),
          ),
        );
        const backward = betweenness(build(n, weights, (i) => String(n - 1 - i)));
        for (let i = 0; i < n; i++) {
          expect(scaled[i]).toBeCloseTo(own[i], 9);
          expect(backward[n - 1 - i]).toBeCloseTo(own[i], 9);
          expect(own[i]).toBeLessThanOrEqual(((n - 1) * (n - 2)) / 2 + 1e-9);
        }
      }),
    );
  });
});
