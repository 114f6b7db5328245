import type { CoverageRow } from '../../analyses/coverage/question.ts';
import type { Figure, WithNotes } from '../figure.ts';
import { type Language, percent } from '../../base/index.ts';
import { drawSeries } from '../parts/series.ts';
import { COLUMNS } from '../words/columns.ts';
import { COMMON } from '../words/common.ts';
import { WORDS } from './words.ts';

interface CoverageAnswer extends WithNotes {
  readonly rows: readonly CoverageRow[];
  readonly about: { readonly locatedShare: number | null };
}

/** How much of each year's Share cities got. A count of all works: nothing is resampled, so there is no interval. */
export function locatedYears({ rows, about, told, synthetic }: CoverageAnswer, language: Language): Figure {
  const words = WORDS[language].years;
  const columns = COLUMNS[language];
  const years = rows.filter(({ section, located }) => section === 'year' && located !== null);
  const order = years.toSorted((a, b) => a.located! - b.located!);
  const [least, most] = [order.at(0), order.at(-1)];
  const part = (row: CoverageRow): string[] => [percent(row.located, language), row.key];
  const title =
    least === undefined || most === undefined
      ? words.title
      : words.between(percent(about.locatedShare, language), part(least), part(most));
  return {
    name: 'located-by-year',
    title,
    subtitle: words.subtitle,
    about: told,
    synthetic,
    ...(years.length === 0 ? { empty: COMMON[language].noWorks } : {}),
    numbers: {
      columns: [
        { title: columns.year },
        { title: columns.works, digits: 0 },
        { title: columns.located, digits: 4 },
      ],
      rows: years.map(({ key, works, located }) => [key, works, located]),
    },
    draw: (space) =>
      drawSeries(
        space,
        {
          name: title,
          slot: 0,
          points: years.map(({ key, located }) => ({
            year: Number(key),
            value: located,
            ends: null,
            hollow: false,
            text: `${key}: ${percent(located, language)}`,
          })),
        },
        { height: 220, domain: [0, 1], ticks: (value) => percent(value, language) },
      ),
  };
}
