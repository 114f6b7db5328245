import { readFile } from 'node:fs/promises';

import { csvRecords } from './csv-records.ts';
import { InputError, type Message } from '../base/index.ts';
import { messages } from './messages.ts';
import { plainText } from './spreadsheet-text.ts';

export { csvRecords } from './csv-records.ts';

/** A data row: the line of the file it starts on (the header is line 1 of most files) and its cells by column, trimmed; '' = empty. */
export interface CsvRow<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** Which columns a table has: all of `required` must be there, `optional` may, any other is an error unless `others`. */
export interface CsvShape<Column extends string> {
  readonly required: readonly Column[];
  readonly optional?: readonly Column[];
  /** Whether it may have any other column, which is passed over. */
  readonly others?: boolean;
}

/**
 * Reads a table a person wrote: RFC 4180 with a header, comma-separated, UTF-8, with or without byte-order mark, CRLF
 * or LF. An apostrophe that keeps a spreadsheet program from taking a cell for a formula is no part of it. An optional column that is absent reads as ''. Blank lines are skipped.
 *
 * @throws InputError on a missing, unknown or repeated column (by name), a row with more or fewer cells than the header
 * (by line), a quote that is never closed or stands in the middle of a cell, and a file that is not UTF-8.
 */
export async function readCsv<Column extends string>(
  file: string,
  shape: CsvShape<Column>,
): Promise<CsvRow<Column>[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new InputError(messages.unreadable({ code: code ?? 'error' }), { file });
  }
  return parseCsv(decodeUtf8(bytes, file), shape, file);
}

/** Bytes to text; a byte-order mark is dropped. @throws InputError when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(messages.notUtf8(), { file });
  }
}

/** {@link readCsv} on text already in hand; `file` names it in errors. */
export function parseCsv<Column extends string>(
  text: string,
  shape: CsvShape<Column>,
  file: string,
): CsvRow<Column>[] {
  const records = csvRecords(text, file);
  const header = records.at(0);
  if (header === undefined) throw new InputError(messages.emptyTable({ columns: shape.required }), { file });
  const columns = header.cells as Column[];
  checkHeader(columns, shape, file, header.line);
  const absent = (shape.optional ?? []).filter((name) => !columns.includes(name));
  return records.slice(1).map(({ line, cells }) => {
    if (cells.length !== columns.length)
      throw new InputError(messages.otherNumberOfCells({ cells: cells.length, columns: columns.length }), {
        file,
        line,
      });
    const named = Object.fromEntries(columns.map((name, i) => [name, plainText(cells[i])]));
    for (const name of absent) named[name] = '';
    return { line, cells: named as Record<Column, string> };
  });
}

function checkHeader(columns: readonly string[], shape: CsvShape<string>, file: string, line: number): void {
  const known = [...shape.required, ...(shape.optional ?? [])];
  const fail = (problem: Message): never => {
    throw new InputError(problem, { file, line });
  };
  if (columns.length === 1 && /[;\t]/.test(columns[0])) fail(messages.notCommas());
  const missing = shape.required.filter((name) => !columns.includes(name));
  if (missing.length > 0) fail(messages.missingColumns({ columns: missing, known }));
  const unknown = shape.others === true ? [] : columns.filter((name) => !known.includes(name));
  if (unknown.length > 0) fail(messages.unknownColumns({ columns: unknown, known }));
  const repeated = columns.find((name, i) => columns.indexOf(name) !== i);
  if (repeated !== undefined) fail(messages.repeatedColumn({ column: repeated }));
}
