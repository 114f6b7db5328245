import type { Reason } from '../../base/index.ts';
import { checkAmounts } from '../inequality/amounts.ts';
import { checkKind } from '../arguments.ts';
import { average, logarithms, noiseOf, NOT_POSITIVE } from './logarithms.ts';
import { known, unknown, type Quantity, type ReasonCode } from '../quantity.ts';
import { sigma } from './sigma.ts';
import { studentP } from '../distributions/student.ts';

/** β-convergence of n places from a first to a last time. */
export type BetaConvergence =
  | Readonly<{
      n: number;
      alpha: number;
      beta: number;
      /** Of β: classical (alike errors), and HC1 (unlike ones). */
      standardError: number;
      robustError: number;
      t: number | null;
      /** Two-sided, Student with n − 2 degrees of freedom; null where every place lies on the line. */
      p: number | null;
      r2: number | null;
      /** λ = −ln(1 + βT)/T a year: how fast the gap closes. */
      speed: Quantity;
      /** Years until half the gap is closed, ln 2/λ. */
      halfLife: Quantity;
      reason: null;
    }>
  | Readonly<{
      n: number;
      alpha: null;
      beta: null;
      standardError: null;
      robustError: null;
      t: null;
      p: null;
      r2: null;
      speed: Quantity;
      halfLife: Quantity;
      reason: Reason;
      code: ReasonCode;
    }>;

/**
 * Absolute β-convergence: whether places that began lower grew faster. Least squares of growth a year on the start,
 *
 *     (1/T)·ln(y_T / y_0) = α + β·ln y_0 + u
 *
 * with λ = −ln(1 + βT)/T, as β is annualised (λ = −ln(1 + β)/T belongs to growth over the whole time and is about T
 * times too slow here). β < 0 does not mean that places grow alike: they may change ranks, and errors of measurement in
 * y_0 alone make it negative (`betaNoise`). Undefined: fewer than three places (`too-few`), an amount of 0
 * (`not-positive`), or places that all begin alike (`constant`). λ is undefined where 1 + βT ≤ 0 (they overshoot,
 * `not-positive`), the half-life where λ ≤ 0 (the gap does not close, `infinite`). The unit of the amounts does not matter.
 *
 * Sources: Barro & Sala-i-Martin 1992, Journal of Political Economy 100:223; Quah 1993, Scandinavian Journal of
 * Economics 95:427.
 *
 * @param first y_0 and `last` y_T: n amounts, none negative
 * @param years T, years between the two times, above 0
 * @throws RangeError for negative or non-finite amounts, lengths that differ, or a T that is not a finite number above 0
 */
export function betaConvergence(
  first: ArrayLike<number>,
  last: ArrayLike<number>,
  years: number,
): BetaConvergence {
  checkKind('first', first, 'list');
  checkKind('last', last, 'list');
  const n = first.length;
  if (last.length !== n) throw new RangeError(`${n} places first, ${last.length} last`);
  checkYears(years);
  const [z, end] = [logarithms(first, 'first'), logarithms(last, 'last')];
  const none = (reason: Reason, code: ReasonCode): BetaConvergence =>
    Object.freeze({
      n,
      alpha: null,
      beta: null,
      standardError: null,
      robustError: null,
      t: null,
      p: null,
      r2: null,
      speed: unknown(reason, code),
      halfLife: unknown(reason, code),
      reason,
      code,
    });
  if (n < 3) return none('fewer than three places', 'too-few');
  if (z === null || end === null) return none(NOT_POSITIVE, 'not-positive');
  const growth = z.map((start, i) => (end[i] - start) / years);
  const [zMean, gMean] = [average(z), average(growth)];
  let [zz, zg, gg] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    zz += (z[i] - zMean) ** 2;
    zg += (z[i] - zMean) * (growth[i] - gMean);
    gg += (growth[i] - gMean) ** 2;
  }
  if (zz <= n * (8 * Number.EPSILON * Math.abs(zMean)) ** 2)
    return none('all places begin alike', 'constant');
  const beta = zg / zz;
  const alpha = gMean - beta * zMean;
  let [residual, meat] = [0, 0];
  for (let i = 0; i < n; i++) {
    const square = (growth[i] - alpha - beta * z[i]) ** 2;
    residual += square;
    meat += (z[i] - zMean) ** 2 * square;
  }
  const exactly = residual <= 1e-28 * (gg + 1e-300);
  const standardError = exactly ? 0 : Math.sqrt(residual / (n - 2) / zz);
  const t = standardError === 0 ? null : beta / standardError;
  const speed = speedOf(beta, years);
  return Object.freeze({
    n,
    alpha,
    beta,
    standardError,
    robustError: exactly ? 0 : Math.sqrt((meat * n) / (n - 2)) / zz,
    t,
    p: t === null ? null : studentP(t, n - 2),
    r2: gg === 0 ? null : 1 - residual / gg,
    speed,
    halfLife: halfLifeOf(speed),
    reason: null,
  });
}

function checkYears(years: number): void {
  if (!(years > 0) || !Number.isFinite(years))
    throw new RangeError(`years must be a finite number above 0, got ${years}`);
}

function checkBeta(beta: number): void {
  if (!Number.isFinite(beta)) throw new RangeError(`beta must be finite, got ${beta}`);
}

/**
 * λ = −ln(1 + βT)/T of an annualised β. Undefined where 1 + βT ≤ 0 (`not-positive`).
 *
 * @throws RangeError for a β that is not finite, or a T that is not a finite number above 0
 */
export function speedOf(beta: number, years: number): Quantity {
  checkBeta(beta);
  checkYears(years);
  const left = 1 + beta * years;
  return left > 0
    ? known(left === 1 ? 0 : -Math.log(left) / years)
    : unknown('places overshoot: 1 + βT is not positive', 'not-positive');
}

/** ln 2/λ. Undefined where λ is, or is not positive (`infinite`). */
export function halfLifeOf(speed: Quantity): Quantity {
  checkKind('speed', speed, 'record');
  if (speed.value === null) return speed;
  checkKind('speed.value', speed.value, 'number');
  return speed.value > 0 ? known(Math.LN2 / speed.value) : unknown('the gap does not close', 'infinite');
}

/** What noise in the first amounts does to β. */
export interface BetaNoise {
  /** Part of the variance of ln y_0 that is no noise. */
  readonly reliability: number;
  /** β as it would be without: (β̂ + r/T)/(1 − r) with r = 1 − reliability; undefined where all is noise. */
  readonly corrected: Quantity;
  /** β̂ − corrected, the part that noise alone makes. */
  readonly bias: Quantity;
}

/**
 * Noise in ln y_0 enters start and growth with opposite signs and draws β towards convergence, by −(β + 1/T)·r to first
 * order, where r is the noise's part of the variance of ln y_0. With amounts that are sums over few works it is not small.
 * Undefined where places do not differ at first (`constant`) or by noise only (`not-identified`), and as `sigma`.
 *
 * @param first y_0, n amounts; `variances`: theirs over resampled works. `beta`, `years` as `betaConvergence`
 * @throws RangeError for negative or non-finite numbers, lengths that differ, or a T that is not above 0
 */
export function betaNoise(
  first: ArrayLike<number>,
  variances: ArrayLike<number>,
  beta: number,
  years: number,
): BetaNoise {
  checkKind('first', first, 'list');
  checkKind('variances', variances, 'list');
  if (variances.length !== first.length)
    throw new RangeError(`${first.length} places, ${variances.length} variances`);
  checkAmounts(first, 'first');
  checkAmounts(variances, 'variance');
  checkBeta(beta);
  checkYears(years);
  const spread = sigma(first);
  if (spread.value === null || spread.value === 0) {
    const alike = spread.value === null ? spread : unknown('all places begin alike', 'constant');
    return Object.freeze({ reliability: 0, corrected: alike, bias: alike });
  }
  const r = noiseOf(first, variances) / spread.value ** 2;
  if (r >= 1) {
    const all = unknown('what sets the places apart at first is no more than noise', 'not-identified');
    return Object.freeze({ reliability: 0, corrected: all, bias: all });
  }
  const corrected = (beta + r / years) / (1 - r);
  return Object.freeze({ reliability: 1 - r, corrected: known(corrected), bias: known(beta - corrected) });
}

/** ∂β̂/∂(ln y_0) and ∂β̂/∂(ln y_T), n numbers each: for the error of β̂ from works. Null where β is undefined. */
export function betaGradient(
  first: ArrayLike<number>,
  last: ArrayLike<number>,
  years: number,
): Readonly<{ first: Float64Array; last: Float64Array }> | null {
  const fit = betaConvergence(first, last, years);
  const z = logarithms(first);
  if (fit.beta === null || z === null) return null;
  const end = logarithms(last)!;
  const mean = average(z);
  const zz = z.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const centred = z.map((x) => x - mean);
  // β̂ = Σ d_i g_i/Σ d_i², d = ln y_0 − mean, g = growth: through d it moves by (residual − β̂·d)/Σd² each.
  return Object.freeze({
    last: Float64Array.from(centred, (d) => d / (years * zz)),
    first: Float64Array.from(centred, (d, i) => {
      const residual = (end[i] - z[i]) / years - fit.alpha - fit.beta * z[i];
      return (residual - fit.beta * d) / zz - d / (years * zz);
    }),
  });
}
