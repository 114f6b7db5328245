import { defineMessages } from '../../base/index.ts';

interface Setting {
  readonly setting: 'entity' | 'filters' | 'select' | 'perPage' | 'corpus';
  /** As it was asked before; null where it was left out. */
  readonly before: unknown;
}

const OTHER: Readonly<Record<Setting['setting'], { readonly en: string; readonly zh: string }>> = {
  entity: { en: 'another entity', zh: '实体不同' },
  filters: { en: 'another filter', zh: '筛选条件不同' },
  select: { en: 'other fields', zh: '字段不同' },
  perPage: { en: 'another page size', zh: '每页条数不同' },
  corpus: { en: 'another corpus', zh: '语料范围不同' },
};

/** What is wrong with the folder of a fetch, or with a list of journals. */
export const messages = defineMessages('fetch', {
  // Of the folder.
  notFolder: {
    en: 'is not a folder that can be read. Choose another with --out.',
    zh: '不是可读取的文件夹。请用--out另选一个。',
  },
  otherContents: {
    en: 'contains other files, not an earlier fetch. Choose an empty or new folder with --out.',
    zh: '其中是其他文件，不是之前的获取结果。请用--out指定空文件夹或新文件夹。',
  },
  notProgress: {
    en: 'is not the progress of a fetch. Remove the folder and fetch again.',
    zh: '不是获取进度文件。请删除该文件夹后重新获取。',
  },
  missingPart: {
    en: 'is missing. Remove the folder and fetch again.',
    zh: '缺失。请删除该文件夹后重新获取。',
  },
  changedPart: {
    en: 'is no longer what was fetched. Remove the folder and fetch again.',
    zh: '与获取时不同。请删除该文件夹后重新获取。',
  },
  shortPart: {
    en: 'is shorter than what was fetched into it. Remove the folder and fetch again.',
    zh: '比已获取的内容短。请删除该文件夹后重新获取。',
  },
  otherSetting: {
    en: ({ setting, before }: Setting) =>
      `holds a fetch with ${OTHER[setting].en}: ${before === null ? 'the default' : JSON.stringify(before)}. Choose a new folder with --out, or use the same settings as before to continue it.`,
    zh: ({ setting, before }) =>
      `其中是另一次获取，${OTHER[setting].zh}（${before === null ? '默认' : JSON.stringify(before)}）。请用--out指定新文件夹，或沿用之前的设置继续获取。`,
  },
  // Of a list of journals.
  notIssn: {
    en: ({ text }: { text: string }) =>
      `“${text}” is not an ISSN. Copy it again: four digits, a hyphen, and four characters, the last of which is a check digit.`,
    zh: ({ text }) => `“${text}”不是ISSN。请重新抄录：四位数字、连字符、四位字符，末位为校验码。`,
  },
  notSource: {
    en: ({ text }: { text: string }) =>
      `“${text}” is not the OpenAlex id of a source. Write it as S137773608.`,
    zh: ({ text }) => `“${text}”不是OpenAlex来源编号。请写成S137773608这样的形式。`,
  },
  noJournalId: {
    en: 'has neither issn nor source. Give one of them: names alone are not unique.',
    zh: '既没有issn，也没有source。请给出其一：仅凭名称可能重名。',
  },
  noJournals: {
    en: 'lists no journal. Add a row for each: issn,source,name.',
    zh: '没有列出期刊。请为每种期刊添加一行：issn,source,name。',
  },
});
