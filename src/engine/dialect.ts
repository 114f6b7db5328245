import { join, list, raw, type Sql, sql } from './sql.ts';

/** The few expressions in which engines differ, in one place. Everything else is the common subset of SQL. */

/** Whole-number division of non-negative BIGINTs, rounding down. */
export function quotient(a: Sql, b: Sql | number): Sql {
  return sql`((${a}) // (${b}))`;
}

/** Sum of BIGINTs that is known to fit: engines widen it to types that Parquet does not keep. */
export function total(a: Sql): Sql {
  return sql`CAST(sum(${a}) AS BIGINT)`;
}

/** The parts of a text separated by one character, as an array. */
export function split(text: Sql, separator: string): Sql {
  return sql`string_split(${text}, ${separator})`;
}

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
