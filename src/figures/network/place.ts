import type { Network, NetworkRow } from '../../analyses/network/question.ts';
import { greatest } from '../../measures/extremes.ts';
import { type Language, nameIn } from '../../base/index.ts';
import { type CircleLegend, type CircleScale, circleScale, layoutMap } from '../map/layout.ts';
import type { Coastlines } from '../map/coastlines.ts';
import type { Size } from '../map/projection.ts';
import type { Shown } from './link-filter.ts';

/** A city where it is drawn. */
export interface PlacedCity {
  readonly row: NetworkRow;
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Too weak for a circle of its own: all of those are rings of one size. */
  readonly least: boolean;
}

export interface PlacedLink {
  readonly a: string;
  readonly b: string;
  readonly d: string;
  readonly width: number;
  readonly faded: boolean;
}

export interface Placed extends Size {
  /** The coast, of the map. */
  readonly land: string;
  readonly cities: readonly PlacedCity[];
  /** The lightest first, so that heavy ones are drawn over them. */
  readonly links: readonly PlacedLink[];
  readonly legend: CircleLegend;
}

export type Layout = 'force' | 'map';

const MARGIN = { x: 70, y: 30 };
const WIDTH = { least: 0.5, most: 7 };

/** Radius of the smallest circle that can be seen and clicked, in pixels. */
const LEAST = 2;

const scaleOf = (network: Network, { width, height }: Size): CircleScale =>
  circleScale(
    network.rows.map(({ strength }) => strength),
    { widest: Math.max(9, Math.min(width, height) / 24), least: LEAST },
  );

/** Cities where the server's seeded layout has them: a picture, in which nearness measures nothing. */
export function placeByForce(network: Network, shown: Shown, size: Size, language: Language): Placed {
  const circles = scaleOf(network, size);
  const scale = (from: number, room: number, margin: number): number =>
    margin + ((from + 1) / 2) * (room - 2 * margin);
  const margin = { x: Math.min(MARGIN.x, size.width * 0.1), y: MARGIN.y };
  const cities = network.rows.map((row) => ({
    row,
    id: row.place.id,
    name: nameIn(row.place, language),
    x: scale(row.x, size.width, margin.x),
    y: scale(-row.y, size.height, margin.y),
    ...circles.of(row.strength),
  }));
  const at = new Map(cities.map((city) => [city.id, city]));
  const width = widthOf(network);
  return {
    ...size,
    land: '',
    legend: circles.legend,
    cities: cities.toSorted((a, b) => b.r - a.r),
    links: shown.links
      .map(({ a, b, weight, fewWorks }) => {
        const [from, to] = [at.get(a)!, at.get(b)!];
        const d = `M${from.x.toFixed(1)},${from.y.toFixed(1)}L${to.x.toFixed(1)},${to.y.toFixed(1)}`;
        return { a, b, d, width: width(weight), faded: fewWorks };
      })
      .reverse(),
  };
}

/** Cities where they lie, links as great circles; those without a point are left out. */
export function placeOnMap(
  network: Network,
  shown: Shown,
  land: Coastlines | null,
  size: Size,
  language: Language,
): Placed {
  const rows = new Map(network.rows.map((row) => [row.place.id, row]));
  const located = network.rows.filter(({ latitude, longitude }) => latitude !== null && longitude !== null);
  const {
    land: coast,
    circles,
    arcs,
  } = layoutMap(
    {
      cities: located.map((row) => ({
        id: row.place.id,
        name: nameIn(row.place, language),
        at: [row.longitude!, row.latitude!],
        value: row.strength,
      })),
      links: shown.links.map(({ a, b, weight, fewWorks }) => ({ a, b, value: weight, faded: fewWorks })),
      hull: null,
      fit: network.place === null ? 'world' : located.map(({ place }) => place.id),
      land,
    },
    size,
  );
  const scale = scaleOf(network, size);
  const width = widthOf(network);
  return {
    ...size,
    land: coast,
    legend: scale.legend,
    cities: circles.map(({ id, name, x, y }) => {
      const row = rows.get(id)!;
      return { row, id, name, x, y, ...scale.of(row.strength) };
    }),
    links: arcs.map(({ a, b, d, value, faded }) => ({ a, b, d, width: width(value), faded })),
  };
}

/** Widths are over all links, those not drawn too, so that they stay when the threshold moves. */
function widthOf({ links }: Network): (weight: number) => number {
  const most = Math.max(greatest(links.map(({ weight }) => weight)), Number.MIN_VALUE);
  return (weight) => WIDTH.least + (WIDTH.most - WIDTH.least) * Math.sqrt(weight / most);
}
