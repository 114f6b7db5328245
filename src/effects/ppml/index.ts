export type { Errors, Factor } from './errors.ts';
export { type Coefficient, coefficientOf, type Estimate, type Balance, type Text } from './estimate.ts';
export { leastSquares } from './least-squares.ts';
export type { FixedEffect, FlowModel } from './model.ts';
export { ppml } from './ppml.ts';
export type { EstimateOptions } from './result.ts';
export type { Named } from './sample.ts';
export { wald, type WaldTest } from './wald.ts';
