/** The series of Stirling's error in 1/n, highest power first: B_2k / (2k(2k − 1)) for k = 8 … 1. */
const SERIES = [-3617 / 122_400, 1 / 156, -691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];

const HALF_LN_2PI = 0.918938533204672742;

/** From here on eight terms of the series are exact to 3·10⁻¹⁷. */
const LARGE = 10;

/**
 * ln Γ(x) for x > 0, by Stirling's series after x is raised to 10 or more by Γ(x) = Γ(x + 1)/x. Absolute error about
 * 4·10⁻¹⁵ for x below 100, relative error 10⁻¹⁶ beyond.
 *
 * @throws RangeError unless x > 0 and finite
 */
export function lnGamma(x: number): number {
  if (!(x > 0) || x === Infinity) throw new RangeError(`ln Γ is taken of finite numbers above 0, got ${x}`);
  let product = 1;
  let raised = x;
  while (raised < LARGE) product *= raised++;
  return (raised - 0.5) * Math.log(raised) - raised + HALF_LN_2PI + series(raised) - Math.log(product);
}

function series(n: number): number {
  const square = 1 / (n * n);
  return SERIES.reduce((sum, coefficient) => sum * square + coefficient, 0) / n;
}

/** δ(n) = ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π, the error of Stirling's formula. Throws a RangeError unless n > 0. */
export function stirlingError(n: number): number {
  if (!(n > 0)) throw new RangeError(`Stirling's error is taken of numbers above 0, got ${n}`);
  if (n >= LARGE) return series(n);
  return lnGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LN_2PI;
}

/**
 * x ln(x/m) + m − x, how much less likely x is than its mean m, without cancellation where the two are close. With
 * `stirlingError` it keeps Poisson and binomial probabilities right to the last digits for any size of argument.
 * m for x = 0.
 *
 * Source: Loader 2000, Fast and accurate computation of binomial probabilities.
 *
 * @throws RangeError unless x ≥ 0 and m > 0
 */
export function deviance(x: number, m: number): number {
  if (!(x >= 0)) throw new RangeError(`x must be 0 or more, got ${x}`);
  if (!(m > 0)) throw new RangeError(`m must lie above 0, got ${m}`);
  if (x === 0) return m;
  const gap = x - m;
  if (Math.abs(gap) >= 0.1 * (x + m)) return x * (Math.log(x) - Math.log(m)) - gap;
  // With v = (x − m)/(x + m): ln(x/m) = 2(v + v³/3 + v⁵/5 + …).
  const v = gap / (x + m);
  let sum = gap * v;
  let power = 2 * x * v;
  for (let k = 3; ; k += 2) {
    power *= v * v;
    const next = sum + power / k;
    if (next === sum) return sum;
    sum = next;
  }
}
