import type { Cell, Printable } from '../../output/printable.ts';

/**
 * The JSON of an answer: what the command line's has, and what a page needs to show it without knowing it: title,
 * findings, what the numbers mean as sentences, the columns, and the rows as flat as in CSV.
 */
export function jsonAnswer({ title, synthetic, findings, about, columns, cells, json }: Printable): string {
  const ids = columns.map(({ id }) => id);
  const row = (values: readonly Cell[]): Record<string, Cell> =>
    Object.fromEntries(values.map((value, i) => [ids[i], value]));
  return JSON.stringify({
    ...(json as object),
    title,
    synthetic,
    findings,
    told: about,
    columns: columns.map((column) => ({
      id: column.id,
      title: column.title,
      digits: column.digits ?? null,
      aside: column.aside ?? false,
    })),
    table: Array.from(cells, row),
  });
}
