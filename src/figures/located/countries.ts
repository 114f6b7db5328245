import type { CoverageRow } from '../../analyses/coverage/question.ts';
import type { Figure, WithNotes } from '../figure.ts';
import { type Language, nameIn, number, percent } from '../../base/index.ts';
import { clauses } from '../format-text.ts';
import { AMOUNT } from '../palette.ts';
import { drawWhiskers } from '../parts/whiskers.ts';
import { COLUMNS } from '../words/columns.ts';
import { COMMON } from '../words/common.ts';
import { WORDS } from './words.ts';

interface CoverageAnswer extends WithNotes {
  readonly rows: readonly CoverageRow[];
}

/** From here on a country counts as located. */
const WELL = 0.95;

/** How much of the Share of each country cities got, the countries with most Share first. */
export function locatedCountries({ rows, told, synthetic }: CoverageAnswer, language: Language): Figure {
  const words = WORDS[language].countries;
  const columns = COLUMNS[language];
  const countries = rows.filter(({ section, located }) => section === 'country' && located !== null);
  const known = countries.filter(({ key }) => key !== 'unknown');
  const name = ({ key, name, nameZh }: CoverageRow): string =>
    key === 'unknown' ? words.unknown : nameIn({ name: name ?? key, nameZh }, language);
  const poor = known.filter(({ located }) => located! < WELL);
  const lost = countries.find(({ key }) => key === 'unknown');
  const well = percent(WELL, language);
  const first =
    poor.length === 0 ? words.allGood(known.length, well) : words.poor(known.length, well, poor.map(name));
  const second = lost === undefined ? [] : [words.lost(number(lost.share, language))];
  return {
    name: 'located-by-country',
    title: known.length === 0 ? words.title : clauses([first, ...second], language),
    subtitle: words.subtitle,
    about: told,
    synthetic,
    ...(countries.length === 0 ? { empty: COMMON[language].noWorks } : {}),
    numbers: {
      columns: [
        { title: columns.code },
        { title: columns.country },
        { title: words.share, digits: 1 },
        { title: columns.located, digits: 4 },
      ],
      rows: countries.map((row) => [
        row.key === 'unknown' ? null : row.key,
        name(row),
        row.share,
        row.located,
      ]),
    },
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name: columns.located,
            colour: AMOUNT,
            shape: 0,
            marks: countries.map((row) => ({
              label: name(row),
              value: row.located,
              ends: null,
              faded: false,
              text: percent(row.located, language),
            })),
          },
        ],
        { language, reference: 0, ticks: (value) => percent(value, language) },
      ),
  };
}
