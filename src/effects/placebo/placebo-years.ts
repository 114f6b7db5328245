import { EstimationError, messages } from '../estimation-error.ts';
import { checkModelParts, type FlowModel } from '../ppml/model.ts';
import { observedEffect, type Placebo, refitPlacebo, type Tails } from './placebo.ts';
import { checkPolicyParts, type Policy } from '../event-study/policy.ts';
import { policyEffect } from '../event-study/policy-effect.ts';
import { pickRows } from '../ppml/rows.ts';

/**
 * Could it have been seen before? The rows before the policy alone, with the policy put in each of their years but the
 * first in turn. There are few of these, they share their rows, and their spans are shorter than that of the policy: a
 * picture more than a test.
 *
 * @throws RangeError as `policyEffect`; where fewer than two years lie before the policy
 */
export function placeboYears(model: FlowModel, policy: Policy, tails: Tails = 'two-sided'): Placebo {
  checkModelParts(model);
  checkPolicyParts(policy);
  const rows = Int32Array.from(rowsBefore(policy));
  const years = [...new Set(Array.from(rows, (i) => policy.time[i]))].sort((a, b) => a - b).slice(1);
  if (years.length === 0) throw new EstimationError(messages.oneYearBefore({ from: policy.from }));
  const before = pickRows(model, rows);
  const time = Array.from(rows, (i) => policy.time[i]);
  const treated = Array.from(rows, (i) => policy.treated[i]);
  const cases = years.map((from) => ({
    drawn: String(from),
    estimate: policyEffect(before, { time, treated, from }),
  }));
  return refitPlacebo('years', observedEffect(policyEffect(model, policy)), cases, tails);
}

function* rowsBefore({ time, from }: Policy): Generator<number> {
  for (let i = 0; i < time.length; i++) if (time[i] < from) yield i;
}
