import { checkKind } from '../arguments.ts';

/** A symmetric matrix as Householder's reflections leave it: Qᵀ A Q is tridiagonal. */
interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** off[i] stands between i − 1 and i; off[0] is 0. */
  readonly off: Float64Array;
  /** Row i (from 2) holds in its first i places the vector u of the i-th reflection I − u uᵀ/h. */
  readonly vectors: Float64Array;
  readonly h: Float64Array;
}

/**
 * Eigenvalues of a symmetric matrix, greatest first, and the eigenvector of any one of them: Householder's reduction to
 * tridiagonal form (4/3 n³ operations), implicit QL for the values and inverse iteration for the vector (n² each), so
 * that no vector is worked out that nobody asked for. Residuals are about 10⁻¹⁵ of the greatest eigenvalue; a vector is
 * right to about that over the gap to its neighbours.
 *
 * Source: Wilkinson & Reinsch 1971, Handbook for Automatic Computation II (tred1, imtql1, tristurm).
 *
 * @param matrix n × n, row-major, symmetric (the lower triangle is read)
 * @returns `values`, n; `vector(k)`, n, of length 1, its sign free
 * @throws RangeError for values that are not n × n or not finite
 */
export function symmetricEigen(matrix: ArrayLike<number>): {
  readonly values: Float64Array;
  readonly vector: (k: number) => Float64Array;
} {
  checkKind('matrix', matrix, 'list');
  const n = Math.round(Math.sqrt(matrix.length));
  if (n * n !== matrix.length) throw new RangeError(`${matrix.length} values are no square matrix`);
  const copy = Float64Array.from(matrix);
  if (!copy.every(Number.isFinite)) throw new RangeError('the matrix must hold finite numbers');
  const reduced = tridiagonalise(copy, n);
  const values = eigenvalues(reduced, n);
  return Object.freeze({
    values,
    vector: (k: number) => turnBack(reduced, inverseIteration(reduced, values[k], n), n),
  });
}

function tridiagonalise(a: Float64Array, n: number): Tridiagonal {
  const diagonal = new Float64Array(n);
  const off = new Float64Array(n);
  const h = new Float64Array(n);
  const p = new Float64Array(n);
  for (let i = n - 1; i > 0; i--) {
    const row = i * n;
    let scale = 0;
    for (let k = 0; k < i - 1; k++) scale += Math.abs(a[row + k]);
    if (scale === 0) {
      off[i] = a[row + i - 1];
      continue;
    }
    let norm = 0;
    for (let k = 0; k < i; k++) norm += a[row + k] * a[row + k];
    const f = a[row + i - 1];
    const g = f >= 0 ? -Math.sqrt(norm) : Math.sqrt(norm);
    off[i] = g;
    h[i] = norm - f * g;
    a[row + i - 1] = f - g;
    // p = A u / h, from the lower triangle read row by row.
    p.fill(0, 0, i);
    for (let j = 0; j < i; j++) {
      const own = j * n;
      const uj = a[row + j];
      let sum = a[own + j] * uj;
      for (let k = 0; k < j; k++) {
        const value = a[own + k];
        sum += value * a[row + k];
        p[k] += value * uj;
      }
      p[j] += sum;
    }
    let up = 0;
    for (let j = 0; j < i; j++) {
      p[j] /= h[i];
      up += p[j] * a[row + j];
    }
    const half = up / (2 * h[i]);
    for (let j = 0; j < i; j++) p[j] -= half * a[row + j];
    for (let j = 0; j < i; j++) {
      const own = j * n;
      const [uj, qj] = [a[row + j], p[j]];
      for (let k = 0; k <= j; k++) a[own + k] -= uj * p[k] + qj * a[row + k];
    }
  }
  for (let i = 0; i < n; i++) diagonal[i] = a[i * n + i];
  return { diagonal, off, vectors: a, h };
}

/** Implicit QL on a copy of the two diagonals; greatest first. */
function eigenvalues({ diagonal, off }: Tridiagonal, n: number): Float64Array {
  const d = diagonal.slice();
  const e = Float64Array.from({ length: n }, (_, i) => (i + 1 < n ? off[i + 1] : 0));
  for (let l = 0; l < n; l++) {
    for (let turn = 0; turn < 200; turn++) {
      let m = l;
      while (m + 1 < n && Math.abs(e[m]) > Number.EPSILON * (Math.abs(d[m]) + Math.abs(d[m + 1]))) m += 1;
      if (m === l) break;
      let g = (d[l + 1] - d[l]) / (2 * e[l]);
      let r = Math.hypot(g, 1);
      g = d[m] - d[l] + e[l] / (g + (g >= 0 ? r : -r));
      let [s, c, shift] = [1, 1, 0];
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * e[i];
        const b = c * e[i];
        r = Math.hypot(f, g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1] -= shift;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = d[i + 1] - shift;
        r = (d[i] - g) * s + 2 * c * b;
        shift = s * r;
        d[i + 1] = g + shift;
        g = c * r - b;
      }
      if (i >= l) continue;
      d[l] -= shift;
      e[l] = g;
      e[m] = 0;
    }
  }
  return d.sort().reverse();
}

/** (T − λ)x = b three times from a fixed start, by elimination with partial pivoting. */
function inverseIteration({ diagonal, off }: Tridiagonal, value: number, n: number): Float64Array {
  const size = diagonal.reduce((most, d, i) => Math.max(most, Math.abs(d) + Math.abs(off[i])), 0);
  const tiny = (size === 0 ? 1 : size) * Number.EPSILON;
  const [u, v, w] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const factor = new Float64Array(n);
  const swapped = new Uint8Array(n);
  let [a, b] = [diagonal[0] - value, n > 1 ? off[1] : 0];
  for (let i = 0; i + 1 < n; i++) {
    const [c, d, e] = [off[i + 1], diagonal[i + 1] - value, i + 2 < n ? off[i + 2] : 0];
    if (Math.abs(c) > Math.abs(a)) {
      swapped[i] = 1;
      factor[i] = a / c;
      [u[i], v[i], w[i]] = [c, d, e];
      [a, b] = [b - factor[i] * d, -factor[i] * e];
    } else {
      factor[i] = a === 0 ? 0 : c / a;
      [u[i], v[i], w[i]] = [a === 0 ? tiny : a, b, 0];
      [a, b] = [d - factor[i] * b, e];
    }
  }
  u[n - 1] = a === 0 ? tiny : a;
  // A start with no symmetry of its own, so that it is orthogonal to no vector of a structured matrix.
  let x = Float64Array.from({ length: n }, (_, i) => 1 + ((i * 0.6180339887498949) % 1));
  for (let turn = 0; turn < 3; turn++) {
    if (turn > 0)
      for (let i = 0; i + 1 < n; i++) {
        if (swapped[i]) [x[i], x[i + 1]] = [x[i + 1], x[i]];
        x[i + 1] -= factor[i] * x[i];
      }
    for (let i = n - 1; i >= 0; i--) {
      let rest = x[i];
      if (i + 1 < n) rest -= v[i] * x[i + 1];
      if (i + 2 < n) rest -= w[i] * x[i + 2];
      x[i] = rest / (Math.abs(u[i]) < tiny ? tiny : u[i]);
    }
    const length = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));
    x = x.map((value) => value / length);
  }
  return x;
}

/** Q x: the reflections in the order in which they undo themselves. */
function turnBack({ vectors, h }: Tridiagonal, x: Float64Array, n: number): Float64Array {
  for (let i = 1; i < n; i++) {
    if (h[i] === 0) continue;
    let sum = 0;
    for (let k = 0; k < i; k++) sum += vectors[i * n + k] * x[k];
    sum /= h[i];
    for (let k = 0; k < i; k++) x[k] -= sum * vectors[i * n + k];
  }
  return x;
}
