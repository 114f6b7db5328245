import { checkDegreesOfFreedom } from './degrees.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import type { Tails } from './incomplete-gamma.ts';
import { quantileSearch, type Tail } from './quantile-search.ts';

/** Both tails of F where F·ν₁/ν₂ = odds. */
function tailsAt(odds: number, above: number, below: number): Tails {
  const x = odds === Infinity ? 1 : odds / (1 + odds);
  return incompleteBeta(above / 2, below / 2, x, 1 / (1 + odds));
}

function check(x: number, above: number, below: number): void {
  if (!(x >= 0)) throw new RangeError(`F must be 0 or more, got ${x}`);
  checkDegreesOfFreedom(above);
  checkDegreesOfFreedom(below);
}

/**
 * P(X ≤ x) of F with ν₁ (above) and ν₂ (below) degrees of freedom: I(ν₁/2, ν₂/2) at ν₁x/(ν₁x + ν₂). Right to about
 * 10⁻¹³ of itself in the lower tail; the upper is `fP`.
 *
 * @throws RangeError unless x ≥ 0 and both degrees of freedom lie above 0 and not above 2·10¹⁰
 */
export function fCdf(x: number, above: number, below: number): number {
  check(x, above, below);
  return tailsAt((above / below) * x, above, below).lower;
}

/** P(X ≥ x) of F, the p of a test, right to about 10⁻¹³ of itself as far as 10⁻³⁰⁰. Errors as `fCdf`. */
export function fP(x: number, above: number, below: number): number {
  check(x, above, below);
  return tailsAt((above / below) * x, above, below).upper;
}

/**
 * x with P(X ≤ x) = p, or with P(X ≥ x) = p for the upper tail, which keeps small p exact. Relative error about 10⁻¹².
 *
 * @throws RangeError unless 0 < p < 1, and degrees of freedom as `fCdf`
 */
export function fQuantile(p: number, above: number, below: number, tail: Tail = 'lower'): number {
  check(0, above, below);
  const start = Math.log(above) - Math.log(below);
  const u = quantileSearch((at) => tailsAt(Math.exp(at), above, below), p, tail, start);
  return Math.exp(u - start);
}
