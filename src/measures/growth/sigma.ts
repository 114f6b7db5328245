import { checkKind } from '../arguments.ts';
import { average, logarithms, noiseOf, NOT_POSITIVE } from './logarithms.ts';
import { known, unknown, type Quantity } from '../quantity.ts';
import type { Deviation } from '../inequality/variation.ts';

/**
 * σ of σ-convergence: the standard deviation of ln x over places at one time, of a sample (over n − 1, the default) or a
 * population. Places converge in this sense where it falls; `mannKendall` tests that over years. Undefined where an
 * amount is 0 (`not-positive`: leave such places out and say how many), and for fewer than two places (`too-few`). Order and
 * unit of the amounts do not matter.
 *
 * Source: Barro & Sala-i-Martin 1992, Journal of Political Economy 100:223.
 *
 * @param amounts n numbers, none negative
 * @throws RangeError for negative or non-finite numbers
 */
export function sigma(amounts: ArrayLike<number>, deviation: Deviation = 'sample'): Quantity {
  checkKind('amounts', amounts, 'list');
  const n = amounts.length;
  const logs = logarithms(amounts);
  if (n < 2) return unknown('fewer than two places', 'too-few');
  if (logs === null) return unknown(NOT_POSITIVE, 'not-positive');
  const mean = average(logs);
  const squares = logs.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  // Of like amounts, what is left of their mean's rounding.
  if (squares <= n * (8 * Number.EPSILON * mean) ** 2) return known(0);
  return known(Math.sqrt(squares / (deviation === 'sample' ? n - 1 : n)));
}

/**
 * σ without what noise in the amounts adds to it: √(σ² − mean(v_i/x_i²)), v_i the variance of x_i, to first order. σ of
 * sums over works falls as works become more, with nothing converging; this does not. Undefined as σ (of a sample), and
 * where noise is all of it (`not-identified`).
 *
 * @param variances n numbers, none negative
 * @throws RangeError for negative or non-finite numbers, or lengths that differ
 */
export function sigmaWithoutNoise(amounts: ArrayLike<number>, variances: ArrayLike<number>): Quantity {
  checkKind('amounts', amounts, 'list');
  checkKind('variances', variances, 'list');
  const spread = sigma(amounts);
  const noise = noiseOf(amounts, variances);
  if (spread.value === null) return spread;
  const net = spread.value ** 2 - noise;
  return net >= 0
    ? known(Math.sqrt(net))
    : unknown('what sets the places apart is no more than noise', 'not-identified');
}

/** ∂σ/∂x_i = (ln x_i − mean)/((n − 1)·σ·x_i) of a sample. Null where σ is undefined or 0. */
export function sigmaGradient(amounts: ArrayLike<number>): Float64Array | null {
  const { value } = sigma(amounts);
  if (value === null || value === 0) return null;
  const logs = logarithms(amounts)!;
  const mean = average(logs);
  return Float64Array.from(logs, (x, i) => (x - mean) / ((logs.length - 1) * value * amounts[i]));
}
