import { checkKind } from '../arguments.ts';

/**
 * Quantiles of values that count with weights: the smallest value x with
 *
 *     Σ_{v_i ≤ x} w_i ≥ p Σ w_i
 *
 * which is always one of the values with a weight (the inverse of their distribution function, type 1 of Hyndman & Fan
 * 1996, The American Statistician 50:361; w = 1 where no weights are given). Sums that miss p by rounding only (10⁻¹²)
 * meet it.
 *
 * @param values n numbers, in any order
 * @param probabilities each from 0 to 1
 * @returns one quantile for each probability
 * @throws RangeError for no values, a value that is NaN, weights of another length, below 0 or all 0, or a probability
 *   outside [0, 1]
 */
export function weightedQuantiles(
  values: ArrayLike<number>,
  probabilities: readonly number[],
  weights?: ArrayLike<number>,
): Float64Array {
  checkKind('values', values, 'list');
  checkKind('probabilities', probabilities, 'list');
  const n = values.length;
  if (n === 0) throw new RangeError('values must not be empty');
  if (weights && weights.length !== n) throw new RangeError(`${n} values, ${weights.length} weights`);
  for (const p of probabilities)
    if (!(p >= 0 && p <= 1)) throw new RangeError(`probabilities lie from 0 to 1, got ${p}`);
  // What is no number is sorted behind all numbers.
  const sorted = (values instanceof Int32Array ? values.slice() : new Float64Array(values)).sort();
  if (Number.isNaN(sorted[n - 1])) throw new RangeError('values must be numbers, got NaN');
  if (!weights) {
    return Float64Array.from(probabilities, (p) => sorted[Math.max(0, Math.ceil((p - SLACK) * n) - 1)]);
  }
  let total = 0;
  for (let i = 0; i < n; i++) {
    if (!(weights[i] >= 0) || !Number.isFinite(weights[i]))
      throw new RangeError(`weight ${i} is ${weights[i]}, and must be 0 or more`);
    total += weights[i];
  }
  if (total === 0) throw new RangeError('weights must not sum to 0');
  const order = Array.from({ length: n }, (_, i) => i)
    .filter((i) => weights[i] > 0)
    .sort((i, j) => values[i] - values[j]);
  return Float64Array.from(probabilities, (p) => {
    let cumulative = 0;
    for (const i of order) {
      cumulative += weights[i];
      if (cumulative >= (p - SLACK) * total) return values[i];
    }
    return values[order[order.length - 1]];
  });
}

const SLACK = 1e-12;
