import { binaryExponent, timesPowerOfTwo } from '../binary-unit.ts';
import { checkAmounts } from '../inequality/amounts.ts';
import { known, quotient, type Quantity } from '../quantity.ts';

/**
 * Share in year y × N(base)/N(y), where N is all works under the same filters: what the Share would be if as many works
 * had appeared as in the base year. Undefined (`zero-margin`) when year y has no works.
 *
 * N(y) also moves with what a database covers, which this takes out only as far as it covers all places alike. Of the
 * covariance of adjusted Shares, `stratifiedCovariance` takes the same factor as a weight.
 *
 * Source: Nature Index, glossary (adjusted Share).
 *
 * @param share in works, 0 or more
 * @param worksOfBase N(base), above 0
 * @param worksOfYear N(y), at least the Share
 * @throws RangeError for other numbers
 */
export function adjustedShare(share: number, worksOfBase: number, worksOfYear: number): Quantity {
  checkAmounts([share], 'share');
  checkAmounts([worksOfYear], 'worksOfYear');
  if (!(worksOfBase > 0) || !Number.isFinite(worksOfBase))
    throw new RangeError(`worksOfBase must be above 0, got ${worksOfBase}`);
  // A Share is a sum of many parts, and may come out above a year's works by rounding.
  if (share > worksOfYear * (1 + 1e-9))
    throw new RangeError(`share must be at most the year's ${worksOfYear} works, got ${share}`);
  const exponent = binaryExponent([worksOfBase]);
  const base = timesPowerOfTwo(worksOfBase, -exponent);
  const due = quotient(share * base, worksOfYear, 'no works in that year');
  return due.value === null ? due : known(timesPowerOfTwo(due.value, exponent));
}
