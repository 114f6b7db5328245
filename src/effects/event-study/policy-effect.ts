import type { Estimate } from '../ppml/estimate.ts';
import { estimatorOf } from '../ppml/estimator.ts';
import type { FlowModel } from '../ppml/model.ts';
import { afterPolicy, checkPolicy, type Policy } from './policy.ts';
import type { EstimateOptions } from '../ppml/result.ts';

/** The regressor of a pooled effect. */
export const POLICY = 'policy';

/**
 * The effect of a policy over all its years in one number: the coefficient `policy` of treated × after. With the effects
 * of both cities in each year and of the pair, only pairs can tell it: that both ends are inside, not that a city joined.
 * What it says is relative: what rises inside has fallen elsewhere, as cities' totals are in their own effects.
 *
 * @throws RangeError as `checkPolicy` and the estimator; where a regressor is called `policy` already
 */
export function policyEffect(
  model: FlowModel,
  policy: Policy,
  options: EstimateOptions & { readonly estimator?: Estimate['estimator'] } = {},
): Estimate {
  return estimatorOf(options.estimator)(withPolicy(model, policy), options);
}

/** The model with the regressor of the policy as its first. Errors as `policyEffect`. */
export function withPolicy(model: FlowModel, policy: Policy): FlowModel {
  checkPolicy(model, policy);
  if (POLICY in model.regressors) throw new RangeError(`a regressor is called ${POLICY} already`);
  return { ...model, regressors: { [POLICY]: afterPolicy(policy), ...model.regressors } };
}
