/**
 * Rows of a lower triangle times a block of eight columns, two rows at a time; what is above the diagonal is zero.
 *
 * @param n rows, an even number
 * @param lower n × n
 * @param columns n × 8
 * @param products n × 8
 */
export function multiply(n: i32, lower: usize, columns: usize, products: usize): void {
  for (let i = 0; i < n; i += 2) {
    const row = lower + (<usize>(i * n) << 3);
    twoRows(row, row + (<usize>n << 3), i + 2, columns, products + (<usize>i << 6));
  }
}

@inline
function twoRows(row: usize, next: usize, length: i32, columns: usize, sums: usize): void {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let t0 = s0;
  let t1 = s0;
  let t2 = s0;
  let t3 = s0;
  for (let k = 0; k < length; k++) {
    const at = columns + (<usize>k << 6);
    const z0 = v128.load(at);
    const z1 = v128.load(at, 16);
    const z2 = v128.load(at, 32);
    const z3 = v128.load(at, 48);
    const s = v128.load64_splat(row + (<usize>k << 3));
    s0 = f64x2.add(s0, f64x2.mul(s, z0));
    s1 = f64x2.add(s1, f64x2.mul(s, z1));
    s2 = f64x2.add(s2, f64x2.mul(s, z2));
    s3 = f64x2.add(s3, f64x2.mul(s, z3));
    const t = v128.load64_splat(next + (<usize>k << 3));
    t0 = f64x2.add(t0, f64x2.mul(t, z0));
    t1 = f64x2.add(t1, f64x2.mul(t, z1));
    t2 = f64x2.add(t2, f64x2.mul(t, z2));
    t3 = f64x2.add(t3, f64x2.mul(t, z3));
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
  v128.store(sums, s2, 32);
  v128.store(sums, s3, 48);
  v128.store(sums, t0, 64);
  v128.store(sums, t1, 80);
  v128.store(sums, t2, 96);
  v128.store(sums, t3, 112);
}
