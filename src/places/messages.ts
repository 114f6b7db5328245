import { counted, defineMessages, joined } from '../base/index.ts';

interface Columns {
  readonly columns: readonly string[];
  /** All that the table may have. */
  readonly known: readonly string[];
}

export const messages = defineMessages('places', {
  // Of files.
  unreadable: {
    en: ({ code }: { code: string }) => `cannot be read (${code}). Check the path.`,
    zh: ({ code }) => `无法读取（${code}）。请检查路径。`,
  },
  missingFile: { en: 'does not exist. Check the path.', zh: '不存在。请检查路径。' },
  noFolderThere: {
    en: 'a folder cannot be created there. Choose another path.',
    zh: '无法在此处创建文件夹。请另选路径。',
  },
  gazetteerNotBuilt: {
    en: 'The gazetteer has not been built. Run `npm run build`.',
    zh: '地名录尚未构建。请运行`npm run build`。',
  },
  gazetteerUnreadable: {
    en: ({ fault }: { fault: string }) => `The gazetteer cannot be read (${fault}). Run \`npm run build\`.`,
    zh: ({ fault }) => `无法读取地名录（${fault}）。请运行\`npm run build\`。`,
  },
  // Of tables.
  openQuote: {
    en: 'opens a quote that is never closed. Close it, or double a quote that belongs to the text.',
    zh: '引号没有闭合。请补上右引号；引号若属于内容，请写成两个。',
  },
  textAfterQuote: {
    en: 'has text after a closing quote. Double a quote that belongs to the text.',
    zh: '右引号之后还有文字。引号若属于内容，请写成两个。',
  },
  notUtf8: {
    en: 'is not UTF-8 text. Save it as “CSV UTF-8”.',
    zh: '不是UTF-8文本。请另存为“CSV UTF-8”格式。',
  },
  emptyTable: {
    en: ({ columns }: { columns: readonly string[] }) => `is empty. Give it a header: ${columns.join(',')}.`,
    zh: ({ columns }) => `是空文件。请写上表头：${columns.join(',')}。`,
  },
  otherNumberOfCells: {
    en: ({ cells, columns }: { cells: number; columns: number }) =>
      `has ${counted(cells, 'cell')} where the header has ${columns}. Put text that contains a comma in "double quotes".`,
    zh: ({ cells, columns }) =>
      `有${cells}个单元格，而表头有${columns}列。内容含逗号时，请用英文双引号括起。`,
  },
  notCommas: {
    en: 'is separated by semicolons or tabs. Save it separated by commas.',
    zh: '以分号或制表符分隔。请另存为以逗号分隔的格式。',
  },
  missingColumns: {
    en: ({ columns, known }: Columns) =>
      `lacks the ${columns.length === 1 ? 'column' : 'columns'} ${joined(columns, 'en')}. Its columns are: ${joined(known, 'en')}.`,
    zh: ({ columns, known }) => `缺少列${joined(columns, 'zh')}。可用的列：${joined(known, 'zh')}。`,
  },
  unknownColumns: {
    en: ({ columns, known }: Columns) =>
      `has ${columns.length === 1 ? 'an unknown column' : 'unknown columns'} ${joined(quoted(columns), 'en')}. Its columns are: ${joined(known, 'en')}.`,
    zh: ({ columns, known }) => `含有未知的列${quoted(columns).join('')}。可用的列：${joined(known, 'zh')}。`,
  },
  repeatedColumn: {
    en: ({ column }: { column: string }) => `has the column ${column} twice. Remove one.`,
    zh: ({ column }) => `列${column}出现了两次。请删去其一。`,
  },
});

const quoted = (texts: readonly string[]): string[] => texts.map((text) => `“${text}”`);
