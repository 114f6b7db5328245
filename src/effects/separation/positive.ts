import { EstimationError, messages } from '../estimation-error.ts';
import { choleskySemidefinite } from '../../measures/linear-algebra/cholesky.ts';

/** Solves A x = b for a symmetric positive definite A (n × n, row-major). @throws RangeError where A is singular */
export function solvePositive(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const lower = choleskySemidefinite(a);
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * n + k] * x[k];
    const pivot = lower[i * n + i];
    if (pivot === 0) throw new EstimationError(messages.singular({ pivot: i }));
    x[i] /= pivot;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= lower[k * n + i] * x[k];
    x[i] /= lower[i * n + i];
  }
  return x;
}

/** A⁻¹ of a symmetric positive definite A, symmetric to the last digit. Errors as `solvePositive`. */
export function invertPositive(a: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    const column = solvePositive(a, unit);
    for (let i = j; i < n; i++) inverse[i * n + j] = inverse[j * n + i] = column[i];
  }
  return inverse;
}

/** R⁻¹ b for an upper triangular R (n × n, row-major). */
export function solveUpper(r: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = b.slice();
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= r[i * n + k] * x[k];
    x[i] /= r[i * n + i];
  }
  return x;
}

/** R⁻¹ V R⁻ᵀ, symmetric to the last digit. */
export function sandwichUpper(r: Float64Array, v: Float64Array, n: number): Float64Array {
  const half = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const column = solveUpper(
      r,
      Float64Array.from({ length: n }, (_, i) => v[i * n + j]),
    );
    for (let i = 0; i < n; i++) half[i * n + j] = column[i];
  }
  const whole = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = solveUpper(r, half.slice(i * n, (i + 1) * n));
    for (let j = 0; j < n; j++) whole[i * n + j] = row[j];
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++)
      whole[i * n + j] = whole[j * n + i] = (whole[i * n + j] + whole[j * n + i]) / 2;
  return whole;
}
