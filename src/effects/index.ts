/**
 * `synopolis/effects`: did a policy change the flows between places? Poisson pseudo maximum likelihood with any number
 * of fixed effects, event studies, and what says whether it could be chance; each subject can be
 * imported by itself (`synopolis/effects/ppml`). Pure functions: arrays in, frozen results
 * out.
 */
export { EstimationError } from './estimation-error.ts';
export * from './event-study/index.ts';
export * from './flows/index.ts';
export * from './placebo/index.ts';
export * from './ppml/index.ts';
export * from './separation/index.ts';
export * from './statements/index.ts';
