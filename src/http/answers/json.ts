import type { Cell, Printable } from '../../tabular/printable.ts';
import { messages } from './messages.ts';
import { InputError } from '../../base/index.ts';

/**
 * The JSON of an answer: what the command line's has, and what a page needs to show it without knowing it: title,
 * findings, what the numbers mean as sentences, and the columns. Rows travel once: as flat as in CSV, as `table`, they come
 * where that part is wanted, or where an answer has no rows of its own.
 * @param wanted parts by name, beside `about`, which no number goes without; null for all but the table
 * @throws InputError for a part that the answer has not
 */
export function jsonAnswer(what: Printable, wanted: readonly string[] | null = null): string {
  const own = Object.entries(what.json as object).map(([name, value]) => [name, () => value as unknown]);
  const parts = new Map([...own, ...Object.entries(BESIDE)] as [string, (of: Printable) => unknown][]);
  const none = wanted?.find((name) => !parts.has(name));
  if (none !== undefined)
    throw new InputError(messages.unknownPart({ part: none, parts: [...parts.keys()] }), {
      parameter: 'parts',
    });
  const named = [...parts.keys()].filter(
    wanted === null ? (name) => name !== 'table' || !parts.has('rows') : isWanted(wanted),
  );
  return JSON.stringify(Object.fromEntries(named.map((name) => [name, parts.get(name)!(what)])));
}

const isWanted =
  (wanted: readonly string[]) =>
  (name: string): boolean =>
    name === 'about' || wanted.includes(name);

/** What every answer has beside its own. */
const BESIDE: Readonly<Record<string, (of: Printable) => unknown>> = {
  title: ({ title }) => title,
  synthetic: ({ synthetic }) => synthetic,
  findings: ({ findings }) => findings,
  told: ({ about }) => about,
  columns: ({ columns }) =>
    columns.map((column) => ({
      id: column.id,
      title: column.title,
      digits: column.digits ?? null,
      aside: column.aside ?? false,
    })),
  table({ columns, cells }) {
    const row = (values: readonly Cell[]): Record<string, Cell> =>
      Object.fromEntries(values.map((value, i) => [columns[i].id, value]));
    return Array.from(cells, row);
  },
};
