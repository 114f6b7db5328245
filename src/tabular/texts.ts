import { syntheticTitle } from '../analyses/about/synthetic.ts';
import { InputError } from '../base/index.ts';
import { csvCell, shownText, spreadsheetComment, spreadsheetText } from '../places/index.ts';
import { messages } from './messages.ts';
import type { Cell, Printable } from './printable.ts';
import { textTable } from './table.ts';

/** The formats that are text, by name. */
export const TEXTS = { table, csv, json } as const;

/** What a terminal may take for a command, or shows in another order, and JSON leaves as it is; JSON can name each. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** @throws InputError for more rows than one text can hold */
function json(what: Printable): string {
  try {
    return `${JSON.stringify(what.json, null, 2).replace(UNSEEN, escaped)}\n`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(messages.tooManyRowsForJson());
  }
}

function table({ title, language = 'en', synthetic, columns, cells, findings, about }: Printable): string {
  const shown = columns.flatMap(({ aside }, i) => (aside === true ? [] : [i]));
  return [
    syntheticTitle(title, synthetic, language),
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

export interface CsvOptions {
  /** For programs: texts are as they are, where a spreadsheet program would take some for formulas. */
  readonly raw?: boolean;
}

/**
 * CSV with what it means in comment lines on top; numbers in full, empty where undefined. Texts are such that a spreadsheet
 * program takes none for a formula and a terminal none for a command, unless they are wanted raw.
 */
function csv({ columns, cells, findings, about }: Printable, { raw = false }: CsvOptions = {}): string {
  const as = (of: (text: string) => string) => (text: string) => (raw ? text : of(shownText(text)));
  const cell = as(spreadsheetText);
  const comment = as(spreadsheetComment);
  const quote = (value: Cell): string => {
    if (value === null) return '';
    return csvCell(typeof value === 'string' ? cell(value) : String(value));
  };
  const line = (row: readonly Cell[]): string => `${row.map(quote).join(',')}\n`;
  let text = [...about, ...findings]
    .map((told) => `# ${comment(told.replace(/\s*[\r\n]+\s*/g, ' '))}\n`)
    .join('');
  text += line(columns.map(({ id }) => id));
  for (const row of cells) text += line(row);
  return text;
}
