import type { Sensitivity, SensitivityRow, Verdict } from '../../analyses/sensitivity/question.ts';
import type { Figure, WithNotes } from '../figure.ts';
import { type Language, number, whole, sayReason } from '../../base/index.ts';
import { INK } from '../palette.ts';
import { drawWhiskers } from '../parts/whiskers.ts';
import { drawFirsts } from './first-places.ts';
import { robustnessTitle } from './title.ts';
import { COLUMNS } from '../words/columns.ts';
import { firstOf, headlineName, sayHeadline, sayRow, settingNames, UNITS, WORDS } from './words.ts';

const RATIO = 'observed/expected';

/** The rows of one headline, the question itself before. */
export const rowsOf = (answer: Sensitivity, headline: string): readonly SensitivityRow[] =>
  answer.rows.filter((row) => row.headline === headline);

/** One headline of an answer under every setting: dots with their intervals, the question itself marked. */
export function robustnessFigure(
  answer: Sensitivity & WithNotes,
  verdict: Verdict,
  language: Language,
): Figure {
  const words = WORDS[language];
  const columns = COLUMNS[language];
  const { headline, kind } = verdict;
  const rows = rowsOf(answer, headline);
  const [base] = rows;
  const names = settingNames(rows, language);
  const lacks = verdict.undefined === verdict.settings;
  const reason = (row: SensitivityRow): string | null =>
    row.value === null && row.text === null ? sayReason(row.reason, language) : null;
  return {
    name: `robustness-${answer.tested}`,
    title: robustnessTitle({ answer, verdict, rows }, language),
    subtitle: subtitleOf(verdict, language),
    about: answer.told,
    synthetic: answer.synthetic,
    numbers: {
      columns: [
        { title: words.choice },
        ...(kind === 'first'
          ? [{ title: words.first }]
          : [columns.value, columns.from, columns.to].map((title) => ({
              title,
              digits: headline === 'rank' ? 0 : 4,
            }))),
        { title: columns.note },
      ],
      rows: rows.map((row) => [
        names.get(row)!,
        ...(kind === 'first'
          ? [firstOf(row, language)]
          : [row.value, row.interval?.[0] ?? null, row.interval?.[1] ?? null]),
        reason(row),
      ]),
    },
    ...(lacks ? { empty: reason(base) ?? headlineName(headline, language) } : {}),
    draw: (space) =>
      kind === 'first'
        ? drawFirsts(space, rows, names, language)
        : drawWhiskers(
            space,
            [
              {
                name: headlineName(headline, language),
                colour: INK,
                shape: 0,
                marks: rows.map((row) => ({
                  label: names.get(row)!,
                  value: row.value,
                  ends: row.interval,
                  faded: false,
                  text: sayRow(row, language),
                  accent: row === base,
                })),
              },
            ],
            {
              log: headline === RATIO,
              whole: headline === 'rank',
              reference: base.neutral ?? undefined,
              language,
              ticks: (value) => tick(headline, value, language),
            },
          ),
  };
}

function tick(headline: string, value: number, language: Language): string {
  if (headline === 'rank') return Number.isInteger(value) && value > 0 ? whole(value, language) : '';
  return headline === 'intra share' ? sayHeadline(headline, value, language) : number(value, language);
}

function subtitleOf({ headline, kind }: Verdict, language: Language): string {
  const words = WORDS[language];
  const name = headlineName(headline, language);
  return kind === 'first' ? words.firsts(name) : words.values(name, UNITS[language][headline] ?? '');
}
