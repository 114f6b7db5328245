import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import type { Bilingual } from '../../base/index.ts';
import { describeRegions } from '../places/definitions.ts';
import { sayIncomplete } from '../population/incomplete-years.ts';
import { CROWDED } from '../output/rank-neighbourhood.ts';
import type { Followed } from '../places/selected-places.ts';
import type { Population } from '../population/population.ts';
import { FEW_WORKS } from '../ranking/question.ts';
import { OUTPUT_COUNTING } from '../output/texts.ts';
import { apart, type Years } from '../population/year-windows.ts';
import type { RankHistoryParams, RankHistoryRow } from './question.ts';

/** What a history of ranks says of itself. */
export async function describeHistory(
  observatory: Observatory,
  population: Population,
  given: RankHistoryParams,
  answer: {
    readonly choice: Followed['choice'];
    readonly rows: readonly RankHistoryRow[];
    readonly windows: readonly Years[];
    readonly crowded: boolean;
    readonly incomplete: readonly number[];
  },
): Promise<About> {
  const { choice, rows, windows, crowded, incomplete } = answer;
  const regions = await describeRegions(
    observatory,
    rows.map(({ place }) => place.id),
    choice.adHoc,
  );
  const few = rows.filter(({ fewWorks, rank }) => fewWorks && rank !== null).length;
  return makeAbout(observatory, population, {
    analysis: 'rank-history',
    counting: OUTPUT_COUNTING[given.by],
    interval: {
      method: {
        en: 'joint draws from the covariance over works, for a fixed number of works in each window',
        zh: '由成果协方差联合抽取，各时段成果数固定',
      },
      level: given.level,
      draws: given.draws,
      seed: given.seed,
    },
    definitions: regions.definitions,
    notes: [
      ...NOTES,
      ...windowNotes(windows),
      ...(few > 0
        ? [
            {
              en: `${few} rows rest on fewer than ${FEW_WORKS} works: their intervals are rough`,
              zh: `${few}行的成果不足${FEW_WORKS}篇：其区间较粗略`,
            },
          ]
        : []),
      ...(crowded ? [CROWDED] : []),
      ...(choice.kinds.includes('regions') && choice.definitions === null
        ? [
            {
              en: 'regions are ranked among regions of which no two share a city; one that overlaps others, instead of them',
              zh: '区域在互不重叠的区域之间排名；与其他区域重叠者，代替它们参加排名',
            },
          ]
        : []),
      ...regions.notes,
    ],
    warnings: [...regions.warnings, ...sayIncomplete(incomplete, population)],
  });
}

const NOTES: readonly Bilingual[] = [
  {
    en: 'each window is ranked as `ranking` ranks its years: competition ranks (1224), among all places with output in it',
    zh: '每个时段的排名与`ranking`按其年份的排名相同：并列名次（1224），范围为该时段有产出的全部地点',
  },
  {
    en: 'intervals and probabilities say how stable ranks are when works are resampled, not what coverage or boundaries do; places chosen because they rank high tend to fall back',
    zh: '区间与概率只说明对成果重抽样时名次是否稳定，不涉及收录范围与边界的影响；因名次高而被选中的地点往往会回落',
  },
];

function windowNotes(windows: readonly Years[]): Bilingual[] {
  if (windows.length === 1)
    return [
      {
        en: 'there is one window of years: whether ranks changed cannot be said',
        zh: '只有一个时段：无法判断名次是否变化',
      },
    ];
  const [first, last] = [windows.at(0), windows.at(-1)];
  if (first === undefined || last === undefined || apart(first, last)) return [];
  return [
    {
      en: 'the first and the last window have years in common, so that how sure a change is cannot be said: take shorter windows',
      zh: '首末两个时段有共同年份，无法判断变化是否可靠：请缩短时段',
    },
  ];
}
