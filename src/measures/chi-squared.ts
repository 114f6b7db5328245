import { incompleteGamma } from './incomplete-gamma.ts';
import { quantileSearch, type Tail } from './quantile-search.ts';

/**
 * P(X ≤ x) of χ² with ν degrees of freedom, P(ν/2, x/2). Right to about 10⁻¹³ of itself in the lower tail; the upper is
 * `chiSquaredP`.
 *
 * @throws RangeError unless x ≥ 0 and 0 < ν ≤ 2·10¹⁰
 */
export function chiSquaredCdf(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2).lower;
}

/** P(X ≥ x) of χ², the p of a test, right to about 10⁻¹³ of itself as far as 10⁻³⁰⁰. Errors as `chiSquaredCdf`. */
export function chiSquaredP(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2).upper;
}

/**
 * x with P(X ≤ x) = p, or with P(X ≥ x) = p for the upper tail, which keeps small p exact. Relative error about 10⁻¹².
 *
 * @throws RangeError unless 0 < p < 1 and 0 < ν ≤ 2·10¹⁰
 */
export function chiSquaredQuantile(p: number, degrees: number, tail: Tail = 'lower'): number {
  const a = degrees / 2;
  return 2 * Math.exp(quantileSearch((u) => incompleteGamma(a, Math.exp(u)), p, tail, Math.log(a)));
}
