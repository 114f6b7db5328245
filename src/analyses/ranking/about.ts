import type { Observatory } from '../../observatory/index.ts';
import { type Bilingual, nameIn } from '../../base/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { describeRegions } from '../places/definitions.ts';
import { CROWDED } from '../output/rank-neighbourhood.ts';
import { OUTPUT_COUNTING } from '../output/texts.ts';
import type { UnitChoice } from '../output/output.ts';
import type { PlaceName } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import { FEW_WORKS, type RankingParams, type RankingRow } from './question.ts';

const RANKS: Bilingual = {
  en: 'ranks are competition ranks (1224); intervals say how stable they are when works are resampled, not what coverage or boundaries do',
  zh: '并列名次按1224计；区间只说明对成果重抽样时名次是否稳定，不涉及收录范围与边界的影响',
};
const RANKS_ALONE: Bilingual = {
  en: 'ranks are competition ranks (1224); how stable they are was not asked',
  zh: '并列名次按1224计；未要求计算名次是否稳定',
};
/** What is said wherever a place is ranked instead of others. */
export const ALTERNATIVES: Bilingual = {
  en: 'a region in a row with “instead of” is ranked in place of those it shares cities with, and counts in no other rank; `prefer` makes it stand',
  zh: '“代替”一栏有内容的区域，是代替与其有共同城市者参加排名，不计入其他名次；可用`prefer`使其参与排名',
};
const UNLIKE: Bilingual = {
  en: 'cities are not alike across countries: Chinese cities are prefectures with their countryside, others single places; compare metropolitan definitions with `of=regions`',
  zh: '各国城市口径不同：中国城市为含乡村的地级行政区，其他为单一地点；可用`of=regions`比较都市区定义',
};

/** What was ranked, and what came out. */
interface Ranked {
  readonly choice: UnitChoice;
  readonly rows: readonly RankingRow[];
  /** Places ranked with each other. */
  readonly ranked: number;
  readonly crowded: boolean;
  /** The place whose cities are ranked, and how many it has; null where all are. */
  readonly inside: { readonly place: PlaceName; readonly cities: number } | null;
}

/** What a ranking says of itself: counting, definitions, overlaps, partial members, what makes its places unlike. */
export async function describeRanking(
  observatory: Observatory,
  population: Population,
  params: RankingParams,
  { choice, rows, ranked, crowded, inside }: Ranked,
): Promise<About> {
  const regions = await describeRegions(
    observatory,
    [...rows.map(({ place }) => place.id), ...(inside === null ? [] : [inside.place.id])],
    choice.adHoc,
  );
  const countries = new Set(
    rows.filter(({ place }) => place.kind === 'city').map(({ place }) => place.country),
  );
  const few = rows.filter(({ fewWorks }) => fewWorks).length;
  const inBase = params.base === null ? undefined : population.worksByYear.get(params.base);
  const adjusted: Bilingual =
    inBase === undefined
      ? { en: '', zh: '' }
      : {
          en: `, Share and Count of each year adjusted to the ${inBase} works of ${params.base!}`,
          zh: `，各年份额与论文数按${params.base!}年的${inBase}篇成果折算`,
        };
  const counting = OUTPUT_COUNTING[params.by];
  return makeAbout(observatory, population, {
    analysis: 'ranking',
    counting: { en: `${counting.en}${adjusted.en}`, zh: `${counting.zh}${adjusted.zh}` },
    interval: params.intervals
      ? {
          method: {
            en: `joint draws from the covariance over works, for a fixed number of works${params.base === null ? '' : ' in every year'}`,
            zh: `由成果协方差联合抽取，${params.base === null ? '' : '各年'}成果数固定`,
          },
          level: params.level,
          draws: params.draws,
          seed: params.seed,
        }
      : null,
    definitions: regions.definitions,
    notes: [
      params.intervals ? RANKS : RANKS_ALONE,
      ...(inside === null
        ? []
        : [
            {
              en: `ranks are among the ${inside.cities} cities of ${inside.place.name}`,
              zh: `排名在${nameIn(inside.place, 'zh')}的${inside.cities}个城市之间`,
            },
          ]),
      ...(few > 0 && params.intervals
        ? [
            {
              en: `${few} rows rest on fewer than ${FEW_WORKS} works: their intervals are rough`,
              zh: `${few}行的成果不足${FEW_WORKS}篇：其区间较粗略`,
            },
          ]
        : []),
      ...(crowded ? [CROWDED] : []),
      ...notesOfContest(rows, choice, ranked),
      ...regions.notes,
    ],
    warnings: [
      ...(countries.size > 1 && ['CN', 'HK', 'MO'].some((country) => countries.has(country)) ? [UNLIKE] : []),
      ...regions.warnings,
    ],
  });
}

/** That no city counts in two ranks, where regions are ranked; and what the others are. */
function notesOfContest(rows: readonly RankingRow[], { kinds }: UnitChoice, ranked: number): Bilingual[] {
  const others = rows.filter(({ insteadOf }) => insteadOf.length > 0).length;
  const regionsAlone = kinds.every((kind) => kind === 'regions');
  return [
    ...(regionsAlone && kinds.length > 0
      ? [
          {
            en: `ranks are among ${ranked} regions, no two of which share a city`,
            zh: `排名在互不重叠的${ranked}个区域之间`,
          },
        ]
      : []),
    ...(others > 0 ? [ALTERNATIVES] : []),
  ];
}
