import type { Estimate } from './estimate.ts';
import { type FittedFlows, fitFlows } from '../flows/fit-flows.ts';
import type { FlowModel } from './model.ts';
import { type EstimateOptions, resultOf, settled } from './result.ts';

/**
 * Poisson pseudo maximum likelihood with any number of fixed effects: E[y] = exp(Xβ + effects + offset). Right if the
 * mean is right, whatever the distribution (Santos Silva & Tenreyro 2006, doi:10.1162/rest.88.4.641): y may be
 * fractional and more spread than Poisson; zeros stay, and nothing is ever added to take a logarithm.
 *
 * Flows without direction take the effects of cities in years at both ends (`ends`), as which end comes first says
 * nothing. Rows that are alone in a level, of levels that are all zero, or separated are dropped and counted; regressors
 * that effects or others make up are left out and named. Converged means that the next step would be below rounding; the
 * same rows in another order give the same digits.
 *
 * Three-way effects (both cities in each year, and the pair) leave a bias of the order 1/cities, and errors clustered by
 * pair that are too small (Weidner & Zylkin 2021, doi:10.1016/j.jinteco.2021.103513): see `jackknifeCities` for errors. The
 * bias is not taken away.
 *
 * @throws RangeError that names what is wrong with the model; where no rows are left; for fewer than two clusters;
 *   SeparationUndecided, which names rows and regressor, where it cannot be decided whether rows are separated
 */
export function ppml(model: FlowModel, options: EstimateOptions = {}): Estimate {
  const settings = settled(options);
  const { errors } = settings;
  return estimateOf(fitFlows(model, errors.kind === 'cluster' ? errors.by : []), settings);
}

/** The result of flows that were fitted, with the clusters they were fitted with. */
export function estimateOf(fitted: FittedFlows, settings: Required<EstimateOptions>): Estimate {
  const { sample, basis, flow, fit } = fitted;
  return resultOf(
    {
      estimator: 'ppml',
      sample,
      basis,
      flow,
      coefficients: fit.coefficients,
      regressors: fit.regressors,
      information: fit.information,
      fitted: fit.mu,
      deviance: fit.deviance,
      convergence: { converged: fit.converged, iterations: fit.iterations, sweeps: fit.steps },
    },
    settings,
  );
}
