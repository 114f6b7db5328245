import { inBoth } from '../../state/language.ts';

export const words = inBoth({
  en: {
    heading: 'Methods',
    lead: 'How every number is computed: the formula, when it is undefined, its traps, and an example that the tests run. Works are resampled, never places or pairs; what is undefined is empty with a reason, never 0.',
    find: 'Find a method or a question',
    found: (n: string) => `${n} pages`,
    none: 'No page has these words. Try one word, in either language.',
    analyses: 'Every question that can be asked',
    page: 'Page',
    answers: 'What it answers',
    all: 'All methods',
    language: 'This page is in English.',
    missing: 'There is no page of that name.',
    contents: 'On this page',
  },
  zh: {
    heading: '方法',
    lead: '每个数字如何算出：公式、何时无定义、常见误区，以及由测试运行的例子。重抽样的是成果，从不是地点或地点对；无定义的值留空并说明原因，从不写作0。',
    find: '查找方法或问题',
    found: (n: string) => `${n}页`,
    none: '没有页面含有这些词。请试用一个词，中英文均可。',
    analyses: '可以提出的全部问题',
    page: '页面',
    answers: '回答的问题',
    all: '全部方法',
    language: '本页正文只有英文。',
    missing: '没有这个名称的页面。',
    contents: '本页内容',
  },
});
