import fc from 'fast-check';
import { networkOfEdges, type Network } from '../src/measures/network/network.ts';

/** Three to eight nodes and the weight of each pair, some of them 0. */
export const anyWeights = fc
  .integer({ min: 3, max: 8 })
  .chain((n) =>
    fc
      .array(fc.integer({ min: 0, max: 4 }), { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 })
      .map((weights) => ({ n, weights })),
  );

/** The network of these weights times a unit; `backward`: with the nodes in the other order. */
export function networkOf(
  { n, weights }: { readonly n: number; readonly weights: readonly number[] },
  { unit = 1, backward = false } = {},
): Network {
  const nodes = Array.from({ length: n }, (_, i) => String(i));
  const edges = [];
  let next = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) edges.push({ a: nodes[i], b: nodes[j], weight: unit * weights[next++] });
  return networkOfEdges(backward ? nodes.reverse() : nodes, edges);
}
