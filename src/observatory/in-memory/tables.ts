import { raw, type Sql, sql } from '../../engine/sql.ts';

/** What is asked of an observatory to read its tables as columns. */
export interface Tables {
  query<T extends object>(statement: Sql): Promise<T[]>;
  scan(statement: Sql, see: (columns: readonly (readonly unknown[])[]) => void): Promise<void>;
}

/** A column of these tables cannot be summed in floating point without rounding. */
export class Inexact extends Error {
  override readonly name = 'Inexact';
}

/** Sums of whole numbers below it are exact, in whatever order. */
const EXACT = 2 ** 53;

export async function rowsOf(tables: Tables, table: string): Promise<number> {
  const [{ rows }] = await tables.query<{ rows: number }>(sql`SELECT count(*) AS rows FROM ${raw(table)}`);
  return rows;
}

/**
 * Writes the columns of a query one after the other into arrays, all of so many rows.
 * @throws RangeError where there are more or fewer
 */
export async function fill(
  tables: Tables,
  statement: Sql,
  rows: number,
  into: readonly ((at: number, value: unknown) => void)[],
): Promise<void> {
  let from = 0;
  await tables.scan(statement, (columns) => {
    for (const [c, set] of into.entries()) {
      const values = columns[c];
      for (let i = 0; i < values.length; i++) set(from + i, values[i]);
    }
    from += columns[0].length;
  });
  if (from !== rows) throw new RangeError(`${from} rows were read of ${rows}`);
}

export function setNumber(array: { [at: number]: number }): (at: number, value: unknown) => void {
  return (at, value) => {
    array[at] = value as number;
  };
}

/** Sets the numbers of places whose ids come. */
export function setPlace(
  array: Int32Array,
  numbers: ReadonlyMap<string, number>,
): (at: number, value: unknown) => void {
  let last: unknown = null;
  let number = 0;
  return (at, value) => {
    if (value !== last) {
      last = value;
      number = numbers.get(value as string)!;
    }
    array[at] = number;
  };
}

/** @throws Inexact where sums of the whole numbers of a column may be rounded */
export function checkExact(column: Float64Array): void {
  let sum = 0;
  for (const value of column) sum += Math.abs(value);
  if (!(sum < EXACT)) throw new Inexact(`a column sums up to ${sum}`);
}
