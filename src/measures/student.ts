import { normalQuantile } from './normal.ts';

/** ln Γ(x) for x > 0: Lanczos approximation (g = 7, n = 9; Godfrey 2001), relative error below 1e-14. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function lnGamma(x: number): number {
  let sum = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (x + i - 1);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The continued fraction of I_x(a, b), by Lentz's method (Numerical Recipes 6.4); good for x < (a + 1)/(a + b + 2). */
function betaFraction(x: number, a: number, b: number): number {
  const TINY = 1e-300;
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}

/** I_x(a, b), the regularised incomplete beta function. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/**
 * P(|t| ≥ |value|) of Student's t with so many degrees of freedom, the two-sided p of a coefficient: I_{ν/(ν+t²)}(ν/2, ½).
 * Relative error about 1e-12.
 *
 * @throws RangeError for NaN, or degrees of freedom that are not positive
 */
export function studentP(value: number, degrees: number): number {
  if (Number.isNaN(value) || !(degrees > 0))
    throw new RangeError(`no t of ${value} with ${degrees} degrees of freedom`);
  return incompleteBeta(degrees / (degrees + value * value), degrees / 2, 0.5);
}

/**
 * t with P(|T| ≤ t) = level for Student's t: what a normal interval's z becomes with few observations. By bisection of
 * `studentP`, to full precision.
 *
 * @throws RangeError unless 0 < level < 1, or for degrees of freedom that are not positive
 */
export function studentCritical(level: number, degrees: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, got ${level}`);
  let low = 0;
  let high = 2 * normalQuantile(0.5 + level / 2);
  while (studentP(high, degrees) > 1 - level) high *= 2;
  for (let step = 0; step < 200 && low < high; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentP(middle, degrees) > 1 - level) low = middle;
    else high = middle;
  }
  return high;
}
