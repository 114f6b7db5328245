/**
 * `synopolis/effects`: did a policy change the flows between places? Poisson pseudo maximum likelihood with any number
 * of fixed effects, event studies, and what says whether it could be chance. Pure functions: arrays in, frozen results
 * out.
 */
export { type Coefficient, coefficientOf, type Estimate, type Balance, type Text } from './estimate.ts';
export type { Errors, Factor } from './errors.ts';
export { EstimationError } from './estimation-error.ts';
export { eventStudy, type EventPoint, type EventStudy, type EventStudyOptions } from './event-study.ts';
export type { SampleFlow } from './fit-flows.ts';
export { cross, type Labels } from './labels.ts';
export { type JackknifeCities, jackknifeCities } from './jackknife-cities.ts';
export { leastSquares } from './least-squares.ts';
export type { FixedEffect, FlowModel } from './model.ts';
export { type Placebo, placeboP, type Tails } from './placebo.ts';
export { placeboFields } from './placebo-fields.ts';
export { placeboRegions, type PlaceboRegionOptions, type PlaceboRegions } from './placebo-regions.ts';
export { placeboYears } from './placebo-years.ts';
export type { Policy } from './policy.ts';
export { POLICY, policyEffect, withPolicy } from './policy-effect.ts';
export { ppml } from './ppml.ts';
export { pseudoRegions, type PseudoRegions, type PseudoRegionOptions } from './pseudo-regions.ts';
export { regionDesign, type RegionDesign, type RegionPolicy } from './region-policy.ts';
export type { EstimateOptions } from './result.ts';
export type { Named } from './sample.ts';
export { type Condition, type Conditions, sentence, type Sentence } from './sentence.ts';
export { separatedRows } from './separated-rows.ts';
export { SeparationUndecided } from './undecided.ts';
export { syntheticFlows, type SyntheticFlows, type SyntheticWorld } from './synthetic-flows.ts';
export { pairClusters, pairs, undirectedEffects, type UndirectedFlows } from './undirected.ts';
export { wald, type WaldTest } from './wald.ts';
