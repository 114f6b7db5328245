import { type Bilingual, type Message, render } from '../../base/index.ts';
import type { CountingName } from '../collaboration/counting.ts';

/** Words for what stands in rows. */
export const COUNTING_WORDS: Readonly<Record<CountingName, Bilingual>> = {
  full: { en: 'full joint works', zh: '合作论文（全计数）' },
  fractional: { en: 'joint works, 1/C(k,2)', zh: '合作论文，1/C(k,2)' },
  partner: { en: 'joint works, 1/(k−1)', zh: '合作论文，1/(k−1)' },
  score: { en: 'collaboration score', zh: '合作得分' },
};

export const WORDS = {
  pooled: { en: 'Joint works inside after the policy', zh: '政策后区域内合作' },
  noPolicy: {
    en: 'no policy year is known: give the year of the policy',
    zh: '未知政策年份：请给出政策年份',
  },
  tooFew: {
    en: 'fewer than two cities of the region have works under these filters',
    zh: '所选条件下该区域有论文的城市不足两个',
  },
  noOthers: {
    en: 'no other city has works under these filters: there is nothing to compare with',
    zh: '所选条件下没有其他城市有论文：无从比较',
  },
  outside: {
    en: 'no years before the policy, or none in which works can have changed, have works',
    zh: '政策之前或政策可能生效之后没有任何论文',
  },
  noPseudo: {
    en: 'no group of the other cities is like the region in distance and volume: take more control cities',
    zh: '其他城市中没有与该区域在距离和合作量上相近的组合：可增加对照城市',
  },
  reference: { en: 'the year that others are measured from', zh: '基准年份' },
} as const;

/** What the econometrics say, in both languages. */
export function refusedBy(reason: Message): Bilingual {
  return { en: render(reason, 'en'), zh: `无法估计（${render(reason, 'zh')}）` };
}
