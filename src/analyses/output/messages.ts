import { counted, defineMessages, type Message, phrase } from '../../base/index.ts';
import { MOST_NEIGHBOURS } from './rank-neighbourhood.ts';

/** What answers about output say of their numbers: phrases. */
export const messages = defineMessages('output', {
  share: {
    en: 'Share (fractional by author, then by institution)',
    zh: '份额（按作者、再按机构分数计数）',
  },
  count: { en: 'Count (works with an author there)', zh: '论文数（有该地作者的论文）' },
  /** In a row that rests on few works. */
  few: { en: 'low count', zh: '论文过少' },
  roughRows: {
    en: ({ rows, least }: { rows: number; least: number }) =>
      `${counted(rows, 'row')} with fewer than ${least} works: intervals are rough there`,
    zh: ({ rows, least }) => `${rows}行的论文不足${least}篇：其区间较粗略`,
  },
  /** Where more places are near in rank than are drawn with each other. */
  crowded: {
    en: `the ${MOST_NEIGHBOURS} nearest places in rank were drawn jointly with those shown; others about as near each on its own, without what they share`,
    zh: `排名最近的${MOST_NEIGHBOURS}个地点与所列地点联合抽取；其余相近地点各自单独抽取，不计合作论文`,
  },
  bothCountings: {
    en: ({ share, count }: { share: Message; count: Message }) =>
      `${phrase(share, 'en')}; ${phrase(count, 'en')}`,
    zh: ({ share, count }) => `${phrase(share, 'zh')}；${phrase(count, 'zh')}`,
  },
});
