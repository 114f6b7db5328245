import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competitionRanks, summariseRanks } from './rank.ts';

fc.configureGlobal({ seed: 2 ** 30 });

describe('competition ranks', () => {
  it('are one more than the number of strictly greater values: 1224', () => {
    expect([...competitionRanks([5, 9, 5, 1])]).toEqual([2, 1, 2, 4]);
    expect([...competitionRanks([3, 3, 3])]).toEqual([1, 1, 1]);
    expect([...competitionRanks([])]).toEqual([]);
  });

  it('do not exist for what is not finite', () => {
    for (const value of [NaN, Infinity])
      expect(() => competitionRanks([1, value])).toThrow(`values must be finite, number 1 is ${value}`);
  });

  it('count the strictly greater', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (totals) => {
        const ranks = competitionRanks(totals);
        for (const [i, value] of totals.entries())
          expect(ranks[i]).toBe(1 + totals.filter((other) => other > value).length);
      }),
    );
  });
});

describe('the summary of drawn ranks', () => {
  // Ten draws of two places: the first leads in 7, ties in 1, trails in 2.
  const drawn = [7, 1, 7, 1, 7, 1, 7, 1, 7, 1, 7, 1, 7, 1, 4, 4, 1, 7, 1, 7];

  it('counts ranks, ties for both of the tied', () => {
    const [first, second] = summariseRanks({ totals: [7, 1], drawn, level: 0.95 });
    expect(first).toMatchObject({ rank: 1, low: 1, high: 2, first: 0.8 });
    expect(first.mean).toBeCloseTo(1.2, 12);
    expect(second.first).toBeCloseTo(0.3, 12);
    expect(second.mean).toBeCloseTo(1.7, 12);
  });

  it('has ends at the smallest ranks that reach the tails', () => {
    const at = (level: number): [number, number] => {
      const [first] = summariseRanks({ totals: [7, 1], drawn, level });
      return [first.low, first.high];
    };
    expect(at(0.6)).toEqual([1, 1]);
    expect(at(0.61)).toEqual([1, 2]);
  });

  it('weighs draws by their probability', () => {
    const [first] = summariseRanks({
      totals: [2, 1],
      drawn: [2, 1, 1, 2],
      probabilities: [0.99, 0.01],
      level: 0.95,
    });
    expect(first).toEqual({ rank: 1, low: 1, high: 1, first: 0.99, mean: 1.01 });
  });

  it('moves down by the places known to be above, who take the first rank', () => {
    const [first] = summariseRanks({ totals: [7, 1], drawn, above: 12, level: 0.95 });
    expect(first).toEqual({ rank: 13, low: 13, high: 14, first: 0, mean: 13.2 });
  });

  it('of no places is empty, and cannot be changed', () => {
    expect(summariseRanks({ totals: [], drawn: [], level: 0.95 })).toEqual([]);
    const rows = summariseRanks({ totals: [1], drawn: [1], level: 0.95 });
    expect(Object.isFrozen(rows) && Object.isFrozen(rows[0])).toBe(true);
  });

  it('refuses draws that do not fit, NaN among them, and a level in percent', () => {
    expect(() => summariseRanks({ totals: [1, 2], drawn: [1, 2, 3], level: 0.95 })).toThrow(/3 drawn/);
    expect(() => summariseRanks({ totals: [1], drawn: [], level: 0.95 })).toThrow(/0 drawn/);
    expect(() => summariseRanks({ totals: [1, 2], drawn: [1, Number.NaN], level: 0.95 })).toThrow(/draw 0/);
    expect(() => summariseRanks({ totals: [1], drawn: [1], level: 95 })).toThrow(/level/);
    expect(() => summariseRanks({ totals: [1], drawn: [1], above: -1, level: 0.95 })).toThrow(/above/);
    expect(() => summariseRanks({ totals: [1], drawn: [1], probabilities: [0.5, 0.5], level: 0.95 })).toThrow(
      /probabilities/,
    );
    const of = (probabilities: number[]) => () =>
      summariseRanks({ totals: [1, 2], drawn: [1, 2, 2, 1], probabilities, level: 0.95 });
    expect(of([1.5, -0.5])).toThrow('probabilities must be 0 or more, number 1 is -0.5');
    expect(of([0.5, 0.4])).toThrow('probabilities must sum to 1, got 0.9');
    expect(() => summariseRanks({ totals: [NaN], drawn: [1], level: 0.95 })).toThrow('totals must be finite');
  });
});
