import type { Bilingual } from '../../base/index.ts';

/** What every interval over works leaves out, wherever an answer with one says what its numbers mean. */
export const WORKS_INDEPENDENT: Bilingual = {
  en: 'intervals treat works as independent, but one team writes many works: clustering by each work’s most prolific author widened the errors of Shares 1.7 times on real health journals, so these intervals are too narrow',
  zh: '区间视各篇论文相互独立，但同一团队会发表多篇：在真实的卫生期刊数据上，按每篇论文最高产的作者聚类，份额的标准误扩大到1.7倍，因此这些区间偏窄',
};
