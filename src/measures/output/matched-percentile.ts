import { checkAmounts } from '../inequality/amounts.ts';
import { checkKind } from '../arguments.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/**
 * Where a value stands among others of like size: for each i, among the `peers` others whose size is nearest to its own
 * (all that are as near as the last of them too, so that no order decides), the part with a lower value and half the
 * part with an equal one. From 0 to 1, about ½ for what its size explains. Undefined (too-few) with fewer others than
 * `peers`.
 *
 * The control of complementarity for diversity: `values` are the complementarities of partners for one place, `sizes`
 * their diversities.
 *
 * @param values and sizes: n finite numbers each
 * @param peers how many to compare with, at least 1
 * @throws RangeError for lengths that differ, numbers that are not finite or below 0, or peers that are no whole number from 1
 */
export function matchedPercentiles(
  values: ArrayLike<number>,
  sizes: ArrayLike<number>,
  peers = 20,
): readonly Quantity[] {
  checkKind('values', values, 'list');
  checkKind('sizes', sizes, 'list');
  const n = values.length;
  checkAmounts(values, 'value');
  checkAmounts(sizes, 'size');
  if (sizes.length !== n) throw new RangeError(`${n} values, ${sizes.length} sizes`);
  if (!Number.isInteger(peers) || peers < 1)
    throw new RangeError(`peers must be a whole number from 1, got ${peers}`);
  // By size, what is nearest to one stands around it: two ends move outwards.
  const order = Float64Array.from({ length: n }, (_, i) => i).sort((i, j) => sizes[i] - sizes[j]);
  const found = new Array<Quantity>(n);
  for (const [position, i] of order.entries()) {
    if (n - 1 < peers) {
      found[i] = unknown('too few others to compare with', 'too-few');
      continue;
    }
    const away = (at: number): number =>
      at < 0 || at >= n ? Infinity : Math.abs(sizes[order[at]] - sizes[i]);
    let [low, high, nearest] = [position - 1, position + 1, 0];
    let [count, below] = [0, 0];
    for (;;) {
      const [left, right] = [away(low), away(high)];
      const next = Math.min(left, right);
      // All that are as near as the last of the peers are peers too.
      if (count >= peers && next > nearest) break;
      if (next === Infinity) break;
      nearest = next;
      const j = order[left <= right ? low-- : high++];
      count += 1;
      if (values[j] < values[i]) below += 1;
      else if (values[j] === values[i]) below += 0.5;
    }
    found[i] = known(below / count);
  }
  return Object.freeze(found);
}
