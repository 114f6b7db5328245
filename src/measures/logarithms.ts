export const NOT_POSITIVE = 'an amount is not positive, so that it has no logarithm';

/** Mean variance of the logarithms, to first order. */
export function noiseOf(amounts: ArrayLike<number>, variances: ArrayLike<number>): number {
  return average(Array.from({ length: amounts.length }, (_, i) => variances[i] / amounts[i] ** 2));
}

/** ln x of every amount; null where one is not positive. */
export function logarithms(amounts: ArrayLike<number>): number[] | null {
  const logs = Array.from({ length: amounts.length }, (_, i) => Math.log(amounts[i]));
  return logs.every(Number.isFinite) ? logs : null;
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
