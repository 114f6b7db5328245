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
  /** One row after the other, so that a million of them need not stand in memory twice. */
  readonly cells: Iterable<readonly Cell[]>;
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
  const columns = analysis.columns.filter((column) => !(column.absent?.(result) ?? false));
  return {
    title: analysis.title[language],
    synthetic: result.about.synthetic,
    columns: columns.map((column) => ({
      id: column.id,
      title: column.title[language],
      digits: column.digits,
      aside: column.aside?.(result) ?? false,
    })),
    cells: cellsOf(result.rows, (row) => columns.map((column) => column.value(row, language))),
    json: result,
    findings: analysis.findings?.(result, language) ?? [],
    about: aboutLines(result.about, language),
  };
}

/** Cells that are made when they are asked for, as often as they are. */
function cellsOf<R>(rows: readonly R[], of: (row: R) => readonly Cell[]): Iterable<readonly Cell[]> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield of(row);
    },
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
      Array.from(cells, (row) => shown.map((i) => row[i])),
    ),
    '',
    ...about,
    '',
  ].join('\n');
}

/** CSV with what it means in comment lines on top; raw numbers, empty where undefined. */
function csv({ columns, cells, findings, about }: Printable): string {
  const quote = (value: Cell): string => csvCell(value === null ? '' : String(value));
  const line = (row: readonly Cell[]): string => `${row.map(quote).join(',')}\n`;
  let text = [...about, ...findings].map((told) => `# ${told.replace(/\s*[\r\n]+\s*/g, ' ')}\n`).join('');
  text += line(columns.map(({ id }) => id));
  for (const row of cells) text += line(row);
  return text;
}
