import { InputError, legacyMessage } from './input-error.ts';
import { defineMessages, type Message, phrase } from './messages.ts';

/** What is wrong with a row of a table that a person wrote, and what to do about it. */
export interface TableProblem {
  /** Line of the file. */
  readonly row: number;
  readonly problem: Message;
}
/** As it was. */
export interface RowProblem {
  readonly row: number;
  readonly what: string;
  readonly todo: string;
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
  readonly problems: readonly TableProblem[];
  readonly more: number;
  readonly then: Message;
}

/** The refusal of a table that has such rows: the first twenty problems by line, and how many more there are. */
export function wrongRows(
  given: readonly (TableProblem | RowProblem)[],
  { file, then, todo }: { readonly file: string; readonly then?: Message; readonly todo?: string },
): InputError {
  const problems = given.map((one) =>
    'problem' in one ? one : { row: one.row, problem: legacyMessage(`${one.what}.`, one.todo) },
  );
  const rows = new Set(problems.map(({ row }) => row)).size;
  const shown = problems.slice(0, SHOWN);
  return new InputError(
    messages.wrongRows({
      rows,
      problems: shown,
      more: problems.length - shown.length,
      then: then ?? legacyMessage('', todo),
    }),
    { file },
  );
}
