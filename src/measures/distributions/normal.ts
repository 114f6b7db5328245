/** Σ coefficients[i] · x^(n − 1 − i), by Horner's rule: highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

/** Numerator and denominator of Cody's rational functions: the centre in x², the shoulders in |x|, the tails in 1/x². */
const CDF_CENTRE = [
  0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
  18154.981253343561249,
];
const CDF_CENTRE_BELOW = [
  1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956,
];
const CDF_SHOULDER = [
  1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
  597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124,
  9842.7148383839780218,
];
const CDF_SHOULDER_BELOW = [
  1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
  18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
];
const CDF_TAIL = [
  0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807,
  0.001421619193227893466, 2.9112874951168792e-5,
];
const CDF_TAIL_BELOW = [
  1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
  7.29751555083966205e-5,
];
const ONE_OVER_SQRT_2PI = 0.39894228040143267794;

/**
 * Φ(x), the standard normal distribution function, by the rational approximations of Cody (1969, Mathematics of
 * Computation 23:631; SPECFUN's ANORM). Relative error below 10⁻¹⁵·|x| in the lower tail, as far as x = −37; ask for
 * Φ(−x) to have the upper one. Φ(−∞) = 0, Φ(∞) = 1; throws a RangeError for NaN.
 */
export function normalCdf(x: number): number {
  const distance = Math.abs(x);
  if (Number.isNaN(distance)) throw new RangeError(`the normal distribution has no value at ${x}`);
  if (distance <= 0.67448975) {
    const square = x * x;
    return 0.5 + (x * polynomial(CDF_CENTRE, square)) / polynomial(CDF_CENTRE_BELOW, square);
  }
  if (distance > 38.6) return x > 0 ? 1 : 0;
  let tail: number;
  if (distance <= Math.sqrt(32)) {
    tail = polynomial(CDF_SHOULDER, distance) / polynomial(CDF_SHOULDER_BELOW, distance);
  } else {
    const inverse = 1 / (x * x);
    const rest = (inverse * polynomial(CDF_TAIL, inverse)) / polynomial(CDF_TAIL_BELOW, inverse);
    tail = (ONE_OVER_SQRT_2PI - rest) / distance;
  }
  // x² in two parts, the first exact, so that its rounding does not enter the exponent.
  const coarse = Math.trunc(distance * 16) / 16;
  tail *= Math.exp((-coarse * coarse) / 2) * Math.exp((-(distance - coarse) * (distance + coarse)) / 2);
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
