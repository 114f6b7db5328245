import { number } from '../numbers.ts';
import type { Language, Space } from '../figure.ts';
import { ACCENT, AMOUNT, INK, LAND, PAPER, QUIET } from '../palette.ts';
import { element } from '../svg.ts';
import { placeLabels } from './labels.ts';
import { layoutMap, type MapData } from './layout.ts';

/** The map as a picture of its own: for downloads and reports. Arcs lie under circles. */
export function drawMap(
  data: MapData,
  selected: ReadonlySet<string>,
  { document, width }: Space,
  language: Language,
): SVGSVGElement {
  const height = Math.round(width * 0.56);
  const { land, hull, arcs, circles, legend } = layoutMap(data, { width, height });
  const make = element(document);
  const svg = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-size': 12, fill: INK });
  svg.append(make('path', { d: land, fill: LAND }));
  if (hull !== '')
    svg.append(
      make('path', {
        d: hull,
        fill: ACCENT,
        'fill-opacity': 0.06,
        stroke: ACCENT,
        'stroke-opacity': 0.16,
        'stroke-width': 14,
        'stroke-linejoin': 'round',
      }),
    );
  for (const arc of arcs)
    svg.append(
      make('path', {
        d: arc.d,
        fill: 'none',
        stroke: QUIET,
        'stroke-width': arc.width.toFixed(2),
        'stroke-opacity': arc.faded ? 0.15 : 0.4,
      }),
    );
  for (const { id, x, y, r } of circles)
    svg.append(
      make('circle', {
        cx: x.toFixed(1),
        cy: y.toFixed(1),
        r: r.toFixed(1),
        fill: selected.has(id) ? ACCENT : AMOUNT,
        'fill-opacity': 0.75,
        stroke: PAPER,
        'stroke-width': 0.6,
      }),
    );
  for (const { text, x, y } of placeLabels(circles, selected, (circle) => [circle.x, circle.y], {
    width,
    height,
    most: 24,
  }))
    svg.append(
      make(
        'text',
        { x: x.toFixed(1), y: y.toFixed(1), stroke: PAPER, 'stroke-width': 3, 'paint-order': 'stroke' },
        text,
      ),
    );
  let x = 12;
  for (const { value, r } of legend) {
    svg.append(make('circle', { cx: x + r, cy: height - 10 - r, r, fill: 'none', stroke: QUIET }));
    svg.append(make('text', { x: x + 2 * r + 4, y: height - 10, fill: QUIET }, number(value, language)));
    x += 2 * r + 54;
  }
  return svg as SVGSVGElement;
}
