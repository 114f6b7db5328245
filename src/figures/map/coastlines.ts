import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Position } from 'geojson';
import { greatest, least } from '../../measures/extremes.ts';

/** Where something lies: west, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A piece of land, in units of the coastlines. */
interface Land {
  readonly bounds: Bounds;
  /** The outer ring first: where it begins, then steps from point to point, each of two numbers in turn. */
  readonly rings: readonly (readonly number[])[];
}

/**
 * Coastlines as a page reads them: long lists of whole numbers, which a browser parses several times as fast as tens of
 * thousands of points, and where each piece lies, so that most are never looked at.
 */
export interface Coastlines {
  /** Degrees of a unit. */
  readonly scale: readonly [number, number];
  readonly translate: readonly [number, number];
  readonly land: readonly Land[];
}

/** As the package world-atlas has them: land-110m.json for the world, land-50m.json for a part of it. */
export type LandTopology = Topology<{ land: GeometryCollection }>;

/** The coastlines of a topology, which has to be of whole units. @throws RangeError where it is not */
export function coastlinesOf(topology: LandTopology): Coastlines {
  if (topology.transform === undefined) throw new RangeError('coastlines of a topology without a transform.');
  const { scale, translate } = topology.transform;
  const inUnits = { ...topology, transform: { scale: [1, 1], translate: [0, 0] } } as const;
  const pieces = feature(inUnits as unknown as LandTopology, topology.objects.land).features.flatMap(
    ({ geometry }) =>
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : [],
  );
  return {
    scale: [scale[0], scale[1]],
    translate: [translate[0], translate[1]],
    land: pieces.map((rings) => ({ bounds: boundsOf(rings[0]), rings: rings.map(steps) })),
  };
}

function steps(ring: readonly Position[]): number[] {
  return ring.flatMap(([x, y], i) => (i === 0 ? [x, y] : [x - ring[i - 1][0], y - ring[i - 1][1]]));
}

function boundsOf(ring: readonly Position[]): Bounds {
  const [across, along] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [least(across), least(along), greatest(across), greatest(along)];
}
