import { InputError } from './errors.ts';

/** What is wrong with a row of a table that a person wrote. */
export interface RowProblem {
  /** Line of the file. */
  readonly row: number;
  /** The fault, without a full stop. */
  readonly what: string;
  /** The remedy, one sentence. */
  readonly todo: string;
}

/** The refusal of a table that has such rows: the first twenty problems by line, and how many more there are. */
export function wrongRows(
  problems: readonly RowProblem[],
  { file, todo }: { readonly file: string; readonly todo: string },
): InputError {
  const shown = problems.slice(0, 20).map(({ row, what, todo }) => `  line ${row}: ${what}. ${todo}`);
  const more = problems.length > shown.length ? `\n  and ${problems.length - shown.length} more` : '';
  const rows = new Set(problems.map(({ row }) => row)).size;
  return new InputError(`has ${rows} wrong ${rows > 1 ? 'rows' : 'row'}:\n${shown.join('\n')}${more}\n`, {
    file,
    todo,
  });
}
