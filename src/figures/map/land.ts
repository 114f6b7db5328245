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
  for (const [longitude, latitude] of ring) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return [west, south, east, north];
}

/** The land that reaches into bounds; all of it where there are none. */
export function landIn(topology: LandTopology, bounds: Bounds | null): MultiPolygon {
  const near = ({ bounds: [west, south, east, north] }: Coast): boolean =>
    bounds === null || (west <= bounds[2] && east >= bounds[0] && south <= bounds[3] && north >= bounds[1]);
  return {
    type: 'MultiPolygon',
    coordinates: coastsOf(topology)
      .filter(near)
      .map(({ rings }) => rings),
  };
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
