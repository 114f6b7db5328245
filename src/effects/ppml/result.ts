import { checkKind as checkArgument, checkParts } from '../../measures/arguments.ts';
import { lnGamma, matrix } from '../../measures/index.ts';
import { coefficients } from './coefficients.ts';
import { covarianceOf, type Covariance, type Errors, type Factor } from './errors.ts';
import { equation } from './equation.ts';
import type { Balance, Estimate } from './estimate.ts';
import type { Fitted } from './fitted.ts';
import { turnedBack } from './poisson.ts';
import { sandwichUpper } from '../separation/positive.ts';
import type { Sample } from './sample.ts';
import { warningsOf } from '../statements/warnings.ts';

/** How an estimate is to be made, whatever the estimator. */
export interface EstimateOptions {
  /** `robust` where left out. */
  readonly errors?: Errors;
  /** `ppmlhdfe` where left out. */
  readonly factor?: Factor;
  /** Of intervals, 0.95 where left out. */
  readonly level?: number;
}

/** @throws RangeError where the level does not lie between 0 and 1, for unknown errors or factors, without clusters */
export function settled(options: EstimateOptions): Required<EstimateOptions> {
  checkArgument('options', options, 'record');
  const { errors = { kind: 'robust' }, factor = 'ppmlhdfe', level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie between 0 and 1, got ${level}`);
  checkParts('options.errors', errors, { kind: 'text', 'by?': 'list' });
  if ((errors as { kind: string; by?: unknown }).kind === 'cluster')
    checkParts('options.errors', errors, { by: 'list' });
  oneOf('errors', errors.kind, ['iid', 'robust', 'cluster']);
  oneOf('factor', factor, ['ppmlhdfe', 'fixest', 'none']);
  if (errors.kind === 'cluster' && errors.by.length === 0)
    throw new RangeError('clusters must be by one list of labels or more, got none');
  return { errors, factor, level };
}

/** @throws RangeError for a value that is none of those allowed, as may come from where types are not checked */
export function oneOf(name: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value))
    throw new RangeError(`${name} must be one of ${allowed.join(', ')}, got ${value}`);
}

/** The result of a fit: coefficients, errors, and everything that was noticed. */
export function resultOf(fit: Fitted, options: Required<EstimateOptions>): Estimate {
  const { sample, basis, flow } = fit;
  const { y, weights } = sample;
  const flows = fit.estimator === 'ppml';
  const residuals = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++)
    residuals[i] = (weights === null ? 1 : weights[i]) * (y[i] - fit.fitted[i]);
  const covariance = covarianceOf(
    {
      regressors: fit.regressors,
      residuals,
      information: fit.information,
      squares: flows ? null : fit.deviance,
      clusters: sample.clusters,
      dimensions: sample.dimensions,
    },
    options.errors,
    options.factor,
  );
  const p = basis.kept.length;
  const own = sandwichUpper(basis.r, covariance.matrix, p);
  const names = basis.kept.map((place) => sample.names[place]);
  const balance = balanceOf(sample, fit.fitted);
  const order = asGiven(sample.rows, flow.rows);
  return Object.freeze({
    estimator: fit.estimator,
    equation: equation(fit, options.errors),
    sample: flow,
    effects: sample.dimensions.map(({ name, levels, second }) => ({
      name,
      levels,
      bothEnds: second !== null,
    })),
    errors: {
      kind: options.errors.kind,
      factor: options.factor,
      size: covariance.factor,
      clusters: clustersOf(options.errors, covariance),
      degrees: covariance.degrees,
    },
    level: options.level,
    coefficients: coefficients({
      names: sample.names,
      kept: basis.kept,
      values: turnedBack(basis, fit.coefficients),
      covariance: own,
      dropped: basis.dropped,
      degrees: covariance.degrees,
      level: options.level,
      flows,
    }),
    covariance: matrix(names, names, own),
    convergence: fit.convergence,
    deviance: fit.deviance,
    logLikelihood: flows ? logLikelihood(sample, fit.fitted) : null,
    balance,
    warnings: warningsOf(fit, covariance, balance),
    rows: order.map((at) => sample.rows[at]),
    fitted: new Float64Array(order.length).map((_, k) => fit.fitted[order[k]]),
  });
}

/** The places of rows in the order of the model, of so many rows in all. */
function asGiven(rows: Int32Array, all: number): Int32Array {
  const places = new Int32Array(all).fill(-1);
  for (let at = 0; at < rows.length; at++) places[rows[at]] = at;
  return places.filter((at) => at >= 0);
}

function clustersOf(errors: Errors, covariance: Covariance): Estimate['errors']['clusters'] {
  if (errors.kind !== 'cluster') return [];
  return errors.by.map(({ name }, k) => ({ name, count: covariance.clusters[k] }));
}

/** Σ w (y ln μ − μ − ln Γ(y + 1)). */
function logLikelihood({ y, weights }: Sample, mu: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const part =
      (y[i] > 0 ? y[i] * Math.log(mu[i]) : 0) - mu[i] - (y[i] > 1 || y[i] % 1 !== 0 ? lnGamma(y[i] + 1) : 0);
    sum += weights === null ? part : weights[i] * part;
  }
  return sum;
}

function balanceOf({ y, weights, dimensions }: Sample, fitted: Float64Array): readonly Balance[] {
  return dimensions.map(({ name, first, second, levels }) => {
    const gap = new Float64Array(levels);
    const size = new Float64Array(levels);
    for (const ends of second === null ? [first] : [first, second])
      for (let i = 0; i < y.length; i++) {
        const w = weights === null ? 1 : weights[i];
        gap[ends[i]] += w * (fitted[i] - y[i]);
        size[ends[i]] += w * Math.abs(y[i]);
      }
    let worst = 0;
    for (let k = 0; k < levels; k++) if (size[k] > 0) worst = Math.max(worst, Math.abs(gap[k]) / size[k]);
    return Object.freeze({ effect: name, worst });
  });
}
