/** Σ coefficients[i] · x^(n − 1 − i), by Horner's rule: highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

const BODY = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const BODY_BELOW = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];

/**
 * Φ(x), the standard normal distribution function.
 *
 * Rational approximation of Hart (1968), algorithm 5666, in the double-precision form of West (2005, Wilmott
 * Magazine); absolute error below 1e-15, so that the tails keep about ten digits only as far as x = −6.
 * Φ(−∞) = 0, Φ(∞) = 1; throws a RangeError for NaN.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError('the normal distribution has no value at NaN');
  const distance = Math.abs(x);
  if (distance > 37) return x > 0 ? 1 : 0;
  const density = Math.exp((-distance * distance) / 2);
  let tail: number;
  if (distance < 7.07106781186547) {
    tail = (density * polynomial(BODY, distance)) / polynomial(BODY_BELOW, distance);
  } else {
    const fraction = [4, 3, 2, 1].reduce((below, k) => distance + k / below, distance + 0.65);
    tail = density / fraction / 2.506628274631;
  }
  return x > 0 ? 1 - tail : tail;
}

/** Numerator and denominator of AS241 for the centre, the shoulders and the far tails. */
const CENTRE = [
  2.509080928730122672e3, 3.34305755835881281e4, 6.72657709270087008e4, 4.59219539315498714e4,
  1.37316937655094611e4, 1.97159095030655144e3, 1.33141667891784377e2, 3.3871328727963666,
];
const CENTRE_BELOW = [
  5.226495278852854561e3, 2.87290857357219426e4, 3.93078958000927106e4, 2.12137943015865958e4,
  5.3941960214247511e3, 6.87187007492057908e2, 4.23133307016009112e1, 1,
];
const SHOULDER = [
  7.74545014278341407e-4, 2.27238449892691845e-2, 2.41780725177450611e-1, 1.27045825245236838,
  3.6478483247632046, 5.7694972214606914, 4.63033784615654529, 1.42343711074968357,
];
const SHOULDER_BELOW = [
  1.05075007164441684e-9, 5.47593808499534494e-4, 1.51986665636164571e-2, 1.48103976427480074e-1,
  6.89767334985100004e-1, 1.67638483018380384, 2.05319162663775882, 1,
];
const TAIL = [
  2.01033439929228813e-7, 2.71155556874348757e-5, 1.24266094738807843e-3, 2.6532189526576123e-2,
  2.96560571828504891e-1, 1.78482653991729133, 5.46378491116411436, 6.65790464350110377,
];
const TAIL_BELOW = [
  2.04426310338993978e-15, 1.42151175831644588e-7, 1.84631831751005468e-5, 7.86869131145613259e-4,
  1.48753612908506148e-2, 1.36929880922735805e-1, 5.99832206555887937e-1, 1,
];

/**
 * Φ⁻¹(p), the standard normal quantile: algorithm AS241 (PPND16) of Wichura (1988, Applied Statistics 37:477),
 * relative error about 1e-16.
 *
 * @throws RangeError unless 0 < p < 1
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs a probability between 0 and 1, got ${p}`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE, r)) / polynomial(CENTRE_BELOW, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const x =
    r <= 5
      ? polynomial(SHOULDER, r - 1.6) / polynomial(SHOULDER_BELOW, r - 1.6)
      : polynomial(TAIL, r - 5) / polynomial(TAIL_BELOW, r - 5);
  return q < 0 ? -x : x;
}
