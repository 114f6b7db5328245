import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leiden } from './leiden.ts';
import { modularity } from './modularity.ts';
import { components, networkOfEdges, type Network } from './network.ts';
import { createRandom } from '../random.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });
const numbered = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i));

/** Every partition of n nodes, as groups in order of first node. */
function* partitions(n: number, head: number[] = []): Generator<number[]> {
  if (head.length === n) yield head;
  else
    for (let group = 0; group <= Math.max(-1, ...head) + 1; group++) yield* partitions(n, [...head, group]);
}

describe('the Leiden algorithm', () => {
  it('finds groups that were planted, in 600 nodes', () => {
    const random = createRandom(4);
    const edges = new Map<string, ReturnType<typeof edge>>();
    while (edges.size < 6000) {
      const [i, j] = [random.integer(600), random.integer(600)].sort((p, q) => p - q);
      if (i < j && (i % 12 === j % 12 || random.uniform() < 0.02))
        edges.set(`${i} ${j}`, edge(`${i}`, `${j}`));
    }
    const groups = leiden(networkOfEdges(numbered(600), [...edges.values()]), { seed: 1 });
    expect([...groups]).toEqual(Array.from({ length: 600 }, (_, i) => i % 12));
  });

  it('splits a ring of cliques, and more of it at a finer resolution', () => {
    const edges = [];
    for (let clique = 0; clique < 30; clique++) {
      for (let i = 0; i < 5; i++)
        for (let j = 0; j < i; j++) edges.push(edge(`${5 * clique + i}`, `${5 * clique + j}`));
      edges.push(edge(`${5 * clique}`, `${(5 * clique + 6) % 150}`));
    }
    const network = networkOfEdges(numbered(150), edges);
    const count = (resolution: number): number => new Set(leiden(network, { seed: 1, resolution })).size;
    // The resolution limit: at γ = 1 pairs of cliques score higher than cliques (Fortunato & Barthélemy 2007).
    expect(count(1)).toBeLessThan(30);
    expect(count(2)).toBe(30);
  });

  it('leaves nodes without links alone, and is repeatable', () => {
    const pair = networkOfEdges(['a', 'b', 'alone', 'c'], [edge('a', 'b')]);
    expect([...leiden(pair, { seed: 1 })]).toEqual([0, 0, 1, 2]);
    expect([...leiden(networkOfEdges(['a', 'b'], []), { seed: 1 })]).toEqual([0, 1]);
    expect([...leiden(networkOfEdges([], []), { seed: 1 })]).toEqual([]);
    expect(() => leiden(pair, { seed: -1 })).toThrow(/seed/);
    expect(() => leiden(pair, { seed: 1, resolution: NaN })).toThrow(/resolution/);
  });
});

describe('for any network, the Leiden algorithm', () => {
  const build = (n: number, weights: readonly number[]): Network => {
    const edges = [];
    let next = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < i; j++) edges.push(edge(String(i), String(j), weights[next++]));
    return networkOfEdges(numbered(n), edges);
  };
  const sparse = (n: number) =>
    fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 5 })), {
      minLength: (n * (n - 1)) / 2,
      maxLength: (n * (n - 1)) / 2,
    });

  it('comes to the best of all partitions of seven nodes in some of ten runs, nearly always', () => {
    const all = [...partitions(7)];
    const random = createRandom(9);
    let missed = 0;
    for (let k = 0; k < 100; k++) {
      const resolution = [0.5, 1, 1.7][k % 3];
      const network = build(
        7,
        Array.from({ length: 21 }, () => (random.uniform() < 0.6 ? 0 : 1 + random.integer(5))),
      );
      const score = (groups: ArrayLike<number>): number => modularity(network, groups, resolution).value!;
      const best = Math.max(...all.map(score));
      const runs = Array.from({ length: 10 }, (_, seed) => score(leiden(network, { seed, resolution })));
      expect(best - Math.max(...runs)).toBeLessThan(0.03);
      if (best - Math.max(...runs) > 1e-10) missed += 1;
    }
    expect(missed).toBeLessThanOrEqual(2);
  });

  it('makes groups that are connected', () => {
    fc.assert(
      fc.property(sparse(14), fc.nat(1000), (weights, seed) => {
        const network = build(14, weights);
        const groups = leiden(network, { seed });
        const inside = build(
          14,
          weights.map((weight, k) => {
            const i = Math.floor((1 + Math.sqrt(1 + 8 * k)) / 2);
            return groups[i] === groups[k - (i * (i - 1)) / 2] ? weight : 0;
          }),
        );
        expect([...components(inside)]).toEqual([...groups]);
      }),
    );
  });
});
