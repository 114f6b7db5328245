import { InputError } from './input-error.ts';
import { defineMessages, type Message, phrase } from './messages.ts';

/** What is wrong with a row of a table that a person wrote, and what to do about it. */
export interface RowProblem {
  /** Line of the file. */
  readonly row: number;
  readonly problem: Message;
}
/** Problems that are shown of a table. */
const SHOWN = 20;

const messages = defineMessages('table', {
  wrongRows: {
    en: ({ rows, problems, more, then }: WrongRows) =>
      `has ${rows} wrong ${rows === 1 ? 'row' : 'rows'}:\n${problems
        .map(({ row, problem }) => `  line ${row}: ${phrase(problem, 'en')}`)
        .join('\n')}${more === 0 ? '' : `\n  and ${more} more`}\n ${phrase(then, 'en')}`,
    zh: ({ rows, problems, more, then }) =>
      `有${rows}行有误：\n${problems
        .map(({ row, problem }) => `  第${row}行：${phrase(problem, 'zh')}`)
        .join('\n')}${more === 0 ? '' : `\n  另有${more}处`}\n ${phrase(then, 'zh')}`,
  },
});

interface WrongRows {
  readonly rows: number;
  readonly problems: readonly RowProblem[];
  readonly more: number;
  readonly then: Message;
}

/** The refusal of a table that has such rows: the first twenty problems by line, and how many more there are. */
export function wrongRows(
  problems: readonly RowProblem[],
  { file, then }: { readonly file: string; readonly then: Message },
): InputError {
  const rows = new Set(problems.map(({ row }) => row)).size;
  const shown = problems.slice(0, SHOWN);
  return new InputError(
    messages.wrongRows({
      rows,
      problems: shown,
      more: problems.length - shown.length,
      then,
    }),
    { file },
  );
}
