/** Σ w a b. */
export function product(a: Float64Array, b: Float64Array, w: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += w[i] * a[i] * b[i];
  return sum;
}

/** √Σ w x². */
export function norm(x: Float64Array, w: Float64Array): number {
  return Math.sqrt(product(x, x, w));
}
