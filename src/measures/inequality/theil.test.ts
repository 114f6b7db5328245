import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { theilChance, theilDecomposition, theilGradient, theilL, theilT } from './theil.ts';
import { createRandom } from '../random.ts';

fc.configureGlobal({ seed: 2 ** 30 });

describe('Theil', () => {
  it('is 0 exactly where all places have their part, by weight too', () => {
    expect(theilT([7, 7, 7])).toEqual({ value: 0, reason: null });
    expect(theilL([7, 7, 7]).value).toBe(0);
    expect(theilT([10, 20, 30], [1, 2, 3]).value).toBe(0);
    expect(theilT([7, 7, 7.001]).value).toBeGreaterThan(0);
  });

  it('T is ln n where one place has everything, and L is undefined then', () => {
    expect(theilT([0, 5, 0, 0]).value).toBeCloseTo(Math.log(4), 15);
    expect(theilL([0, 5, 0, 0])).toEqual({
      value: null,
      reason: 'a place has nothing, which makes Theil L infinite',
      code: 'infinite',
    });
  });

  it('T and L of two places by hand', () => {
    expect(theilT([1, 3]).value).toBeCloseTo(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), 15);
    expect(theilL([1, 3]).value).toBeCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2 / 3), 15);
    expect(theilT([1, 3], [9, 1]).value).toBeCloseTo(0.25 * Math.log(0.25 / 0.9) + 0.75 * Math.log(7.5), 15);
  });

  it('is undefined without places, without an amount, without weights, and for an amount without weight', () => {
    expect(theilT([])).toMatchObject({ value: null, code: 'empty' });
    expect(theilT([0, 0])).toMatchObject({ value: null, code: 'zero-margin' });
    expect(theilT([1, 2], [0, 0])).toMatchObject({ value: null, code: 'zero-margin' });
    for (const measure of [theilT, theilL])
      expect(measure([1, 2], [0, 3])).toMatchObject({
        value: null,
        reason: 'a place without weight has an amount',
        code: 'infinite',
      });
    expect(theilDecomposition([0, 1], ['a', 'b'], undefined, 'L')).toMatchObject({
      total: null,
      code: 'infinite',
    });
  });

  it('is not asked of negative amounts, or of weights of another number', () => {
    expect(() => theilT([1, -1])).toThrow(RangeError);
    expect(() => theilT([1, NaN])).toThrow(RangeError);
    expect(() => theilT([1, 2], [1, 2, 3])).toThrow('2 amounts, 3 weights');
    expect(() => theilDecomposition([1, 2], ['a'])).toThrow('2 amounts, 1 groups');
    expect(() => theilDecomposition([1, 2], ['a', 'b'], undefined, 't' as 'T')).toThrow(
      'index must be T or L, got t',
    );
  });

  it('a group that has nothing adds nothing within and nothing between', () => {
    const { groups, total, between, within } = theilDecomposition([0, 0, 4, 2], ['a', 'a', 'b', 'b']);
    expect(groups![0]).toMatchObject({ group: 'a', within: 0, between: 0, inside: { value: null } });
    expect(between! + within!).toBeCloseTo(total!, 15);
    expect(between).toBeCloseTo(Math.log(2), 15);
  });
});

const amounts = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 2, maxLength: 12 });
const weighted = amounts.chain((x) =>
  fc.tuple(
    fc.constant(x),
    fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: x.length, maxLength: x.length }),
  ),
);

describe('for any amounts, Theil', () => {
  it('lies between 0 and ln n, and does not change with the unit', () => {
    fc.assert(
      fc.property(amounts, (x) => {
        const value = theilT(x).value!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(Math.log(x.length) + 1e-12);
        expect(theilT(x.map((amount) => 7 * amount)).value).toBeCloseTo(value, 12);
        expect(theilL(x.map((amount) => 7 * amount)).value).toBeCloseTo(theilL(x).value!, 12);
      }),
    );
  });

  it('does not change where everything is there twice, and falls where the rich give to the poor', () => {
    fc.assert(
      fc.property(weighted, ([x, w]) => {
        for (const measure of [theilT, theilL])
          expect(measure([...x, ...x], [...w, ...w]).value).toBeCloseTo(measure(x, w).value!, 12);
        const [low, high] = [Math.min(...x), Math.max(...x)];
        const gift = (high - low) / 3;
        const [from, to] = [x.indexOf(high), x.indexOf(low)];
        const fairer = x.map((amount, i) => (i === from ? high - gift : i === to ? low + gift : amount));
        if (gift > 1e-6) expect(theilT(fairer).value).toBeLessThan(theilT(x).value!);
      }),
    );
  });

  it('is between + within, for T and L, with weights and without', () => {
    fc.assert(
      fc.property(weighted, ([x, w]) => {
        const groups = x.map((_, i) => `g${(i * i) % 3}`);
        for (const index of ['T', 'L'] as const)
          for (const weights of [undefined, w]) {
            const { total, between, within } = theilDecomposition(x, groups, weights, index);
            expect(between! + within!).toBeCloseTo(total!, 12);
            expect(total).toBe((index === 'T' ? theilT : theilL)(x, weights).value);
            expect(between).toBeGreaterThanOrEqual(-1e-12);
          }
      }),
    );
  });

  it('moves by its gradient', () => {
    fc.assert(
      fc.property(weighted, ([x, w]) => {
        for (const weights of [undefined, w]) {
          const gradient = theilGradient(x, weights)!;
          for (const i of x.keys()) {
            const step = 1e-5 * x[i];
            const at = (by: number): number =>
              theilT(
                x.map((amount, j) => (j === i ? amount + by : amount)),
                weights,
              ).value!;
            expect((at(step) - at(-step)) / (2 * step)).toBeCloseTo(gradient[i], 5);
          }
        }
      }),
    );
  });
});

describe('what chance adds to T', () => {
  it('is what Poisson counts of equal places have on average', () => {
    const random = createRandom(5);
    // Sums of 40 Poisson(1): mean 40, variance 40.
    const draws = 4000;
    let sum = 0;
    for (let draw = 0; draw < draws; draw++) {
      const x = Array.from({ length: 8 }, () => {
        let value = 0;
        for (let k = 0; k < 40; k++) value += random.poisson();
        return value;
      });
      sum += theilT(x).value!;
    }
    // Without covariances the sum over n places stands for n − 1.
    const due = theilChance(new Array<number>(8).fill(40), new Array<number>(8).fill(40)).value!;
    expect((due * 7) / 8 / (sum / draws)).toBeCloseTo(1, 1);
  });

  it('is nothing where nothing varies, and undefined where nothing is', () => {
    expect(theilChance([3, 4], [0, 0]).value).toBe(0);
    expect(theilChance([0, 0], [0, 0])).toMatchObject({ value: null, code: 'zero-margin' });
  });

  it('takes one variance for each place, none below 0', () => {
    expect(() => theilChance([3, 4], [1])).toThrow('2 amounts, 1 variances');
    expect(() => theilChance([3, 4], [1, -1])).toThrow('variance 1 is -1');
  });
});
