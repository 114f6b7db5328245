import type { Language } from '../../base/index.ts';
import { HUES, INK, LAND, PAPER, QUIET } from '../palette.ts';
import { placeLabels } from '../map/labels.ts';
import { element } from '../svg.ts';
import type { Space } from '../figure.ts';
import { legendItems } from '../map/legend.ts';
import { emsIn } from '../text-width.ts';
import type { Placed, PlacedCity } from './place.ts';
import { greatest } from '../../measures/extremes.ts';

interface DrawOptions {
  readonly language: Language;
  readonly hues: ReadonlyMap<number, number>;
  /** Cities that are labelled whatever else is. */
  readonly selected: ReadonlySet<string>;
}

const LABELS = { wide: 40, narrow: 14 };
/** Room around the legend, in pixels. */
const LEGEND = 10;

/** Circled numbers of communities, so that none is told by its hue alone. */
export const signOf = (number: number): string => String.fromCodePoint('①'.codePointAt(0)! + number - 1);

/** The network as a picture: links under cities, each with its ids, which a page finds them by. */
export function drawNetwork(
  placed: Placed,
  { document }: Space,
  { language, hues, selected }: DrawOptions,
): SVGSVGElement {
  const { width, height, land, cities, links, legend } = placed;
  const make = element(document);
  const ems = emsIn(document);
  const keys = legendItems(legend, language, ems);
  const all = height + Math.max(0, greatest(keys.map(({ r }) => 2 * r))) + LEGEND;
  const svg = make('svg', { width, height: all, viewBox: `0 0 ${width} ${all}`, 'font-size': 12, fill: INK });
  svg.setAttribute('class', 'network');
  if (land !== '') svg.append(make('path', { d: land, fill: LAND }));
  for (const { a, b, d, width: wide, faded } of links) {
    const line = make('path', {
      ...{ d, fill: 'none', stroke: QUIET, 'stroke-width': wide.toFixed(2) },
      ...{ 'stroke-opacity': faded ? 0.16 : 0.38, class: 'link' },
    });
    line.setAttribute('data-a', a);
    line.setAttribute('data-b', b);
    svg.append(line);
  }
  const hue = ({ row }: PlacedCity): number | undefined => hues.get(row.community ?? 0);
  for (const city of cities) {
    const own = hue(city);
    const colour = own === undefined ? QUIET : HUES[own];
    const circle = make('circle', {
      ...{ cx: city.x.toFixed(1), cy: city.y.toFixed(1), r: city.r.toFixed(2), class: 'city' },
      ...(city.least
        ? { fill: PAPER, stroke: colour, 'stroke-width': 1.2 }
        : { fill: colour, stroke: PAPER, 'stroke-width': 1 }),
    });
    circle.setAttribute('data-id', city.id);
    svg.append(circle);
  }
  const signed = cities.map((city) => ({
    ...city,
    name: hue(city) === undefined ? city.name : `${city.name} ${signOf(city.row.community!)}`,
    at: [0, 0] as const,
    value: city.row.strength,
  }));
  const byName = new Map(signed.map((city) => [city.name, city.id]));
  for (const { text, x, y } of placeLabels(signed, selected, (city) => [city.x, city.y], {
    width,
    height,
    most: width < 560 ? LABELS.narrow : LABELS.wide,
    ems,
  })) {
    const label = make(
      'text',
      {
        ...{ x: x.toFixed(1), y: y.toFixed(1), stroke: PAPER, 'stroke-width': 3, 'paint-order': 'stroke' },
        class: 'label',
      },
      text,
    );
    label.setAttribute('data-id', byName.get(text) ?? '');
    svg.append(label);
  }
  for (const { x, r, least, text, textX } of keys) {
    const middle = all - 4 - (least ? 5 : r);
    const key = make('circle', { cx: x, cy: middle, r, fill: 'none', stroke: QUIET, class: 'legend' });
    svg.append(key, make('text', { x: textX, y: all - 4, fill: QUIET }, text));
  }
  return svg as SVGSVGElement;
}
