import { geoDistance } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from './great-circle.ts';
import type { Point } from './projection.ts';

const BEIJING: Point = [116.4, 39.9];
const NEW_YORK: Point = [-74, 40.7];
const SHANGHAI: Point = [121.5, 31.2];

describe('the shortest way between two cities', () => {
  it('is one line between neighbours, as long as they are apart', () => {
    const { coordinates } = greatCircle(BEIJING, SHANGHAI);
    expect(coordinates).toHaveLength(1);
    const [line] = coordinates;
    expect(line.at(0)![0]).toBeCloseTo(BEIJING[0], 9);
    expect(line.at(-1)![1]).toBeCloseTo(SHANGHAI[1], 9);
    const length = line
      .slice(1)
      .reduce((sum, at, i) => sum + geoDistance(line[i] as [number, number], at as [number, number]), 0);
    expect(length).toBeCloseTo(geoDistance([...BEIJING], [...SHANGHAI]), 9);
  });

  it('leaves the map towards the pole and comes back, and is drawn nowhere along its edge', () => {
    const { coordinates } = greatCircle(BEIJING, NEW_YORK);
    expect(coordinates).toHaveLength(2);
    const [away, back] = coordinates;
    expect(away.at(0)![0]).toBeCloseTo(BEIJING[0], 9);
    expect(back.at(-1)![0]).toBeCloseTo(NEW_YORK[0], 9);
    for (const end of [away.at(-1)!, back.at(0)!]) expect(end[1]).toBeGreaterThan(73);
  });

  it('has no point near a pole, wherever it goes', () => {
    const point = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -70, max: 70, noNaN: true }),
    );
    fc.assert(
      fc.property(point, point, (a, b) => {
        for (const [, latitude] of greatCircle(a, b).coordinates.flat())
          expect(Math.abs(latitude)).toBeLessThanOrEqual(75);
      }),
    );
  });
});
