import { expect, it } from 'vitest';
import { norm, product } from './weighted.ts';

it('weighted products and sizes are sums over rows', () => {
  const w = Float64Array.of(1, 2, 0.5);
  expect(product(Float64Array.of(1, 2, 4), Float64Array.of(3, -1, 2), w)).toBe(3 - 4 + 4);
  expect(norm(Float64Array.of(1, 2, 4), w)).toBe(Math.sqrt(1 + 8 + 8));
  expect(norm(new Float64Array(0), new Float64Array(0))).toBe(0);
});
