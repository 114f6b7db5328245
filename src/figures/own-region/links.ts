import type { Links } from '../../analyses/links/question.ts';
import type { Figure, WithNotes } from '../figure.ts';
import { type Language, number } from '../../base/index.ts';
import { AMOUNT } from '../palette.ts';
import { drawWhiskers } from '../parts/whiskers.ts';
import { clauses, fromTo, times } from '../format-text.ts';
import { COLUMNS } from '../words/columns.ts';
import { COMMON } from '../words/common.ts';
import { isOwn, labelOf, ratioOf, WORDS } from './words.ts';

/** What stays inside regions against the level expected from size alone, one region a row. */
export function regionLinks(answers: readonly (Links & WithNotes)[], language: Language): Figure {
  const words = WORDS[language].links;
  const columns = COLUMNS[language];
  const rows = answers.flatMap(({ intra }) => (intra === null ? [] : [intra]));
  const said = rows.map(({ place, ratio, ratioInterval, reason }) =>
    ratioOf(place, { value: ratio, ends: ratioInterval, reason }, language),
  );
  return {
    name: 'region-links',
    title: words.title(clauses(said, language)),
    subtitle: words.subtitle,
    about: answers.at(0)?.told ?? [],
    synthetic: answers.at(0)?.synthetic ?? null,
    ...(rows.some(({ ratio }) => ratio !== null) ? {} : { empty: COMMON[language].noLinksInside }),
    numbers: {
      columns: [
        { title: columns.id },
        { title: columns.region },
        { title: columns.cities, digits: 0 },
        { title: columns.observed, digits: 2 },
        { title: columns.expected, digits: 2 },
        { title: columns.ratio, digits: 3 },
        { title: columns.from, digits: 3 },
        { title: columns.to, digits: 3 },
        { title: words.inside, digits: 4 },
        { title: columns.from, digits: 4 },
        { title: columns.to, digits: 4 },
        { title: words.expectedInside, digits: 4 },
      ],
      rows: rows.map((row) => [
        row.place.id,
        labelOf(row.place, language),
        row.cities,
        row.observed,
        row.expected,
        row.ratio,
        ...(row.ratioInterval ?? [null, null]),
        row.intraShare,
        ...(row.intraShareInterval ?? [null, null]),
        row.expectedShare,
      ]),
    },
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name: columns.ratio,
            colour: AMOUNT,
            shape: 0,
            marks: rows.map(({ place, ratio, ratioInterval }) => ({
              label: labelOf(place, language),
              value: ratio,
              ends: ratioInterval,
              faded: false,
              accent: isOwn(place),
              text:
                ratio === null ? '–' : `${times(ratio, language)}${fromTo(ratioInterval, times, language)}`,
            })),
          },
        ],
        {
          language,
          log: true,
          reference: 1,
          ticks: (value) => number(value, language),
          sides: [words.less, words.more],
        },
      ),
  };
}
