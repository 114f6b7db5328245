import { checkAmounts } from './amounts.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/**
 * Atkinson's index: the part of the amount that could be given up if all had the same, at no loss of welfare,
 *
 *     A_ε = 1 − [mean((x/x̄)^(1 − ε))]^(1/(1 − ε)),     A_1 = 1 − geometric mean/x̄
 *
 * with ε the aversion to inequality, above 0: the greater it is, the more the bottom counts. From 0 (all alike) to below
 * 1; with ε from 1 on it is 1 as soon as one place has nothing. Does not change with the unit or where everything is
 * there twice. Undefined where there is no place (`empty`) or the
 * amounts sum to 0 (`zero-margin`).
 *
 * Source: Atkinson 1970, Journal of Economic Theory 2:244.
 *
 * @param amounts n numbers, none negative
 * @throws RangeError for negative or non-finite numbers, or an aversion that is not a finite number above 0
 */
export function atkinson(amounts: ArrayLike<number>, aversion: number): Quantity {
  checkAmounts(amounts);
  if (!(aversion > 0) || !Number.isFinite(aversion))
    throw new RangeError(`aversion must be a finite number above 0, got ${aversion}`);
  const n = amounts.length;
  if (n === 0) return unknown('there is no place', 'empty');
  const x = Float64Array.from(amounts);
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  if (mean === 0) return unknown('the amounts sum to 0', 'zero-margin');
  if (aversion >= 1 && x.includes(0)) return known(1);
  const power = 1 - aversion;
  // In units of the least (of the mean below ε = 1), so that no power of a large aversion overflows.
  const unit = aversion > 1 ? x.reduce((least, value) => Math.min(least, value)) : mean;
  const average = (of: (part: number) => number): number =>
    x.reduce((sum, value) => sum + of(value / unit), 0) / n;
  const alike =
    (aversion === 1 ? Math.exp(average(Math.log)) : average((part) => part ** power) ** (1 / power)) *
    (unit / mean);
  // Of like amounts, what rounding leaves of either sign.
  return known(Math.abs(1 - alike) < 1e-15 ? 0 : Math.min(1, Math.max(0, 1 - alike)));
}
