import { checkKind as checkArgument } from '../../measures/arguments.ts';
import { checkModelParts, type FlowModel } from '../ppml/model.ts';
import { observedEffect, type Placebo, refitPlacebo, type Tails } from './placebo.ts';
import type { Policy } from '../event-study/policy.ts';
import { policyEffect } from '../event-study/policy-effect.ts';

/**
 * Did what the policy does not concern move as well? The same design on other outcomes of the same rows, such as flows
 * in fields outside the policy. If they rose alike, something else was at work.
 *
 * @param outcomes n numbers each, by name
 * @throws RangeError as `policyEffect`; without outcomes
 */
export function placeboFields(
  model: FlowModel,
  policy: Policy,
  outcomes: Readonly<Record<string, ArrayLike<number>>>,
  tails: Tails = 'two-sided',
): Placebo {
  checkModelParts(model);
  checkArgument('outcomes', outcomes, 'record');
  const names = Object.keys(outcomes);
  if (names.length === 0) throw new RangeError('there must be one outcome or more, got none');
  const cases = names.map((drawn) => ({
    drawn,
    estimate: policyEffect({ ...model, y: outcomes[drawn] }, policy),
  }));
  return refitPlacebo('fields', observedEffect(policyEffect(model, policy)), cases, tails);
}
