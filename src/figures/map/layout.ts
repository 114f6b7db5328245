import { geoPath } from 'd3-geo';
import { polygonHull } from 'd3-polygon';
import type { Coastlines } from './coastlines.ts';
import { greatCircle } from './great-circle.ts';
import { landPath } from './land.ts';
import { type Point, projectionFor, reachOf, type Size } from './projection.ts';

/** A city on the map: its circle's area is as its value. */
export interface MapCity {
  readonly id: string;
  readonly name: string;
  readonly at: Point;
  readonly value: number;
  /** Its rank by that value, where it has one. */
  readonly rank?: number;
}

export interface MapLink {
  readonly a: string;
  readonly b: string;
  readonly value: number;
  /** Too few works to say much. */
  readonly faded: boolean;
}

export interface MapData {
  readonly cities: readonly MapCity[];
  readonly links: readonly MapLink[];
  /** Cities of the region in view; null for none. */
  readonly hull: readonly string[] | null;
  /** What the map is fitted to: the region, the world, or some cities, which stay while the region grows. */
  readonly fit: 'world' | 'hull' | readonly string[];
  readonly land: Coastlines | null;
}

export interface Circle extends MapCity {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Whether its value is so small that its circle could not be seen: all of those are rings of one size. */
  readonly least: boolean;
}

/** Circles on a drawing: their area is as their value, down to one that can still be seen. */
export interface CircleScale {
  readonly of: (value: number) => Pick<Circle, 'r' | 'least'>;
  /** Values of three circles with their radii, and below which value all are rings, where some are. */
  readonly legend: CircleLegend;
}

export interface CircleLegend {
  readonly circles: readonly { readonly value: number; readonly r: number }[];
  readonly below: { readonly value: number; readonly r: number } | null;
}

/**
 * @param widest radius of the largest, in pixels
 * @param least radius of the smallest that can be seen
 */
export function circleScale(
  values: readonly number[],
  { widest, least }: { readonly widest: number; readonly least: number },
): CircleScale {
  const most = values.reduce((a, b) => Math.max(a, b), Number.MIN_VALUE);
  const radius = (value: number): number => widest * Math.sqrt(Math.max(0, value) / most);
  const ring = values.some((value) => radius(value) < least);
  return {
    of: (value) => ({ r: Math.max(least, radius(value)), least: radius(value) < least }),
    legend: {
      circles: roundValues(most)
        .map((value) => ({ value, r: radius(value) }))
        .filter(({ r }) => r >= least),
      below: ring ? { value: most * (least / widest) ** 2, r: least } : null,
    },
  };
}

/** Where everything lies: paths as SVG writes them, which a canvas reads as well. */
export interface MapLayout extends Size {
  readonly land: string;
  readonly hull: string;
  readonly arcs: readonly (MapLink & { readonly d: string; readonly width: number })[];
  /** The largest first, so that small ones are drawn over them. */
  readonly circles: readonly Circle[];
  readonly legend: CircleLegend;
}

/** Widths of the lightest and the heaviest arc, in pixels. */
const ARC = { least: 0.6, most: 6 };
/** Radius of the smallest circle that can be seen, in pixels. */
const LEAST = 1.5;

export function layoutMap(data: MapData, size: Size): MapLayout {
  const at = new Map(data.cities.map((city) => [city.id, city]));
  const members = (data.hull ?? []).flatMap((id) => at.get(id) ?? []);
  const fitted =
    data.fit === 'world' ? [] : data.fit === 'hull' ? members : data.fit.flatMap((id) => at.get(id) ?? []);
  const points = fitted.length > 1 ? fitted.map((city) => city.at) : null;
  // Until the cities are there it is not known of which part of the world this is a map.
  const isPlaced = data.fit === 'world' || data.cities.length > 0;
  const projection = projectionFor(points, size);
  const path = geoPath(projection).digits(1);
  const scale = circleScale(
    data.cities.map(({ value }) => value),
    { widest: Math.max(7, Math.min(size.width, size.height) / 22), least: LEAST },
  );
  const heaviest = data.links.reduce((most, { value }) => Math.max(most, value), Number.MIN_VALUE);
  return {
    ...size,
    land:
      data.land === null || !isPlaced
        ? ''
        : landPath(data.land, JSON.stringify([size, points]), path, reachOf(projection)),
    hull: hullOf(members.flatMap((city) => [projection([...city.at]) ?? []] as [number, number][])),
    arcs: data.links
      .flatMap((link) => {
        const [a, b] = [at.get(link.a), at.get(link.b)];
        if (a === undefined || b === undefined) return [];
        const d = path(greatCircle(a.at, b.at)) ?? '';
        return { ...link, d, width: ARC.least + (ARC.most - ARC.least) * Math.sqrt(link.value / heaviest) };
      })
      .toSorted((one, other) => one.value - other.value),
    circles: data.cities
      .flatMap((city) => {
        const place = projection([...city.at]);
        if (place === null) return [];
        return { ...city, x: place[0], y: place[1], ...scale.of(city.value) };
      })
      .toSorted((one, other) => other.r - one.r),
    legend: scale.legend,
  };
}

function hullOf(points: [number, number][]): string {
  const hull = points.length > 2 ? polygonHull(points) : points;
  return hull === null || hull.length === 0
    ? ''
    : `M${hull.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`;
}

/** Three round values up to the largest: about all of it, a third, a tenth. */
function roundValues(most: number): number[] {
  return [...new Set([most, most / 3, most / 10].map(roundDown))].filter((value) => value > 0);
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}
