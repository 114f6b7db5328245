import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { GeoPath } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';

/** Coastlines as the package world-atlas has them: land-110m.json for the world, land-50m.json for a part of it. */
export type LandTopology = Topology<{ land: GeometryCollection }>;

/** Where something lies: west, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

interface Coast {
  readonly rings: Position[][];
  readonly bounds: Bounds;
}

const made = new WeakMap<LandTopology, readonly Coast[]>();

/** Every piece of land with where it lies. */
function coastsOf(topology: LandTopology): readonly Coast[] {
  const known = made.get(topology);
  if (known !== undefined) return known;
  const coasts = feature(topology, topology.objects.land)
    .features.flatMap(({ geometry }) =>
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : [],
    )
    .map((rings) => ({ rings, bounds: boundsOf(rings[0]) }));
  made.set(topology, coasts);
  return coasts;
}

function boundsOf(ring: readonly Position[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of ring) {
    const [longitude, latitude] = point;
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  return [west, south, east, north];
}

/** The land that reaches into bounds, exact within them; all of it where there are none. */
export function landIn(topology: LandTopology, bounds: Bounds | null): MultiPolygon {
  const near = ({ bounds: [west, south, east, north] }: Coast): boolean =>
    bounds === null || (west <= bounds[2] && east >= bounds[0] && south <= bounds[3] && north >= bounds[1]);
  return {
    type: 'MultiPolygon',
    coordinates: coastsOf(topology)
      .filter(near)
      .map(({ rings }) => (bounds === null ? rings : rings.map((ring) => thinned(ring, bounds)))),
  };
}

/** Degrees between points of a coast that is out of sight. */
const UNSEEN = 2;

/**
 * A ring with every point that lies in the bounds or next to one that does. Beyond them it keeps so many only that it
 * closes around the same land: a continent has tens of thousands of points, a map of one region shows hundreds.
 */
function thinned(ring: readonly Position[], [west, south, east, north]: Bounds): Position[] {
  const isSeen = ([longitude, latitude]: Position): boolean =>
    longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  const kept: Position[] = [];
  const last = ring.length - 1;
  let [x, y] = [Infinity, Infinity];
  for (let i = 0; i <= last; i++) {
    const point = ring[i];
    const isFar = Math.abs(point[0] - x) > UNSEEN || Math.abs(point[1] - y) > UNSEEN;
    if (!isFar && i < last && !isSeen(point) && !isSeen(ring[i + 1]) && !isSeen(ring[i - 1])) continue;
    kept.push(point);
    [x, y] = point;
  }
  return kept;
}

const drawn = new WeakMap<LandTopology, { readonly view: string; readonly d: string }>();

/** The coast as a path; the last is kept, since a map is laid out anew whenever its numbers change, and its coast stays. */
export function landPath(topology: LandTopology, view: string, path: GeoPath, bounds: Bounds | null): string {
  const last = drawn.get(topology);
  if (last?.view === view) return last.d;
  const d = path(landIn(topology, bounds)) ?? '';
  drawn.set(topology, { view, d });
  return d;
}
