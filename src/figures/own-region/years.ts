import * as Plot from '@observablehq/plot';
import type { Coordination, CoordinationRow } from '../../analyses/coordination/question.ts';
import type { Figure, WithNotes } from '../figure.ts';
import { type Language, number, span } from '../../base/index.ts';
import { INK } from '../palette.ts';
import { ratioAxis } from '../parts/axis.ts';
import type { Series } from '../parts/series.ts';
import { drawSeriesPanels } from '../parts/series-panels.ts';
import { clauses, fromTo, times } from '../format-text.ts';
import { COLUMNS } from '../words/columns.ts';
import { COMMON } from '../words/common.ts';
import { isOwn, labelOf, ratioOf, WORDS } from './words.ts';

/** How much the cities of regions work together through the years: a panel a region, on one scale. */
export function regionYears(coordination: Coordination & WithNotes, language: Language): Figure {
  const words = WORDS[language].years;
  const columns = COLUMNS[language];
  const { rows } = coordination;
  const ids = [...new Set(rows.map(({ place }) => place.id))];
  const of = (id: string): CoordinationRow[] => rows.filter(({ place }) => place.id === id);
  const values = rows.flatMap(({ ratio }) => (ratio.value === null ? [] : [ratio.value]));
  const series = ids.map((id): Series => ({
    name: labelOf(of(id)[0].place, language),
    slot: isOwn(of(id)[0].place) ? 1 : 0,
    points: of(id).map(({ years, ratio, fewWorks }) => ({
      year: years.to,
      value: ratio.value,
      ends: ratio.interval,
      hollow: fewWorks,
      text: `${span(years)}: ${number(ratio.value, language)}${fromTo(ratio.interval, times, language)}`,
    })),
  }));
  const last = ids.map((id) => of(id).at(-1)!);
  const said = last.map(({ place, ratio }) =>
    ratioOf(place, { value: ratio.value, ends: ratio.interval, reason: ratio.reason }, language),
  );
  const window = last.length === 0 ? '' : span(last[0].years);
  const width = last.length === 0 ? 1 : last[0].years.to - last[0].years.from + 1;
  return {
    name: 'region-years',
    title: words.title(window, clauses(said, language)),
    subtitle: words.subtitle(width),
    about: coordination.told,
    synthetic: coordination.synthetic,
    ...(values.length === 0 ? { empty: COMMON[language].noLinksInside } : {}),
    numbers: {
      columns: [
        { title: columns.id },
        { title: columns.region },
        { title: columns.years },
        { title: columns.jointWorks, digits: 0 },
        { title: columns.ratio, digits: 3 },
        { title: columns.from, digits: 3 },
        { title: columns.to, digits: 3 },
      ],
      rows: rows.map(({ place, years, jointWorks, ratio }) => [
        place.id,
        labelOf(place, language),
        span(years),
        jointWorks,
        ratio.value,
        ...(ratio.interval ?? [null, null]),
      ]),
    },
    draw: (space) =>
      drawSeriesPanels(space, series, {
        height: 200,
        domain: ratioAxis(series.flatMap(({ points }) => points)),
        log: true,
        under: () => [Plot.ruleY([1], { stroke: INK })],
        ticks: (value) => number(value, language),
        language,
      }),
  };
}
