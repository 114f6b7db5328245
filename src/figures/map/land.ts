import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { GeoPath } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';

/** Coastlines as the package world-atlas has them: land-110m.json for the world, land-50m.json for a part of it. */
export type LandTopology = Topology<{ land: GeometryCollection }>;

/** Where something lies: west, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A piece of land as the topology has it: arcs of its rings, the outer one first. */
type Arcs = number[][];

interface Coast {
  readonly arcs: Arcs;
  readonly bounds: Bounds;
}

const made = new WeakMap<LandTopology, readonly Coast[]>();

/** Every piece of land with where it lies, which its arcs tell before they are made points. */
function coastsOf(topology: LandTopology): readonly Coast[] {
  const known = made.get(topology);
  if (known !== undefined) return known;
  const bounds = topology.arcs.map((arc) => boundsOf(topology, arc));
  const coasts = topology.objects.land.geometries
    .flatMap((geometry): Arcs[] =>
      geometry.type === 'MultiPolygon' ? geometry.arcs : geometry.type === 'Polygon' ? [geometry.arcs] : [],
    )
    .map((arcs) => ({ arcs, bounds: around(arcs[0].map((arc) => bounds[arc < 0 ? ~arc : arc])) }));
  made.set(topology, coasts);
  return coasts;
}

/** Where an arc lies: its points are steps from one to the next, in the units of the topology. */
function boundsOf({ transform }: LandTopology, arc: readonly Position[]): Bounds {
  let [x, y] = [0, 0];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of arc) {
    x = transform === undefined ? point[0] : x + point[0];
    y = transform === undefined ? point[1] : y + point[1];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  if (transform === undefined) return [west, south, east, north];
  const { scale, translate } = transform;
  const degrees = (value: number, axis: 0 | 1): number => value * scale[axis] + translate[axis];
  return [degrees(west, 0), degrees(south, 1), degrees(east, 0), degrees(north, 1)];
}

function around(all: readonly Bounds[]): Bounds {
  const side = (i: 0 | 1 | 2 | 3): number[] => all.map((bounds) => bounds[i]);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
}

/** The land that reaches into bounds, exact within them; all of it where there are none. */
export function landIn(topology: LandTopology, bounds: Bounds | null): MultiPolygon {
  const near = ({ bounds: [west, south, east, north] }: Coast): boolean =>
    bounds === null || (west <= bounds[2] && east >= bounds[0] && south <= bounds[3] && north >= bounds[1]);
  const arcs = coastsOf(topology).flatMap((coast) => (near(coast) ? [coast.arcs] : []));
  const land = feature(topology, { type: 'MultiPolygon', arcs }).geometry;
  if (bounds === null) return land;
  return {
    ...land,
    coordinates: land.coordinates.map((rings) => rings.map((ring) => thinned(ring, bounds))),
  };
}

/** Degrees between points of a coast that is out of sight, and how many more for each that it is away. */
const UNSEEN = { least: 2, further: 0.2 };

/**
 * A ring with every point that lies in the bounds or next to one that does. Beyond them it keeps so many only that it
 * closes around the same land: a continent has tens of thousands of points, a map of one region shows hundreds.
 */
function thinned(ring: readonly Position[], [west, south, east, north]: Bounds): Position[] {
  const away = ([longitude, latitude]: Position): number =>
    Math.max(west - longitude, longitude - east, south - latitude, latitude - north);
  const kept: Position[] = [];
  const last = ring.length - 1;
  let [x, y] = ring[0];
  for (let i = 0; i <= last; i++) {
    const point = ring[i];
    const distance = away(point);
    if (i > 0 && i < last && distance > 0 && away(ring[i + 1]) > 0 && away(ring[i - 1]) > 0) {
      const step = UNSEEN.least + UNSEEN.further * distance;
      if (Math.abs(point[0] - x) <= step && Math.abs(point[1] - y) <= step) continue;
    }
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
