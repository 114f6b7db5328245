import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrix, matrixOf } from '../matrix.ts';
import { components, linkCount, networkOfEdges, networkOfMatrix } from './network.ts';

fc.configureGlobal({ seed: 2 ** 30 });

describe('a network', () => {
  it('holds every link at both ends, neighbours ascending', () => {
    const network = networkOfEdges(
      ['a', 'b', 'c', 'd'],
      [
        { a: 'd', b: 'a', weight: 2 },
        { a: 'b', b: 'a', weight: 3 },
        { a: 'b', b: 'c', weight: 0 },
      ],
    );
    expect(network.nodes).toEqual(['a', 'b', 'c', 'd']);
    expect([...network.offsets]).toEqual([0, 2, 3, 3, 4]);
    expect([...network.targets]).toEqual([1, 3, 0, 0]);
    expect([...network.weights]).toEqual([3, 2, 3, 2]);
    expect(linkCount(network)).toBe(2);
  });

  it('of a table leaves out the diagonal', () => {
    const table = matrixOf(
      [
        [9, 3, 0],
        [3, 0, 1],
        [0, 1, 4],
      ],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    );
    expect(networkOfMatrix(table)).toEqual(
      networkOfEdges(
        ['a', 'b', 'c'],
        [
          { a: 'c', b: 'b', weight: 1 },
          { a: 'a', b: 'b', weight: 3 },
        ],
      ),
    );
  });

  it('has components, numbered by their first node, an isolated node being one', () => {
    const network = networkOfEdges(
      ['a', 'b', 'c', 'd', 'e'],
      [
        { a: 'e', b: 'a', weight: 1 },
        { a: 'd', b: 'b', weight: 1 },
      ],
    );
    expect([...components(network)]).toEqual([0, 1, 2, 1, 0]);
    expect([...components(networkOfEdges([], []))]).toEqual([]);
  });

  it('refuses what is no undirected network, by name', () => {
    const of = (...edges: { a: string; b: string; weight: number }[]) => networkOfEdges(['a', 'b'], edges);
    expect(() => of({ a: 'a', b: 'x', weight: 1 })).toThrow(
      'the link a, x must be of listed nodes, and x is not',
    );
    expect(() => of({ a: 'a', b: 'a', weight: 1 })).toThrow('two different ends, got a twice');
    expect(() => of({ a: 'a', b: 'b', weight: 1 }, { a: 'b', b: 'a', weight: 1 })).toThrow('given once');
    for (const weight of [-1, NaN, Infinity])
      expect(() => of({ a: 'a', b: 'b', weight })).toThrow(`must be 0 or more, got ${weight}`);
    expect(() => networkOfEdges(['a', 'a'], [])).toThrow(RangeError);
    expect(() => networkOfMatrix(matrixOf([[0, 1]]))).toThrow('the same places');
    const [names, other] = [
      ['a', 'b'],
      ['b', 'a'],
    ];
    expect(() => networkOfMatrix(matrix(names, other, [0, 1, 1, 0]))).toThrow('in one order');
    expect(() => networkOfMatrix(matrix(names, names, [0, 1, 2, 0]))).toThrow('got 2 and 1 at b, a');
    expect(() => networkOfMatrix(matrix(names, names, [0, -1, -1, 0]))).toThrow('got -1 at b, a');
  });

  it('does not depend on the order or direction of the links', () => {
    const pairs = fc.uniqueArray(
      fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 9 })).filter(([i, j]) => i < j),
      { selector: ([i, j]) => 7 * i + j },
    );
    const nodes = ['0', '1', '2', '3', '4', '5', '6'];
    fc.assert(
      fc.property(pairs, (any) => {
        const forward = any.map(([i, j, weight]) => ({ a: String(i), b: String(j), weight }));
        const backward = forward.map(({ a, b, weight }) => ({ a: b, b: a, weight })).reverse();
        expect(networkOfEdges(nodes, backward)).toEqual(networkOfEdges(nodes, forward));
      }),
    );
  });
});
