import { EstimationError, messages } from '../estimation-error.ts';
import { checkParts } from '../../measures/arguments.ts';
import { checkModelParts, type FlowModel } from '../ppml/model.ts';

/** Whom a policy concerns, and from when on. */
export interface Policy {
  /** The year of each row. */
  readonly time: ArrayLike<number>;
  /** 1 for a row that the policy concerns (in every year, before it too), else 0. */
  readonly treated: ArrayLike<number>;
  /** Its first year. */
  readonly from: number;
}

/**
 * Refuses designs that cannot tell an effect, whatever the estimator would print.
 *
 * @throws RangeError for lists of other lengths than y, times that are no whole numbers, `treated` other than 0 and 1;
 * where nothing is treated or everything, where there is one period, or none before or after the policy
 */
export function checkPolicy(model: FlowModel, policy: Policy): void {
  checkModelParts(model);
  checkPolicyParts(policy);
  const { time, treated, from } = policy;
  const n = model.y.length;
  if (time.length !== n) throw new RangeError(`time must have ${n} rows as y has, got ${time.length}`);
  if (treated.length !== n)
    throw new RangeError(`treated must have ${n} rows as y has, got ${treated.length}`);
  if (!Number.isSafeInteger(from)) throw new RangeError(`the policy must begin in a whole year, got ${from}`);
  let [first, last, rows] = [Infinity, -Infinity, 0];
  for (let i = 0; i < n; i++) {
    if (!Number.isSafeInteger(time[i]))
      throw new RangeError(`time must be whole years, number ${i} is ${time[i]}`);
    if (treated[i] !== 0 && treated[i] !== 1)
      throw new RangeError(`treated must be 0 or 1, number ${i} is ${treated[i]}`);
    first = Math.min(first, time[i]);
    last = Math.max(last, time[i]);
    rows += treated[i];
  }
  if (n === 0) throw new EstimationError(messages.noRows());
  if (first === last) throw new EstimationError(messages.onePeriod({ period: first }));
  if (rows === 0) throw new EstimationError(messages.noneTreated());
  if (rows === n) throw new EstimationError(messages.allTreated());
  if (from <= first || from > last) throw new EstimationError(messages.policyOutside({ first, last, from }));
}

/** @throws TypeError that names a part of a policy that is missing or of another kind */
export function checkPolicyParts(policy: Policy): void {
  checkParts('policy', policy, { time: 'list', treated: 'list', from: 'number' });
}

/** treated × (time ≥ from), the regressor of a pooled effect. */
export function afterPolicy({ time, treated, from }: Policy): Float64Array {
  const column = new Float64Array(time.length);
  for (let i = 0; i < column.length; i++) column[i] = treated[i] === 1 && time[i] >= from ? 1 : 0;
  return column;
}
