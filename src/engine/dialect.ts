import { join, list, name, raw, Sql, sql, type SqlValue } from './sql.ts';

/** The few expressions in which engines differ, in one place. Everything else is the common subset of SQL. */

/** Whole-number division of non-negative BIGINTs, rounding down. */
export function quotient(a: Sql, b: Sql | number): Sql {
  return worded(sql`((${a}) // (${b}))`, sql`((${a}) / (${b}))`);
}

/** Sum of BIGINTs that is known to fit: engines widen it to types that Parquet does not keep. */
export function total(a: Sql): Sql {
  return sql`CAST(sum(${a}) AS BIGINT)`;
}

/** The parts of a text separated by one character, as an array. */
export function split(text: Sql, separator: string): Sql {
  return worded(sql`string_split(${text}, ${separator})`, sql`split(${text}, ${separator})`);
}

/** Columns of each row of a table beside each entry of an array that the row has; no row for none. */
export function unnested(columns: readonly string[], array: Sql, as: string, table: string): Sql {
  const kept = join(columns.map(name), ', ');
  return worded(
    sql`SELECT ${kept}, ${raw('UNNEST')}(${array}) AS ${name(as)} FROM ${name(table)}`,
    sql`SELECT ${kept}, ${name(as)} FROM ${name(table)} CROSS JOIN ${raw('UNNEST')}(${array}) AS entries(${name(as)})`,
  );
}

/**
 * Whether two texts are the same or both null, as a key to join by: in Trino only an equation is one. Beside an equation
 * Trino's IS NOT DISTINCT FROM loses rows where a column has nothing but nulls (476: its dynamic filter lets none through).
 */
export function same(a: Sql, b: Sql): Sql {
  return worded(
    sql`${a} IS NOT DISTINCT FROM ${b}`,
    sql`(coalesce(${a}, '') = coalesce(${b}, '') AND (${a} IS NULL) = (${b} IS NULL))`,
  );
}

/** Whether an array has a value. */
export function contains(array: Sql, value: SqlValue): Sql {
  return worded(sql`list_contains(${array}, ${value})`, sql`contains(${array}, ${value})`);
}

/** Rows of ours as a query, put into the statement as JSON. */
export function givenRows(rows: readonly object[], columns: Readonly<Record<string, string>>): Sql {
  const names = Object.keys(columns);
  const types = Object.entries(columns).map(([column, type]) => sql`${name(column)} ${raw(type)}`);
  // By place: a statement of Trino's is not as long as one likes.
  const values = rows.map((row) => names.map((column) => (row as Record<string, unknown>)[column] ?? null));
  return worded(
    sql`SELECT r.* FROM (SELECT UNNEST(from_json(${JSON.stringify(rows)}, ${JSON.stringify([columns])})) AS r)`,
    sql`SELECT * FROM UNNEST(CAST(json_parse(${JSON.stringify(values)}) AS ARRAY(ROW(${join(types, ', ')})))) AS r(${join(names.map(name), ', ')})`,
  );
}

/** An array of no texts. */
export const NO_TEXTS: Sql = worded(sql`[]`, sql`CAST(ARRAY[] AS ARRAY(VARCHAR))`);

/** A file by its very name: engines take `*`, `?` and `[` in a path for patterns, and would read another file. */
export function path(file: string): Sql {
  return sql`${file.replace(/[*?[]/g, '[$&]')}`;
}

/** One table out of several Parquet files of the same columns. */
export function parquet(files: readonly string[], withFile = false): Sql {
  return sql`read_parquet([${list(files.map(path))}]${raw(withFile ? ', filename = true' : '')})`;
}

/** Rows of a file of JSON Lines with the given columns. */
export function jsonLines(file: string, columns: Readonly<Record<string, string>>): Sql {
  const types = Object.entries(columns).map(([column, type]) => sql`${column}: ${type}`);
  return sql`read_json(${path(file)}, format = 'newline_delimited', records = true, columns = {${join(types, ', ')}})`;
}

function worded(duckdb: Sql, trino: Sql): Sql {
  return new Sql(duckdb.in('duckdb'), () => trino.in('trino'));
}
