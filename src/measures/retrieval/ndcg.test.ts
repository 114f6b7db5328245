import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dcg, dcgOfScores, ndcg, ndcgOfScores } from './ndcg.ts';

fc.configureGlobal({ seed: 2 ** 30 });

describe('nDCG', () => {
  it('discounts by log₂ of rank + 1, by hand', () => {
    expect(dcg([3, 2, 1])).toBeCloseTo(3 + 2 / Math.log2(3) + 1 / 2, 15);
    expect(dcg([3, 2, 1], { gain: 'exponential' })).toBeCloseTo(7 + 3 / Math.log2(3) + 1 / 2, 15);
    expect(dcg([3, 2, 1], { at: 1 })).toBe(3);
    expect(dcg([])).toBe(0);
  });

  it('holds what was not found against a ranking', () => {
    expect(ndcg([1], [1, 3]).value).toBeCloseTo(1 / (3 + 1 / Math.log2(3)), 15);
    expect(ndcg([3, 1], [1, 3]).value).toBe(1);
    expect(ndcg([0, 0, 3], [3], { at: 2 }).value).toBe(0);
  });

  it('is undefined where nothing is relevant or judged', () => {
    expect(ndcg([0, 0], [0, 0])).toMatchObject({ value: null, code: 'zero-margin' });
    expect(ndcg([0], [])).toMatchObject({ value: null, code: 'empty' });
    expect(ndcgOfScores([1, 2], [0, 0]).value).toBeNull();
  });

  it('averages tied scores, or takes the first or the last of them', () => {
    const grades = [10, 0, 0, 1, 5];
    const scores = [1, 0, 0, 0, 1];
    expect(ndcgOfScores(scores, grades, { at: 1 }).value).toBe(0.75);
    expect(ndcgOfScores(scores, grades, { at: 1, ties: 'first' }).value).toBe(1);
    expect(ndcgOfScores(scores, grades, { at: 1, ties: 'last' }).value).toBe(0.5);
  });

  it('refuses what is no grade, no score, no cut-off, or of another length', () => {
    expect(() => dcg([1, -1])).toThrow('grades must be 0 or more, number 1 is -1');
    expect(() => dcg([NaN])).toThrow(RangeError);
    expect(() => ndcg([1], [Infinity])).toThrow(RangeError);
    expect(() => dcg([1], { at: 0 })).toThrow('at must be a whole number from 1, got 0');
    expect(() => dcgOfScores([NaN], [1])).toThrow('number 0 is NaN');
    expect(() => dcgOfScores([1], [1, 2])).toThrow('1 scores, 2 grades');
    expect(() => dcg([1], { gain: 'exp' as 'linear' })).toThrow(
      'gain must be linear or exponential, got exp',
    );
    expect(() => dcg([1, 2000], { gain: 'exponential' })).toThrow('number 1 is 2000');
    expect(() => dcgOfScores([1], [1], { ties: 'id' as 'first' })).toThrow(
      'ties must be average, first or last',
    );
  });
});

const graded = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 })), {
  minLength: 1,
  maxLength: 10,
});

describe('for any judgements, nDCG', () => {
  it('lies between 0 and 1, is 1 for the best order, and does not change with the scale of scores', () => {
    fc.assert(
      fc.property(graded, fc.constantFrom('linear' as const, 'exponential' as const), (pairs, gain) => {
        const grades = pairs.map(([grade]) => grade);
        const scores = pairs.map(([, score]) => score);
        const { value } = ndcgOfScores(scores, grades, { gain });
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(ndcgOfScores(grades, grades, { gain }).value).toBeCloseTo(1, 12);
        const rescaled = scores.map((score) => 3 * score + 1);
        expect(ndcgOfScores(rescaled, grades, { gain }).value).toBe(value);
      }),
    );
  });

  it('averaged over ties is the mean over all orders of the tied, whatever the order of the list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 }), (grades) => {
        const alike = grades.map(() => 7);
        const orders = permutations(grades);
        const mean = orders.reduce((sum, order) => sum + dcg(order, { at: 3 }), 0) / orders.length;
        expect(dcgOfScores(alike, grades, { at: 3 })).toBeCloseTo(mean, 12);
        expect(dcgOfScores(alike, [...grades].reverse(), { at: 3 })).toBeCloseTo(mean, 12);
      }),
    );
  });
});

function permutations(list: readonly number[]): number[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((one, i) => permutations(list.filter((_, j) => j !== i)).map((rest) => [one, ...rest]));
}
