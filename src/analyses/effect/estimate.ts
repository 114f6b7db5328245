import type { Message } from '../../base/index.ts';
import {
  type Coefficient,
  coefficientOf,
  type Estimate,
  EstimationError,
  eventStudy,
  type EventStudy,
  placeboRegions,
  type PlaceboRegions,
  POLICY,
  policyEffect,
  regionDesign,
} from '../../effects/index.ts';
import type { CountingName } from '../collaboration/counting.ts';
import { type CityFlows, regionPolicy } from './flows.ts';
import type { EffectParams } from './question.ts';

export interface PolicyYears {
  /** Its first year, and the first in which works may have changed. */
  readonly year: number;
  readonly from: number;
}

/** The effect over all years after the policy; the reason in words where the design cannot tell one. */
export function pooled(
  flows: CityFlows,
  counting: CountingName,
  policy: PolicyYears,
  level: number,
): { readonly estimate: Estimate; readonly coefficient: Coefficient } | { readonly refused: Message } {
  return orRefused(() => {
    const { model, policy: own, clusters } = regionDesign(regionPolicy(flows, counting, policy));
    const estimate = policyEffect(model, own, { level, errors: { kind: 'cluster', by: clusters } });
    return { estimate, coefficient: coefficientOf(estimate, POLICY) };
  });
}

/** Year by year around the policy, all years in. */
export function around(
  flows: CityFlows,
  policy: PolicyYears,
  given: Pick<EffectParams, 'counting' | 'leads' | 'lags' | 'level'>,
): EventStudy | { readonly refused: Message } {
  return orRefused(() => {
    const whole = { year: policy.year, from: policy.year };
    const { model, policy: own, clusters } = regionDesign(regionPolicy(flows, given.counting, whole));
    return eventStudy(model, own, {
      leads: Math.min(given.leads, policy.year - flows.years[0]),
      lags: Math.min(given.lags, flows.years[flows.years.length - 1] - policy.year),
      level: given.level,
      errors: { kind: 'cluster', by: clusters },
    });
  });
}

/** Against placebo regions, by one step from the fit; by refits where all of them are asked for. */
export function placebo(
  flows: CityFlows,
  policy: PolicyYears,
  { counting, draws, refits, seed }: Pick<EffectParams, 'counting' | 'draws' | 'refits' | 'seed'>,
): PlaceboRegions | { readonly refused: Message } {
  return orRefused(() =>
    placeboRegions(regionPolicy(flows, counting, policy), { draws, seed, refit: refits >= draws || refits }),
  );
}

/** What the econometrics refuse is an answer here: nothing can be told, and why. */
function orRefused<A>(ask: () => A): A | { readonly refused: Message } {
  try {
    return ask();
  } catch (error) {
    if (error instanceof EstimationError) return { refused: error.detail };
    throw error;
  }
}
