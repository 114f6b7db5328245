import {
  counted,
  defineMessages,
  type Message,
  type Named,
  nameIn,
  parameter,
  phrase,
} from '../../base/index.ts';
import { MOST_JACKKNIFED } from './rows.ts';

interface First {
  readonly place: Named;
  readonly first: Named;
  readonly part: number;
  readonly parts: number;
}

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;

export const messages = defineMessages('balance', {
  oneYear: {
    en: ({ year }: { year: number }) =>
      `The balance of a published statistic is measured in one year. Give ${parameter('years', String(year))}, or use convergence for several years.`,
    zh: ({ year }) =>
      `公布的统计指标只能分析一个年份的均衡程度。请给出${parameter('years', String(year))}；多个年份请用收敛分析。`,
  },
  counting: {
    en: ({ counting }: { counting: Message }) => `${phrase(counting, 'en')} of cities`,
    zh: ({ counting }) => `各城市的${phrase(counting, 'zh')}`,
  },
  overWorks: {
    en: 'linearisation over works (from, to); jackknife over cities (boundary): two questions, not to be added',
    zh: '按论文线性化（下限、上限）；按城市作刀切法（边界）：两者回答不同问题，不可相加',
  },
  overParts: {
    en: 'jackknife over parts (boundary); published figures have no interval over works',
    zh: '按组成部分作刀切法（边界）；公布数据没有论文重抽样的区间',
  },
  noBoundary: {
    en: `no boundary interval over more than ${MOST_JACKKNIFED} cities`,
    zh: `城市超过${MOST_JACKKNIFED}个时不给出边界区间`,
  },
  apart: {
    en: 'places stand in different years or vintages, and may not be compared',
    zh: '各地点的年份或版本不同，不宜比较',
  },
  /** Which of several forms the indices have; Williamson's is of output or of the metric, per head. */
  forms: {
    en: ({ of }: { of: 'output' | 'metric' }) =>
      `Gini is uncorrected, gini_corrected times n/(n − 1); CV is that of a population; Williamson that of ${of === 'output' ? 'output' : 'the metric'} per head, over people`,
    zh: ({ of }) =>
      `基尼系数未经校正，小样本校正者乘以n/(n − 1)；变异系数按总体计算；威廉姆森系数按人均${of === 'output' ? '产出' : '该指标'}、以人口加权`,
  },
  fewWorks: {
    en: ({ cities, least }: { cities: number; least: number }) =>
      `${counted(cities, 'city', 'cities')} with fewer than ${least} works, where chance alone makes places unequal`,
    zh: ({ cities, least }) => `${cities}个城市的论文不足${least}篇，仅凭偶然各地也会不均`,
  },
  chanceAdds: {
    en: ({ place, value }: { place: Named; value: number }) =>
      `${place.name}: about ${value.toPrecision(2)} of Theil T is what chance in its works adds`,
    zh: ({ place, value }) =>
      `${nameIn(place, 'zh')}：泰尔T指数中约${value.toPrecision(2)}出于论文数的偶然波动`,
  },
  /** That whole provinces could stand in for cities whose figures lack. */
  byProvinces: {
    en: ({ place, parts }: { place: Named; parts: number }) =>
      `${parameter('parts', 'provinces')} asks ${place.name} of ${parts} parts, whole provinces among them`,
    zh: ({ place, parts }) =>
      `${parameter('parts', 'provinces')}把${nameIn(place, 'zh')}分为${parts}个部分，其中含整省`,
  },
  /** What the first of the parts of a place has. */
  first: {
    en: ({ place, first, part, parts }: First) =>
      `${place.name}: ${first.name} has ${percent(part)}; evenly spread each of ${parts} would have ${percent(1 / parts)}.`,
    zh: ({ place, first, part, parts }) =>
      `${nameIn(place, 'zh')}：${nameIn(first, 'zh')}占${percent(part)}；${parts}个平均分布则各占${percent(1 / parts)}。`,
  },
});
