import { NOT_ADJUSTED } from '../../analyses/collaboration/expected-by-size.ts';
import type { Links } from '../../analyses/links/question.ts';
import type { Figure, Told } from '../figure.ts';
import { type Language, number } from '../../base/index.ts';
import { AMOUNT } from '../palette.ts';
import { drawWhiskers } from '../parts/whiskers.ts';
import { fromTo, times } from '../format-text.ts';
import { isOwn, labelOf, ratioSaid } from './words.ts';

/** What stays inside regions against the level expected from size alone, one region a row. */
export function regionLinks(answers: readonly (Links & Told)[], language: Language): Figure {
  const zh = language === 'zh';
  const rows = answers.flatMap(({ intra }) => (intra === null ? [] : [intra]));
  const said = rows.map(
    ({ place, ratio, ratioInterval, reason }) =>
      `${labelOf(place, language)}${zh ? '' : ': '}${ratioSaid(ratio, ratioInterval, reason, language)}`,
  );
  const lead = zh
    ? `区域内合作与按规模的预期之比（${NOT_ADJUSTED.zh}）：`
    : `Collaboration inside relative to the level expected from size alone (${NOT_ADJUSTED.en}). `;
  return {
    name: 'region-links',
    title: `${lead}${said.join(zh ? '；' : '; ')}`,
    subtitle: zh
      ? `区域内合作的观测/期望（权重1/(k−1)，${NOT_ADJUSTED.zh}），对数刻度；横线为95%区间；1为与期望相同`
      : `Observed over expected collaboration inside, weight 1/(k−1), ${NOT_ADJUSTED.en}, logarithmic; lines are 95 % intervals; 1 is as expected`,
    about: answers.at(0)?.told ?? [],
    synthetic: answers.at(0)?.synthetic ?? null,
    ...(rows.some(({ ratio }) => ratio !== null)
      ? {}
      : { empty: zh ? '区域内没有可比较的合作' : 'no links inside that could be compared' }),
    numbers: {
      columns: [
        { title: zh ? '编号' : 'Id' },
        { title: zh ? '区域' : 'Region' },
        { title: zh ? '城市数' : 'Cities', digits: 0 },
        { title: zh ? '观测' : 'Observed', digits: 2 },
        { title: zh ? '期望' : 'Expected', digits: 2 },
        { title: zh ? '观测/期望' : 'Observed/expected', digits: 3 },
        { title: zh ? '下限' : 'From', digits: 3 },
        { title: zh ? '上限' : 'To', digits: 3 },
        { title: zh ? '留在区域内' : 'Stays inside', digits: 4 },
        { title: zh ? '下限' : 'From', digits: 4 },
        { title: zh ? '上限' : 'To', digits: 4 },
        { title: zh ? '按规模预期' : 'Expected from size', digits: 4 },
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
            name: zh ? '观测/期望' : 'Observed/expected',
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
          sides: zh ? ['低于期望', '高于期望'] : ['less than expected', 'more than expected'],
        },
      ),
  };
}
