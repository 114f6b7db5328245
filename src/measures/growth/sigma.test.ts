import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { sigma, sigmaGradient, sigmaWithoutNoise } from './sigma.ts';

describe('σ', () => {
  it('is the standard deviation of logarithms, which does not change with the unit', () => {
    const x = [1, Math.E, Math.E ** 2];
    expect(sigma(x).value).toBeCloseTo(1, 14);
    expect(sigma(x, 'population').value).toBeCloseTo(Math.sqrt(2 / 3), 14);
    expect(sigma(x.map((amount) => 1000 * amount)).value).toBeCloseTo(1, 12);
  });

  it('is exactly 0 where all are alike, whatever the mean of their logarithms rounds to', () => {
    for (const x of [0.1, 1 / 3, 7, 1e9]) expect(sigma([x, x, x]).value).toBe(0);
    expect(sigmaGradient([0.1, 0.1, 0.1])).toBeNull();
  });

  it('is undefined where a place has nothing, and of one place', () => {
    expect(sigma([1, 0, 3])).toMatchObject({ value: null, code: 'not-positive' });
    expect(sigma([3])).toMatchObject({ value: null, code: 'too-few' });
    expect(sigmaWithoutNoise([1, 0, 3], [0, 0, 0])).toMatchObject({ value: null, code: 'not-positive' });
  });

  it('refuses what is no amount or no variance, by name', () => {
    expect(() => sigma([1, -2])).toThrow('amount 1 is -2');
    expect(() => sigma([NaN])).toThrow('amount 0 is NaN');
    expect(() => sigmaWithoutNoise([1, 2], [1, -1])).toThrow('variance 1 is -1');
    expect(() => sigmaWithoutNoise([1, 2], [1])).toThrow('2 places, 1 variances');
  });

  it('does not change with order or unit, and of a population neither when all is there twice', () => {
    const amounts = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(amounts, (x) => {
        const value = sigma(x).value!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(sigma(x.toReversed()).value).toBeCloseTo(value, 10);
        expect(sigma(x.map((amount) => 3 * amount)).value).toBeCloseTo(value, 7);
        expect(sigma([...x, ...x], 'population').value).toBeCloseTo(sigma(x, 'population').value!, 7);
      }),
      { seed: 9 },
    );
  });
});

describe('σ and noise', () => {
  it('takes out what Poisson counts of equal places spread, and leaves what is more', () => {
    const random = createRandom(3);
    const count = (mean: number): number => {
      let value = 0;
      for (let k = 0; k < mean; k++) value += random.poisson();
      return value;
    };
    // True σ of ln x is ln 1.2/2 (half at 200, half at 240), to the factor of a sample.
    const x = Array.from({ length: 2000 }, (_, i) => count(i % 2 === 0 ? 200 : 240));
    expect(sigma(x).value).toBeGreaterThan(0.105);
    expect(sigmaWithoutNoise(x, x).value).toBeCloseTo(Math.log(1.2) / 2, 2);
    expect(sigmaWithoutNoise([10, 11, 12], [10, 11, 12])).toMatchObject({ code: 'not-identified' });
    expect(sigmaWithoutNoise([10, 20], [0, 0]).value).toBe(sigma([10, 20]).value);
  });

  it('moves by its gradient', () => {
    const x = [1, 4, 9, 2.5];
    const gradient = sigmaGradient(x)!;
    for (const i of x.keys()) {
      const at = (by: number): number => sigma(x.map((amount, j) => (j === i ? amount + by : amount))).value!;
      expect((at(1e-6) - at(-1e-6)) / 2e-6).toBeCloseTo(gradient[i], 8);
    }
    expect(sigmaGradient([2, 2])).toBeNull();
    expect(sigmaGradient([2, 0])).toBeNull();
  });
});
