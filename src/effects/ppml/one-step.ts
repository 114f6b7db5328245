import { Absorber } from './absorb.ts';
import type { FittedFlows } from '../flows/fit-flows.ts';
import { solvePositive } from '../separation/positive.ts';
import { product } from './weighted.ts';

/** Good for three digits of a one-step estimate, which is not right to more. */
const TOLERANCE = 1e-3;

/**
 * What the coefficient of one more regressor would be, by one Newton step from a fitted model:
 * b = Σ d w (y − μ) / Σ w μ d̃², d̃ what the effects and the other regressors leave of d. The numerator needs no
 * absorption, as at the fit y − μ is at right angles to all that is in the model; the denominator needs one. Right to
 * the first order in b. How far it is off at the second hangs on the part s of the flows of a unit that d marks: where
 * nothing else is absorbed, and π = s·eᵇ / (1 − s + s·eᵇ) of them come to lie there, the step is (π − s) / (s − s²). At
 * s = 1/2 that is 2 tanh(b/2), 0.395 for 0.4 and 1.70 for 2.5; at s = 1/4 it is 0.44 for 0.4 and −0.51 for −0.6.
 */
export class OneStep {
  private readonly absorber: Absorber;
  private readonly weights: Float64Array;
  private readonly residuals: Float64Array;

  constructor(private readonly fitted: FittedFlows) {
    const { sample, incidence, fit } = fitted;
    const n = sample.y.length;
    this.weights = new Float64Array(n);
    this.residuals = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const w = sample.weights === null ? 1 : sample.weights[i];
      this.weights[i] = w * fit.mu[i];
      this.residuals[i] = w * (sample.y[i] - fit.mu[i]);
    }
    this.absorber = new Absorber(incidence);
    this.absorber.setWeights(this.weights);
  }

  /**
   * @param regressor of the rows of the fitted sample; overwritten
   * @returns null where effects and regressors make it up, or nothing of it is in the sample
   */
  of(regressor: Float64Array): number | null {
    const { regressors, information } = this.fitted.fit;
    let [gradient, size] = [0, 0];
    for (let i = 0; i < regressor.length; i++) {
      gradient += regressor[i] * this.residuals[i];
      size += this.weights[i] * regressor[i] * regressor[i];
    }
    this.absorber.absorb(regressor, TOLERANCE);
    let left = product(regressor, regressor, this.weights);
    if (regressors.length > 0) {
      const shared = Float64Array.from(regressors, (x) => product(x, regressor, this.weights));
      const parts = solvePositive(information, shared);
      for (let c = 0; c < parts.length; c++) left -= parts[c] * shared[c];
    }
    return left > 1e-6 * size ? gradient / left : null;
  }
}
