import { counted, defineMessages, whole } from '../../base/index.ts';

const percent = (part: number): string => (part * 100).toFixed(1);

export const messages = defineMessages('coverage', {
  byTopic: {
    en: 'The unlocated part is not known by topic. Ask for the subfield of the topic, or a level above it.',
    zh: '无法按主题得知未定位的部分。请改问该主题所属的子领域或更上一级。',
  },
  noWorks: { en: 'There are no works.', zh: '没有论文。' },
  located: {
    en: ({ part, works }: { part: number; works: number }) =>
      `${percent(part)}% of the Share of ${whole(works, 'en')} works is located.`,
    zh: ({ part, works }) => `${whole(works, 'zh')}篇论文的份额中，${percent(part)}%可定位。`,
  },
  /** What became of the records of a build. */
  records: {
    en: ({ read, kept }: { read: number; kept: number }) =>
      `${whole(read, 'en')} records read, ${whole(kept, 'en')} kept; the section dropped is of the whole build, whatever years and field are selected`,
    zh: ({ read, kept }) =>
      `读取${whole(read, 'zh')}条记录，保留${whole(kept, 'zh')}条；“被剔除”部分为整个构建的情况，与所选年份和领域无关`,
  },
  equalDois: {
    en: ({ works }: { works: number }) =>
      `${counted(works, 'work')} with the DOI of another work under another id: counted, not merged`,
    zh: ({ works }) => `${works}篇论文与另一编号的论文DOI相同；照常计入，未作合并`,
  },
  versionDois: {
    en: ({ works }: { works: number }) =>
      `${counted(works, 'work')} with the DOI of another work but for a version ending such as .v2: counted, not merged`,
    zh: ({ works }) => `${works}篇论文的DOI与另一篇论文仅有版本后缀（如.v2）之别；照常计入，未作合并`,
  },
  corrected: {
    en: ({ institutions }: { institutions: number }) =>
      `${institutions} institutions were moved by corrections`,
    zh: ({ institutions }) => `${institutions}个机构按更正表改变了所在城市`,
  },
});
