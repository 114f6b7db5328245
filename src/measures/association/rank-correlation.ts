import { checkKind } from '../arguments.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/**
 * Ranks from 1 (the least) to n; like values share the mean of their ranks, so that the ranks always sum to n(n + 1)/2.
 *
 * @throws RangeError for NaN, which has no rank
 */
export function meanRanks(values: ArrayLike<number>): Float64Array {
  checkKind('values', values, 'list');
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(n);
  for (let from = 0; from < n;) {
    if (Number.isNaN(values[order[from]]))
      throw new RangeError(`value ${order[from]} is NaN, which has no rank`);
    let to = from;
    while (to < n && values[order[to]] === values[order[from]]) to += 1;
    for (let k = from; k < to; k++) ranks[order[k]] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/**
 * Spearman's rank correlation: the correlation of the mean ranks, from −1 (one order is the other turned round) to 1
 * (the same order). Does not change where either list is put through a rising function. Undefined for fewer than two
 * values, and where one list does not vary.
 *
 * Source: Spearman 1904, American Journal of Psychology 15:72.
 *
 * @throws RangeError for lists of different lengths, or NaN
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): Quantity {
  checkKind('x', x, 'list');
  checkKind('y', y, 'list');
  if (x.length !== y.length) throw new RangeError(`x has ${x.length} values, y has ${y.length}`);
  const n = x.length;
  if (n < 2) return unknown('fewer than two values', 'too-few');
  const [a, b] = [meanRanks(x), meanRanks(y)];
  const mean = (n + 1) / 2;
  let [aa, bb, ab] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    aa += (a[i] - mean) ** 2;
    bb += (b[i] - mean) ** 2;
    ab += (a[i] - mean) * (b[i] - mean);
  }
  if (aa === 0 || bb === 0) return unknown('the values of a list are all alike', 'constant');
  return known(ab / Math.sqrt(aa * bb));
}
