import type { Figure, Space } from './figure.ts';
import { element } from './svg.ts';
import { emsIn, folded } from './text-width.ts';
import { FONTS, INK, PAPER, plain, QUIET } from './palette.ts';

const MARGIN = 16;
const TITLE = { size: 18, height: 24 };
const TEXT = { size: 13, height: 18 };
const SMALL = { size: 11, height: 15 };
const BOLD = 600;

/**
 * A figure as a file of its own: its sentence above, what its numbers mean below, every colour written out.
 * @returns the text of an SVG file
 */
export function standAlone(figure: Figure, space: Space): string {
  const { document } = space;
  const width = space.width + 2 * MARGIN;
  const drawing = figure.draw({ document, width: space.width });
  const height = Number(drawing.getAttribute('height'));
  const make = element(document);
  const ems = emsIn(document);
  const root = make('svg');
  root.append(make('rect', { width: '100%', height: '100%', fill: PAPER }));
  let y = MARGIN;
  const write = (
    text: string,
    type: { size: number; height: number },
    colour: string,
    weight = 400,
  ): void => {
    const bold = weight >= BOLD;
    for (const line of folded(text, space.width / type.size, (part) => ems(part, bold))) {
      y += type.height;
      root.append(
        make(
          'text',
          { x: MARGIN, y: y - 5, 'font-size': type.size, 'font-weight': weight, fill: colour },
          line,
        ),
      );
    }
  };
  write(figure.title, TITLE, INK, BOLD);
  write(figure.subtitle, TEXT, QUIET);
  y += 8;
  drawing.setAttribute('x', String(MARGIN));
  drawing.setAttribute('y', String(y));
  root.append(drawing);
  y += height + 8;
  for (const line of figure.about) write(line, SMALL, QUIET);
  y += MARGIN;
  const given = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height: y,
    viewBox: `0 0 ${width} ${y}`,
    'font-family': FONTS,
  };
  for (const [name, value] of Object.entries(given)) root.setAttribute(name, String(value));
  // What HTML writes so, a file of SVG does not know.
  return plain(root.outerHTML).replaceAll('&nbsp;', '\u00a0');
}
