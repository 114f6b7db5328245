import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { type Bilingual, nameIn, type Reason } from '../../base/index.ts';
import { NOT_ADJUSTED_NOTE } from '../collaboration/expected-by-size.ts';
import { describeRegions } from '../places/definitions.ts';
import { sayIncomplete } from '../population/incomplete-years.ts';
import { FEW_WORKS } from '../ranking/question.ts';
import type { Population } from '../population/population.ts';
import type { AdHocRegion } from '../places/units.ts';
import type { Years } from '../population/year-windows.ts';
import type { Coordination, CoordinationParams } from './question.ts';
import type { Region } from './regions.ts';

/** What an answer about coordination says of itself. */
export async function describeCoordination(
  observatory: Observatory,
  population: Population,
  given: CoordinationParams,
  answer: {
    readonly regions: readonly Region[];
    readonly adHoc: readonly AdHocRegion[];
    readonly windows: readonly Years[];
    readonly around: Coordination['around'];
    /** Rows of too few joint works. */
    readonly few: number;
    readonly without: readonly { readonly year: number; readonly reason: Reason }[];
    readonly incomplete: readonly number[];
  },
): Promise<About> {
  const { regions, adHoc, windows, around, few, without, incomplete } = answer;
  const described = await describeRegions(
    observatory,
    regions.map(({ place }) => place.id),
    adHoc,
  );
  const cap = observatory.manifest.authorCap;
  return makeAbout(observatory, population, {
    analysis: 'coordination',
    counting: {
      en: `Links on weight 1/(k−1) (a city’s pairs in a work add up to 1), ${given.coaffiliation ? 'with' : 'without'} co-affiliation, ${given.capped ? 'with' : 'without'} works above ${cap} authors; Gini of Shares`,
      zh: `合作按权重1/(k−1)计（每篇成果中一个城市的各对合计为1），${given.coaffiliation ? '含' : '不含'}双重隶属，${given.capped ? '含' : '不含'}作者超过${cap}人的成果；基尼系数按份额`,
    },
    interval: {
      method: {
        en: 'linearisation over works, the expectation’s own refit included; logarithmic for ratios and distances, logit for the intra share',
        zh: '按成果线性化，计入期望值自身的重新拟合；比值与距离取对数尺度，内部比重取logit尺度',
      },
      level: given.level,
      draws: null,
      seed: null,
    },
    definitions: described.definitions,
    notes: [
      ...NOTES,
      NOT_ADJUSTED_NOTE,
      ...(windows.length > 1 && given.window > 1 ? [OVERLAPPING] : []),
      ...(windows.length === 1 && given.window === 1 ? [ONE_YEAR] : []),
      ...regions
        .filter(({ cities }) => cities.length < 2)
        .map(({ place }) => ({
          en: `${place.name} is one city: nothing can be told of its inside`,
          zh: `${nameIn(place, 'zh')}只有一个城市：无法说明其内部`,
        })),
      ...(regions.length === 1 ? [NO_PEERS] : []),
      ...(around === null ? [NO_POLICY] : []),
      ...(few > 0
        ? [
            {
              en: `${few} rows rest on fewer than ${FEW_WORKS} joint works: their intervals are rough, that of evenness too narrow`,
              zh: `${few}行的合作成果不足${FEW_WORKS}篇：其区间较粗略，均匀度的区间偏窄`,
            },
          ]
        : []),
      ...(without.length > 0
        ? [
            {
              en: `years without an expectation are left out of observed and expected alike: ${without.map(({ year, reason }) => `${year} (${reason})`).join(', ')}`,
              zh: `无法求得期望值的年份不计入观测值与期望值：${without.map(({ year }) => year).join('、')}`,
            },
          ]
        : []),
      ...(regions.some(({ place }) => place.kind !== 'region')
        ? [
            {
              en: 'the cities of a province or nation are those with an institution in this observatory',
              zh: '省份或国家的城市只含本观测库中有机构的城市',
            },
          ]
        : []),
      ...described.notes,
    ],
    warnings: [...described.warnings, ...sayIncomplete(incomplete, population)],
  });
}

const NOTES: readonly Bilingual[] = [
  {
    en: 'before and after a policy is no effect: what else happened in these years is in it; the analysis effect tests it',
    zh: '政策前后的差别不等于政策效应：其中包含同期的其他变化；效应须由effect分析检验',
  },
  {
    en: 'expected: quasi-independence (empty diagonal) over all cities with a link under these filters, per year, then summed; distances are between cities’ points, along the great circle, by weight',
    zh: '期望值：对所选条件下有合作的全部城市逐年拟合拟独立模型（对角线为空）后求和；距离为城市点之间的大圆距离，按权重平均',
  },
  {
    en: 'density has no interval: resampled works can only lose pairs, so that an interval would lie below it; it rises with the number of works alone, which the mean weight of a pair, a thousand of all works, does not',
    zh: '密度没有区间：重抽样只会减少有合作的城市对，区间会落在其下；成果越多密度越高，而每千篇成果中城市对的平均权重不受此影响',
  },
  {
    en: 'polycentricity and Gini move with the number of cities, and with chance where works are few: compare a region with itself, or with one drawn alike; their intervals take the order of cities as it is',
    zh: '多中心性与基尼系数随城市数目变化，成果少时也受偶然性影响：宜与自身或划法相同的区域比较；其区间以现有城市次序为准',
  },
];

const OVERLAPPING: Bilingual = {
  en: 'windows that have years in common are not independent of each other',
  zh: '有共同年份的时段并不相互独立',
};
const ONE_YEAR: Bilingual = {
  en: 'there is one year: nothing can be told of coordination through time',
  zh: '只有一个年份：无法说明协同随时间的变化',
};
const NO_PEERS: Bilingual = {
  en: 'no peers were named: what the database or the time did to all regions alike cannot be told from what happened here; name some with `peers`',
  zh: '未指定对照区域：无法区分数据库或时代对所有区域的共同影响与本区域自身的变化；可用`peers`指定',
};
const NO_POLICY: Bilingual = {
  en: 'no year of a policy is known of this region: give one with `policy` to compare before and after',
  zh: '未知该区域的政策年份：可用`policy`指定以比较前后',
};
