import { sizeOf } from '../resampling/covariance.ts';
import { type Kernel, kernel, roomFor } from '../kernel.ts';

/** Pivots below this part of their own variance are rounding: the place adds nothing new to those before it. */
const NO_PIVOT = 1e-11;
/** A pivot below this part of its own variance is no rounding: the matrix is no covariance. */
const NEGATIVE = -1e-7;
/** Rows that vectors take together. */
const TOGETHER = 8;

/**
 * The lower triangle L, row by row in n × n, with L·Lᵀ = C for a symmetric positive semidefinite C. Where a pivot
 * vanishes (a place whose total is a combination of those before it) its column is zero, which is exact: the rest of
 * that column of the Schur complement vanishes with its pivot.
 *
 * @throws RangeError when a pivot is clearly negative: C is no covariance
 */
export function choleskySemidefinite(covariance: ArrayLike<number>): Float64Array {
  const vectors = kernel();
  return (vectors === null ? null : inVectors(vectors, covariance)) ?? plainCholesky(covariance);
}

/** The same in vectors, to the last bit; null where it is no covariance. */
function inVectors(vectors: Kernel, covariance: ArrayLike<number>): Float64Array | null {
  const n = sizeOf(covariance, 'covariance');
  const width = Math.ceil(n / TOGETHER) * TOGETHER;
  const [columns] = roomFor(vectors, [width * width]);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) columns[j * width + i] = covariance[Math.max(i, j) * n + Math.min(i, j)];
    columns.fill(0, j * width + n, (j + 1) * width);
  }
  if (vectors.cholesky(n, width, columns.byteOffset, NO_PIVOT, NEGATIVE) === 0) return null;
  const lower = new Float64Array(n * n);
  for (let j = 0; j < n; j++) for (let i = j; i < n; i++) lower[i * n + j] = columns[j * width + i];
  return lower;
}

/** The same without vectors; says which place leaves a negative variance. */
export function plainCholesky(covariance: ArrayLike<number>): Float64Array {
  const n = sizeOf(covariance, 'covariance');
  const lower = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const column = j * n;
    const variance = covariance[column + j];
    let left = variance;
    for (let k = 0; k < j; k++) left -= lower[column + k] * lower[column + k];
    if (left < NEGATIVE * variance || variance < 0 || Number.isNaN(left))
      throw new RangeError(`place ${j} leaves a negative variance of ${left}: no covariance matrix`);
    if (left <= NO_PIVOT * variance) continue;
    const pivot = Math.sqrt(left);
    lower[column + j] = pivot;
    // Four rows at a time, so that each entry of the row of j is read once for four products.
    for (let i = j + 1; i < n; i += 4) {
      const p = i * n;
      const q = Math.min(i + 1, n - 1) * n;
      const r = Math.min(i + 2, n - 1) * n;
      const s = Math.min(i + 3, n - 1) * n;
      let a = covariance[p + j];
      let b = covariance[q + j];
      let c = covariance[r + j];
      let d = covariance[s + j];
      for (let k = 0; k < j; k++) {
        const entry = lower[column + k];
        a -= lower[p + k] * entry;
        b -= lower[q + k] * entry;
        c -= lower[r + k] * entry;
        d -= lower[s + k] * entry;
      }
      lower[p + j] = a / pivot;
      lower[q + j] = b / pivot;
      lower[r + j] = c / pivot;
      lower[s + j] = d / pivot;
    }
  }
  return lower;
}
