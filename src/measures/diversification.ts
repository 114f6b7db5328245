import { checkAmounts } from './amounts.ts';
import { known, unknown, type Quantity } from './quantity.ts';

const NOTHING = 'there is nothing to share out';

function parts(amounts: ArrayLike<number>): Float64Array | null {
  checkAmounts(amounts);
  const x = Float64Array.from(amounts);
  const total = x.reduce((sum, value) => sum + value, 0);
  return total === 0 ? null : x.map((value) => value / total);
}

/**
 * Shannon's entropy of what is spread over fields, H = −Σ s_p log s_p, with 0 log 0 = 0: 0 where all is in one field,
 * log n where n have the same. The logarithm is natural unless `base` says 2 (bits, as EconGeo has it) or 10. e^H (base
 * to the H) is the number of equal fields that would be as diverse. Undefined (empty) where all amounts are 0.
 *
 * Source: Shannon 1948, Bell System Technical Journal 27:379.
 *
 * @param amounts n numbers from 0
 * @throws RangeError for an amount that is negative or not finite, or a base that is not above 1
 */
export function shannon(amounts: ArrayLike<number>, base = Math.E): Quantity {
  if (!(base > 1) || !Number.isFinite(base)) throw new RangeError(`base must lie above 1, got ${base}`);
  const s = parts(amounts);
  if (s === null) return unknown(NOTHING, 'empty');
  const entropy = -s.reduce((sum, part) => (part === 0 ? sum : sum + part * Math.log(part)), 0);
  return known(Math.max(0, entropy) / Math.log(base));
}

/**
 * The Herfindahl–Hirschman index, Σ s_p²: 1 where all is in one field, 1/n where n have the same; 1 over it is a number
 * of equal fields, too. Hears the large fields most. Undefined and errors as `shannon`.
 */
export function herfindahl(amounts: ArrayLike<number>): Quantity {
  const s = parts(amounts);
  if (s === null) return unknown(NOTHING, 'empty');
  return known(s.reduce((sum, part) => sum + part * part, 0));
}

/**
 * Variety: in how many fields there is more than `above` (0: anything at all). It grows with size, since a large place
 * has a little of everything.
 *
 * @throws RangeError for an amount that is negative or not finite, or `above` below 0
 */
export function variety(amounts: ArrayLike<number>, above = 0): number {
  checkAmounts(amounts);
  if (!(above >= 0)) throw new RangeError(`above must be 0 or more, got ${above}`);
  return Array.from(amounts).filter((amount) => amount > above).length;
}
