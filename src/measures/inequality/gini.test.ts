import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gini, giniGradient } from './gini.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const amounts = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 2, maxLength: 12 });
const some = amounts.filter((x) => x.some((amount) => amount > 0.01));

describe('Gini', () => {
  it('is 0 where all have the same, (n − 1)/n where one has everything, and 1 then when corrected', () => {
    expect(gini([4, 4, 4, 4]).value).toBe(0);
    expect(gini([0.1, 0.1, 0.1]).value).toBe(0);
    expect(gini([0, 0, 9, 0]).value).toBe(0.75);
    expect(gini([0, 0, 9, 0], { smallSample: true }).value).toBe(1);
  });

  it('is half the mean difference of all pairs over the mean', () => {
    fc.assert(
      fc.property(some, (x) => {
        const total = x.reduce((sum, amount) => sum + amount, 0);
        const differences = x.flatMap((a) => x.map((b) => Math.abs(a - b))).reduce((sum, d) => sum + d, 0);
        expect(gini(x).value).toBeCloseTo(differences / (2 * x.length * total), 12);
        expect(gini(x, { smallSample: true }).value).toBeCloseTo(
          differences / (2 * (x.length - 1) * total),
          12,
        );
      }),
    );
  });

  it('lies in its bounds, and does not change with the unit, the order, or when everything is there twice', () => {
    fc.assert(
      fc.property(some, (x) => {
        const value = gini(x).value!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual((x.length - 1) / x.length + 1e-12);
        expect(gini(x.map((amount) => 3 * amount)).value).toBeCloseTo(value, 12);
        expect(gini(x.toReversed()).value).toBeCloseTo(value, 12);
        expect(gini([...x, ...x]).value).toBeCloseTo(value, 12);
      }),
    );
  });

  it('is undefined without places or amounts, and of one place when corrected', () => {
    expect(gini([])).toMatchObject({ value: null, code: 'empty' });
    expect(gini([0, 0])).toMatchObject({ value: null, code: 'zero-margin' });
    expect(gini([5])).toEqual({ value: 0, reason: null });
    expect(gini([5], { smallSample: true })).toMatchObject({ value: null, code: 'too-few' });
    expect(() => gini([-1, 2])).toThrow('amount 0 is -1, and must be 0 or more');
  });

  it('moves by its gradient where no two are alike; likes share theirs', () => {
    const x = [5, 1, 9, 2.5];
    const gradient = giniGradient(x)!;
    for (const i of x.keys()) {
      const at = (by: number): number => gini(x.map((amount, j) => (j === i ? amount + by : amount))).value!;
      expect((at(1e-6) - at(-1e-6)) / 2e-6).toBeCloseTo(gradient[i], 8);
    }
    const tied = giniGradient([2, 2, 7])!;
    expect(tied[0]).toBe(tied[1]);
    // Scale does not matter, so that growing all alike changes nothing.
    expect(2 * tied[0] + 2 * tied[1] + 7 * tied[2]).toBeCloseTo(0, 15);
  });
});
