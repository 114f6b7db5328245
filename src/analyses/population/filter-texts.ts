/** What the filters of a question are called in Chinese. */
const LEVELS: Readonly<Record<string, string>> = {
  domain: '大类',
  field: '领域',
  subfield: '子领域',
  topic: '主题',
};

/** Institutions by their ROR type. */
const SECTORS: Readonly<Record<string, string>> = {
  archive: '档案馆',
  company: '企业',
  education: '教育机构',
  facility: '科研设施',
  funder: '资助机构',
  government: '政府机构',
  healthcare: '医疗机构',
  nonprofit: '非营利机构',
  other: '其他机构',
};

/** Works by their type in OpenAlex. */
const WORK_TYPES: Readonly<Record<string, string>> = {
  article: '论文',
  book: '图书',
  'book-chapter': '图书章节',
  dataset: '数据集',
  dissertation: '学位论文',
  editorial: '社论',
  erratum: '勘误',
  grant: '资助项目',
  letter: '快报',
  other: '其他',
  paratext: '副文本',
  'peer-review': '同行评议',
  preprint: '预印本',
  'reference-entry': '工具书条目',
  report: '报告',
  retraction: '撤稿声明',
  review: '综述',
  standard: '标准',
  'supplementary-materials': '补充材料',
};

const say =
  (words: Readonly<Record<string, string>>) =>
  (word: string): string =>
    Object.hasOwn(words, word) ? words[word] : word;

export const levelZh = say(LEVELS);
export const sectorZh = say(SECTORS);
export const workTypeZh = say(WORK_TYPES);
