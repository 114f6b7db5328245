import { describe, expect, it } from 'vitest';
import { communities, type BestPartition } from './communities.ts';
import { networkOfEdges, type Network } from './network.ts';
import { createRandom } from '../random.ts';

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });
const numbered = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i));

const best = (network: Network, seed = 1, restarts = 50): BestPartition =>
  communities(network, { seed, restarts }).value!;

describe('communities', () => {
  it('of two triangles and a bridge are the triangles, in every run', () => {
    const two = networkOfEdges(
      ['a', 'd', 'b', 'e', 'c', 'f', 'alone'],
      ['ab', 'bc', 'ac', 'cd', 'de', 'ef', 'df'].map(([a, b]) => edge(a, b)),
    );
    const found = best(two);
    expect([...found.groups]).toEqual([0, 1, 0, 1, 0, 1, 2]);
    expect(found).toMatchObject({
      count: 3,
      singletons: 1,
      reached: 1,
      partitions: 1,
      stability: { value: 1, reason: null },
      restarts: 50,
    });
    expect(found.modularity).toBeCloseTo(5 / 14, 14);
  });

  it('are unstable where there are none: in random links the runs disagree', () => {
    const random = createRandom(2);
    const edges = new Map<string, ReturnType<typeof edge>>();
    while (edges.size < 450) {
      const [i, j] = [random.integer(150), random.integer(150)].sort((p, q) => p - q);
      if (i < j) edges.set(`${i} ${j}`, edge(`${i}`, `${j}`));
    }
    const found = best(networkOfEdges(numbered(150), [...edges.values()]), 1, 20);
    expect(found.stability.value).toBeLessThan(0.7);
    expect(found.reached).toBeLessThan(0.5);
    expect(found.partitions).toBeGreaterThan(10);
    // And yet they score: modularity alone is no sign of communities.
    expect(found.modularity).toBeGreaterThan(0.3);
  });

  it('are the same for the same seed, and better for more runs', () => {
    const random = createRandom(3);
    const edges = [];
    for (let i = 0; i < 40; i++)
      for (let j = 0; j < i; j++)
        if (random.uniform() < 0.15) edges.push(edge(`${i}`, `${j}`, 1 + random.integer(9)));
    const network = networkOfEdges(numbered(40), edges);
    const run = (seed: number, restarts: number) => best(network, seed, restarts);
    expect(run(5, 10)).toEqual(run(5, 10));
    for (let seed = 1; seed <= 5; seed++)
      expect(run(seed, 30).modularity).toBeGreaterThanOrEqual(run(seed, 1).modularity - 1e-12);
  });

  it('do not call a single run stable', () => {
    const pair = networkOfEdges(['a', 'b'], [edge('a', 'b')]);
    expect(best(pair, 1, 1)).toMatchObject({ reached: 1, stability: { value: null, code: 'too-few' } });
    expect(best(pair, 1, 2).stability.value).toBe(1);
  });

  it('are undefined without links, and refuse no runs at all', () => {
    const none = networkOfEdges(['a', 'b'], []);
    expect(communities(none, { seed: 1 })).toEqual({ value: null, reason: 'no links', code: 'empty' });
    expect(() => communities(none, { seed: 1, restarts: 0 })).toThrow(
      'restarts must be a whole number from 1',
    );
    expect(() => communities(none, { seed: 1.5 })).toThrow('seed');
  });
});
