import * as Plot from '@observablehq/plot';
import type { Space } from './figure.ts';
import { INK } from './palette.ts';
import { cleaned } from './svg.ts';

/**
 * A drawing by Observable Plot for any document. Its style sheet is left out, as a strict policy of a page refuses sheets
 * inside pictures (the page has the same rules). Its labels on groups, which screen readers take for controls, become data
 * that say what a group draws.
 */
export function plot(space: Space, options: Plot.PlotOptions): SVGSVGElement {
  const drawn = Plot.plot({
    document: space.document,
    width: space.width,
    marginRight: 24,
    ...options,
    figure: false,
  }) as SVGSVGElement;
  for (const sheet of [...drawn.querySelectorAll('style')]) sheet.remove();
  for (const group of [...drawn.querySelectorAll('[aria-label]')]) {
    group.setAttribute('data-mark', group.getAttribute('aria-label')!);
    group.removeAttribute('aria-label');
  }
  for (const group of [...drawn.querySelectorAll('[aria-description]')])
    group.removeAttribute('aria-description');
  drawn.setAttribute('class', 'plot');
  drawn.setAttribute('font-size', '12');
  drawn.setAttribute('font-family', 'inherit');
  drawn.setAttribute('fill', INK);
  drawn.setAttribute('color', INK);
  drawn.setAttribute('role', 'presentation');
  return cleaned(drawn);
}
