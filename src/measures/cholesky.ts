import { sizeOf } from './covariance.ts';

/** Pivots below this part of their own variance are rounding: the place adds nothing new to those before it. */
const NO_PIVOT = 1e-11;

/**
 * The lower triangle L, row by row in n × n, with L·Lᵀ = C for a symmetric positive semidefinite C. Where a pivot
 * vanishes (a place whose total is a combination of those before it) its column is zero, which is exact: the rest of
 * that column of the Schur complement vanishes with its pivot.
 *
 * @throws RangeError when a pivot is clearly negative: C is no covariance
 */
export function choleskySemidefinite(covariance: ArrayLike<number>): Float64Array {
  const n = sizeOf(covariance);
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const column = j * n;
      let rest = covariance[row + j];
      for (let k = 0; k < j; k++) rest -= lower[row + k] * lower[column + k];
      if (j < i) {
        const pivot = lower[column + j];
        lower[row + j] = pivot === 0 ? 0 : rest / pivot;
      } else {
        const variance = covariance[row + i];
        if (rest < -1e-7 * variance || variance < 0 || Number.isNaN(rest))
          throw new RangeError(`place ${i} leaves a negative variance of ${rest}: no covariance matrix`);
        lower[row + i] = rest <= NO_PIVOT * variance ? 0 : Math.sqrt(rest);
      }
    }
  }
  return lower;
}
