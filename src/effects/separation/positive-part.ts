/**
 * The nearest positive semidefinite matrix in the Frobenius norm: V max(Λ, 0) Vᵀ (Higham 1988), by Jacobi's rotations,
 * which keep vectors of equal eigenvalues at right angles. A matrix without negative eigenvalues comes back as it is.
 *
 * @param matrix n × n, row-major, symmetric but for rounding
 */
export function positivePart(
  matrix: Float64Array,
  n: number,
): { readonly matrix: Float64Array; readonly mended: boolean } {
  const { values, vectors } = jacobi(matrix, n);
  const most = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  // A matrix is as negative as rounding makes it.
  if (values.every((value) => value >= -1e-12 * most)) return { matrix: symmetric(matrix, n), mended: false };
  const part = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    if (values[k] <= 0) continue;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) part[i * n + j] += values[k] * vectors[i * n + k] * vectors[j * n + k];
  }
  return { matrix: symmetric(part, n), mended: true };
}

function symmetric(matrix: Float64Array, n: number): Float64Array {
  return matrix.map((value, k) => (value + matrix[(k % n) * n + Math.floor(k / n)]) / 2);
}

/** Eigenvalues, and vectors by column, by cyclic rotations. */
function jacobi(matrix: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const a = symmetric(matrix, n);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let [off, size] = [0, 0];
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        size += a[i * n + j] ** 2;
        if (i !== j) off += a[i * n + j] ** 2;
      }
    if (off <= 1e-32 * size) break;
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        if (a[i * n + j] === 0) continue;
        const theta = (a[j * n + j] - a[i * n + i]) / (2 * a[i * n + j]);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        rotate(a, vectors, n, i, j, c, c * t);
      }
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]), vectors };
}

function rotate(
  a: Float64Array,
  vectors: Float64Array,
  n: number,
  i: number,
  j: number,
  c: number,
  s: number,
): void {
  for (let k = 0; k < n; k++) {
    const [p, q] = [a[k * n + i], a[k * n + j]];
    [a[k * n + i], a[k * n + j]] = [c * p - s * q, s * p + c * q];
  }
  for (let k = 0; k < n; k++) {
    const [p, q] = [a[i * n + k], a[j * n + k]];
    [a[i * n + k], a[j * n + k]] = [c * p - s * q, s * p + c * q];
    const [u, v] = [vectors[k * n + i], vectors[k * n + j]];
    [vectors[k * n + i], vectors[k * n + j]] = [c * u - s * v, s * u + c * v];
  }
}
