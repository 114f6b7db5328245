import { checkParts } from '../../measures/arguments.ts';
import type { Matrix, ReasonCode } from '../../measures/index.ts';
import type { Factor } from './errors.ts';
import type { SampleFlow } from '../flows/fit-flows.ts';

/** English and Chinese of one text. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** A coefficient with what can be said of it; all null, with the reason, where there is none. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number | null;
  readonly standardError: number | null;
  /** At the level of the estimate. */
  readonly interval: readonly [number, number] | null;
  /** estimate / standard error. */
  readonly statistic: number | null;
  /** Two-sided, of no effect. */
  readonly p: number | null;
  /** exp(b) − 1, the part by which flows change, its ends those of the interval transformed; of flows only. */
  readonly change: { readonly value: number; readonly interval: readonly [number, number] | null } | null;
  /** The smallest |b| that such data would have shown with a probability of 80 %, at this level. */
  readonly detectable: number | null;
  readonly reason: Text | null;
  readonly code: ReasonCode | null;
  /** What may be said of it, in a sentence. */
  readonly said: Text;
}

/** How far an effect's levels are from Σ fitted = Σ y, which a converged fit has in every level. */
export interface Balance {
  readonly effect: string;
  /** The greatest |Σ fitted − Σ y| of a level, as a part of its Σ y (of least squares: of its Σ |y|). */
  readonly worst: number;
}

/** One answer of any estimator: what was fitted to what, what came out, and what to think of it. */
export interface Estimate {
  readonly estimator: 'ppml' | 'least-squares';
  readonly equation: Text;
  readonly sample: SampleFlow;
  readonly effects: readonly {
    readonly name: string;
    readonly levels: number;
    /** Whether a row has the levels of both its ends. */
    readonly bothEnds: boolean;
  }[];
  readonly errors: {
    readonly kind: 'iid' | 'robust' | 'cluster';
    readonly factor: Factor;
    /** What variances were multiplied by. */
    readonly size: number;
    readonly clusters: readonly { readonly name: string; readonly count: number }[];
    /** Of t; null: the normal distribution. */
    readonly degrees: number | null;
  };
  readonly level: number;
  /** In the order of the regressors, those left out too. */
  readonly coefficients: readonly Coefficient[];
  /** Of the coefficients that there are. */
  readonly covariance: Matrix;
  readonly convergence: {
    readonly converged: boolean;
    readonly iterations: number;
    /** Sweeps of the effects, over all columns and iterations. */
    readonly sweeps: number;
  };
  /** Of flows −2 (ln L − ln L of a perfect fit); of least squares Σ w u². */
  readonly deviance: number;
  /** Of flows, with −ln y! (Γ where y is not whole); null for least squares. */
  readonly logLikelihood: number | null;
  readonly balance: readonly Balance[];
  readonly warnings: readonly Text[];
  /** Rows that were used, by their places in the model, and what was fitted for each. */
  readonly rows: Int32Array;
  readonly fitted: Float64Array;
}

/** @throws RangeError where the estimate has no regressor of the name */
export function coefficientOf(estimate: Estimate, name: string): Coefficient {
  checkParts('estimate', estimate, { coefficients: 'list' });
  const found = estimate.coefficients.find((coefficient) => coefficient.name === name);
  if (found !== undefined) return found;
  const names = estimate.coefficients.map((coefficient) => coefficient.name).join(', ');
  throw new RangeError(`${name} is no regressor of this estimate; there are ${names}`);
}
