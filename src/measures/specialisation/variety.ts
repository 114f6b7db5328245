import { checkAmounts } from '../inequality/amounts.ts';

/**
 * Variety: in how many fields there is more than `above` (0: anything at all). It grows with size, since a large place
 * has a little of everything.
 *
 * @param amounts n numbers from 0
 * @throws RangeError for an amount that is negative or not finite, or `above` below 0
 */
export function variety(amounts: ArrayLike<number>, above = 0): number {
  checkAmounts(amounts);
  if (!(above >= 0)) throw new RangeError(`above must be 0 or more, got ${above}`);
  return Array.from(amounts).filter((amount) => amount > above).length;
}
