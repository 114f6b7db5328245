import {
  defineMessages,
  joined,
  type Language,
  type Named,
  nameIn,
  parameter,
  type Reason,
  sayReason,
} from '../../base/index.ts';
import { sayRatio, timesExpected } from '../collaboration/expected-by-size.ts';
import { levelZh, sectorZh } from '../population/filter-texts.ts';

interface FieldAbove {
  readonly field: { readonly name: string; readonly nameZh: string | null; readonly level: string };
  readonly by: string;
}

type Interval = readonly [number, number] | null;

interface Intra {
  readonly place: Named;
  readonly cities: number;
  readonly share: number;
  readonly shareInterval: Interval;
  readonly expected: number;
  readonly ratio: number;
  readonly ratioInterval: Interval;
}

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

function ends(interval: Interval, form: (value: number) => string, language: Language): string {
  if (interval === null) return '';
  const both = interval.map(form).join('–');
  return { en: ` (${both})`, zh: `（${both}）` }[language];
}

const named = (fields: readonly Named[], language: Language): string =>
  joined(
    fields.map((field) => nameIn(field, language)),
    language,
  );

export const messages = defineMessages('links', {
  fieldsOfManyPairs: {
    en: `Only the link of two places is split by field. Name the other place with ${parameter('with')}, or leave out ${parameter('by')}.`,
    zh: `只有一对地点的合作可以按领域分列。请用${parameter('with')}指明另一地点，或去掉${parameter('by')}。`,
  },
  fieldAbove: {
    en: ({ field, by }: FieldAbove) =>
      `${field.name} is a ${field.level} and lies in one ${by}. Give ${parameter('by')} at that level or below, or leave out ${parameter('field')}.`,
    zh: ({ field, by }) =>
      `${field.nameZh ?? field.name}是${levelZh(field.level)}，只属于一个${levelZh(by)}。请将${parameter('by')}取为该级或更下一级，或去掉${parameter('field')}。`,
  },
  method: {
    en: 'linearisation over works, the expectation’s own refit included; logarithmic for ratios, logit for the intra share',
    zh: '按论文线性化，计入预期值自身的重新拟合；比值取对数尺度，内部比重取logit尺度',
  },
  expected: {
    en: 'expected: quasi-independence (empty diagonal) on weight 1/(k−1) over all cities with a link under these filters, per year, then summed; observed/expected is on that weight',
    zh: '预期值：按权重1/(k−1)，对所选条件下有合作的全部城市逐年拟合拟独立模型（对角线为空）后求和；观测/预期按该权重',
  },
  /** How rows by field are made. */
  byField: {
    en: 'each field is estimated on its own: its expected value comes from the links of all cities in that field; fields without a joint work have no row',
    zh: '各领域分别计算：其预期值按全部城市在该领域的合作拟合；没有合作论文的领域不列出',
  },
  fewJointWorks: {
    en: ({ least }: { least: number }) =>
      `rows with fewer than ${least} joint works are marked: their ratios say little`,
    zh: ({ least }) => `合作论文不足${least}篇的行已标出：其比值说明不了什么`,
  },
  withoutExpectation: {
    en: ({ reasons, years }: { reasons: readonly Reason[]; years: readonly number[] }) =>
      `years without an expectation (${joined(reasons, 'en')}) are left out of observed and expected alike: ${joined(years, 'en')}`,
    zh: ({ reasons, years }) =>
      `没有预期值的年份（${joined(
        reasons.map((reason) => sayReason(reason, 'zh')),
        'zh',
      )}）在观测与预期中一并略去：${joined(years, 'zh')}`,
  },
  withoutInFields: {
    en: ({ fields }: { fields: readonly Named[] }) =>
      `in these fields some years have no expectation and are left out of observed and expected alike: ${named(fields, 'en')}`,
    zh: ({ fields }) => `以下领域的部分年份没有预期值，在观测与预期中一并略去：${named(fields, 'zh')}`,
  },
  oneSector: {
    en: 'by sector, co-affiliation cannot be identified, and k counts the cities of that sector',
    zh: '按部门无法分辨双重隶属，k只计该部门的城市',
  },
  twoSectors: {
    en: ({ sectors }: { sectors: readonly string[] }) =>
      `one end of every pair is ${sectors.join(', the other ')}: works of the two in one city are not a link; k counts the cities of either; co-affiliation cannot be identified`,
    zh: ({ sectors }) =>
      `每对的一端为${sectors.map(sectorZh).join('，另一端为')}：两者在同一城市的论文不算合作；k计任一方的城市；无法分辨双重隶属`,
  },
  noIntra: {
    en: ({ place, reason }: { place: Named; reason: Reason }) => `${place.name}: no intra share (${reason}).`,
    zh: ({ place, reason }) => `${nameIn(place, 'zh')}：没有内部合作比重（${sayReason(reason, 'zh')}）。`,
  },
  intra: {
    en: ({ place, cities, share, shareInterval, expected, ratio, ratioInterval }: Intra) =>
      `${place.name}, ${cities} cities: ${percent(share)}${ends(shareInterval, percent, 'en')} of the collaboration of its cities stays inside (weight 1/(k−1)); ` +
      `expected ${percent(expected)}. That is ${timesExpected(`${sayRatio(ratio)}${ends(ratioInterval, sayRatio, 'en')}`).en}.`,
    zh: ({ place, cities, share, shareInterval, expected, ratio, ratioInterval }) =>
      `${nameIn(place, 'zh')}，${cities}个城市：城市合作中${percent(share)}${ends(shareInterval, percent, 'zh')}留在区域内（权重1/(k−1)）；` +
      `预期为${percent(expected)}，合作是${timesExpected(`${sayRatio(ratio)}${ends(ratioInterval, sayRatio, 'zh')}`).zh}。`,
  },
});
