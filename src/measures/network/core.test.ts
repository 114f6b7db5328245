import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWeights, networkOf } from '../../../test/any-network.ts';
import { coreNumbers } from './core.ts';
import { networkOfEdges, type Network } from './network.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const edge = (a: string, b: string) => ({ a, b, weight: 1 });

/** By the definition: for each k, take away nodes of fewer than k partners until none is left. */
function byDefinition({ nodes, offsets, targets }: Network): number[] {
  const core = nodes.map(() => 0);
  for (let k = 1; k < nodes.length; k++) {
    const stays = nodes.map(() => true);
    const partners = (i: number): number =>
      [...targets.subarray(offsets[i], offsets[i + 1])].filter((j) => stays[j]).length;
    for (let changed = true; changed;) {
      changed = false;
      for (const i of nodes.keys())
        if (stays[i] && partners(i) < k) {
          stays[i] = false;
          changed = true;
        }
    }
    for (const i of nodes.keys()) if (stays[i]) core[i] = k;
  }
  return core;
}

describe('core numbers', () => {
  it('of a clique of four with a tail and an isolated node', () => {
    const nodes = ['a', 'b', 'c', 'd', 'tail', 'end', 'alone'];
    const clique = ['ab', 'ac', 'ad', 'bc', 'bd', 'cd'].map(([a, b]) => edge(a, b));
    const network = networkOfEdges(nodes, [...clique, edge('d', 'tail'), edge('tail', 'end')]);
    expect([...coreNumbers(network)]).toEqual([3, 3, 3, 3, 1, 1, 0]);
    expect([...coreNumbers(networkOfEdges([], []))]).toEqual([]);
  });

  it('are what is left when nodes are taken away, in any network', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 45, maxLength: 45 }), (any) => {
        const edges = [];
        let next = 0;
        for (let i = 0; i < 10; i++)
          for (let j = 0; j < i; j++) if (any[next++]) edges.push(edge(String(i), String(j)));
        const network = networkOfEdges(
          Array.from({ length: 10 }, (_, i) => String(i)),
          edges,
        );
        expect([...coreNumbers(network)]).toEqual(byDefinition(network));
      }),
    );
  });
});

describe('for any network, core numbers', () => {
  it('are at most the degree, follow the nodes in another order, and know no weights', () => {
    fc.assert(
      fc.property(anyWeights, (any) => {
        const network = networkOf(any);
        const own = [...coreNumbers(network)];
        expect([...coreNumbers(networkOf(any, { backward: true }))].reverse()).toEqual(own);
        expect([...coreNumbers(networkOf(any, { unit: 10 }))]).toEqual(own);
        for (const [i, core] of own.entries())
          expect(core).toBeLessThanOrEqual(network.offsets[i + 1] - network.offsets[i]);
      }),
    );
  });
});
