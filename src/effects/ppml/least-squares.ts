import { EstimationError, messages } from '../estimation-error.ts';
import { Absorber } from './absorb.ts';
import type { Estimate } from './estimate.ts';
import { basisOf } from '../flows/fit-flows.ts';
import { incidenceOf } from '../flows/incidence.ts';
import { checkModel, type FlowModel } from './model.ts';
import { prune } from './prune.ts';
import { type EstimateOptions, resultOf, settled } from './result.ts';
import { makeSample } from './sample.ts';
import { product } from './weighted.ts';

/**
 * Least squares with any number of fixed effects: y = Xβ + effects + offset + u, by partialling the effects out of y
 * and X (Frisch & Waugh 1933). For outcomes that are no flows, such as a share or an index; a logarithm of flows drops
 * their zeros and is no substitute for `ppml`.
 *
 * @throws RangeError that names what is wrong with the model; where no rows are left; for fewer than two clusters
 */
export function leastSquares(model: FlowModel, options: EstimateOptions = {}): Estimate {
  const settings = settled(options);
  const { errors } = settings;
  checkModel(model, false);
  const whole = makeSample(model, errors.kind === 'cluster' ? errors.by : []);
  const { sample, singletons } = prune(whole, false);
  const { y, weights, offset } = sample;
  const n = y.length;
  if (n === 0) throw new EstimationError(messages.allAlone());
  const incidence = incidenceOf(sample);
  const basis = basisOf(sample, incidence);
  const w = weights ?? new Float64Array(n).fill(1);
  const absorber = new Absorber(incidence);
  absorber.setWeights(w);
  const left = Float64Array.from(y, (value, i) => value - (offset === null ? 0 : offset[i]));
  absorber.absorb(left, 1e-12);
  const p = basis.q.length;
  // Q is at right angles with QᵀWQ = ΣW.
  const scale = w.reduce((sum, weight) => sum + weight, 0);
  const coefficients = Float64Array.from(basis.q, (column) => product(column, left, w) / scale);
  for (const [c, column] of basis.q.entries())
    for (let i = 0; i < n; i++) left[i] -= coefficients[c] * column[i];
  const information = new Float64Array(p * p);
  for (let c = 0; c < p; c++) information[c * p + c] = scale;
  return resultOf(
    {
      estimator: 'least-squares',
      sample,
      basis,
      flow: Object.freeze({
        rows: whole.y.length,
        zeros: whole.y.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0),
        singletons,
        allZero: 0,
        separated: 0,
        used: n,
      }),
      coefficients,
      regressors: basis.q,
      information,
      fitted: y.map((value, i) => value - left[i]),
      deviance: product(left, left, w),
      convergence: { converged: true, iterations: 1, sweeps: absorber.steps },
    },
    settings,
  );
}
