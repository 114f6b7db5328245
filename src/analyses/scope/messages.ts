import { counted, defineMessages, percent, whole } from '../../base/index.ts';

/** What an observatory can answer and what it cannot, from its manifest. */
export const scope = defineMessages('observatory-scope', {
  output: {
    en: ({ works, from, to }: { works: number; from: number; to: number }) =>
      `Output of cities and regions, with rank intervals: ${counted(works, 'work')}, ${from}–${to}`,
    zh: ({ works, from, to }) => `城市与区域的产出及名次区间：${from}–${to}年，共${whole(works, 'zh')}篇论文`,
  },
  links: {
    en: 'Collaboration between cities and regions',
    zh: '城市之间、区域之间的合作',
  },
  madeUp: {
    en: 'Anything about the real world: the works are made up to show the software',
    zh: '现实情况：论文均为合成，仅用于展示软件',
  },
  partlyMadeUp: {
    en: 'The real world where figures rest on made-up works: the records contain some',
    zh: '以合成论文为据的现实情况：记录中含有部分合成论文',
  },
  journals: {
    en: ({ journals }: { journals: number }) =>
      `Output outside the ${journals === 1 ? 'journal' : `${whole(journals, 'en')} journals`} it was restricted to`,
    zh: ({ journals }) => `所限定的${whole(journals, 'zh')}种期刊之外的产出`,
  },
  recordsDecide: {
    en: 'Output that its records do not contain: which works were collected decides who leads',
    zh: '记录未收录的产出：收录哪些论文决定谁领先',
  },
  unlocated: {
    en: ({ part }: { part: number }) =>
      `The city of ${percent(part, 'en')} of its Share, which is not located`,
    zh: ({ part }) => `未能定位的${percent(part, 'zh')}份额属于哪座城市`,
  },
  noLinks: {
    en: 'Collaboration: its works link no two cities',
    zh: '合作情况：没有论文涉及两座以上城市',
  },
  damaged: {
    en: ({ files }: { files: number }) => `Works in ${counted(files, 'damaged file')}, which were left out`,
    zh: ({ files }) => `${whole(files, 'zh')}个损坏文件中的论文，这些文件已略过`,
  },
  citations: {
    en: 'Citation impact: no measure counts citations',
    zh: '引用影响力：所有指标均不计引用次数',
  },
});
