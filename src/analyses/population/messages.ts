import { defineMessages, whole } from '../../base/index.ts';

/** Notes and warnings about the selected works: phrases. */
export const messages = defineMessages('population', {
  incompleteYear: {
    en: ({ year, works }: { year: number; works: number }) =>
      `${year} has far fewer works (${whole(works, 'en')}) than the years before: it is probably not recorded in full yet`,
    zh: ({ year, works }) => `${year}年的论文（${whole(works, 'zh')}篇）远少于此前各年：很可能尚未收录完整`,
  },
});
