import { describe, expect, it } from 'vitest';
import { solve } from '../../../test/dense-poisson.ts';
import { createRandom } from '../../measures/random.ts';
import { invertPositive, sandwichUpper, solvePositive, solveUpper } from './positive.ts';

/** XᵀX of drawn columns. */
function anyPositive(n: number, seed: number): number[][] {
  const random = createRandom(seed);
  const x = Array.from({ length: n }, () => Array.from({ length: 2 * n }, () => random.normal()));
  return x.map((a) => x.map((b) => a.reduce((sum, value, i) => sum + value * b[i], 0)));
}

describe('positive definite systems', () => {
  it('are solved, by hand and against elimination', () => {
    expect(Array.from(solvePositive(Float64Array.of(4, 2, 2, 5), Float64Array.of(8, 12)))).toEqual([1, 2]);
    for (const n of [1, 3, 6]) {
      const a = anyPositive(n, n);
      const b = Array.from({ length: n }, (_, i) => i - 1);
      const found = solvePositive(Float64Array.from(a.flat()), Float64Array.from(b));
      for (const [i, value] of solve(a, b).entries()) expect(found[i]).toBeCloseTo(value, 10);
    }
  });

  it('have an inverse that is symmetric to the last digit', () => {
    const n = 5;
    const a = anyPositive(n, 9);
    const inverse = invertPositive(Float64Array.from(a.flat()), n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        expect(inverse[i * n + j]).toBe(inverse[j * n + i]);
        const unit = a[i].reduce((sum, value, k) => sum + value * inverse[k * n + j], 0);
        expect(unit).toBeCloseTo(i === j ? 1 : 0, 10);
      }
  });

  it('that are singular, or not positive, are refused', () => {
    expect(() => solvePositive(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 1))).toThrow(
      'the matrix must be positive definite, pivot 1 is 0',
    );
    expect(() => solvePositive(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toThrow(RangeError);
    expect(() => solvePositive(Float64Array.of(0), Float64Array.of(1))).toThrow('pivot 0 is 0');
  });

  it('turn through an upper triangle, by hand', () => {
    const r = Float64Array.of(2, 1, 0, 4);
    expect(Array.from(solveUpper(r, Float64Array.of(5, 4)))).toEqual([2, 1]);
    // R⁻¹ = [½, −⅛; 0, ¼]; with V = 1 the sandwich is R⁻¹R⁻ᵀ.
    expect(Array.from(sandwichUpper(r, Float64Array.of(1, 0, 0, 1), 2))).toEqual([
      0.25 + 1 / 64,
      -1 / 32,
      -1 / 32,
      1 / 16,
    ]);
    expect(sandwichUpper(new Float64Array(0), new Float64Array(0), 0)).toHaveLength(0);
  });
});
