import { checkKind } from '../arguments.ts';
import { binaryExponent, inBinaryUnit, timesPowerOfTwo } from '../binary-unit.ts';
import { checkAmounts } from './amounts.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/**
 * The Gini coefficient of n amounts: half the mean difference of two of them, drawn with replacement, over the mean,
 *
 *     G = 2 Σ_i i·x_(i) / (n Σx) − (n + 1)/n,   x_(1) ≤ … ≤ x_(n)
 *
 * from 0 (all alike) to (n − 1)/n (one has everything), so that it depends on how many places there are. With
 * `smallSample` it is multiplied by n/(n − 1), which reaches 1: for few places drawn from many. It does not split into
 * between and within groups: there is a term of overlap. Undefined where there is no place (`empty`), the amounts sum
 * to 0 (`zero-margin`), or (corrected) there is one place only (`too-few`).
 *
 * Source: Gini 1912; this form is that of Sen 1973, On Economic Inequality, and of R's `ineq`.
 *
 * @param amounts n numbers, none negative
 * @throws RangeError for negative or non-finite numbers
 */
export function gini(amounts: ArrayLike<number>, options: { readonly smallSample?: boolean } = {}): Quantity {
  checkAmounts(amounts);
  checkKind('options', options, 'record');
  const { smallSample = false } = options;
  const n = amounts.length;
  if (n === 0) return unknown('there is no place', 'empty');
  // In a unit in which n Σx stays in range.
  const sorted = inBinaryUnit(amounts).sort();
  let total = 0;
  let ranked = 0;
  for (let i = 0; i < n; i++) {
    total += sorted[i];
    // 2i − n − 1 for i = 1 … n: the two terms in one, which loses no digits.
    ranked += (2 * i + 1 - n) * sorted[i];
  }
  if (total === 0) return unknown('the amounts sum to 0', 'zero-margin');
  if (smallSample && n === 1) return unknown('one place has no difference', 'too-few');
  // Pairs of like amounts cancel only up to rounding.
  const plain = Math.max(0, ranked / (n * total));
  return known(smallSample ? (plain * n) / (n - 1) : plain);
}

/**
 * ∂G/∂x_i = (r_i − G·n)/(n Σx) with r_i = 2·rank − n − 1, like amounts sharing their mean rank: what one more unit in
 * place i does to the uncorrected Gini coefficient. Null where it is undefined. Errors as `gini`.
 */
export function giniGradient(amounts: ArrayLike<number>): Float64Array | null {
  const { value } = gini(amounts);
  if (value === null) return null;
  const n = amounts.length;
  const exponent = binaryExponent(amounts);
  const total = inBinaryUnit(amounts).reduce((sum, x) => sum + x, 0);
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => amounts[a] - amounts[b]);
  const gradient = new Float64Array(n);
  for (let from = 0; from < n;) {
    let to = from;
    while (to < n && amounts[order[to]] === amounts[order[from]]) to += 1;
    // Ranks from + 1 … to, whose mean is (from + 1 + to)/2.
    for (let k = from; k < to; k++)
      gradient[order[k]] = timesPowerOfTwo((from + to - n - value * n) / (n * total), -exponent);
    from = to;
  }
  return gradient;
}
