import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entropyWeights } from './entropy-weights.ts';
import { matrix, matrixOf } from '../matrix.ts';

describe('entropy weights', () => {
  it('by hand: one place has it all, and two share', () => {
    const { indicators, scores } = entropyWeights(
      matrix(['a', 'b', 'c'], ['one', 'two'], [0, 0, 0, 5, 9, 5]),
    );
    const shared = Math.log(2) / Math.log(3);
    expect(indicators[0].entropy.value).toBe(0);
    expect(indicators[1].entropy.value).toBeCloseTo(shared, 14);
    expect(indicators[0].weight.value).toBeCloseTo(1 / (2 - shared), 14);
    expect([...scores!]).toEqual([0, indicators[1].weight.value, 1]);
  });

  it('are 0 for an indicator that does not vary, and undefined where none does', () => {
    const { indicators } = entropyWeights(
      matrixOf([
        [1, 7],
        [2, 7],
      ]),
    );
    expect(indicators[1]).toMatchObject({ entropy: { value: null, code: 'constant' }, weight: { value: 0 } });
    const none = entropyWeights(matrixOf([[7], [7]]));
    expect(none.indicators[0].weight).toMatchObject({ value: null, code: 'constant' });
    expect(none.scores).toBeNull();
  });

  it('refuse one row, a name that is no indicator and a negative shift', () => {
    expect(() => entropyWeights(matrixOf([[1]]))).toThrow('values must have two rows or more, got 1');
    expect(() => entropyWeights(matrixOf([[1], [2]]), { lessIsBetter: ['x'] })).toThrow(
      'lessIsBetter must name indicators (0), got x',
    );
    expect(() => entropyWeights(matrixOf([[1], [2]]), { epsilon: -1 })).toThrow('epsilon must be');
  });

  it('sum to 1, are not negative, and do not change with units or the order of places', () => {
    const table = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
      minLength: 2,
      maxLength: 9,
    });
    const weights = (rows: number[][]): (number | null)[] =>
      entropyWeights(matrixOf(rows), { lessIsBetter: ['1'] }).indicators.map(({ weight }) => weight.value);
    fc.assert(
      fc.property(table, (rows) => {
        const own = weights(rows);
        if (own[0] === null || own[1] === null) return;
        expect(own[0] + own[1]).toBeCloseTo(1, 12);
        expect(Math.min(own[0], own[1])).toBeGreaterThanOrEqual(0);
        expect(weights(rows.map(([a, b]) => [3 * a + 5, b]).toReversed())[0]).toBeCloseTo(own[0], 10);
      }),
      { seed: 11 },
    );
  });
});
