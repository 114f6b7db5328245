import { checkDegreesOfFreedom } from './degrees.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { lnGamma } from './ln-gamma.ts';
import { quantileSearch, type Tail } from './quantile-search.ts';

function check(x: number, degrees: number): void {
  if (!(x >= 0)) throw new RangeError(`χ² must be 0 or more, got ${x}`);
  checkDegreesOfFreedom(degrees);
}

/**
 * P(X ≤ x) of χ² with ν degrees of freedom, P(ν/2, x/2). Right to about 10⁻¹³ of itself in the lower tail; the upper is
 * `chiSquaredP`.
 *
 * @throws RangeError unless x ≥ 0 and 0 < ν ≤ 2·10¹⁰
 */
export function chiSquaredCdf(x: number, degrees: number): number {
  check(x, degrees);
  return incompleteGamma(degrees / 2, x / 2).lower;
}

/** P(X ≥ x) of χ², the p of a test, right to about 10⁻¹³ of itself as far as 10⁻³⁰⁰. Errors as `chiSquaredCdf`. */
export function chiSquaredP(x: number, degrees: number): number {
  check(x, degrees);
  return incompleteGamma(degrees / 2, x / 2).upper;
}

/**
 * x with P(X ≤ x) = p, or with P(X ≥ x) = p for the upper tail, which keeps small p exact. Relative error about 10⁻¹².
 *
 * @throws RangeError unless 0 < p < 1 and 0 < ν ≤ 2·10¹⁰
 */
export function chiSquaredQuantile(p: number, degrees: number, tail: Tail = 'lower'): number {
  check(0, degrees);
  const a = degrees / 2;
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs a probability between 0 and 1, got ${p}`);
  // Near 0 P(a, x) is xᵃ/Γ(a + 1), and with hardly a degree of freedom nearly everything is there.
  const near = ((tail === 'lower' ? Math.log(p) : Math.log1p(-p)) + lnGamma(a + 1)) / a;
  if (near < -700) return 2 * Math.exp(near);
  return 2 * Math.exp(quantileSearch((u) => incompleteGamma(a, Math.exp(u)), p, tail, Math.log(a)));
}
