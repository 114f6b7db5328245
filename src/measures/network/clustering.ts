import { checkKind, checkNetwork } from '../arguments.ts';
import type { Network } from './network.ts';
import { known, quotient, unknown, type Quantity } from '../quantity.ts';
import { degrees } from './strength.ts';

/** t_i, the number of triangles each node is part of. O(Σ links · degree) by merging ascending lists of neighbours. */
export function triangles(network: Network): Float64Array {
  checkNetwork('network', network);
  const { nodes, offsets, targets } = network;
  const count = new Float64Array(nodes.length);
  for (let i = 0; i < nodes.length; i++)
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      const j = targets[at];
      if (j <= i) continue;
      let [p, q] = [at + 1, offsets[j]];
      while (p < offsets[i + 1] && q < offsets[j + 1]) {
        if (targets[p] < targets[q]) p += 1;
        else if (targets[p] > targets[q]) q += 1;
        else {
          const k = targets[p];
          count[i] += 1;
          count[j] += 1;
          count[k] += 1;
          p += 1;
          q += 1;
        }
      }
    }
  return count;
}

/**
 * Local clustering: the part of pairs of a node's partners that are linked themselves, 2t_i/(k_i(k_i − 1)), in [0, 1];
 * weights play no part. n quantities, undefined (`too-few`) for a node of fewer than two partners, which has no such
 * pair (networkx prints 0 there). In a network made of works every work of three places is a triangle by itself:
 * compare with a shuffle of works (`shuffledJointWorks`), not with random links.
 *
 * Source: Watts & Strogatz 1998, Nature 393:440.
 */
export function localClustering(network: Network): readonly Quantity[] {
  const degree = degrees(network);
  return Object.freeze(
    Array.from(triangles(network), (count, i) =>
      degree[i] < 2
        ? unknown('the place has fewer than two partners', 'too-few')
        : known((2 * count) / (degree[i] * (degree[i] - 1))),
    ),
  );
}

/**
 * The mean of local clustering over the nodes that have one; with `fewPartners: 'zero'` over all nodes, those without
 * as 0, as networkx counts. Undefined (`too-few`) where no node is left.
 */
export function averageClustering(
  network: Network,
  options: { readonly fewPartners?: 'leave-out' | 'zero' } = {},
): Quantity {
  checkKind('options', options, 'record');
  const local = localClustering(network);
  const defined = local.filter(({ value }) => value !== null).length;
  const sum = local.reduce((total, { value }) => total + (value ?? 0), 0);
  const over = options.fewPartners === 'zero' ? local.length : defined;
  return quotient(sum, over, 'no place has two partners', 'too-few');
}

/**
 * Transitivity: 3 × triangles over pairs of links that meet, the part of all "partners of my partner" who are mine too.
 * Large nodes weigh more than in the average. Undefined (`too-few`) where no two links meet.
 */
export function transitivity(network: Network): Quantity {
  const closed = triangles(network).reduce((sum, count) => sum + count, 0);
  const open = degrees(network).reduce((sum, degree) => sum + (degree * (degree - 1)) / 2, 0);
  return quotient(closed, open, 'no two links meet', 'too-few');
}
