import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from './great-circle.ts';
import { matrixOf } from './matrix.ts';
import { nearestPlaces, placesWithin } from './near-places.ts';
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
});

/** Points on a coarse lattice, so that like points and like distances are common, poles and antimeridian among them. */
const points = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -18, max: 18 })), {
  minLength: 3,
  maxLength: 30,
});

describe('weights by distance', () => {
  it('are those of a search through all places, over poles and antimeridian too', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 2 }), (list, k) => {
        const [latitudes, longitudes] = [list.map(([a]) => 10 * a), list.map(([, b]) => 10 * b)];
        const km = (i: number, j: number): number =>
          greatCircle(latitudes[i], longitudes[i], latitudes[j], longitudes[j]);
        const others = (i: number): number[] => list.map((_, j) => j).filter((j) => j !== i);
        const nearest = list.map((_, i) =>
          others(i)
            .sort((a, b) => km(i, a) - km(i, b) || a - b)
            .slice(0, k)
            .sort((a, b) => a - b),
        );
        expect(listsOf(nearestPlaces(latitudes, longitudes, k))).toEqual(nearest);
        const within = list.map((_, i) => others(i).filter((j) => km(i, j) <= 1500));
        expect(listsOf(placesWithin(latitudes, longitudes, 1500))).toEqual(within);
      }),
      { seed: 6 },
    );
  });

  it('refuse a number of neighbours that there are not, and a distance that is none', () => {
    expect(() => nearestPlaces([0, 1], [0, 1], 2)).toThrow('k must be a whole number from 1 to 1');
    expect(() => placesWithin([0, 1], [0, 1], 0)).toThrow(
      'kilometres must be a finite number above 0, got 0',
    );
    expect(() => placesWithin([0, 100], [0, 1], 5)).toThrow(
      'latitude 1 must lie between -90 and 90, got 100',
    );
  });
});
