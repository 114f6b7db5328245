import { checkNetwork } from '../arguments.ts';
import type { Network } from './network.ts';
import { degrees } from './strength.ts';

/**
 * Core number of each node: the largest k such that the node stays when nodes of fewer than k partners are taken away
 * again and again. n whole numbers, 0 for an isolated node; weights play no part. A work of k places alone makes a core
 * of k − 1, so that one large team can raise it: mind the author cap.
 *
 * Nodes are taken in order of what they have left, in bins: O(n + links).
 *
 * Sources: Seidman 1983, Social Networks 5:269; Batagelj & Zaveršnik 2011, Advances in Data Analysis and
 * Classification 5:129.
 */
export function coreNumbers(network: Network): Int32Array {
  checkNetwork('network', network);
  const { nodes, offsets, targets } = network;
  const n = nodes.length;
  const left = degrees(network);
  /** start[d]: where the nodes of d partners begin among `sorted`. */
  const start = new Int32Array(n + 1);
  for (const degree of left) start[degree + 1] += 1;
  for (let d = 1; d <= n; d++) start[d] += start[d - 1];
  const fill = start.slice();
  const sorted = new Int32Array(n);
  const place = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    place[i] = fill[left[i]]++;
    sorted[place[i]] = i;
  }
  for (const node of sorted) {
    for (let at = offsets[node]; at < offsets[node + 1]; at++) {
      const other = targets[at];
      if (left[other] <= left[node]) continue;
      // The first node of other's bin changes places with it, and the bin begins one later.
      const first = start[left[other]];
      const displaced = sorted[first];
      sorted[place[other]] = displaced;
      place[displaced] = place[other];
      sorted[first] = other;
      place[other] = first;
      start[left[other]] += 1;
      left[other] -= 1;
    }
  }
  return left;
}
