import { csvCell, InputError } from '../places/index.ts';
import type { Cell, Printable } from './printable.ts';
import { textTable } from './table.ts';

/** The formats that are text, by name. */
export const TEXTS = { table, csv, json } as const;

/** @throws InputError for more rows than one text can hold */
function json(what: Printable): string {
  try {
    return `${JSON.stringify(what.json, null, 2)}\n`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError('there are more rows than one JSON text can hold.', {
      todo: 'Take CSV or Parquet, or ask for fewer.',
    });
  }
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
