import { checkKind, checkNetwork } from '../arguments.ts';
import type { Network } from './network.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/**
 * Modularity of a partition of a network, with 2m the sum of all strengths and γ the resolution:
 *
 *     Q = Σ_groups [ 2·inside/2m − γ · (Σ strengths/2m)² ]
 *
 * below 1; 0 for one group of all (γ = 1). It says how much more weight lies inside the groups than strengths alone
 * bring, with the mass that independence leaves on the diagonal: compare partitions of one network by it, not networks.
 * Order of nodes, names of groups and scale of weights do not matter. Undefined without links (`empty`).
 *
 * Source: Newman & Girvan 2004, Physical Review E 69:026113; γ: Reichardt & Bornholdt 2006, Physical Review E 74:016110.
 *
 * @param groups the group of each node, by any label
 * @param resolution γ from 0; 1 if not given
 * @throws RangeError when there are not as many groups as nodes, or for a γ that is negative or not finite
 */
export function modularity(network: Network, groups: ArrayLike<string | number>, resolution = 1): Quantity {
  checkNetwork('network', network);
  checkKind('groups', groups, 'list');
  const { nodes, offsets, targets, weights } = network;
  if (groups.length !== nodes.length)
    throw new RangeError(`groups must be one for each of ${nodes.length} nodes, got ${groups.length}`);
  checkResolution(resolution);
  const strength = new Map<string | number, number>();
  let inside = 0;
  let total = 0;
  for (let i = 0; i < nodes.length; i++) {
    let own = 0;
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      own += weights[at];
      if (groups[i] === groups[targets[at]]) inside += weights[at];
    }
    total += own;
    strength.set(groups[i], (strength.get(groups[i]) ?? 0) + own);
  }
  if (total === 0) return unknown('no links', 'empty');
  const random = [...strength.values()].reduce((sum, value) => sum + (value / total) ** 2, 0);
  return known(inside / total - resolution * random);
}

export function checkResolution(resolution: number): void {
  if (!(resolution >= 0) || !Number.isFinite(resolution))
    throw new RangeError(`resolution must be a number from 0, got ${resolution}`);
}
