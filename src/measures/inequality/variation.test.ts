import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficientOfVariation, variationGradient, williamson } from './variation.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const amounts = fc.array(fc.double({ min: 0.1, max: 1000, noNaN: true }), { minLength: 2, maxLength: 10 });

describe('the coefficient of variation', () => {
  it('is sd over mean, of a population or of a sample', () => {
    expect(coefficientOfVariation([2, 4]).value).toBeCloseTo(1 / 3, 15);
    expect(coefficientOfVariation([2, 4], 'sample').value).toBeCloseTo(Math.SQRT2 / 3, 15);
  });

  it('is exactly 0 where all are alike, whatever their mean rounds to', () => {
    expect(coefficientOfVariation([0.1, 0.1, 0.1]).value).toBe(0);
    expect(coefficientOfVariation([1 / 3, 1 / 3, 1 / 3], 'sample').value).toBe(0);
  });

  it('is √(n − 1) at most, and does not change with the unit or when everything is there twice', () => {
    expect(coefficientOfVariation([0, 0, 0, 0, 8]).value).toBeCloseTo(2, 15);
    fc.assert(
      fc.property(amounts, (x) => {
        const value = coefficientOfVariation(x).value!;
        expect(value).toBeLessThanOrEqual(Math.sqrt(x.length - 1));
        expect(coefficientOfVariation(x.map((amount) => 5 * amount)).value).toBeCloseTo(value, 10);
        expect(coefficientOfVariation([...x, ...x]).value).toBeCloseTo(value, 10);
      }),
    );
  });

  it('is undefined without places or amounts, and a sample of one', () => {
    expect(coefficientOfVariation([])).toMatchObject({ value: null, code: 'empty' });
    expect(coefficientOfVariation([0, 0])).toMatchObject({ value: null, code: 'zero-margin' });
    expect(coefficientOfVariation([3]).value).toBe(0);
    expect(coefficientOfVariation([3], 'sample')).toMatchObject({ value: null, code: 'too-few' });
    expect(() => coefficientOfVariation([3, NaN])).toThrow('amount 1 is NaN');
  });

  it('does not care how large or small the unit is', () => {
    expect(coefficientOfVariation([2e200, 4e200]).value).toBeCloseTo(1 / 3, 15);
    expect(williamson([2e-200, 4e-200], [1e150, 1e150]).value).toBeCloseTo(1 / 3, 15);
    expect(() => coefficientOfVariation([1e308, 1e308])).toThrow('add up to a finite number');
  });

  it('moves by its gradient', () => {
    const x = [5, 1, 9, 2.5];
    const gradient = variationGradient(x)!;
    for (const i of x.keys()) {
      const at = (by: number): number =>
        coefficientOfVariation(x.map((amount, j) => (j === i ? amount + by : amount))).value!;
      expect((at(1e-6) - at(-1e-6)) / 2e-6).toBeCloseTo(gradient[i], 8);
    }
    expect(variationGradient([2, 2])).toBeNull();
  });
});

describe('Williamson’s coefficient', () => {
  it('is the plain one where all places are of one size', () => {
    fc.assert(
      fc.property(amounts, (x) => {
        const sizes = x.map(() => 4);
        expect(williamson(x, sizes).value).toBeCloseTo(coefficientOfVariation(x).value!, 10);
      }),
    );
  });

  it('counts people: a place of twice as many is two places', () => {
    expect(williamson([3, 8], [2, 1]).value).toBeCloseTo(coefficientOfVariation([3, 3, 8]).value!, 14);
    expect(williamson([3, 8, 1000], [2, 1, 0]).value).toBeCloseTo(williamson([3, 8], [2, 1]).value!, 15);
  });

  it('is undefined without people or amounts', () => {
    expect(williamson([], [])).toMatchObject({ value: null, code: 'empty' });
    expect(williamson([1, 2], [0, 0])).toMatchObject({ value: null, code: 'zero-margin' });
    expect(williamson([0, 2], [5, 0])).toMatchObject({ value: null, code: 'zero-margin' });
    expect(() => williamson([1], [1, 2])).toThrow('1 amounts, 2 populations');
    expect(() => williamson([1], [-1])).toThrow('population 0 is -1');
  });
});
