/**
 * The lower triangle of a symmetric matrix in place, column after column, as `cholesky.ts` has it; what is above the
 * diagonal is left undefined.
 *
 * @param n rows
 * @param width n, or more to a multiple of eight
 * @param columns width × width, column by column
 * @param least pivots up to this part of their own variance are none
 * @param worst a pivot below this part of it is that of no covariance
 * @returns whether it is a covariance
 */
export function cholesky(n: i32, width: i32, columns: usize, least: f64, worst: f64): bool {
  const stride = <usize>width << 3;
  for (let j = 0; j < n; j++) {
    const column = columns + <usize>j * stride;
    const row = columns + (<usize>j << 3);
    const variance = load<f64>(column + (<usize>j << 3));
    let left = variance;
    for (let k = 0; k < j; k++) {
      const entry = load<f64>(row + <usize>k * stride);
      left -= entry * entry;
    }
    if (left < worst * variance || variance < 0 || left != left) return false;
    if (left <= least * variance) {
      for (let i = j; i < n; i++) store<f64>(column + (<usize>i << 3), 0);
      continue;
    }
    const pivot = sqrt(left);
    for (let i = (j + 1) & ~7; i < n; i += 8) eightRows(columns, row, column, stride, i, j, pivot);
    store<f64>(column + (<usize>j << 3), pivot);
  }
  return true;
}

@inline
function eightRows(
  columns: usize,
  row: usize,
  column: usize,
  stride: usize,
  i: i32,
  j: i32,
  pivot: f64,
): void {
  const to = column + (<usize>i << 3);
  let a = v128.load(to);
  let b = v128.load(to, 16);
  let c = v128.load(to, 32);
  let d = v128.load(to, 48);
  let at = columns + (<usize>i << 3);
  let own = row;
  for (let k = 0; k < j; k++) {
    const entry = v128.load64_splat(own);
    a = f64x2.sub(a, f64x2.mul(v128.load(at), entry));
    b = f64x2.sub(b, f64x2.mul(v128.load(at, 16), entry));
    c = f64x2.sub(c, f64x2.mul(v128.load(at, 32), entry));
    d = f64x2.sub(d, f64x2.mul(v128.load(at, 48), entry));
    at += stride;
    own += stride;
  }
  const by = f64x2.splat(pivot);
  v128.store(to, f64x2.div(a, by));
  v128.store(to, f64x2.div(b, by), 16);
  v128.store(to, f64x2.div(c, by), 32);
  v128.store(to, f64x2.div(d, by), 48);
}
