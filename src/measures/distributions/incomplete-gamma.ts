import { deviance, stirlingError } from './ln-gamma.ts';

/** Both tails of a distribution at a point, and its density by the logarithm of the variate. Each is exact by itself. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly density: number;
}

/**
 * P(a, x) and Q(a, x), the regularised incomplete gamma functions: `lower` + `upper` = 1, the smaller of the two right to
 * about 10⁻¹³ of itself as far as 10⁻³⁰⁰. `density` is xᵃ e⁻ˣ/Γ(a). Series below x = a + 1, continued fraction above
 * (Lentz; DLMF 8.7.1 and 8.9.2); the work grows as √a.
 *
 * @throws RangeError unless 0 < a ≤ 10¹⁰ and x ≥ 0
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0 && a <= 1e10)) throw new RangeError(`a must lie above 0 and not above 1e10, got ${a}`);
  if (!(x >= 0)) throw new RangeError(`x must be 0 or more, got ${x}`);
  if (x === 0) return Object.freeze({ lower: 0, upper: 1, density: 0 });
  if (x === Infinity) return Object.freeze({ lower: 1, upper: 0, density: 0 });
  const density = Math.exp(-stirlingError(a) - deviance(a, x)) * Math.sqrt(a / (2 * Math.PI));
  if (x < a + 1) {
    const lower = (density / a) * series(a, x);
    return Object.freeze({ lower, upper: 1 - lower, density });
  }
  const upper = density * fraction(a, x);
  return Object.freeze({ lower: 1 - upper, upper, density });
}

/** Σ_n xⁿ / ((a + 1) … (a + n)). */
function series(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; ; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < 1e-17 * sum) return sum;
  }
}

/** 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))). */
function fraction(a: number, x: number): number {
  const TINY = 1e-300;
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = numerator * d + b;
    c = b + numerator / c;
    if (Math.abs(d) < TINY) d = TINY;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 3e-16 || n > 10_000_000) return value;
  }
}
