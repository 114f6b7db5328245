import { writeFileSync } from 'node:fs';
import writeXlsx from 'write-excel-file/node';
import type { About, ResultColumn } from '../../analyses/index.ts';
import { writeTable } from '../../observatory/index.ts';
import { CliError } from '../error.ts';
import { aboutLines } from './about-lines.ts';
import { textTable } from './table.ts';

export const FORMATS = ['table', 'csv', 'json', 'parquet', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

type Cell = string | number | boolean | null;

/** Anything with rows that can be printed: an analysis's answer, or that of plain SQL. */
export interface Printable {
  readonly title: string;
  /** Set where the works are not real. */
  readonly synthetic: string | null;
  readonly columns: readonly {
    readonly id: string;
    readonly title: string;
    readonly digits?: number | undefined;
  }[];
  readonly cells: readonly (readonly Cell[])[];
  /** The object that `--format json` prints. */
  readonly json: unknown;
  readonly findings: readonly string[];
  readonly about: readonly string[];
}

export function printable<R, A extends { about: About; rows: readonly R[] }>(
  analysis: {
    title: { en: string; zh: string };
    columns: readonly ResultColumn<R>[];
    findings?(result: A): string[];
  },
  result: A,
  language: 'en' | 'zh',
): Printable {
  return {
    title: analysis.title[language],
    synthetic: result.about.synthetic,
    columns: analysis.columns.map(({ id, title, digits }) => ({ id, title: title[language], digits })),
    cells: result.rows.map((row) => analysis.columns.map((column) => column.value(row))),
    json: result,
    findings: analysis.findings?.(result) ?? [],
    about: aboutLines(result.about),
  };
}

/** Prints to standard output, or to a file; every format carries what its numbers mean. */
export async function print(
  what: Printable,
  format: Format,
  out: string | undefined,
  write: (text: string) => void,
): Promise<void> {
  if ((format === 'xlsx' || format === 'parquet') && out === undefined) {
    throw new CliError(`--format ${format} needs --out FILE.`, 2);
  }
  if (format === 'xlsx') return writeSpreadsheet(what, out!);
  if (format === 'parquet') return writeParquet(what, out!);
  const text =
    format === 'json'
      ? `${JSON.stringify(what.json, null, 2)}\n`
      : format === 'csv'
        ? csv(what)
        : table(what);
  if (out === undefined) write(text);
  else saving(out, () => writeFileSync(out, text));
}

function table({ title, synthetic, columns, cells, findings, about }: Printable): string {
  return [
    synthetic === null ? title : `${title} — ${synthetic}`,
    '',
    ...findings.flatMap((finding) => [finding, '']),
    textTable(columns, cells),
    '',
    ...about,
    '',
  ].join('\n');
}

/** CSV with what it means in comment lines on top; raw numbers, empty where undefined. */
function csv({ columns, cells, findings, about }: Printable): string {
  const quote = (value: Cell): string => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = [columns.map(({ id }) => id), ...cells].map((row) => row.map(quote).join(','));
  return (
    [...about, ...findings].map((line) => `# ${line}\n`).join('') + rows.map((row) => `${row}\n`).join('')
  );
}

async function writeSpreadsheet(
  { title, columns, cells, findings, about }: Printable,
  out: string,
): Promise<void> {
  const text = (value: string): { value: string; type: StringConstructor } => ({ value, type: String });
  const cell = (value: Cell): object | null => {
    if (value === null) return null;
    if (typeof value === 'number') return { value, type: Number };
    return typeof value === 'boolean' ? { value, type: Boolean } : text(value);
  };
  const data = [
    columns.map((column) => ({ ...text(column.title), fontWeight: 'bold' })),
    ...cells.map((row) => row.map(cell)),
  ];
  const notes = [...findings, ...about].map((line) => [text(line)]);
  await saving(out, () =>
    writeXlsx([
      { data: data, sheet: title.slice(0, 31) },
      { data: notes, sheet: 'about', columns: [{ width: 140 }] },
    ]).toFile(out),
  );
}

/** Findings and what the numbers mean stand in the file's metadata. */
async function writeParquet({ columns, cells, json, findings, about }: Printable, out: string): Promise<void> {
  const told = (json as { about?: unknown }).about ?? about;
  await saving(out, () =>
    writeTable(
      out,
      columns.map(({ id, digits }) => ({ id, numeric: digits !== undefined })),
      cells,
      { about: JSON.stringify(told), findings: JSON.stringify(findings) },
    ),
  );
}

function saving<T>(out: string, work: () => T): T {
  const explain = (error: unknown): never => {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(
      `${out} cannot be written${code === undefined ? `: ${(error as Error).message}` : ` (${code})`}.`,
    );
  };
  try {
    const result = work();
    return result instanceof Promise ? (result.catch(explain) as T) : result;
  } catch (error) {
    return explain(error);
  }
}
