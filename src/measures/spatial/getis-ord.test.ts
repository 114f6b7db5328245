import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defined,
  double,
  expectDefinition,
  expectManners,
  LINE,
  WEIGHTS,
} from '../../../test/spatial-by-hand.ts';
import { getisOrd } from './getis-ord.ts';

const byHand = (x: readonly number[], w: number[][]): number => {
  const all = double(x.length, (i, j) => (i === j ? 0 : x[i] * x[j]));
  return double(x.length, (i, j) => w[i][j] * x[i] * x[j]) / all;
};

describe("Getis and Ord's G", () => {
  it.each(WEIGHTS)('on %s is its definition, with the mean and variance of all orders', (_, w) => {
    expectDefinition(getisOrd, byHand, w);
  });

  it('does not change with the unit; too few places, values all alike and what is no value are named', () => {
    expectManners(getisOrd);
  });

  it('lies above what is expected where the high are neighbours, and below where the low are', () => {
    const [together, apart] = [
      defined(getisOrd([9, 8, 1, 1, 1], LINE)),
      defined(getisOrd([9, 1, 1, 1, 8], LINE)),
    ];
    expect(together.value).toBeGreaterThan(together.expected);
    expect(apart.value).toBeLessThan(apart.expected);
  });

  it('is of amounts, changes with a shift, and needs two places that have one', () => {
    expect(defined(getisOrd([11, 12, 14, 13, 19], LINE)).value).not.toBeCloseTo(
      defined(getisOrd([1, 2, 4, 3, 9], LINE)).value,
      3,
    );
    expect(() => getisOrd([1, -1, 2, 3, 4], LINE)).toThrow('value 1 is -1, and must be 0 or more');
    expect(getisOrd([0, 0, 5, 0, 0], LINE)).toMatchObject({ value: null, code: 'too-few' });
  });

  it('does not change where places are numbered the other way round, and scales with the weights', () => {
    const amounts = fc.array(fc.nat(50), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(amounts, (x) => {
        const result = getisOrd(x, LINE);
        if (result.value === null) return;
        expect(result.value).toBeGreaterThanOrEqual(0);
        expect(defined(getisOrd(x.toReversed(), LINE)).value).toBeCloseTo(result.value, 12);
        const doubled = defined(getisOrd(x, { ...LINE, weights: LINE.weights.map((w) => 2 * w) }));
        expect(doubled.value).toBeCloseTo(2 * result.value, 12);
        expect(doubled.randomisation.z.value!).toBeCloseTo(result.randomisation.z.value!, 9);
      }),
      { seed: 5 },
    );
  });
});
