import { checkNetwork } from '../arguments.ts';
import type { Network } from './network.ts';
import { known, unknown, type Quantity } from '../quantity.ts';
import { strengths } from './strength.ts';

/**
 * Burt's constraint: how far a node's partners are linked among themselves, so that it brokers nothing.
 *
 *     c_i = Σ_{j partner of i} ( p_ij + Σ_{q ≠ i, j} p_iq · p_qj )²,     p_ij = w_ij/S_i
 *
 * High where all goes through one partner, or where partners know each other; low for a bridge. n quantities,
 * undefined for a node without links (`island`). Order and scale of the weights do not matter. It may exceed 1 in small
 * dense networks.
 *
 * Source: Burt 1992, Structural Holes; Burt 2004, American Journal of Sociology 110:349.
 */
export function constraint(network: Network): readonly Quantity[] {
  checkNetwork('network', network);
  const { nodes, offsets, targets, weights } = network;
  const strength = strengths(network);
  /** Σ_q p_iq p_qj by j, for one i at a time. */
  const indirect = new Float64Array(nodes.length);
  return Object.freeze(
    nodes.map((_, i) => {
      const [from, to] = [offsets[i], offsets[i + 1]];
      if (from === to) return unknown('the place has no links', 'island');
      for (let at = from; at < to; at++) indirect[targets[at]] = 0;
      for (let at = from; at < to; at++) {
        const q = targets[at];
        const part = weights[at] / strength[i];
        for (let on = offsets[q]; on < offsets[q + 1]; on++)
          indirect[targets[on]] += (part * weights[on]) / strength[q];
      }
      let sum = 0;
      for (let at = from; at < to; at++) sum += (weights[at] / strength[i] + indirect[targets[at]]) ** 2;
      return known(sum);
    }),
  );
}
