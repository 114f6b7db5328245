import type { GeoPath } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import type { Bounds, Coastlines } from './coastlines.ts';

/** The land that reaches into bounds in degrees, exact within them; all of it where there are none. */
export function landIn({ scale, translate, land }: Coastlines, bounds: Bounds | null): MultiPolygon {
  const degrees = (value: number, axis: 0 | 1): number => value * scale[axis] + translate[axis];
  const near = land.filter(
    ({ bounds: [west, south, east, north] }) =>
      bounds === null ||
      (degrees(west, 0) <= bounds[2] &&
        degrees(east, 0) >= bounds[0] &&
        degrees(south, 1) <= bounds[3] &&
        degrees(north, 1) >= bounds[1]),
  );
  const pointsOf = (steps: readonly number[]): Position[] => {
    const ring = {
      longitudes: new Float64Array(steps.length / 2),
      latitudes: new Float64Array(steps.length / 2),
    };
    let [x, y] = [0, 0];
    for (let i = 0; i < steps.length / 2; i++) {
      ring.longitudes[i] = degrees((x += steps[2 * i]), 0);
      ring.latitudes[i] = degrees((y += steps[2 * i + 1]), 1);
    }
    const points = thinned(ring, bounds);
    // Few points may run the other way round than all of them do: that is the whole globe but for them.
    if (turn(ringOf(points)) * turn(ring) > 0) return points;
    return Array.from(ring.longitudes, (longitude, i) => [longitude, ring.latitudes[i]]);
  };
  return { type: 'MultiPolygon', coordinates: near.map(({ rings }) => rings.map(pointsOf)) };
}

/** Degrees between points of a coast that is out of sight, and how many more for each that it is away. */
const UNSEEN = { least: 2, further: 0.2 };

interface Ring {
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
}

/**
 * A ring with every point that lies in the bounds or next to one that does. Beyond them it keeps so many only that it
 * closes around the same land: a continent has tens of thousands of points, a map of one region shows hundreds.
 */
function thinned({ longitudes, latitudes }: Ring, bounds: Bounds | null): Position[] {
  const [west, south, east, north] = bounds ?? [-Infinity, -Infinity, Infinity, Infinity];
  const away = (i: number): number =>
    Math.max(west - longitudes[i], longitudes[i] - east, south - latitudes[i], latitudes[i] - north);
  const kept: Position[] = [];
  const last = longitudes.length - 1;
  for (let i = 0; i <= last; i++) {
    const distance = away(i);
    if (i > 0 && i < last && distance > 0 && away(i + 1) > 0 && away(i - 1) > 0) {
      const [longitude, latitude] = kept[kept.length - 1];
      const step = UNSEEN.least + UNSEEN.further * distance;
      if (Math.abs(longitudes[i] - longitude) <= step && Math.abs(latitudes[i] - latitude) <= step) continue;
    }
    kept.push([longitudes[i], latitudes[i]]);
  }
  return kept;
}

const ringOf = (points: readonly Position[]): Ring => ({
  longitudes: Float64Array.from(points, ([longitude]) => longitude),
  latitudes: Float64Array.from(points, ([, latitude]) => latitude),
});

/** Twice the area within a closed ring, in square degrees; above 0 where it runs against the clock. */
function turn({ longitudes: x, latitudes: y }: Ring): number {
  let sum = 0;
  for (let i = 1; i < x.length; i++) sum += x[i - 1] * y[i] - x[i] * y[i - 1];
  return sum;
}

const drawn = new WeakMap<Coastlines, { readonly view: string; readonly d: string }>();

/** The coast as a path; the last is kept, since a map is laid out anew whenever its numbers change, and its coast stays. */
export function landPath(land: Coastlines, view: string, path: GeoPath, bounds: Bounds | null): string {
  const last = drawn.get(land);
  if (last?.view === view) return last.d;
  const d = path(landIn(land, bounds)) ?? '';
  drawn.set(land, { view, d });
  return d;
}
