import type { Language } from '../../base/index.ts';
import type * as Plot from '@observablehq/plot';
import type { Space } from '../figure.ts';
import { HUES } from '../palette.ts';
import { drawPanels } from './panels.ts';
import { drawSeries, saySeriesCuts, type Series, type SeriesOptions } from './series.ts';

interface SeriesPanels extends Omit<SeriesOptions, 'behind' | 'under'> {
  readonly language: Language;
  /** Marks under each line. */
  readonly under?: (index: number, above: number) => readonly Plot.Markish[];
}

/** Several things through the years on one scale: a panel each, with the lines of the others in grey. */
export function drawSeriesPanels(
  space: Space,
  series: readonly Series[],
  { language, under = () => [], ...options }: SeriesPanels,
): SVGSVGElement {
  return drawPanels(
    space,
    series.map((one, i) => ({
      title: one.name,
      colour: HUES[one.slot % HUES.length],
      draw: (inner) =>
        drawSeries(inner, one, {
          ...options,
          under: (above) => under(i, above),
          behind: series.filter((other) => other !== one),
        }),
    })),
    saySeriesCuts(series, options, language),
  );
}
