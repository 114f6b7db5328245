import { portions } from './amounts.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/**
 * The Herfindahl–Hirschman index, Σ s_p²: 1 where all is in one field, 1/n where n have the same; 1 over it is a number
 * of equal fields, too. Hears the large fields most. Undefined (empty) where all amounts are 0.
 *
 * Source: Hirschman 1964, The paternity of an index, American Economic Review 54:761.
 *
 * @param amounts n numbers from 0
 * @throws RangeError for an amount that is negative or not finite
 */
export function herfindahl(amounts: ArrayLike<number>): Quantity {
  const { s } = portions(amounts);
  if (s === null) return unknown('there is nothing to share out', 'empty');
  return known(s.reduce((sum, part) => sum + part * part, 0));
}
