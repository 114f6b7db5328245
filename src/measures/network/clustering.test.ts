import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageClustering, localClustering, transitivity, triangles } from './clustering.ts';
import { networkOfEdges } from './network.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const edge = (a: string, b: string) => ({ a, b, weight: 1 });
/** A triangle a, b, c with d hanging on c, and e alone. */
const kite = networkOfEdges(
  ['a', 'b', 'c', 'd', 'e'],
  [edge('a', 'b'), edge('b', 'c'), edge('a', 'c'), edge('c', 'd')],
);

describe('clustering', () => {
  it('is the part of a node’s pairs of partners that are linked', () => {
    const local = localClustering(kite);
    expect(local.slice(0, 3).map(({ value }) => value)).toEqual([1, 1, 1 / 3]);
    expect(local[3]).toEqual({
      value: null,
      reason: 'the place has fewer than two partners',
      code: 'too-few',
    });
    expect(local[4].value).toBeNull();
  });

  it('has an average over those who have one, or over all with 0 for the others', () => {
    expect(averageClustering(kite).value).toBeCloseTo(7 / 9, 15);
    expect(averageClustering(kite, { fewPartners: 'zero' }).value).toBeCloseTo(7 / 15, 15);
    expect(averageClustering(networkOfEdges(['a'], []))).toMatchObject({ value: null, code: 'too-few' });
  });

  it('in the whole is three triangles over links that meet', () => {
    expect(transitivity(kite).value).toBe(3 / 5);
    expect(transitivity(networkOfEdges(['a', 'b'], [edge('a', 'b')]))).toMatchObject({
      value: null,
      code: 'too-few',
    });
  });

  it('counts each triangle once at each of its nodes, in any network', () => {
    const links = fc.array(fc.boolean(), { minLength: 28, maxLength: 28 });
    fc.assert(
      fc.property(links, (any) => {
        const linked = (i: number, j: number): boolean =>
          i !== j && any[(Math.max(i, j) * (Math.max(i, j) - 1)) / 2 + Math.min(i, j)];
        const nodes = [0, 1, 2, 3, 4, 5, 6, 7];
        const edges = nodes.flatMap((i) =>
          nodes.filter((j) => j < i && linked(i, j)).map((j) => edge(String(i), String(j))),
        );
        const network = networkOfEdges(nodes.map(String), edges);
        const due = nodes.map(
          (i) =>
            nodes.flatMap((j) => nodes.filter((k) => j < k && linked(i, j) && linked(i, k) && linked(j, k)))
              .length,
        );
        expect([...triangles(network)]).toEqual(due);
      }),
    );
  });
});
