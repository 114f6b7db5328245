import { inBoth } from '../../state/language.ts';
import { GROUPS_ZH, TITLES_ZH } from './titles-zh.ts';

type Titles = readonly [title: string, question: string];

export const words = inBoth({
  en: {
    heading: 'Methods',
    lead: 'How every number is computed: the formula, when it is undefined, its pitfalls, and an example that the tests run. Works are resampled, never places or pairs; undefined values are empty with a reason, never 0.',
    find: 'Find a method or a question',
    found: (n: string) => `${n} pages`,
    none: 'No page contains these words. Try one word, in either language.',
    analyses: 'All analyses',
    page: 'Page',
    answers: 'Question',
    all: 'All methods',
    /** What stands over a page that is in the other language; null where it is in this one. */
    language: null as string | null,
    group: (title: string): string => (title === 'Pages' ? 'By question' : title),
    missing: 'There is no page with this name.',
    contents: 'On this page',
  },
  zh: {
    heading: '方法',
    lead: '每个数字如何算出：公式、何时无定义、常见误区，以及由测试运行的例子。只对论文重抽样，不对地点或地点对重抽样；无定义的值留空并说明原因，不写作0。',
    find: '查找方法或问题',
    found: (n) => `${n}页`,
    none: '没有页面含有这些词。请试用一个词，中英文均可。',
    analyses: '全部分析',
    page: '页面',
    answers: '问题',
    all: '全部方法',
    language: '本页正文只有英文。',
    group: (title) => GROUPS_ZH[title],
    missing: '没有这个名称的页面。',
    contents: '本页内容',
  },
});

/** Titles and questions of pages by language: of all of them, and of one where it has its own in this language. */
export const titles = inBoth<{
  readonly entry: (en: Titles, zh: Titles) => Titles;
  readonly of: (name: string) => Titles | null;
}>({
  en: { entry: (en) => en, of: () => null },
  zh: { entry: (_, zh) => zh, of: (name) => (Object.hasOwn(TITLES_ZH, name) ? TITLES_ZH[name] : null) },
});
