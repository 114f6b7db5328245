import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from './great-circle.ts';
import { nearestPlaces, placesWithin } from './near-places.ts';
import type { SpatialWeights } from './spatial-weights.ts';

const listsOf = ({ n, offsets, neighbours }: SpatialWeights): number[][] =>
  Array.from({ length: n }, (_, i) => [...neighbours.subarray(offsets[i], offsets[i + 1])]);

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
