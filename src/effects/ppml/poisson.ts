import { Absorber } from './absorb.ts';
import type { Incidence } from '../flows/incidence.ts';
import type { Basis } from './independent.ts';
import { solvePositive, solveUpper } from '../separation/positive.ts';
import type { Sample } from './sample.ts';
import { product } from './weighted.ts';

/** The square of the last step, weighted, against Σμ: the next one would be below rounding. */
const CONVERGED = 1e-20;
const MOST_ITERATIONS = 100;
/**
 * How exactly each step's effects are absorbed: the next step starts from the exact gradient, so little is enough. Where
 * steps shrink slowly all the same, regressors are hard to tell from effects, and more is needed.
 */
const STEP_TOLERANCE = 1e-3;
const FINEST_TOLERANCE = 1e-12;
const SLOW = 0.1;
/** An observed zero that has come down so far while it still falls is looked at for separation. */
const SUSPECT = 1e-9;

/** A Poisson fit in the basis at right angles. */
export interface PoissonFit {
  readonly coefficients: Float64Array;
  /** n: Xβ + effects + offset. */
  readonly eta: Float64Array;
  readonly mu: Float64Array;
  /** X̃ under the weights of the fit, p columns of n. */
  readonly regressors: readonly Float64Array[];
  /** X̃ᵀWX̃, p × p. */
  readonly information: Float64Array;
  readonly deviance: number;
  readonly iterations: number;
  /** Steps of the absorption, over all iterations. */
  readonly steps: number;
  readonly converged: boolean;
  /** Whether zeros keep falling towards minus infinity: a separated row, maybe. */
  readonly suspect: boolean;
}

/**
 * Poisson pseudo maximum likelihood by Newton's method, which is iteratively reweighted least squares: each step is a
 * weighted regression of the working residual (y − μ)/μ on the regressors, without the effects of both (Correia,
 * Guimarães & Zylkin 2020, Stata Journal 20). The residual and not the working response is what is absorbed, so that
 * each step starts from the exact gradient: inexact absorption then costs steps, never digits. A step that does not
 * lower the deviance is halved.
 *
 * @param start η to start from (in the span of regressors and effects, plus offset), such as that of a fit of nearly
 *   the same rows
 * @param patient whether to go on where zeros keep falling
 */
export function fitPoisson(
  sample: Sample,
  incidence: Incidence,
  basis: Basis,
  start: { readonly eta: Float64Array; readonly coefficients: Float64Array } | null,
  patient: boolean,
): PoissonFit {
  const { y, weights, offset } = sample;
  const n = y.length;
  const p = basis.q.length;
  const absorber = new Absorber(incidence);
  const starts = basis.q.map(() => absorber.coefficients());
  const x = basis.q.map((column) => column.slice());
  const w = new Float64Array(n);
  const work = new Float64Array(n);
  const mu = new Float64Array(n);
  const eta = new Float64Array(n);
  let coefficients: Float64Array = new Float64Array(p);
  let information: Float64Array = new Float64Array(p * p);

  const reweigh = (tolerance: number): void => {
    for (let i = 0; i < n; i++)
      w[i] = Math.max(mu[i], Number.MIN_VALUE * 1e20) * (weights === null ? 1 : weights[i]);
    absorber.setWeights(w);
    for (let c = 0; c < p; c++) {
      x[c].set(basis.q[c]);
      absorber.absorb(x[c], tolerance, starts[c]);
    }
    information = gram(x, w);
  };
  /** The part of `work` that regressors and effects make up, in place; and its coefficients. */
  const project = (tolerance: number): Float64Array => {
    const left = work.slice();
    absorber.absorb(left, tolerance);
    const shared = Float64Array.from(x, (column) => product(column, left, w));
    const step = p === 0 ? shared : solvePositive(information, shared);
    for (const [c, column] of x.entries()) {
      const part = step[c];
      for (let i = 0; i < n; i++) left[i] -= column[i] * part;
    }
    for (let i = 0; i < n; i++) work[i] -= left[i];
    return step;
  };

  if (start === null) {
    startFromData(sample, eta, mu);
    reweigh(STEP_TOLERANCE);
    for (let i = 0; i < n; i++) work[i] = eta[i] - (offset === null ? 0 : offset[i]) + (y[i] - mu[i]) / mu[i];
    coefficients = Float64Array.from(project(1e-8));
    for (let i = 0; i < n; i++) eta[i] = work[i] + (offset === null ? 0 : offset[i]);
  } else {
    eta.set(start.eta);
    coefficients = start.coefficients.slice();
  }
  for (let i = 0; i < n; i++) mu[i] = Math.exp(eta[i]);
  let deviance = devianceOf(sample, mu);
  if (!Number.isFinite(deviance)) {
    // Too far: a constant lies in the span of the effects.
    const mean = y.reduce((sum, value) => sum + value, 0) / n;
    for (let i = 0; i < n; i++) eta[i] = Math.log(mean) + (offset === null ? 0 : offset[i]);
    for (let i = 0; i < n; i++) mu[i] = Math.exp(eta[i]);
    coefficients = new Float64Array(p);
    deviance = devianceOf(sample, mu);
  }

  let [iterations, converged, suspect] = [0, false, false];
  let [tolerance, sizeBefore] = [STEP_TOLERANCE, Infinity];
  const before = new Float64Array(n);
  while (iterations < MOST_ITERATIONS) {
    iterations += 1;
    reweigh(tolerance);
    for (let i = 0; i < n; i++) work[i] = (y[i] - mu[i]) / mu[i];
    const step = project(tolerance);
    let [size, falling, total] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const part = w[i] * work[i] * work[i];
      size += part;
      total += w[i];
      if (y[i] === 0 && work[i] < -0.5) falling += part;
    }
    const small = size <= CONVERGED * total;
    if (iterations > 4 && size > SLOW * sizeBefore) tolerance = Math.max(tolerance / 100, FINEST_TOLERANCE);
    sizeBefore = size;
    before.set(eta);
    let factor = 1;
    for (let turn = 0; ; turn++) {
      for (let i = 0; i < n; i++) {
        eta[i] = before[i] + factor * work[i];
        mu[i] = Math.exp(eta[i]);
      }
      const now = devianceOf(sample, mu);
      // Near the end a step changes the deviance by less than it can be summed to.
      if (
        now <= deviance + 1e-10 * Math.abs(deviance) ||
        (turn === 0 && size <= 1e-10 * total) ||
        turn === 40
      ) {
        deviance = now;
        break;
      }
      factor /= 2;
    }
    for (let c = 0; c < p; c++) coefficients[c] += factor * step[c];
    if (small) {
      converged = true;
      break;
    }
    suspect = iterations >= 6 && falling > 0.5 * size && lowestZero(sample, mu) < 1e-3;
    if (suspect && !patient) break;
  }
  suspect ||= lowestZero(sample, mu) < SUSPECT;
  reweigh(FINEST_TOLERANCE);
  return Object.freeze({
    coefficients,
    eta,
    mu,
    regressors: x,
    information,
    deviance,
    iterations,
    steps: absorber.steps,
    converged,
    suspect,
  });
}

/** Coefficients of the regressors that are kept: β = R⁻¹b. */
export function turnedBack(basis: Basis, coefficients: Float64Array): Float64Array {
  return solveUpper(basis.r, coefficients);
}

/** η between each outcome and their mean, as ppmlhdfe starts. */
function startFromData({ y }: Sample, eta: Float64Array, mu: Float64Array): void {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  for (let i = 0; i < y.length; i++) {
    mu[i] = (y[i] + mean) / 2;
    eta[i] = Math.log(mu[i]);
  }
}

/** 2 Σ w (y ln(y/μ) − (y − μ)). */
export function devianceOf({ y, weights }: Sample, mu: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const part = (y[i] > 0 ? y[i] * Math.log(y[i] / mu[i]) : 0) - (y[i] - mu[i]);
    sum += weights === null ? part : weights[i] * part;
  }
  return 2 * sum;
}

/** μ of the zero that is fitted lowest, against the mean outcome; Infinity where no outcome is zero. */
function lowestZero({ y }: Sample, mu: Float64Array): number {
  let [least, sum] = [Infinity, 0];
  for (let i = 0; i < y.length; i++) {
    sum += y[i];
    if (y[i] === 0 && mu[i] < least) least = mu[i];
  }
  return least / (sum / y.length);
}

function gram(columns: readonly Float64Array[], w: Float64Array): Float64Array {
  const p = columns.length;
  const all = new Float64Array(p * p);
  for (let a = 0; a < p; a++)
    for (let b = 0; b <= a; b++) all[a * p + b] = all[b * p + a] = product(columns[a], columns[b], w);
  return all;
}
