import { checkNetwork } from '../arguments.ts';
import { type Network, linkCount } from './network.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/** Degree: the number of partners of each node, n whole numbers. */
export function degrees(network: Network): Int32Array {
  checkNetwork('network', network);
  const { nodes, offsets } = network;
  return Int32Array.from(nodes, (_, i) => offsets[i + 1] - offsets[i]);
}

/**
 * Strength: S_i = Σ_j w_ij, the weight of all links of each node, n numbers. Under the counting 1/(k − 1) it is the
 * place's number of collaborative works. Of a list of pairs rather than a network: `linkStrengths`.
 */
export function strengths(network: Network): Float64Array {
  checkNetwork('network', network);
  const { nodes, offsets, weights } = network;
  const strength = new Float64Array(nodes.length);
  for (let i = 0; i < nodes.length; i++)
    for (let at = offsets[i]; at < offsets[i + 1]; at++) strength[i] += weights[at];
  return strength;
}

/** Density: links over the n(n − 1)/2 that there could be. Undefined (`too-few`) for fewer than two nodes. */
export function networkDensity(network: Network): Quantity {
  checkNetwork('network', network);
  const n = network.nodes.length;
  return n < 2
    ? unknown('a network of fewer than two nodes has no pairs', 'too-few')
    : known((2 * linkCount(network)) / (n * (n - 1)));
}

/**
 * Degree assortativity: Pearson's correlation of the degrees at the two ends of a link, over all links in both
 * directions, from −1 to 1. Below 0 where places of many partners work with places of few. Undefined without links
 * (`empty`) and where all ends have one degree (`constant`).
 *
 * Source: Newman 2002, Physical Review Letters 89:208701.
 */
export function degreeAssortativity(network: Network): Quantity {
  checkNetwork('network', network);
  const { nodes, offsets, targets } = network;
  const degree = degrees(network);
  if (targets.length === 0) return unknown('no links', 'empty');
  let sum = 0;
  let squares = 0;
  let products = 0;
  for (let i = 0; i < nodes.length; i++) {
    sum += degree[i] ** 2;
    squares += degree[i] ** 3;
    for (let at = offsets[i]; at < offsets[i + 1]; at++) products += degree[i] * degree[targets[at]];
  }
  // Whole numbers throughout, so that a network of one degree is told exactly.
  const variance = squares * targets.length - sum * sum;
  if (variance === 0) return unknown('all ends of links have the same number of partners', 'constant');
  return known((products * targets.length - sum * sum) / variance);
}
