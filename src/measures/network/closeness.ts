import { checkNetwork } from '../arguments.ts';
import type { Network } from './network.ts';
import { known, unknown, type Quantity } from '../quantity.ts';
import { shortestPaths, type Length } from './shortest-paths.ts';

/**
 * Closeness of each node after Wasserman & Faust, for networks of several components:
 *
 *     C_i = r/(n − 1) · r/Σ_j d_ij
 *
 * over the r other nodes that i reaches: the inverse of its mean distance, times the part of the network that it
 * reaches. Freeman's closeness in a connected network. Undefined for a node that reaches nobody (`island`).
 *
 * n quantities. Lengths 1/weight (in the inverse of the weights' unit, so that C is in their unit) or, as `hops`, 1,
 * with C in [0, 1]. O(n · links · log n).
 *
 * Source: Wasserman & Faust 1994, Social Network Analysis, ch. 5; Freeman 1979, Social Networks 1:215.
 */
export function closeness(network: Network, length: Length = 'inverse'): readonly Quantity[] {
  checkNetwork('network', network);
  const n = network.nodes.length;
  const paths = shortestPaths(network, length);
  return Object.freeze(
    network.nodes.map((_, source) => {
      paths.from(source);
      const others = paths.reached - 1;
      if (others === 0) return unknown('the place has no links', 'island');
      let sum = 0;
      for (let k = 1; k < paths.reached; k++) sum += paths.distance[paths.order[k]];
      return known((others / (n - 1)) * (others / sum));
    }),
  );
}

/**
 * Harmonic closeness of each node: the mean over all others of 1/d_ij, where who is not reached adds 0. It needs no
 * correction for components: an isolated node has 0. n quantities; undefined (`too-few`) where there is no other node.
 * Lengths and cost as `closeness`.
 *
 * Source: Marchiori & Latora 2000, Physica A 285:539; Boldi & Vigna 2014, Internet Mathematics 10:222.
 */
export function harmonicCloseness(network: Network, length: Length = 'inverse'): readonly Quantity[] {
  checkNetwork('network', network);
  const n = network.nodes.length;
  if (n === 1) return Object.freeze([unknown('there is no other place', 'too-few')]);
  const paths = shortestPaths(network, length);
  return Object.freeze(
    network.nodes.map((_, source) => {
      paths.from(source);
      let sum = 0;
      for (let k = 1; k < paths.reached; k++) sum += 1 / paths.distance[paths.order[k]];
      return known(sum / (n - 1));
    }),
  );
}
