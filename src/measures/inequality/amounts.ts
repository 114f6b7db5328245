import type { Reason } from '../../base/index.ts';
import { checkKind } from '../arguments.ts';
import type { ReasonCode } from '../quantity.ts';

/** Parts of an amount and of its weights, or why there are none. */
export type Portions =
  | Readonly<{ s: Float64Array; w: Float64Array; total: number; reason: null }>
  | Readonly<{ s: null; w: null; total: null; reason: Reason; code: ReasonCode }>;

/** @throws RangeError for an amount that is negative or no finite number, or amounts that add up to more than a number holds */
export function checkAmounts(amounts: ArrayLike<number>, what = 'amount'): void {
  checkKind(`${what}s`, amounts, 'list');
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) {
    if (!Number.isFinite(amounts[i]) || amounts[i] < 0)
      throw new RangeError(`${what} ${i} is ${amounts[i]}, and must be 0 or more`);
    sum += amounts[i];
  }
  if (sum === Infinity)
    throw new RangeError(`each ${what} is finite, and they must add up to a finite number`);
}

/**
 * s_i = x_i/Σx and w_i = f_i/Σf (1/n without weights). None, with the reason, where there are no places or a sum is 0.
 *
 * @throws RangeError for negative or non-finite numbers, or lengths that differ
 */
export function portions(amounts: ArrayLike<number>, weights?: ArrayLike<number>): Portions {
  checkAmounts(amounts);
  const n = amounts.length;
  if (weights !== undefined) {
    checkAmounts(weights, 'weight');
    if (weights.length !== n) throw new RangeError(`${n} amounts, ${weights.length} weights`);
  }
  const none = (reason: Reason, code: ReasonCode): Portions =>
    Object.freeze({ s: null, w: null, total: null, reason, code });
  if (n === 0) return none('there is no place', 'empty');
  const x = Float64Array.from(amounts);
  const f = weights === undefined ? new Float64Array(n).fill(1) : Float64Array.from(weights);
  const total = x.reduce((sum, value) => sum + value, 0);
  const whole = f.reduce((sum, value) => sum + value, 0);
  if (total === 0) return none('the amounts sum to 0', 'zero-margin');
  if (whole === 0) return none('the weights sum to 0', 'zero-margin');
  return Object.freeze({
    s: x.map((value) => value / total),
    w: f.map((value) => value / whole),
    total,
    reason: null,
  });
}
