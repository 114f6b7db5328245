import { join, list, name, type Sql, sql } from '../../engine/sql.ts';
import { PARTITION } from '../../records/discover.ts';
import { asArray, asObject, at, isBlank } from './json.ts';

/** Records of works on a cluster: lines of JSON, or columns as OpenAlex nests them. */
export interface WorksTable {
  /** Catalog, schema, table: quoted. */
  readonly table: Sql;
  /** The one column of a table of lines; null for a table with the columns of works. */
  readonly line: string | null;
  /** Columns that are used and the table has, with their types; of a table of lines none. */
  readonly columns: Readonly<Record<string, string>>;
  /** The column of the snapshot's partitions, where there is one. */
  readonly partition: string | null;
}

/**
 * The records in the files named, one a row: `path`, `partition`, `doc` (a map of JSON values; null where there is no
 * object) and `broken` (why there is none). A line may be an answer of the API that holds many records.
 */
export function documents(
  { table, line, columns, partition }: WorksTable,
  files: readonly { readonly path: string; readonly partition: string | null }[],
): Sql {
  const part = sql`regexp_extract("$path", ${PARTITION.source}, 1)`;
  // The files alone would do; by its partition the cluster finds them without looking into all others.
  const dates = [...new Set(files.map((file) => file.partition ?? ''))];
  const where = sql`WHERE "$path" IN (${list(files.map(({ path }) => path))})
        AND ${partition === null ? sql`TRUE` : sql`${name(partition)} IN (${list(dates)})`}`;
  if (line === null) {
    const given = Object.entries(columns);
    const keys = list(given.map(([column]) => column));
    const values = given.map(([column, type]) => asJson(name(column), type));
    return sql`
      SELECT "$path" AS path, ${part} AS partition, MAP(ARRAY[${keys}], ARRAY[${join(values, ', ')}]) AS doc,
        CAST(NULL AS VARCHAR) AS broken
      FROM ${table} ${where}`;
  }
  const text = name(line);
  return sql`
    WITH parsed AS (
      SELECT "$path" AS path, ${part} AS partition, TRY(json_parse(${text})) AS value
      FROM ${table} ${where} AND NOT coalesce(${isBlank(text)}, FALSE)
    ),
    mended AS (SELECT path, partition, ${wellFormed(sql`value`)} AS value FROM parsed),
    opened AS (
      SELECT path, partition, ${asObject(sql`value`)} AS doc, CASE WHEN value IS NULL THEN 'not JSON' ELSE 'not a JSON object' END AS broken
      FROM mended
    ),
    answers AS (
      SELECT path, partition, doc, broken,
        CASE WHEN NOT contains(map_keys(doc), 'id') THEN ${asArray(at(sql`doc`, 'results'))} END AS results
      FROM opened
    )
    SELECT path, partition, e.doc AS doc, CASE WHEN e.doc IS NULL THEN broken END AS broken
    FROM answers CROSS JOIN UNNEST(
      CASE WHEN results IS NULL THEN ARRAY[doc] ELSE transform(results, r -> ${asObject(sql`r`)}) END) AS e(doc)`;
}

/** Halves of a character that stand alone become the mark of an unreadable one, as everywhere else. */
function wellFormed(json: Sql): Sql {
  const [first, second] = ['89AaBb', 'C-Fc-f'].map((half) => `\\\\u[Dd][${half}][0-9A-Fa-f]{2}`);
  // After any number of escaped backslashes, of which each is two.
  const alone = `(?<!\\\\)((?:\\\\\\\\)*)(?:${first}(?!${second})|(?<!${first})${second})`;
  return sql`CASE WHEN strpos(json_format(${json}), '\\uD') = 0 THEN ${json}
    ELSE json_parse(regexp_replace(json_format(${json}), ${alone}, '$1\ufffd')) END`;
}

/** Numbers, texts, arrays and rows have a form in JSON of their own; what has none is given its text. */
function asJson(column: Sql, type: string): Sql {
  if (/^timestamp.*with time zone$/.test(type))
    return sql`CAST(CAST(${column} AT TIME ZONE 'UTC' AS TIMESTAMP(6)) AS JSON)`;
  return sql`CAST(${/^(time|char|uuid|varbinary)/.test(type) ? sql`CAST(${column} AS VARCHAR)` : column} AS JSON)`;
}
