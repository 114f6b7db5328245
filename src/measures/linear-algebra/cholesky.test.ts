import { describe, expect, it } from 'vitest';
import { choleskySemidefinite, plainCholesky } from './cholesky.ts';
import { createRandom } from '../random.ts';

/** B·Bᵀ of an n × rank matrix B of standard normals. */
function semidefinite(n: number, rank: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const b = Float64Array.from({ length: n * rank }, random.normal);
  return Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    let sum = 0;
    for (let r = 0; r < rank; r++) sum += b[i * rank + r] * b[j * rank + r];
    return sum;
  });
}
const product = (lower: Float64Array, n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    let sum = 0;
    for (let r = 0; r < n; r++) sum += lower[i * n + r] * lower[j * n + r];
    return sum;
  });

describe('the Cholesky factor', () => {
  it.each([
    [12, 12],
    [12, 5],
    [40, 7],
    [6, 1],
  ])('of a %d × %d covariance of rank %d multiplies back to it', (n, rank) => {
    const covariance = semidefinite(n, rank, n + rank);
    const lower = choleskySemidefinite(covariance);
    const back = product(lower, n);
    for (let k = 0; k < n * n; k++) expect(Math.abs(back[k] - covariance[k])).toBeLessThan(1e-8);
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) expect(lower[i * n + j]).toBe(0);
  });

  it.each([
    [1, 1],
    [7, 3],
    [8, 8],
    [57, 40],
    [130, 200],
  ])('of %i places over %i works is the same in vectors as without, to the last bit', (n, rank) => {
    const covariance = semidefinite(n, rank, 3 * n + rank);
    expect(choleskySemidefinite(covariance)).toEqual(plainCholesky(covariance));
  });

  it('gives a place without variance a row of zeros', () => {
    expect([...choleskySemidefinite([4, 0, 2, 0, 0, 0, 2, 0, 5])]).toEqual([2, 0, 0, 0, 0, 0, 1, 0, 2]);
  });

  it('gives two places that always move together the same row', () => {
    expect([...choleskySemidefinite([4, 4, 4, 4])]).toEqual([2, 0, 2, 0]);
  });

  it('refuses what is no covariance', () => {
    expect(() => choleskySemidefinite([1, 2, 2, 1])).toThrow(/no covariance/);
    expect(() => choleskySemidefinite([-1])).toThrow(/no covariance/);
  });
});
