import { checkAmounts } from './amounts.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/** Whether a standard deviation divides by n (these are all there are) or by n − 1 (they stand for more). */
export type Deviation = 'population' | 'sample';

/**
 * The coefficient of variation, sd(x)/mean(x), with the standard deviation of a population (over n, the default, as R's
 * `ineq` has it) or of a sample (over n − 1). 0 where all are alike, at most √(n − 1) (population). Undefined where
 * there is no place (`empty`), the amounts sum to 0 (`zero-margin`), or a sample is of one (`too-few`).
 *
 * @param amounts n numbers, none negative
 * @throws RangeError for negative or non-finite numbers
 */
export function coefficientOfVariation(
  amounts: ArrayLike<number>,
  deviation: Deviation = 'population',
): Quantity {
  checkAmounts(amounts);
  const { n, mean, squares } = moments(amounts);
  if (n === 0) return unknown('there is no place', 'empty');
  if (mean === 0) return unknown('the amounts sum to 0', 'zero-margin');
  if (deviation === 'sample' && n === 1) return unknown('a sample of one does not vary', 'too-few');
  return known(Math.sqrt(squares / (deviation === 'sample' ? n - 1 : n)));
}

/**
 * Williamson's coefficient of variation, over people instead of places:
 *
 *     V_w = √(Σ_i (y_i − ȳ)² f_i / f) / ȳ,   ȳ = Σ_i y_i f_i / f
 *
 * with y_i an amount per head, f_i the place's population, f all of it. ȳ is the mean over people, in both places (the
 * default of the R package REAT takes an unweighted mean in one of them, which is another number). Undefined where
 * there is no place (`empty`), no people, or nothing (`zero-margin`).
 *
 * Source: Williamson 1965, Economic Development and Cultural Change 13(4), part 2.
 *
 * @param perHead n amounts per head, none negative
 * @param population n populations, none negative
 * @throws RangeError for negative or non-finite numbers, or lengths that differ
 */
export function williamson(perHead: ArrayLike<number>, population: ArrayLike<number>): Quantity {
  checkAmounts(perHead);
  checkAmounts(population, 'population');
  const n = perHead.length;
  if (population.length !== n) throw new RangeError(`${n} amounts, ${population.length} populations`);
  if (n === 0) return unknown('there is no place', 'empty');
  let people = 0;
  let amount = 0;
  for (let i = 0; i < n; i++) {
    people += population[i];
    amount += perHead[i] * population[i];
  }
  if (people === 0) return unknown('there are no people', 'zero-margin');
  if (amount === 0) return unknown('the amounts sum to 0', 'zero-margin');
  const mean = amount / people;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (perHead[i] / mean - 1) ** 2 * (population[i] / people);
  return known(Math.sqrt(squares));
}

/**
 * ∂CV/∂x_i = ((x_i − x̄)/sd − CV)/(n·x̄) of the population form: what one more unit in place i does. Null where CV is
 * undefined, and where it is 0, which is a corner. Errors as `coefficientOfVariation`.
 */
export function variationGradient(amounts: ArrayLike<number>): Float64Array | null {
  const { value } = coefficientOfVariation(amounts);
  if (value === null || value === 0) return null;
  const { n, mean } = moments(amounts);
  const deviation = value * mean;
  // d sd/dx_i = (x_i − x̄)/(n·sd) and d x̄/dx_i = 1/n.
  return Float64Array.from(amounts, (x) => ((x - mean) / deviation - value) / (n * mean));
}

/** `squares`: Σ(x/x̄ − 1)², in means, so that no unit is too large for it. */
function moments(values: ArrayLike<number>): { n: number; mean: number; squares: number } {
  const n = values.length;
  const x = Float64Array.from(values);
  const mean = n === 0 ? 0 : x.reduce((sum, value) => sum + value, 0) / n;
  const squares = mean === 0 ? 0 : x.reduce((sum, value) => sum + (value / mean - 1) ** 2, 0);
  // Of like amounts, what is left of their mean's rounding.
  return { n, mean, squares: squares <= n * (4 * Number.EPSILON) ** 2 ? 0 : squares };
}
