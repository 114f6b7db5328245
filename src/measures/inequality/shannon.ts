import { portions } from './amounts.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

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
  const { s } = portions(amounts);
  if (s === null) return unknown('there is nothing to share out', 'empty');
  const entropy = -s.reduce((sum, part) => (part === 0 ? sum : sum + part * Math.log(part)), 0);
  return known(Math.max(0, entropy) / Math.log(base));
}
