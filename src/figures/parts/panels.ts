import { greatest } from '../../measures/extremes.ts';
import type { Space } from '../figure.ts';
import { INK, QUIET } from '../palette.ts';
import { element } from '../svg.ts';
import { emsIn, folded } from '../text-width.ts';

interface Panel {
  readonly title: string;
  readonly colour?: string;
  readonly draw: (space: Space) => SVGSVGElement;
}

const GAP = 28;
const HEAD = { size: 13, line: 16, below: 4 };
const FOOT = { size: 11, line: 15, above: 6 };
/** No panel is narrower than this, in pixels; fewer stand in a row instead. */
const LEAST = 280;

/** Small multiples: drawings of one kind side by side, each under its name, and what their signs mean below all. */
export function drawPanels(
  space: Space,
  panels: readonly Panel[],
  foot: readonly string[] = [],
): SVGSVGElement {
  const most = Math.max(1, Math.floor((space.width + GAP) / (LEAST + GAP)));
  // Four make two rows of two rather than three and one.
  const columns = Math.min(most, panels.length === 4 ? 2 : Math.min(panels.length, 3));
  const width = Math.floor((space.width - GAP * (columns - 1)) / columns);
  const make = element(space.document);
  const root = make('svg', { 'font-size': 12, fill: INK });
  const ems = emsIn(space.document);
  const names = panels.map(({ title }) => folded(title, width / HEAD.size, (text) => ems(text, true)));
  const head = HEAD.line * greatest(names.map(({ length }) => length)) + HEAD.below;
  let [y, tallest] = [0, 0];
  for (const [i, { colour = INK, draw }] of panels.entries()) {
    const column = i % columns;
    if (column === 0 && i > 0) [y, tallest] = [y + tallest + head + 10, 0];
    const x = column * (width + GAP);
    // A name of fewer lines than others stands right above its drawing.
    const top = y + head - HEAD.below - HEAD.line * names[i].length;
    for (const [j, line] of names[i].entries()) {
      const at = { x, y: top + HEAD.line * (j + 1) - 2, 'font-weight': 600, 'font-size': HEAD.size };
      root.append(make('text', { ...at, fill: colour }, line));
    }
    const drawing = draw({ ...space, width });
    drawing.setAttribute('x', String(x));
    drawing.setAttribute('y', String(y + head));
    tallest = Math.max(tallest, Number(drawing.getAttribute('height')));
    root.append(drawing);
  }
  let height = y + tallest + head;
  const lines = foot.flatMap((text) => folded(text, space.width / FOOT.size, ems));
  if (lines.length > 0) height += FOOT.above;
  for (const line of lines) {
    height += FOOT.line;
    root.append(make('text', { x: 0, y: height - 4, 'font-size': FOOT.size, fill: QUIET }, line));
  }
  for (const [name, value] of Object.entries({
    width: space.width,
    height,
    viewBox: `0 0 ${space.width} ${height}`,
  }))
    root.setAttribute(name, String(value));
  return root as SVGSVGElement;
}
