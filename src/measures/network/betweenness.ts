import { checkKind, checkNetwork } from '../arguments.ts';
import type { Network } from './network.ts';
import { shortestPaths, type Length } from './shortest-paths.ts';

export interface BetweennessOptions {
  /** `inverse` (1/weight) if not given. */
  readonly length?: Length;
  /** Over the (n − 1)(n − 2)/2 pairs of other nodes, so that it lies in [0, 1]; a number of pairs if not given. */
  readonly normalised?: boolean;
}

/**
 * Betweenness: for how many pairs of other nodes a node lies on the shortest path,
 *
 *     b_i = Σ_{s<t, s≠i≠t} σ_st(i)/σ_st
 *
 * with σ_st the number of shortest paths between s and t and σ_st(i) of those through i; ties share. The length of a
 * link is 1/weight. Pairs without a path add nothing, so that an isolated node has 0. Order and scale of the weights
 * do not matter. In a network of two nodes or fewer, where there is no pair of others, all have 0.
 *
 * n numbers, in the order of the nodes. O(n · links · log n). Betweenness rests on few links and moves much where one
 * of them changes: never rank on it alone.
 *
 * Sources: Freeman 1977, Sociometry 40:35; Brandes 2001, Journal of Mathematical Sociology 25:163.
 */
export function betweenness(network: Network, options: BetweennessOptions = {}): Float64Array {
  checkNetwork('network', network);
  checkKind('options', options, 'record');
  const { length = 'inverse', normalised = false } = options;
  const n = network.nodes.length;
  const { offsets } = network;
  const through = new Float64Array(n);
  const paths = shortestPaths(network, length);
  const { order, count, before, befores } = paths;
  const dependency = new Float64Array(n);
  for (let source = 0; source < n; source++) {
    paths.from(source);
    dependency.fill(0);
    for (let k = paths.reached - 1; k > 0; k--) {
      const node = order[k];
      const part = (1 + dependency[node]) / count[node];
      for (let at = offsets[node], end = at + befores[node]; at < end; at++)
        dependency[before[at]] += count[before[at]] * part;
      through[node] += dependency[node];
    }
  }
  // Every pair was met from both of its ends.
  const scale = normalised ? Math.max(1, (n - 1) * (n - 2)) : 2;
  return through.map((value) => value / scale);
}
