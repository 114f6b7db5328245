import { csvCell } from '../places/csv-cell.ts';
import { shownText } from '../places/shown-text.ts';
import { spreadsheetComment, spreadsheetText } from '../places/spreadsheet-text.ts';
import type { Figure } from './figure.ts';

/** The numbers of a figure as CSV (RFC 4180), under comment lines that say what they are; a spreadsheet program takes no text for a formula. */
export function csvOf({
  title,
  subtitle,
  about,
  numbers,
}: Pick<Figure, 'title' | 'subtitle' | 'about' | 'numbers'>): string {
  const comments = [title, subtitle, ...about].map(
    (line) => `# ${spreadsheetComment(shownText(line.replaceAll('\n', ' ')))}`,
  );
  const rows = [numbers.columns.map((column) => column.title), ...numbers.rows];
  const text = rows.map((row) => row.map(cellOf).join(','));
  return [...comments, ...text].join('\n') + '\n';
}

function cellOf(value: Figure['numbers']['rows'][number][number]): string {
  if (value === null) return '';
  return csvCell(typeof value === 'string' ? spreadsheetText(shownText(value)) : String(value));
}
