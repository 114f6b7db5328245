import { csvCell } from '../places/csv-cell.ts';
import type { Figure } from './figure.ts';

/** The numbers of a figure as CSV (RFC 4180), under comment lines that say what they are. */
export function csvOf({
  title,
  subtitle,
  about,
  numbers,
}: Pick<Figure, 'title' | 'subtitle' | 'about' | 'numbers'>): string {
  const comments = [title, subtitle, ...about].map((line) => `# ${line.replaceAll('\n', ' ')}`);
  const rows = [numbers.columns.map((column) => column.title), ...numbers.rows];
  const text = rows.map((row) => row.map((value) => csvCell(value === null ? '' : String(value))).join(','));
  return [...comments, ...text].join('\n') + '\n';
}
