import { checkAmounts } from '../inequality/amounts.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/**
 * Compound annual growth rate, (last/first)^(1/years) − 1: above −1, 0 where the two are alike. It sees two years only and
 * is wild where they are small: prefer `poissonGrowth`. Undefined (not-positive) where an amount is 0.
 *
 * @param first and last: amounts; `years` lie between them
 * @throws RangeError for years not above 0, or an amount that is negative or not finite
 */
export function compoundGrowth(first: number, last: number, years: number): Quantity {
  if (!(years > 0) || !Number.isFinite(years))
    throw new RangeError(`years must be a finite number above 0, got ${years}`);
  checkAmounts([first, last], 'of first and last, amount');
  if (first === 0 || last === 0) return unknown('an amount is not positive', 'not-positive');
  return known((last / first) ** (1 / years) - 1);
}

/**
 * Of ln(1 + `compoundGrowth`) = ln(last/first)/years, the derivatives by first and by last, −1/(first·years) and
 * 1/(last·years); null where it is undefined. Errors as `compoundGrowth`.
 */
export function compoundGrowthGradient(
  first: number,
  last: number,
  years: number,
): readonly [number, number] | null {
  if (compoundGrowth(first, last, years).value === null) return null;
  return Object.freeze([-1 / (first * years), 1 / (last * years)] as const);
}
