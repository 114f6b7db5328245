import type { About, Language, ResultColumn } from '../../analyses/index.ts';
import { csvCell } from '../../places/index.ts';
import { aboutLines } from './about-lines.ts';
import type { Destination } from './destination.ts';
import { writeParquet, writeSpreadsheet, writeText } from './files.ts';
import { textTable } from './table.ts';

export type Cell = string | number | boolean | null;

/** Anything with rows that can be printed: an analysis's answer, or that of plain SQL. */
export interface Printable {
  readonly title: string;
  /** Set where the works are not real. */
  readonly synthetic: string | null;
  readonly columns: readonly {
    readonly id: string;
    readonly title: string;
    readonly digits?: number | undefined;
    /** Left out of a printed table; exports have it. */
    readonly aside?: boolean;
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
    columns: readonly ResultColumn<R, A>[];
    findings?(result: A, language?: Language): string[];
  },
  result: A,
  language: Language,
): Printable {
  return {
    title: analysis.title[language],
    synthetic: result.about.synthetic,
    columns: analysis.columns.map((column) => ({
      id: column.id,
      title: column.title[language],
      digits: column.digits,
      aside: column.aside?.(result) ?? false,
    })),
    cells: result.rows.map((row) => analysis.columns.map((column) => column.value(row, language))),
    json: result,
    findings: analysis.findings?.(result, language) ?? [],
    about: aboutLines(result.about, language),
  };
}

/** Prints to standard output, or to a file; every format carries what its numbers mean. */
export async function print(
  what: Printable,
  { format, out }: Destination,
  write: (text: string) => void,
): Promise<void> {
  if (format === 'xlsx') return writeSpreadsheet(what, out);
  if (format === 'parquet') return writeParquet(what, out);
  const text = TEXTS[format](what);
  if (out === null) write(text);
  else await writeText(text, out);
}

const TEXTS = { table, csv, json } as const;

function json(what: Printable): string {
  return `${JSON.stringify(what.json, null, 2)}\n`;
}

function table({ title, synthetic, columns, cells, findings, about }: Printable): string {
  const shown = columns.flatMap(({ aside }, i) => (aside === true ? [] : [i]));
  return [
    synthetic === null ? title : `${title} — ${synthetic}`,
    '',
    ...findings.flatMap((finding) => [finding, '']),
    textTable(
      shown.map((i) => columns[i]),
      cells.map((row) => shown.map((i) => row[i])),
    ),
    '',
    ...about,
    '',
  ].join('\n');
}

/** CSV with what it means in comment lines on top; raw numbers, empty where undefined. */
function csv({ columns, cells, findings, about }: Printable): string {
  const quote = (value: Cell): string => csvCell(value === null ? '' : String(value));
  const rows = [columns.map(({ id }) => id), ...cells].map((row) => row.map(quote).join(','));
  return (
    [...about, ...findings].map((line) => `# ${line.replace(/\s*[\r\n]+\s*/g, ' ')}\n`).join('') +
    rows.map((row) => `${row}\n`).join('')
  );
}
