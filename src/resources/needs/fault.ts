import type { Language } from '../../base/index.ts';

/** What is wrong in a file of needs: which words say it, and what they speak of. */
export interface NeedFault {
  readonly of: keyof typeof FAULTS;
  readonly given: readonly string[];
}

interface FaultWords {
  /** Without a full stop. */
  readonly what: string;
  /** A sentence. */
  readonly todo: string;
}

type InBoth = (...given: string[]) => Readonly<Record<Language, FaultWords>>;

const FAULTS = {
  quotes: () => ({
    en: {
      what: 'a quote is never closed, or text follows one',
      todo: 'Close it, or double a quote that is meant.',
    },
    zh: { what: '引号没有闭合，或其后还有文字', todo: '请闭合；如需引号本身，请写两个。' },
  }),
  separator: () => ({
    en: { what: 'is separated by semicolons or tabs', todo: 'Save it separated by commas.' },
    zh: { what: '以分号或制表符分隔', todo: '请改以逗号分隔保存。' },
  }),
  missing: (columns, all) => ({
    en: {
      what: `lacks the column${columns.includes(',') ? 's' : ''} ${columns}`,
      todo: `Its columns are: ${all}.`,
    },
    zh: { what: `缺少列${columns}`, todo: `各列为：${all}。` },
  }),
  twice: (column) => ({
    en: { what: `has the column ${column} twice`, todo: 'Rename one.' },
    zh: { what: `列${column}出现两次`, todo: '请改名其一。' },
  }),
  cells: (has, needs) => ({
    en: {
      what: `it has ${has} cells where the header has ${needs}`,
      todo: 'Put text that holds a comma in "double quotes".',
    },
    zh: { what: `有${has}个单元格，而表头有${needs}个`, todo: '含逗号的文字请加双引号。' },
  }),
  id: () => ({
    en: { what: 'it has no id', todo: 'Give it one of its own, such as n12.' },
    zh: { what: '没有编号', todo: '请给出自己的编号，如n12。' },
  }),
  text: () => ({
    en: { what: 'it says nothing under text', todo: 'Say what is needed.' },
    zh: { what: 'text栏为空', todo: '请写明需求。' },
  }),
  state: (given, all) => ({
    en: { what: `state is “${given}”`, todo: `Use one of ${all}.` },
    zh: { what: `state为“${given}”`, todo: `请用${all}之一。` },
  }),
  date: (given) => ({
    en: { what: `“${given}” is no date`, todo: 'Write 2026-03-01.' },
    zh: { what: `“${given}”不是日期`, todo: '请写成2026-03-01。' },
  }),
  place: (given, near) => ({
    en: {
      what: `“${given}” is no place of this observatory, or several`,
      todo: near === '' ? 'Give the id of a place.' : `Give the id of the one meant: ${near}.`,
    },
    zh: {
      what: `“${given}”不是此观测库中的地点，或不止一个`,
      todo: near === '' ? '请给出地点编号。' : `请给出所指地点的编号：${near}。`,
    },
  }),
  taken: (id, line) => ({
    en: { what: `line ${line} has the id ${id} already`, todo: 'Give this row an id of its own.' },
    zh: { what: `第${line}行已用编号${id}`, todo: '请为此行另给编号。' },
  }),
} satisfies Readonly<Record<string, InBoth>>;

/** A fault in words, with the remedy. */
export function sayFault({ of, given }: NeedFault, language: Language): FaultWords {
  const words: InBoth = FAULTS[of];
  return words(...given)[language];
}
