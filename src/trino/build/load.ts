import { join, name, raw, type Sql, sql } from '../../engine/sql.ts';
import type { TrinoEngine } from '../client/trino-engine.ts';
import type { Load } from '../../observatory/load-references.ts';

/** Trino takes statements of a million characters. */
const MOST_CHARACTERS = 950_000;

/** The type of a column in Trino's words. */
export function trinoType(type: string): Sql {
  return raw(type.endsWith('[]') ? `ARRAY(${type.slice(0, -2)})` : type);
}

/** Rows of this machine into a table of the cluster, some thousand with each statement. */
export function loadingStatements(engine: TrinoEngine): Load {
  return async (table, columns, rows) => {
    const names = join(Object.keys(columns).map(name), ', ');
    const types = Object.entries(columns).map(([column, type]) => sql`${name(column)} ${trinoType(type)}`);
    await engine.drop(table);
    await engine.execute(sql`CREATE TABLE ${name(table)} (${join(types, ', ')})`);
    for (const text of packed(Object.keys(columns), rows)) {
      await engine.execute(sql`INSERT INTO ${name(table)}
        SELECT ${names} FROM UNNEST(CAST(json_parse(${text}) AS ARRAY(ROW(${join(types, ', ')})))) AS r(${names})`);
    }
  };
}

/** Rows as arrays of arrays in JSON, each short enough for a statement. */
function* packed(columns: readonly string[], rows: readonly object[]): Generator<string> {
  let texts: string[] = [];
  let length = 0;
  for (const row of rows) {
    const values = row as Readonly<Record<string, unknown>>;
    const text = JSON.stringify(columns.map((column) => values[column] ?? null));
    // A quote takes two characters of a statement.
    const taken = text.length + text.split("'").length;
    if (length > 0 && length + taken > MOST_CHARACTERS) {
      yield `[${texts.join(',')}]`;
      texts = [];
      length = 0;
    }
    texts.push(text);
    length += taken;
  }
  if (texts.length > 0) yield `[${texts.join(',')}]`;
}
