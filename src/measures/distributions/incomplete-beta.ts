import type { Tails } from './incomplete-gamma.ts';
import { deviance, stirlingError } from './ln-gamma.ts';

/**
 * I_x(a, b), the regularised incomplete beta function, as `lower`, and 1 − I_x(a, b) as `upper`; the smaller of the two is
 * right to about 10⁻¹³ of itself as far as 10⁻³⁰⁰. `density` is xᵃ yᵇ/B(a, b), by ln(x/y). x and y = 1 − x are both
 * given, so that neither is lost near 1. Continued fraction by Lentz's method; the work grows as √max(a, b).
 *
 * @throws RangeError unless 0 < a, b ≤ 10¹⁰ and x, y ≥ 0 sum to 1
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  for (const [name, value] of Object.entries({ a, b }))
    if (!(value > 0 && value <= 1e10))
      throw new RangeError(`${name} must lie above 0 and not above 1e10, got ${value}`);
  if (!(x >= 0 && y >= 0 && Math.abs(x + y - 1) < 1e-9))
    throw new RangeError(`x and y must be parts of 1, got ${x} and ${y}`);
  if (x === 0) return Object.freeze({ lower: 0, upper: 1, density: 0 });
  if (y === 0) return Object.freeze({ lower: 1, upper: 0, density: 0 });
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  const density = Math.exp(exponent) * Math.sqrt((a / n) * (b / (2 * Math.PI)));
  if (x < (a + 1) / (n + 2)) {
    const lower = density / fraction(a, b, x, y);
    return Object.freeze({ lower, upper: 1 - lower, density });
  }
  const upper = density / fraction(b, a, y, x);
  return Object.freeze({ lower: 1 - upper, upper, density });
}

/** xᵃyᵇ/B(a, b) over I_x(a, b): the even part of DLMF 8.17.22, which cancels nowhere. It is quick for x < (a + 1)/(a + b + 2). */
function fraction(a: number, b: number, x: number, y: number): number {
  const TINY = 1e-300;
  let value = (a * (a * y - b * x + 1)) / (a + 1);
  let c = value;
  let d = 0;
  for (let m = 1; ; m++) {
    const before = a + 2 * m - 1;
    const above = ((m * (a + m - 1)) / before) * ((a + b + m - 1) / before) * (b - m) * x * x;
    const below =
      m + (m * (b - m) * x) / before + ((a + m) * (a * y - b * x + 1 + m * (2 - x))) / (before + 2);
    d = below + above * d;
    c = below + above / c;
    if (Math.abs(d) < TINY) d = TINY;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 3e-16 || m > 10_000_000) return value;
  }
}
