import { geoConicEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo';
import { greatest, least } from '../../measures/extremes.ts';
import type { Bounds } from './coastlines.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}
export type Point = readonly [longitude: number, latitude: number];

/** Room around what is fitted, in pixels. */
const ROOM = 24;
/** A region as wide as this, in degrees, is shown on the world. */
const WIDE = 90;

/** How far a map can be moved beyond its sides, as a part of it: so much is drawn. */
export const BEYOND = 0.5;

/** Steps along a side of what is drawn. */
const STEPS = 16;
/** Room around what is drawn, as a part of it: more than a side bends between two steps, and a coast between two points. */
const MARGIN = 0.08;

/** What a projection that is clipped to pixels draws of the globe at most; null where that goes all around. */
export function reachOf(projection: GeoProjection): Bounds | null {
  const extent = projection.clipExtent();
  if (extent === null || projection.invert === undefined) return null;
  const [[left, top], [right, bottom]] = extent;
  const isInside = ([x, y]: readonly number[]): boolean => x >= left && x <= right && y >= top && y <= bottom;
  for (const pole of [90, -90]) {
    const at = projection([0, pole]);
    if (at !== null && isInside(at)) return null;
  }
  const along = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS);
  const edge = along.flatMap((part): [number, number][] => {
    const [x, y] = [left + part * (right - left), top + part * (bottom - top)];
    return [
      [x, top],
      [x, bottom],
      [left, y],
      [right, y],
    ];
  });
  const points = edge.map((at) => projection.invert!(at) ?? [NaN, NaN]);
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const [west, east] = [least(longitudes), greatest(longitudes)];
  const [south, north] = [least(latitudes), greatest(latitudes)];
  const [wide, high] = [(east - west) * MARGIN + 1, (north - south) * MARGIN + 1];
  const bounds = [west - wide, south - high, east + wide, north + high] as const;
  // What reaches over the edge of the map of the world is on both its sides.
  return bounds.every(Number.isFinite) && bounds[0] >= -180 && bounds[2] <= 180 ? bounds : null;
}

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
  const [west, east] = [least(longitudes), greatest(longitudes)];
  const [south, north] = [least(latitudes), greatest(latitudes)];
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
      [-width * BEYOND, -height * BEYOND],
      [width * (1 + BEYOND), height * (1 + BEYOND)],
    ]);
}
