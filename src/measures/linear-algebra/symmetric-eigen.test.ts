import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** |A v − λ v| for every pair. */
function residual(a: ArrayLike<number>, n: number): number {
  const { values, vector } = symmetricEigen(a);
  let worst = 0;
  for (let k = 0; k < n; k++) {
    const v = vector(k);
    expect(Math.sqrt(v.reduce((sum, x) => sum + x * x, 0))).toBeCloseTo(1, 12);
    for (let i = 0; i < n; i++) {
      let sum = -values[k] * v[i];
      for (let j = 0; j < n; j++) sum += a[i * n + j] * v[j];
      worst = Math.max(worst, Math.abs(sum));
    }
  }
  return worst;
}

describe('the eigenvalues and vectors of a symmetric matrix', () => {
  it('are those by hand', () => {
    const { values, vector } = symmetricEigen([2, 1, 1, 2]);
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(1, 14);
    const v = vector(1);
    expect(v[0]).toBeCloseTo(-v[1], 14);
    expect(Math.abs(v[0])).toBeCloseTo(Math.SQRT1_2, 14);
    expect([...symmetricEigen([7]).values]).toEqual([7]);
    expect(Math.abs(symmetricEigen([7]).vector(0)[0])).toBe(1);
  });

  it('are those of a path, 2 cos(kπ/(n + 1))', () => {
    const n = 30;
    const a = new Float64Array(n * n);
    for (let i = 1; i < n; i++) a[i * n + i - 1] = a[(i - 1) * n + i] = 1;
    const { values } = symmetricEigen(a);
    values.forEach((value, k) => expect(value).toBeCloseTo(2 * Math.cos(((k + 1) * Math.PI) / (n + 1)), 13));
    expect(residual(a, n)).toBeLessThan(1e-13);
  });

  it('solve any matrix, with repeated and zero eigenvalues too, and keep trace and size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 0, max: 1e6 }),
        fc.boolean(),
        (n, seed, flat) => {
          const random = createRandom(seed);
          const a = new Float64Array(n * n);
          for (let i = 0; i < n; i++)
            for (let j = 0; j <= i; j++)
              a[i * n + j] = a[j * n + i] = flat ? random.integer(2) : random.normal();
          expect(residual(a, n)).toBeLessThan(1e-11);
          const { values } = symmetricEigen(a);
          const trace = Array.from({ length: n }, (_, i) => a[i * n + i]).reduce((sum, x) => sum + x, 0);
          expect(values.reduce((sum, x) => sum + x, 0)).toBeCloseTo(trace, 10);
          const squares = a.reduce((sum, x) => sum + x * x, 0);
          expect(values.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(squares, 9);
          expect([...values]).toEqual([...values].sort((x, y) => y - x));
        },
      ),
    );
  });

  it('are not asked of what is no square of finite numbers', () => {
    expect(() => symmetricEigen([1, 2, 3])).toThrow('3 values are no square matrix');
    expect(() => symmetricEigen([1, NaN, NaN, 1])).toThrow('finite');
  });
});
