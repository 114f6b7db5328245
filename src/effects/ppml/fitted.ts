import type { Estimate } from './estimate.ts';
import type { SampleFlow } from '../flows/fit-flows.ts';
import type { Basis } from './independent.ts';
import type { Sample } from './sample.ts';

/** A fit as both estimators leave it. */
export interface Fitted {
  readonly estimator: Estimate['estimator'];
  readonly sample: Sample;
  readonly basis: Basis;
  readonly flow: SampleFlow;
  /** In the basis. */
  readonly coefficients: Float64Array;
  readonly regressors: readonly Float64Array[];
  readonly information: Float64Array;
  readonly fitted: Float64Array;
  readonly deviance: number;
  readonly convergence: Estimate['convergence'];
}
