import { type Bilingual, type Message, render } from '../../base/index.ts';
import type { CountingName } from '../collaboration/counting.ts';

/** Words for what stands in rows. */
export const COUNTING_WORDS: Readonly<Record<CountingName, Bilingual>> = {
  full: { en: 'full joint works', zh: '合作成果（全计数）' },
  fractional: { en: 'joint works, 1/C(k,2)', zh: '合作成果，1/C(k,2)' },
  partner: { en: 'joint works, 1/(k−1)', zh: '合作成果，1/(k−1)' },
  score: { en: 'collaboration score', zh: '合作得分' },
};

export const WORDS = {
  pooled: { en: 'Joint works inside after the policy', zh: '政策后区域内合作' },
  noPolicy: {
    en: 'no policy year is known: give `policy`',
    zh: '未知政策年份：请用`policy`给出',
  },
  tooFew: {
    en: 'fewer than two cities of the region have works under these filters',
    zh: '所选条件下该区域有成果的城市不足两个',
  },
  noOthers: {
    en: 'no other city has works under these filters: there is nothing to compare with',
    zh: '所选条件下没有其他城市有成果：无从比较',
  },
  outside: {
    en: 'no years before the policy, or none in which works can have changed, have works',
    zh: '政策之前或政策可能生效之后没有成果年份',
  },
  noPseudo: {
    en: 'no group of the other cities is like the region in distance and volume: take more `controls`',
    zh: '其他城市中没有与该区域在距离和合作量上相近的组合：可增加`controls`',
  },
  reference: { en: 'the year that others are measured from', zh: '基准年份' },
} as const;

/** What the econometrics say, in both languages. */
export function refusedBy(reason: Message): Bilingual {
  return { en: render(reason, 'en'), zh: `无法估计（${render(reason, 'zh')}）` };
}

export const NOTES: readonly Bilingual[] = [
  {
    en: 'the effect is relative: how much more joint works inside the region rose than those of the same cities with others; what rises inside may have fallen elsewhere',
    zh: '效应是相对的：区域内合作量比同一批城市与外部的合作量多增长了多少；内部的上升可能对应外部的下降',
  },
  {
    en: 'intervals cluster errors by pair; with one region treated they are too narrow, and the placebo is what counts',
    zh: '区间按城市对聚类；只有一个区域受政策影响时区间偏窄，应以安慰剂检验为准',
  },
  {
    en: 'with effects of both cities in each year and of the pair, estimates carry a bias of the order 1/cities',
    zh: '在城市—年份与城市对固定效应下，估计含有量级为1/城市数的偏误',
  },
  {
    en: 'that nothing differed before the policy proves nothing by itself: the test may have had no power',
    zh: '政策前无差异本身不证明任何结论：该检验可能缺乏功效',
  },
];
