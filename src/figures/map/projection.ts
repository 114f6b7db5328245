import { geoConicEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo';

export interface Size {
  readonly width: number;
  readonly height: number;
}
export type Point = readonly [longitude: number, latitude: number];

/** Room around what is fitted, in pixels. */
const ROOM = 24;
/** A region as wide as this, in degrees, is shown on the world. */
const WIDE = 90;

/** The world in Equal Earth; a region in a conic of equal areas that is fitted to its points. */
export function projectionFor(points: readonly Point[] | null, { width, height }: Size): GeoProjection {
  const world = geoEqualEarth().fitExtent(
    [
      [4, 4],
      [width - 4, height - 4],
    ],
    { type: 'Sphere' },
  );
  if (points === null || points.length < 2) return world;
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  if (east - west > WIDE || Math.abs(south + north) < 1) return world;
  const sixth = Math.max((north - south) / 6, 0.5);
  return geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + east) / 2, 0])
    .fitExtent(
      [
        [ROOM, ROOM],
        [width - ROOM, height - ROOM],
      ],
      { type: 'MultiPoint', coordinates: points.map(([longitude, latitude]) => [longitude, latitude]) },
    )
    .clipExtent([
      [-width, -height],
      [2 * width, 2 * height],
    ]);
}
