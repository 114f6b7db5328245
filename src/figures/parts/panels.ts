import type { Space } from '../figure.ts';
import { INK } from '../palette.ts';
import { element } from '../svg.ts';

interface Panel {
  readonly title: string;
  readonly colour?: string;
  readonly draw: (space: Space) => SVGSVGElement;
}

const GAP = 28;
const HEAD = 20;
/** No panel is narrower than this, in pixels; fewer stand in a row instead. */
const LEAST = 280;

/** Small multiples: drawings of one kind side by side, each under its name. */
export function drawPanels(space: Space, panels: readonly Panel[]): SVGSVGElement {
  const most = Math.max(1, Math.floor((space.width + GAP) / (LEAST + GAP)));
  // Four make two rows of two rather than three and one.
  const columns = Math.min(most, panels.length === 4 ? 2 : Math.min(panels.length, 3));
  const width = Math.floor((space.width - GAP * (columns - 1)) / columns);
  const make = element(space.document);
  const root = make('svg', { 'font-size': 12, fill: INK });
  let [y, tallest] = [0, 0];
  for (const [i, { title, colour = INK, draw }] of panels.entries()) {
    const column = i % columns;
    if (column === 0 && i > 0) [y, tallest] = [y + tallest + HEAD + 10, 0];
    const x = column * (width + GAP);
    root.append(make('text', { x, y: y + 14, 'font-weight': 600, 'font-size': 13, fill: colour }, title));
    const drawing = draw({ ...space, width });
    drawing.setAttribute('x', String(x));
    drawing.setAttribute('y', String(y + HEAD));
    tallest = Math.max(tallest, Number(drawing.getAttribute('height')));
    root.append(drawing);
  }
  const height = y + tallest + HEAD;
  for (const [name, value] of Object.entries({
    width: space.width,
    height,
    viewBox: `0 0 ${space.width} ${height}`,
  }))
    root.setAttribute(name, String(value));
  return root as SVGSVGElement;
}
