import { checkAmounts } from '../inequality/amounts.ts';
import { checkKind, checkMatrix } from '../arguments.ts';
import { sums } from '../defined-matrix.ts';
import type { Matrix } from '../matrix.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

const NOTHING = 'one of the two has nothing in any field';

/**
 * Krugman's dissimilarity of two places, Σ_p |s_ap − s_bp| with s the parts of their fields: 0 where they have the same
 * profile, 2 where they share no field; half of it is the part that one would have to move to be as the other.
 * Undefined (zero-margin) where one has nothing.
 *
 * Source: Krugman 1991, Geography and Trade.
 *
 * @param a and b: amounts by field, n each
 * @throws RangeError for lengths that differ, or an amount that is negative or not finite
 */
export function krugmanDissimilarity(a: ArrayLike<number>, b: ArrayLike<number>): Quantity {
  checkKind('a', a, 'list');
  checkKind('b', b, 'list');
  if (a.length !== b.length) throw new RangeError(`a has ${a.length} fields, b has ${b.length}`);
  checkAmounts(a, 'amount of a');
  checkAmounts(b, 'amount of b');
  const total = (x: ArrayLike<number>): number => Array.from(x).reduce((sum, value) => sum + value, 0);
  const [ta, tb] = [total(a), total(b)];
  if (ta === 0 || tb === 0) return unknown(NOTHING, 'zero-margin');
  let sum = 0;
  for (let p = 0; p < a.length; p++) sum += Math.abs(a[p] / ta - b[p] / tb);
  return known(Math.min(2, sum));
}

/**
 * Krugman's index of specialisation: each place's dissimilarity to all others together, Σ_p |s_cp − s_−c,p|, the place
 * itself left out of them (left in, a place that is most of the whole would look like the whole). One for each row;
 * undefined (zero-margin) for a place with nothing, and where all others have nothing. Errors as `krugmanDissimilarity`.
 *
 * @param x places × fields, amounts from 0
 */
export function krugmanIndex(x: Matrix): readonly Quantity[] {
  checkMatrix('x', x);
  checkAmounts(x.values);
  const { columns } = sums(x);
  const width = x.columns.length;
  return Object.freeze(
    x.rows.map((_, i) => {
      const own = x.values.subarray(i * width, (i + 1) * width);
      return krugmanDissimilarity(
        own,
        columns.map((total, p) => Math.max(0, total - own[p])),
      );
    }),
  );
}
