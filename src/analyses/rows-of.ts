import { type Sql, sql } from '../engine/sql.ts';

/** Rows of ours as a query. */
export function rowsOf(rows: readonly object[], columns: Readonly<Record<string, string>>): Sql {
  return sql`SELECT r.* FROM (SELECT UNNEST(from_json(${JSON.stringify(rows)}, ${JSON.stringify([columns])})) AS r)`;
}
