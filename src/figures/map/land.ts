import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { GeoPath, GeoPermissibleObjects } from 'd3-geo';

/** Coastlines as the package world-atlas has them: land-110m.json for the world, land-50m.json for a part of it. */
export type LandTopology = Topology<{ land: GeometryCollection }>;

const made = new WeakMap<LandTopology, GeoPermissibleObjects>();

export function landOf(topology: LandTopology): GeoPermissibleObjects {
  const land = made.get(topology) ?? feature(topology, topology.objects.land);
  made.set(topology, land);
  return land;
}

const drawn = new WeakMap<LandTopology, { readonly view: string; readonly d: string }>();

/** The coast as a path; the last is kept, since a map is laid out anew whenever its numbers change, and its coast stays. */
export function landPath(topology: LandTopology, view: string, path: GeoPath): string {
  const last = drawn.get(topology);
  if (last?.view === view) return last.d;
  const d = path(landOf(topology)) ?? '';
  drawn.set(topology, { view, d });
  return d;
}
