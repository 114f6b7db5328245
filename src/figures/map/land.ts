import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { GeoPermissibleObjects } from 'd3-geo';

/** Coastlines as the package world-atlas has them: land-110m.json for the world, land-50m.json for a part of it. */
export type LandTopology = Topology<{ land: GeometryCollection }>;

const made = new WeakMap<LandTopology, GeoPermissibleObjects>();

export function landOf(topology: LandTopology): GeoPermissibleObjects {
  const land = made.get(topology) ?? feature(topology, topology.objects.land);
  made.set(topology, land);
  return land;
}
