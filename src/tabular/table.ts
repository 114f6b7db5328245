import { greatest } from '../measures/extremes.ts';
import type { Cell } from './printable.ts';

export interface PrintColumn {
  readonly title: string;
  readonly digits?: number | undefined;
}

/** A table for the terminal: numbers to the right, wide characters counted as two. */
export function textTable(columns: readonly PrintColumn[], rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map((value, i) => show(value, columns[i].digits)));
  // A column that says nothing in any row is left out.
  const used = columns
    .map((_, i) => i)
    .filter((i) => rows.length === 0 || cells.some((row) => row[i] !== ''));
  const numeric = new Set(
    used.filter((i) => rows.every((row) => row[i] === null || typeof row[i] === 'number')),
  );
  const widths = new Map(
    used.map((i) => [i, Math.max(width(columns[i].title), greatest(cells.map((row) => width(row[i]))))]),
  );
  const line = (texts: readonly string[]): string =>
    used
      .map((i) =>
        numeric.has(i)
          ? texts[i].padStart(texts[i].length + widths.get(i)! - width(texts[i]))
          : pad(texts[i], widths.get(i)!),
      )
      .join('  ')
      .trimEnd();
  const rule = used.map((i) => '─'.repeat(widths.get(i)!)).join('  ');
  return [line(columns.map(({ title }) => title)), rule, ...cells.map(line)].join('\n');
}

function show(value: Cell, digits: number | undefined): string {
  if (value === null) return '';
  if (typeof value !== 'number') return String(value).replace(/\s*[\r\n]+\s*/g, ' ');
  return digits === undefined
    ? String(value)
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function pad(text: string, to: number): string {
  return text + ' '.repeat(to - width(text));
}

/** Columns of a terminal: Chinese and full-width characters take two. */
function width(text: string): number {
  let sum = 0;
  for (const character of text)
    sum +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return sum;
}
