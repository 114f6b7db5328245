import type { Language } from '../../base/index.ts';
import type { Space } from '../figure.ts';
import { ACCENT, AMOUNT, INK, LAND, PAPER, QUIET } from '../palette.ts';
import { element } from '../svg.ts';
import { emsIn } from '../text-width.ts';
import { placeLabels } from './labels.ts';
import { legendItems } from './legend.ts';
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
  const ems = emsIn(document);
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
  for (const { id, x, y, r, least } of circles) {
    const colour = selected.has(id) ? ACCENT : AMOUNT;
    svg.append(
      make('circle', {
        ...{ cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(2) },
        ...(least
          ? { fill: PAPER, stroke: colour, 'stroke-width': 0.8 }
          : { fill: colour, 'fill-opacity': 0.75, stroke: PAPER, 'stroke-width': 0.6 }),
      }),
    );
  }
  for (const { text, x, y } of placeLabels(circles, selected, (circle) => [circle.x, circle.y], {
    width,
    height,
    most: 24,
    ems,
  }))
    svg.append(
      make(
        'text',
        { x: x.toFixed(1), y: y.toFixed(1), stroke: PAPER, 'stroke-width': 3, 'paint-order': 'stroke' },
        text,
      ),
    );
  for (const { x, r, least, text, textX } of legendItems(legend, language, ems)) {
    const stroke = least ? AMOUNT : QUIET;
    const bottom = height - 10;
    svg.append(
      make('circle', { cx: x, cy: bottom - (least ? 4 : r), r, fill: 'none', stroke, class: 'legend' }),
    );
    svg.append(make('text', { x: textX, y: bottom, fill: QUIET }, text));
  }
  return svg as SVGSVGElement;
}
