import type { Bilingual } from '../../base/index.ts';

/** The countings of output in words. */
export const OUTPUT_COUNTING: Readonly<Record<'share' | 'count', Bilingual>> = {
  share: {
    en: 'Share (fractional by author, then by institution)',
    zh: '份额（按作者、再按机构分数计数）',
  },
  count: {
    en: 'Count (works with an author there)',
    zh: '论文数（有该地作者的成果）',
  },
};

/** What stands in a row that rests on few works. */
export const FEW: Bilingual = { en: 'few works', zh: '成果过少' };
