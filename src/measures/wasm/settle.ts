/**
 * Totals drawn, in eight draws: mean ± product, on a grid where there is one.
 *
 * @param n rows
 * @param means n
 * @param products n × 8
 * @param sign 1 or -1
 * @param grid 0 for none
 * @param drawn n × 8
 */
export function settle(n: i32, means: usize, products: usize, sign: f64, grid: f64, drawn: usize): void {
  const side = f64x2.splat(sign);
  const step = f64x2.splat(grid);
  const half = f64x2.splat(0.5);
  for (let i = 0; i < n; i++) {
    const mean = v128.load64_splat(means + (<usize>i << 3));
    const from = products + (<usize>i << 6);
    const to = drawn + (<usize>i << 6);
    for (let b: usize = 0; b < 64; b += 16) {
      let value = f64x2.add(mean, f64x2.mul(side, v128.load(from + b)));
      if (grid > 0) value = f64x2.mul(f64x2.floor(f64x2.add(f64x2.div(value, step), half)), step);
      v128.store(to + b, value);
    }
  }
}

/** The same of rows that are drawn each on its own, from their errors and normal numbers (n × 8), without a grid. */
export function settleAlone(
  n: i32,
  means: usize,
  errors: usize,
  normals: usize,
  sign: f64,
  drawn: usize,
): void {
  const side = f64x2.splat(sign);
  for (let i = 0; i < n; i++) {
    const mean = v128.load64_splat(means + (<usize>i << 3));
    const error = v128.load64_splat(errors + (<usize>i << 3));
    const from = normals + (<usize>i << 6);
    const to = drawn + (<usize>i << 6);
    for (let b: usize = 0; b < 64; b += 16)
      v128.store(to + b, f64x2.add(mean, f64x2.mul(side, f64x2.mul(error, v128.load(from + b)))));
  }
}
