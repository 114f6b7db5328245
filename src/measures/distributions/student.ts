import { checkDegreesOfFreedom } from './degrees.ts';
import { fQuantile } from './f-distribution.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/**
 * P(|t| ≥ |value|) of Student's t with ν degrees of freedom, the two-sided p of a coefficient: I_{ν/(ν+t²)}(ν/2, ½).
 * Right to about 10⁻¹³ of itself as far as 10⁻³⁰⁰ (and |t| of 10¹⁵⁰).
 *
 * @throws RangeError for NaN, or unless 0 < ν ≤ 2·10¹⁰
 */
export function studentP(value: number, degrees: number): number {
  if (Number.isNaN(value)) throw new RangeError('t must be a number, got NaN');
  checkDegreesOfFreedom(degrees);
  const odds = (value / degrees) * value;
  return incompleteBeta(degrees / 2, 0.5, 1 / (1 + odds), odds === Infinity ? 1 : odds / (1 + odds)).lower;
}

/** P(T ≤ value) of Student's t. Errors as `studentP`. */
export function studentCdf(value: number, degrees: number): number {
  const beyond = studentP(value, degrees) / 2;
  return value > 0 ? 1 - beyond : beyond;
}

/**
 * t with P(T ≤ t) = p: √F of 1 and ν degrees of freedom at 2p or 2(1 − p), with its sign. Relative error about 10⁻¹².
 *
 * @throws RangeError unless 0 < p < 1 and 0 < ν ≤ 2·10¹⁰
 */
export function studentQuantile(p: number, degrees: number): number {
  checkDegreesOfFreedom(degrees);
  if (p === 0.5) return 0;
  const beyond = 2 * (p < 0.5 ? p : 1 - p);
  const size = Math.sqrt(fQuantile(beyond, 1, degrees, 'upper'));
  return p < 0.5 ? -size : size;
}

/**
 * t with P(|T| ≤ t) = level: what a normal interval's z becomes with few observations. Relative error about 10⁻¹².
 *
 * @throws RangeError unless 0 < level < 1 and 0 < ν ≤ 2·10¹⁰
 */
export function studentCritical(level: number, degrees: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, got ${level}`);
  return Math.sqrt(fQuantile(level, 1, degrees));
}
