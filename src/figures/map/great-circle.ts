import { geoDistance, geoInterpolate } from 'd3-geo';
import type { MultiLineString } from 'geojson';
import type { Point } from './projection.ts';

/** North and south of here a pole is a line on the map: what runs there would be drawn along the edge. */
const CAP = 75;
/** Degrees between the points at which the way is looked at. */
const STEP = 1;

/**
 * The shortest way between two points. Where it goes over a pole it leaves the map towards it and comes back: what lies
 * within fifteen degrees of a pole is left out.
 */
export function greatCircle(a: Point, b: Point): MultiLineString {
  const way = geoInterpolate([...a], [...b]);
  const steps = Math.max(1, Math.ceil((geoDistance([...a], [...b]) * 180) / Math.PI / STEP));
  const lines: [number, number][][] = [[]];
  for (let i = 0; i <= steps; i++) {
    const point = way(i / steps);
    if (Math.abs(point[1]) <= CAP) lines.at(-1)!.push(point);
    else if (lines.at(-1)!.length > 0) lines.push([]);
  }
  // Between its ends a projection bends a line as finely as it needs.
  const ends = lines.filter((line) => line.length > 1).map((line) => [line[0], line.at(-1)!]);
  return { type: 'MultiLineString', coordinates: ends };
}
