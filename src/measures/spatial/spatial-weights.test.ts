import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf } from '../matrix.ts';
import { flowWeights, islandsOf, spatialLag, spatialWeights, standardiseRows } from './spatial-weights.ts';

const listsOf = ({ n, offsets, neighbours }: ReturnType<typeof spatialWeights>): number[][] =>
  Array.from({ length: n }, (_, i) => [...neighbours.subarray(offsets[i], offsets[i + 1])]);

describe('spatial weights', () => {
  it('stand by row, neighbours ascending, with their weights', () => {
    const w = spatialWeights([[2, 1], [], [0]], [[5, 4], [], [1]]);
    expect([...w.offsets]).toEqual([0, 2, 2, 3]);
    expect([...w.neighbours]).toEqual([1, 2, 0]);
    expect([...w.weights]).toEqual([4, 5, 1]);
    expect(islandsOf(w)).toEqual([1]);
    expect([...spatialLag(w, [1, 10, 100])]).toEqual([540, 0, 1]);
  });

  it('sum to 1 in each row when standardised, islands left at 0', () => {
    const w = standardiseRows(spatialWeights([[2, 1], [], [0]], [[5, 5], [], [3]]));
    expect([...w.weights]).toEqual([0.5, 0.5, 1]);
    expect([...spatialLag(w, [1, 10, 100])]).toEqual([55, 0, 1]);
  });

  it('refuse a place as its own neighbour, twice, or that is none, and weights not above 0', () => {
    expect(() => spatialWeights([[0]])).toThrow('place 0 is listed as its own neighbour');
    expect(() => spatialWeights([[1, 1], []])).toThrow('place 0 has its neighbour 1 twice');
    expect(() => spatialWeights([[2], []])).toThrow('a neighbour of place 0 must be one of 0 to 1, got 2');
    expect(() => spatialWeights([[1], []], [[0], []])).toThrow(
      'the weight of 1 for place 0 must be a finite number above 0, got 0',
    );
    expect(() => spatialWeights([[1], []], [[1]])).toThrow(
      'weights must have a list for each of 2 places, got 1',
    );
    expect(() => spatialWeights([[1], []], [[1, 2], []])).toThrow('place 0 has 1 neighbours and 2 weights');
  });

  it('of flows are the flows, the diagonal and nothing left out', () => {
    const flows = matrixOf([
      [9, 2, 0],
      [1, 9, 4],
      [0, 0, 9],
    ]);
    expect(listsOf(flowWeights(flows))).toEqual([[1], [0, 2], []]);
    expect([...flowWeights(flows).weights]).toEqual([2, 1, 4]);
    expect(() => flowWeights(matrixOf([[1, 2]]))).toThrow('flows must have the same places');
    expect(() =>
      flowWeights(
        matrixOf([
          [0, -2],
          [0, 0],
        ]),
      ),
    ).toThrow('must be a finite number above 0, got -2');
  });

  it('with standardised rows have a lag between the least and the greatest, and of what is everywhere alike that', () => {
    const links = fc.array(fc.subarray([0, 1, 2, 3, 4]), { minLength: 5, maxLength: 5 });
    const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(links, values, (lists, x) => {
        const w = standardiseRows(spatialWeights(lists.map((list, i) => list.filter((j) => j !== i))));
        const islands = new Set(islandsOf(w));
        const [lag, even] = [spatialLag(w, x), spatialLag(w, [7, 7, 7, 7, 7])];
        for (let i = 0; i < 5; i++) {
          if (islands.has(i)) {
            expect([lag[i], even[i]]).toEqual([0, 0]);
            continue;
          }
          expect(even[i]).toBeCloseTo(7, 12);
          expect(lag[i]).toBeGreaterThanOrEqual(Math.min(...x) - 1e-12);
          expect(lag[i]).toBeLessThanOrEqual(Math.max(...x) + 1e-12);
        }
      }),
    );
  });

  it('give a lag of one finite value for each place', () => {
    const w = spatialWeights([[1], [0]]);
    expect(() => spatialLag(w, [1])).toThrow('values must be 2, one for each place of the weights, got 1');
    expect(() => spatialLag(w, [1, NaN])).toThrow('value 1 must be finite, got NaN');
    expect(Object.isFrozen(w) && Object.isFrozen(islandsOf(w))).toBe(true);
  });
});
