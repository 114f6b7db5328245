import { checkAmounts } from '../inequality/amounts.ts';

export const NOT_POSITIVE = 'an amount is not positive, so that it has no logarithm';

/**
 * Mean variance of the logarithms, to first order: mean of v_i/x_i².
 *
 * @param amounts n numbers above 0; `variances` n numbers, none negative
 * @throws RangeError for a variance that is negative or not finite, or lengths that differ
 */
export function noiseOf(amounts: ArrayLike<number>, variances: ArrayLike<number>): number {
  if (variances.length !== amounts.length)
    throw new RangeError(`${amounts.length} places, ${variances.length} variances`);
  checkAmounts(variances, 'variance');
  return average(Array.from({ length: amounts.length }, (_, i) => variances[i] / amounts[i] ** 2));
}

/**
 * ln x of every amount; null where one is 0.
 *
 * @throws RangeError for an amount that is negative or not finite, by the name `what`
 */
export function logarithms(amounts: ArrayLike<number>, what?: string): number[] | null {
  checkAmounts(amounts, what);
  const logs = Array.from({ length: amounts.length }, (_, i) => Math.log(amounts[i]));
  return logs.every(Number.isFinite) ? logs : null;
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
