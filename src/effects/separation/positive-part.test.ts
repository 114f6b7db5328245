import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positivePart } from './positive-part.ts';

const symmetric = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n * n, maxLength: n * n }).map((values) => ({
    n,
    matrix: Float64Array.from(values, (value, k) => value + values[(k % n) * n + Math.floor(k / n)]),
  })),
);

describe('the positive part of a matrix', () => {
  it('takes negative eigenvalues to 0, by hand', () => {
    // Eigenvalues 3 and −1 with vectors (1, 1)/√2 and (1, −1)/√2.
    const { matrix, mended } = positivePart(Float64Array.of(1, 2, 2, 1), 2);
    expect(mended).toBe(true);
    for (const value of matrix) expect(value).toBeCloseTo(1.5, 14);
    expect(positivePart(Float64Array.of(-2), 1)).toEqual({ matrix: Float64Array.of(0), mended: true });
  });

  it('is a matrix itself where nothing is negative, but for rounding', () => {
    for (const values of [
      [2, 1, 1, 2],
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [1, 0, 0, -1e-15],
    ])
      expect(positivePart(Float64Array.from(values), 2)).toEqual({
        matrix: Float64Array.from(values),
        mended: false,
      });
    expect(positivePart(new Float64Array(0), 0)).toEqual({ matrix: new Float64Array(0), mended: false });
  });

  it('has no negative direction, and what was taken off has no positive one and is at right angles to it', () => {
    fc.assert(
      fc.property(
        symmetric,
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 5, maxLength: 5 }),
        ({ n, matrix }, v) => {
          const { matrix: part } = positivePart(matrix, n);
          const rest = matrix.map((value, k) => part[k] - value);
          const along = (m: Float64Array): number =>
            m.reduce((sum, value, k) => sum + value * v[k % n] * v[Math.floor(k / n)], 0);
          const size = matrix.reduce((sum, value) => sum + value * value, 1);
          expect(along(part)).toBeGreaterThan(-1e-10 * size);
          expect(along(rest)).toBeGreaterThan(-1e-10 * size);
          // P (P − A) = 0: the two share no direction, so that no positive matrix is nearer.
          for (let i = 0; i < n; i++)
            for (let j = 0; j < n; j++) {
              let sum = 0;
              for (let k = 0; k < n; k++) sum += part[i * n + k] * rest[k * n + j];
              expect(Math.abs(sum)).toBeLessThan(1e-9 * size);
            }
          for (let i = 0; i < n; i++)
            for (let j = 0; j < n; j++) expect(part[i * n + j]).toBe(part[j * n + i]);
        },
      ),
      { seed: 5 },
    );
  });
});
