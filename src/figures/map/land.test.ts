import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoPath, type GeoProjection } from 'd3-geo';
import fc from 'fast-check';
import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { feature } from 'topojson-client';
import { coastlinesOf, type LandTopology } from './coastlines.ts';
import { landIn } from './land.ts';
import { type Point, projectionFor, reachOf } from './projection.ts';

const { resolve } = createRequire(import.meta.url);
const topology = (scale: string): LandTopology =>
  JSON.parse(readFileSync(resolve(`world-atlas/land-${scale}.json`), 'utf8')) as LandTopology;
const FINE = topology('50m');
const SIZE = { width: 720, height: 480 };

const REGIONS: Readonly<Record<string, readonly Point[]>> = {
  'the delta of the Yangtze': [
    [121.5, 31.2],
    [120.2, 30.3],
    [117.3, 31.9],
    [118.8, 32.1],
  ],
  'the bay of Guangdong': [
    [114.2, 22.3],
    [113.3, 23.1],
    [113.6, 22.2],
  ],
  'the cities of Chile and Argentina': [
    [-70.7, -33.4],
    [-58.4, -34.6],
    [-71.5, -33],
  ],
  'the Nordic countries': [
    [10.7, 59.9],
    [18.1, 59.3],
    [24.9, 60.2],
    [-21.9, 64.1],
  ],
  'New Zealand, next to the edge of the map': [
    [174.8, -36.8],
    [174.8, -41.3],
    [172.6, -43.5],
  ],
  'Europe and China': [
    [2.3, 48.9],
    [121.5, 31.2],
  ],
};

/** The lines that are drawn of the land in reach, and of all of the topology; where a closed line begins is nothing that is seen. */
function drawnOf(land: LandTopology, projection: GeoProjection): { ours: string[]; all: string[] } {
  const path = geoPath(projection).digits(1);
  const lines = (text: string | null): string[] =>
    (text ?? '')
      .split('Z')
      .filter((line) => line !== '')
      .map((line) => fromItsLeast(line.slice(1).split('L')))
      .sort();
  return {
    ours: lines(path(landIn(coastlinesOf(land), reachOf(projection)))),
    all: lines(path(feature(land, land.objects.land))),
  };
}

function fromItsLeast(points: readonly string[]): string {
  const least = points.reduce((one, other) => (other < one ? other : one));
  const turned = points.flatMap((point, i) =>
    point === least ? [[...points.slice(i), ...points.slice(0, i)].join(' ')] : [],
  );
  return turned.sort()[0];
}

describe('the land of a map', () => {
  it.each(Object.entries(REGIONS))('of %s is that of all land', (_, points) => {
    const projection = projectionFor(points, SIZE);
    const { ours, all } = drawnOf(FINE, projection);
    expect(ours).toEqual(all);
    expect(ours.length).toBeGreaterThan(0);
  });

  it('of anywhere is that of all land', () => {
    const coarse = topology('110m');
    const middle = fc.tuple(fc.integer({ min: -170, max: 170 }), fc.integer({ min: -60, max: 75 }));
    const half = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(middle, half, ([longitude, latitude], [wide, high]) => {
        const projection = projectionFor(
          [
            [longitude - wide, latitude - high],
            [longitude + wide, latitude + high],
          ],
          SIZE,
        );
        const { ours, all } = drawnOf(coarse, projection);
        expect(ours).toEqual(all);
      }),
      // There a thinned island would run the other way round, and all of the map be land.
      {
        numRuns: 200,
        examples: [
          [
            [74, 23],
            [1, 10],
          ],
        ],
      },
    );
  });

  it('is a twentieth of all where a region is small', () => {
    const land = coastlinesOf(FINE);
    const size = (name: string): number =>
      landIn(land, reachOf(projectionFor(REGIONS[name], SIZE))).coordinates.flat(2).length;
    const all = landIn(land, null).coordinates.flat(2).length;
    expect(all).toBeGreaterThan(40_000);
    expect(size('the delta of the Yangtze')).toBeLessThan(all / 20);
  });

  it('has every point of the topology', () => {
    const { features } = feature(FINE, FINE.objects.land);
    const all = features.flatMap(({ geometry }) => (geometry as MultiPolygon).coordinates);
    expect(landIn(coastlinesOf(FINE), null).coordinates).toEqual(all);
  });

  it('is all of it on a map of the world', () => {
    expect(reachOf(projectionFor(null, SIZE))).toBeNull();
  });
});
