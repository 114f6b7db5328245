import {
  defineMessages,
  inBoth,
  joined,
  type Language,
  nameIn,
  parameter,
  type Reason,
  sayReason,
  whole,
} from '../../base/index.ts';
import type { Estimate } from '../output/estimate.ts';
import type { Growth, Trend } from './question.ts';

const RATE = inBoth({
  en: {
    unknown: (reason: string) => `unknown (${reason})`,
    known: (value: string, ends: readonly string[]) => `${value} (${ends.join(' to ')})`,
    noTest: (reason: string) => `no Mann-Kendall test (${reason})`,
    test: 'Mann-Kendall',
  },
  zh: {
    unknown: (reason) => `不可知（${reason}）`,
    known: (value, ends) => `${value}（${ends.join('至')}）`,
    noTest: (reason) => `曼-肯德尔检验不可用（${reason}）`,
    test: '曼-肯德尔检验',
  },
});

function rate({ value, interval, reason }: Estimate, language: Language): string {
  const say = RATE[language];
  if (value === null) return say.unknown(sayReason(reason, language)!);
  return interval === null ? percent(value) : say.known(percent(value), interval.map(percent));
}

function percent(value: number): string {
  const shown = (Math.abs(value) * 100).toFixed(1);
  return `${value < 0 ? '−' : '+'}${shown}%`;
}

function trendTest({ tau, p, pReason }: Pick<Growth, 'tau' | 'p' | 'pReason'>, language: Language): string {
  const say = RATE[language];
  if (tau === null || p === null) return say.noTest(sayReason(pReason, language)!);
  return `${say.test} τ = ${tau < 0 ? '−' : '+'}${Math.abs(tau).toFixed(2)}, p = ${p.toPrecision(2)}`;
}

interface Grown extends Growth {
  readonly by: Trend['by'];
}

const WHAT = inBoth({
  en: { share: 'Share', count: 'Count' },
  zh: { share: '份额', count: '论文数' },
});

export const messages = defineMessages('trend', {
  noWorksUntil: {
    en: ({ year }: { year: number }) =>
      `There are no works up to ${year} under these filters. Give a later ${parameter('until')}.`,
    zh: ({ year }) => `所选条件下截至${year}年没有论文。请取更晚的${parameter('until')}。`,
  },
  method: {
    en: 'covariance over works, for a fixed number of works in every year (output); linearisation over works (growth)',
    zh: '产出由论文协方差得出，各年论文总数固定；增长按论文线性化',
  },
  databaseGrows: {
    en: 'a database grows, and so do Shares and Counts of every place: growth against all works is what a place gained on the others',
    zh: '数据库在扩大，各地的份额与论文数随之增加：相对全部论文的增长才是该地相对其他地点的变化',
  },
  adjusted: {
    en: ({ base, works }: { base: number; works: number }) =>
      `adjusted Share: had there been as many works as in ${base}, ${whole(works, 'en')}; the part of all works is of all of them, unlocated ones too`,
    zh: ({ base, works }) =>
      `调整份额：按${base}年的论文总数（${whole(works, 'zh')}篇）折算；占全部论文的比例，分母含未定位论文`,
  },
  howToRead: {
    en: 'intervals of growth say how firm an even rate is when works are resampled; years off that path, coverage and boundaries are not in them; Mann-Kendall takes years as independent, so that its p is too small where they carry over',
    zh: '增长的区间只说明对论文重抽样时均匀增长率是否稳定，不含各年偏离、收录范围与边界的影响；曼-肯德尔检验假定各年独立，若有延续性则p值偏小',
  },
  withoutYears: {
    en: ({ years }: { years: readonly number[] }) => `growth is measured without ${joined(years, 'en')}`,
    zh: ({ years }) => `增长的计算不含${joined(years, 'zh')}年`,
  },
  oneWholeYear: {
    en: 'only one year is complete: growth needs two or more',
    zh: '只有一个完整年份：无法计算增长',
  },
  noGrowth: {
    en: ({ place, by, reason }: { place: Growth['place']; by: Trend['by']; reason: Reason }) =>
      `${place.name}, ${WHAT.en[by]}: growth is undefined (${reason}).`,
    zh: ({ place, by, reason }) =>
      `${nameIn(place, 'zh')}${WHAT.zh[by]}：无法计算增长（${sayReason(reason, 'zh')}）。`,
  },
  /** How a place grows. */
  growth: {
    en: ({ place, by, from, to, relative, plain, compound, ...test }: Grown) =>
      `${place.name}, ${WHAT.en[by]} ${from}–${to}: ${rate(relative, 'en')} a year against all works; ${rate(plain, 'en')} as it stands; ` +
      `first to last ${rate(compound, 'en')} a year against all works; ${trendTest(test, 'en')}.`,
    zh: ({ place, by, from, to, relative, plain, compound, ...test }) =>
      `${nameIn(place, 'zh')}${WHAT.zh[by]}，${from}–${to}年：相对全部论文每年${rate(relative, 'zh')}；未作调整每年${rate(plain, 'zh')}；` +
      `首末两年之间相对全部论文每年${rate(compound, 'zh')}；${trendTest(test, 'zh')}。`,
  },
  /** Of a year in a row. */
  incomplete: { en: 'probably', zh: '可能不完整' },
});
