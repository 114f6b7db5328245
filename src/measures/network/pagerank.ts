import { checkNetwork } from '../arguments.ts';
import type { Network } from './network.ts';
import { strengths } from './strength.ts';

/**
 * PageRank: where somebody is found who walks along links, taking each in proportion to its weight, and who with
 * probability 1 − d starts anew at a node drawn evenly (from an isolated node always):
 *
 *     p_i = (1 − d)/n + d · ( Σ_j w_ij p_j/S_j + Σ_{j isolated} p_j/n )
 *
 * n numbers that sum to 1, none for no nodes; defined in networks of any number of components. With d = 1 it would be
 * the strength alone, in each component. Order and scale of the weights do not matter. Iterated until Σ|Δp| < 1e-14,
 * in at most ln(1e-14)/ln d rounds.
 *
 * Source: Brin & Page 1998, Computer Networks and ISDN Systems 30:107.
 *
 * @param damping d, 0 ≤ d < 1; 0.85 if not given
 * @throws RangeError for another d
 */
export function pageRank(network: Network, damping = 0.85): Float64Array {
  checkNetwork('network', network);
  if (!(damping >= 0 && damping < 1))
    throw new RangeError(`damping must be from 0 to below 1, got ${damping}`);
  const { nodes, offsets, targets, weights } = network;
  const n = nodes.length;
  const strength = strengths(network);
  let p = new Float64Array(n).fill(1 / n);
  let next = new Float64Array(n);
  const rounds = damping === 0 ? 1 : Math.ceil(Math.log(1e-15) / Math.log(damping)) + 1;
  for (let round = 0; round < rounds; round++) {
    let isolated = 0;
    for (let i = 0; i < n; i++) if (strength[i] === 0) isolated += p[i];
    let change = 0;
    for (let i = 0; i < n; i++) {
      let arriving = isolated / n;
      for (let at = offsets[i], end = offsets[i + 1]; at < end; at++)
        arriving += (weights[at] * p[targets[at]]) / strength[targets[at]];
      next[i] = (1 - damping) / n + damping * arriving;
      change += Math.abs(next[i] - p[i]);
    }
    [p, next] = [next, p];
    if (change < 1e-14) break;
  }
  return p;
}
