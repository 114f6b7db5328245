import { csvCell } from '../../places/csv-cell.ts';
import { csvRecords } from '../../places/csv-records.ts';
import { messages } from '../../places/messages.ts';
import { InputError, type Message } from '../../base/index.ts';
import { plainText, spreadsheetText } from '../../places/spreadsheet-text.ts';

/** Columns of a file of needs, in the order of a new one. A file may have others, in any order; they stay. */
export const NEED_COLUMNS = ['id', 'text', 'place', 'date', 'shortlist', 'state', 'answer', 'note'] as const;
export type NeedColumn = (typeof NEED_COLUMNS)[number];

/** A file of needs as it stands, so that writing it again changes nothing but what is meant to change. */
export interface NeedsTable {
  /** A mark by which spreadsheet programs know that the text is UTF-8. */
  readonly byteOrderMark: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly header: readonly string[];
  /** Cells as the file has them: `plainText` is what they say. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

export const EMPTY: NeedsTable = { byteOrderMark: true, lineEnd: '\n', header: NEED_COLUMNS, rows: [] };

/** @throws InputError where the text is no table, or lacks the columns id and text */
export function parseNeeds(text: string, file: string): NeedsTable {
  const read = readNeedsTable(text, file);
  if (!('problem' in read)) return read;
  throw new InputError(read.problem, { file, line: read.line });
}

/**
 * The table of a text, or what is wrong with its head.
 * @throws InputError where a quote is never closed
 */
export function readNeedsTable(
  text: string,
  file: string,
): NeedsTable | { readonly line: number; readonly problem: Message } {
  const byteOrderMark = text.startsWith('\ufeff');
  const [head, ...rows] = csvRecords(text, file) as { line: number; cells: string[] }[];
  if (text.trim() === '' || text === '\ufeff') return EMPTY;
  const problem = problemOfHead(head.cells);
  if (problem !== null) return { line: head.line, problem };
  return { byteOrderMark, lineEnd: text.includes('\r\n') ? '\r\n' : '\n', header: head.cells, rows };
}

function problemOfHead(header: readonly string[]): Message | null {
  const missing = ['id', 'text'].filter((column) => !header.includes(column));
  if (missing.length > 0)
    return header.length === 1 && /[;\t]/.test(header[0])
      ? messages.notCommas()
      : messages.missingColumns({ columns: missing, known: NEED_COLUMNS });
  const twice = NEED_COLUMNS.find((name) => header.indexOf(name) !== header.lastIndexOf(name));
  return twice === undefined ? null : messages.repeatedColumn({ column: twice });
}

export function formatNeeds({ byteOrderMark, lineEnd, header, rows }: NeedsTable): string {
  const ours = header.map((column) => NEED_COLUMNS.some((name) => name === column));
  const shown = rows.map(({ cells }) => cells.map((cell, i) => (ours[i] ? withoutFormula(cell) : cell)));
  const lines = [header, ...shown].map((cells) => cells.map(csvCell).join(','));
  return (byteOrderMark ? '\ufeff' : '') + lines.map((line) => line + lineEnd).join('');
}

/** A cell as it stands, or with the apostrophe that it lacks: a spreadsheet program works out no need. */
function withoutFormula(cell: string): string {
  return plainText(cell) === cell ? spreadsheetText(cell) : cell;
}

/** The table with a row more. */
export function withRow(table: NeedsTable, cells: Readonly<Partial<Record<NeedColumn, string>>>): NeedsTable {
  const { header, rows, ...rest } = withColumns(table, Object.keys(cells));
  const line = (rows.at(-1)?.line ?? 1) + 1;
  const row = header.map((column) => given(cells, column) ?? '');
  return { ...rest, header, rows: [...rows, { line, cells: row }] };
}

/** The table with some cells of one row changed. */
export function withCells(
  table: NeedsTable,
  line: number,
  cells: Readonly<Partial<Record<NeedColumn, string>>>,
): NeedsTable {
  const { header, rows, ...rest } = withColumns(table, Object.keys(cells));
  return {
    ...rest,
    header,
    rows: rows.map((row) =>
      row.line === line
        ? { line, cells: header.map((column, i) => given(cells, column) ?? row.cells[i]) }
        : row,
    ),
  };
}

function given(cells: Readonly<Partial<Record<string, string>>>, column: string): string | undefined {
  const text = Object.hasOwn(cells, column) ? cells[column] : undefined;
  return text === undefined ? undefined : spreadsheetText(text);
}

/** Columns that the file lacks come last, empty in the rows there are. */
function withColumns(table: NeedsTable, columns: readonly string[]): NeedsTable {
  const missing = columns.filter((column) => !table.header.includes(column));
  if (missing.length === 0) return table;
  const rows = table.rows.map(({ line, cells }) => ({
    line,
    cells: cells.length === table.header.length ? [...cells, ...missing.map(() => '')] : cells,
  }));
  return { ...table, header: [...table.header, ...missing], rows };
}
