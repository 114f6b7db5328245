import { NOT_ADJUSTED } from '../collaboration/expected-by-size.ts';
import { type Bilingual, type Reason, sayReason } from '../../base/index.ts';
import type { CompareRow, CompareSection } from './question.ts';

export const SECTIONS: Readonly<Record<CompareSection, Bilingual>> = {
  output: { en: 'output', zh: '产出' },
  rank: { en: 'rank', zh: '排名' },
  ahead: { en: 'ahead', zh: '领先' },
  growth: { en: 'growth', zh: '增长' },
  fields: { en: 'fields', zh: '领域' },
  collaboration: { en: 'collaboration', zh: '合作' },
  links: { en: 'links', zh: '相互合作' },
  statistics: { en: 'statistics', zh: '公布数据' },
  resources: { en: 'resources', zh: '创新资源' },
};

type What = CompareRow['what'];

export const WHAT = {
  share: { id: 'share', en: 'Share', zh: '份额' },
  count: { id: 'count', en: 'Count', zh: '论文数' },
  rankHere: { id: 'rank-here', en: 'rank among these, by Share', zh: '在所比较地点中的份额排名' },
  rankKind: { id: 'rank', en: 'rank among its kind, by Share', zh: '在同类地点中的份额排名' },
  aheadShare: { id: 'ahead-share', en: 'P(ahead by Share)', zh: '份额领先的概率' },
  aheadCount: { id: 'ahead-count', en: 'P(ahead by Count)', zh: '论文数领先的概率' },
  relative: { id: 'growth-relative', en: 'growth of Share beyond all works', zh: '份额相对全部论文的增长' },
  plain: { id: 'growth', en: 'growth of Share', zh: '份额增长' },
  outward: { id: 'outward', en: 'works with an author in a city elsewhere', zh: '有外地城市作者的论文占比' },
  intra: { id: 'intra', en: 'collaboration that stays inside', zh: '留在内部的合作比重' },
  intraExpected: { id: 'intra-expected', en: 'of that, expected', zh: '其预期值' },
  intraRatio: {
    id: 'intra-ratio',
    en: `inside, observed/expected (${NOT_ADJUSTED.en})`,
    zh: `内部合作观测/预期（${NOT_ADJUSTED.zh}）`,
  },
  joint: { id: 'joint', en: 'joint works', zh: '合作论文' },
  ratio: {
    id: 'ratio',
    en: `observed/expected (${NOT_ADJUSTED.en})`,
    zh: `观测/预期（${NOT_ADJUSTED.zh}）`,
  },
  perMillion: { id: 'share-per-million', en: 'Share per million people', zh: '每百万人份额' },
  all: { id: 'all', en: 'all resources listed', zh: '名录所载全部资源' },
} as const satisfies Readonly<Record<string, What>>;

export const UNIT = {
  works: { en: 'works', zh: '篇' },
  probability: { en: 'probability', zh: '概率' },
  percentYear: { en: '% a year', zh: '%/年' },
  quotient: { en: 'location quotient', zh: '区位商' },
  percent: { en: '%', zh: '%' },
  ratio: { en: 'observed/expected', zh: '观测/预期' },
  listed: { en: 'listed, at least', zh: '所载，至少' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const OWN_REGION: Bilingual = {
  en: 'a region of your own is of no kind that is ranked',
  zh: '自定区域不属于参与排名的任何一类',
};
export const NO_WORKS: Bilingual = { en: 'no works under these filters', zh: '所选条件下没有论文' };
export const NO_WORKS_THERE: Bilingual = {
  en: 'no works there under these filters',
  zh: '所选条件下该地没有论文',
};
export const ONE_CITY: Bilingual = { en: 'one city has no pairs inside', zh: '单个城市没有内部城市对' };
const LOW_COUNT: Bilingual = { en: 'low count', zh: '论文过少' };

/** Of a row: whether it rests on few works, and the note that says so. */
export const lowCount = (fewWorks: boolean): Pick<CompareRow, 'fewWorks' | 'note'> => ({
  fewWorks,
  note: fewWorks ? LOW_COUNT : null,
});

export function overlapping(cities: readonly string[]): Bilingual {
  const some = `${cities.slice(0, 3).join(', ')}${cities.length > 3 ? ', …' : ''}`;
  return {
    en: `the two have cities in common (${some}), and so no link`,
    zh: `两者有共同城市（${some}），没有相互合作计数`,
  };
}

/** A reason of a measure in both languages. */
export function both(reason: Reason | null): Bilingual | null {
  return reason === null ? null : { en: reason, zh: sayReason(reason, 'zh') };
}
