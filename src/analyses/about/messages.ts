import { type Bilingual, defineMessages } from '../../base/index.ts';

const percent = (share: number): number => Math.round(share * 100);

/** What results say of themselves, whatever was asked: phrases. */
export const messages = defineMessages('about', {
  /** What every interval over works leaves out, wherever an answer with one says what its numbers mean. */
  worksIndependent: {
    en: 'intervals treat works as independent, but one team writes many works: clustering by each work’s most prolific author widened the errors of Shares 1.7 times on real health journals, so these intervals are too narrow',
    zh: '区间视各篇论文相互独立，但同一团队会发表多篇：在真实的卫生期刊数据上，按每篇论文最高产的作者聚类，份额的标准误扩大到1.7倍，因此这些区间偏窄',
  },
  /** A text of data, which has both languages. */
  text: { en: ({ text }: { text: Bilingual }) => text.en, zh: ({ text }) => text.zh },
  byAddress: {
    en: 'authorships count in the city that the address beside the institution names, where it names one exactly; otherwise at the institution’s own place',
    zh: '署名计入机构旁地址所写的城市（地址能准确读出时），否则计入机构登记的所在地',
  },
  byInstitution: {
    en: 'authorships count at the institution’s own place, its head office, also where the address names another city',
    zh: '署名计入机构登记的所在地（总部），即使地址写的是其他城市',
  },
  noWork: { en: 'no works match these filters', zh: '所选条件下没有论文' },
  littleLocated: {
    en: ({ share }: { share: number }) =>
      `only ${percent(share)}% of Share under these filters is located: places that are parsed worse rank too low`,
    zh: ({ share }) => `所选条件下仅${percent(share)}%的份额可定位：地址解析较差的地点排名偏低`,
  },
});
