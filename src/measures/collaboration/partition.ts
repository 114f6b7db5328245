import { checkAmounts } from '../inequality/amounts.ts';
import { checkKind, checkParts } from '../arguments.ts';
import { quotient, type Quantity } from '../quantity.ts';
import type { Counting, PairLink } from './links.ts';

/** A region's links, in the counting's unit: pairs with both ends in it, and with one. */
export interface RegionLinks {
  readonly inside: number;
  readonly across: number;
}

/**
 * Adds up a region's links under one counting. Places of the region without links may be named.
 *
 * @throws RangeError for a weight that is negative or not finite, or an unknown counting
 */
export function regionLinks(
  pairs: readonly PairLink[],
  members: readonly string[],
  counting: Counting,
): RegionLinks {
  checkKind('pairs', pairs, 'list');
  checkKind('members', members, 'list');
  const region = new Set(members);
  let inside = 0;
  let across = 0;
  for (const pair of pairs) {
    checkAmounts([pair[counting]], counting);
    const ends = Number(region.has(pair.a)) + Number(region.has(pair.b));
    if (ends === 2) inside += pair[counting];
    else if (ends === 1) across += pair[counting];
  }
  return Object.freeze({ inside, across });
}

/**
 * Intra share = inside/(inside + across), the part of a region's links that stays in it. With a partition of all
 * places, sums over regions give inside/all. It rises with the region's size alone: print it with what is expected
 * (`expectedInside`) and their ratio. Undefined for a region without links (`empty`).
 *
 * @throws RangeError for a weight that is negative or not finite
 */
export function intraShare(links: RegionLinks): Quantity {
  checkParts('links', links, { inside: 'number', across: 'number' });
  const { inside, across } = links;
  checkAmounts([inside, across], 'weight');
  return quotient(inside, inside + across, 'the region has no links', 'empty');
}

/**
 * E-I index = (across − inside)/(across + inside), from −1 (all inside) to 1; 1 − 2 · intra share. Krackhardt & Stern
 * 1988, Social Psychology Quarterly 51:123. Undefined and errors as `intraShare`.
 */
export function eiIndex(links: RegionLinks): Quantity {
  checkParts('links', links, { inside: 'number', across: 'number' });
  const { inside, across } = links;
  checkAmounts([inside, across], 'weight');
  return quotient(across - inside, across + inside, 'the region has no links', 'empty');
}
