import { checkKind, checkNetwork } from '../arguments.ts';
import { components, type Network } from './network.ts';
import { unknown, type Unknown } from '../quantity.ts';
import { strengths } from './strength.ts';

/** Eigenvector centralities, n numbers from 0 with Σ x² = 1, and the eigenvalue; or why there are none. */
export type EigenvectorCentrality =
  | Readonly<{ value: Float64Array; eigenvalue: number; iterations: number; reason: null }>
  | Unknown;

export interface EigenvectorOptions {
  /** Largest |A x − λ x| over λ; 1e-12 if not given. */
  readonly tolerance?: number;
  /** 100,000 if not given. */
  readonly maxIterations?: number;
}

/**
 * Eigenvector centrality: who works with those who are central themselves, x = A x / λ with λ the largest eigenvalue of
 * the table of weights A. By power iteration on A + λ̂/2, so that a network of two sides (bipartite), where A has −λ
 * too, converges as well.
 *
 * An isolated node has 0. Undefined without links (`empty`); `disconnected` where the links fall into several
 * components, since the vector then lives in the one of the largest eigenvalue and says nothing of the others: ask
 * component by component, or take PageRank; `not-converged` after `maxIterations`. Order and scale of the weights do
 * not matter.
 *
 * Source: Bonacich 1972, Journal of Mathematical Sociology 2:113.
 *
 * @throws RangeError for a tolerance that is not above 0, or a number of iterations that is no whole number from 1
 */
export function eigenvectorCentrality(
  network: Network,
  options: EigenvectorOptions = {},
): EigenvectorCentrality {
  checkNetwork('network', network);
  checkKind('options', options, 'record');
  const { tolerance = 1e-12, maxIterations = 100_000 } = options;
  if (!(tolerance > 0)) throw new RangeError(`tolerance must be above 0, got ${tolerance}`);
  if (!Number.isInteger(maxIterations) || maxIterations < 1)
    throw new RangeError(`maxIterations must be a whole number from 1, got ${maxIterations}`);
  const { nodes, offsets, targets, weights } = network;
  const n = nodes.length;
  if (targets.length === 0) return unknown('no links', 'empty');
  const component = components(network);
  const linked = new Set<number>();
  for (let i = 0; i < n; i++) if (offsets[i + 1] > offsets[i]) linked.add(component[i]);
  if (linked.size > 1) return unknown('the links fall into components that do not meet', 'disconnected');

  const strength = strengths(network);
  const unit = strength.reduce((most, value) => Math.max(most, value), 0);
  let x = strength.map((value) => value / unit);
  let y = new Float64Array(n);
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    const norm = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));
    x = x.map((value) => value / norm);
    let eigenvalue = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let at = offsets[i], end = offsets[i + 1]; at < end; at++)
        sum += (weights[at] / unit) * x[targets[at]];
      y[i] = sum;
      eigenvalue += x[i] * sum;
    }
    let worst = 0;
    for (let i = 0; i < n; i++) worst = Math.max(worst, Math.abs(y[i] - eigenvalue * x[i]));
    if (worst <= tolerance * eigenvalue)
      return Object.freeze({ value: x, eigenvalue: eigenvalue * unit, iterations, reason: null });
    for (let i = 0; i < n; i++) y[i] += (eigenvalue / 2) * x[i];
    [x, y] = [y, x];
  }
  return unknown('the iteration did not converge', 'not-converged');
}
