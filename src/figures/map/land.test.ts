import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoPath, type GeoProjection } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bounds, landIn, type LandTopology } from './land.ts';
import { type Point, projectionFor, reachOf } from './projection.ts';

const { resolve } = createRequire(import.meta.url);
const coasts = (scale: string): LandTopology =>
  JSON.parse(readFileSync(resolve(`world-atlas/land-${scale}.json`), 'utf8')) as LandTopology;
const FINE = coasts('50m');
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

/** The lines that are drawn; where a closed one begins is nothing that is seen. */
function drawn(land: LandTopology, projection: GeoProjection, bounds: Bounds | null): string[] {
  const path = geoPath(projection).digits(1)(landIn(land, bounds)) ?? '';
  const lines = path.split('Z').filter((line) => line !== '');
  return lines.map((line) => fromItsLeast(line.slice(1).split('L'))).sort();
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
    expect(drawn(FINE, projection, reachOf(projection))).toEqual(drawn(FINE, projection, null));
  });

  it('of anywhere is that of all land', () => {
    const coarse = coasts('110m');
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
        expect(drawn(coarse, projection, reachOf(projection))).toEqual(drawn(coarse, projection, null));
      }),
      { numRuns: 200 },
    );
  });

  it('is a tenth of all where a region is small', () => {
    const size = (name: string): number =>
      landIn(FINE, reachOf(projectionFor(REGIONS[name], SIZE))).coordinates.flat(2).length;
    const all = landIn(FINE, null).coordinates.flat(2).length;
    expect(all).toBeGreaterThan(40_000);
    expect(size('the delta of the Yangtze')).toBeLessThan(all / 10);
  });

  it('is all of it on a map of the world', () => {
    expect(reachOf(projectionFor(null, SIZE))).toBeNull();
  });
});
