import { NOT_ADJUSTED } from '../../analyses/collaboration/expected-by-size.ts';
import type { Sensitivity, SensitivityRow, Verdict } from '../../analyses/sensitivity/question.ts';
import type { Figure, Told } from '../figure.ts';
import { type Language, number, whole, sayReason } from '../../base/index.ts';
import { INK } from '../palette.ts';
import { drawWhiskers } from '../parts/whiskers.ts';
import { drawFirsts } from './first-places.ts';
import { firmTitle } from './title.ts';
import { headlineName, sayHeadline, sayRow, settingNames } from './words.ts';

const RATIO = 'observed/expected';

/** The rows of one headline, the question itself before. */
export const rowsOf = (answer: Sensitivity, headline: string): readonly SensitivityRow[] =>
  answer.rows.filter((row) => row.headline === headline);

/** One headline of an answer under every setting: dots with their intervals, the question itself marked. */
export function firmFigure(answer: Sensitivity & Told, verdict: Verdict, language: Language): Figure {
  const zh = language === 'zh';
  const { headline, kind } = verdict;
  const rows = rowsOf(answer, headline);
  const [base] = rows;
  const names = settingNames(rows, language);
  const lacks = verdict.undefined === verdict.settings;
  const reason = (row: SensitivityRow): string | null =>
    row.value === null && row.text === null ? sayReason(row.reason, language) : null;
  return {
    name: `how-firm-${answer.tested}`,
    title: firmTitle({ answer, verdict, rows }, language),
    subtitle: subtitleOf(verdict, language),
    about: answer.told,
    synthetic: answer.synthetic,
    numbers: {
      columns: [
        { title: zh ? '口径' : 'Asked' },
        ...(kind === 'first'
          ? [{ title: zh ? '首位' : 'First' }]
          : [zh ? '数值' : 'Value', zh ? '下限' : 'From', zh ? '上限' : 'To'].map((title) => ({
              title,
              digits: headline === 'rank' ? 0 : 4,
            }))),
        { title: zh ? '说明' : 'Note' },
      ],
      rows: rows.map((row) => [
        names.get(row)!,
        ...(kind === 'first'
          ? [zh ? row.textZh : row.text]
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
  const zh = language === 'zh';
  const what = headlineName(headline, language);
  const name = zh ? what : what.replace(/^[a-z]/, (letter) => letter.toUpperCase());
  if (kind === 'first')
    return zh ? `${name}：各口径下谁居首位；红色为所问` : `${name} under every choice; red: as asked`;
  const unit = UNITS[headline]?.[language] ?? '';
  return zh
    ? `${name}${unit}：各口径下的数值与区间；红色为所问`
    : `${name}${unit} under every choice, with intervals; red: as asked`;
}

const UNITS: Readonly<Record<string, Readonly<Record<Language, string>> | undefined>> = {
  rank: { en: ' (1 is first)', zh: '（1为首位）' },
  [RATIO]: {
    en: ` (1 is the level expected from size alone, ${NOT_ADJUSTED.en}; logarithmic scale)`,
    zh: `（1为按规模预期的水平，${NOT_ADJUSTED.zh}；对数刻度）`,
  },
  'intra share': { en: ' (per cent of weight 1/(k−1))', zh: '（权重1/(k−1)的百分比）' },
};
