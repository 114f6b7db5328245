import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Engine } from '../engine/engine.ts';
import { raw, type Sql, sql } from '../engine/sql.ts';
import { normaliseName } from '../places/normalise.ts';
import { reading, rowsOf, worksColumns } from './parquet-columns.ts';
import { authorships, mentioned, openAlexNumber, picked } from './parquet-sql.ts';

/**
 * Reads the works in rows `[from, to)` of a Parquet file whose columns are nested as OpenAlex nests them, into
 * temporary tables named as the relations. They tell what the reader of JSON tells of the same works, and the same each
 * time (codes are given in the order of first sight); only `row` counts rows of the file, unusable ones too. A year or
 * a number of citations that is no whole number, or too large, is null here; in JSON the record is counted as bad.
 * @throws InputError where the file is damaged or its columns are others
 */
export async function loadParquet(engine: Engine, file: string, from: number, to: number): Promise<void> {
  const columns = await worksColumns(engine, file);
  const table = (name: string, query: Sql): Promise<void> => engine.table(name, query);
  await reading(file, () => table('picked', picked(file, columns, from, to)));
  await table('authorships', authorships());
  await table('mentioned', mentioned());
  await table('institution_keys', await nameKeys(engine));
  await table(
    'institutions',
    sql`SELECT CAST(row_number() OVER (ORDER BY i.first) AS INTEGER) AS code, i.kind, i.openalex, i.ror, i.name, k.key, i.country, i.lineage
      FROM (SELECT kind, openalex, ror, name, country, lineage, min(place) AS first FROM mentioned GROUP BY ALL) AS i
      LEFT JOIN institution_keys k ON k.name = CASE WHEN i.openalex IS NULL AND i.ror IS NULL THEN i.name END`,
  );
  await table(
    'sources',
    sql`SELECT CAST(row_number() OVER (ORDER BY first) AS INTEGER) AS code, id, issns, name
      FROM (SELECT source_id AS id, source_issns AS issns, source_name AS name, min(row) AS first
        FROM picked WHERE has_source GROUP BY ALL) AS s`,
  );
  await table(
    'topics',
    sql`SELECT CAST(row_number() OVER (ORDER BY first) AS INTEGER) AS code, * EXCLUDE (first)
      FROM (SELECT topic, subfield, field, domain, topic_name, subfield_name, field_name, domain_name, min(row) AS first
        FROM picked WHERE subfield <> 0 GROUP BY ALL) AS t`,
  );
  await table(
    'mentions',
    sql`SELECT m.row, m.author, CAST(count(*) OVER (PARTITION BY m.row, m.author) AS INTEGER) AS of, i.code AS institution
      FROM mentioned m JOIN institutions i ON i.kind = m.kind AND i.openalex IS NOT DISTINCT FROM m.openalex
        AND i.ror IS NOT DISTINCT FROM m.ror AND i.name IS NOT DISTINCT FROM m.name
        AND i.country IS NOT DISTINCT FROM m.country AND i.lineage IS NOT DISTINCT FROM m.lineage`,
  );
  await table(
    'works',
    sql`SELECT p.row, p.work, p.year, p.type, p.title, p.doi, p.citations, p.updated, p.retracted, p.paratext, p.extended,
        p.truncated, s.code AS source, t.code AS topic, coalesce(a.authorships, 0) AS authorships, coalesce(a.authors, 0) AS authors
      FROM picked p
      LEFT JOIN (SELECT row, CAST(count(*) AS INTEGER) AS authorships, CAST(count(DISTINCT author) AS INTEGER) AS authors
        FROM authorships GROUP BY row) AS a ON a.row = p.row
      LEFT JOIN (SELECT *, TRUE AS has_source FROM sources) AS s ON s.has_source = p.has_source AND s.id IS NOT DISTINCT FROM p.source_id
        AND s.issns IS NOT DISTINCT FROM p.source_issns AND s.name IS NOT DISTINCT FROM p.source_name
      LEFT JOIN topics t ON t.topic = p.topic AND t.subfield = p.subfield AND t.field = p.field AND t.domain = p.domain
        AND t.topic_name IS NOT DISTINCT FROM p.topic_name AND t.subfield_name IS NOT DISTINCT FROM p.subfield_name
        AND t.field_name IS NOT DISTINCT FROM p.field_name AND t.domain_name IS NOT DISTINCT FROM p.domain_name
      ORDER BY p.row`,
  );
}

/** Rows, those without a work's id, and hash of a Parquet file. @throws InputError where it is damaged or holds no works */
export async function parquetRows(
  engine: Engine,
  file: string,
): Promise<{ rows: number; bad: number; sha256: string; bytes: number }> {
  await worksColumns(engine, file);
  const [counted] = await reading(file, () =>
    engine.query<{ rows: number; works: number }>(
      sql`SELECT count(*) AS rows, count(${openAlexNumber(sql`CAST(id AS VARCHAR)`, 'W')}) AS works FROM ${rowsOf(file)}`,
    ),
  );
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { rows: counted.rows, bad: counted.rows - counted.works, sha256: hash.digest('hex'), bytes };
}

/** Names that stand without any id, as the one function that does so everywhere normalises them. */
async function nameKeys(engine: Engine): Promise<Sql> {
  const names = await engine.query<{ name: string }>(
    sql`SELECT DISTINCT name FROM mentioned WHERE openalex IS NULL AND ror IS NULL AND name IS NOT NULL ORDER BY name`,
  );
  // One literal for all: thousands of them in a list take the engine seconds.
  const array = (values: readonly string[]): Sql =>
    sql`${raw('UNNEST')}(from_json(${JSON.stringify(values)}, '["VARCHAR"]'))`;
  return sql`SELECT name, nullif(key, '') AS key FROM (SELECT ${array(names.map(({ name }) => name))} AS name,
    ${array(names.map(({ name }) => normaliseName(name)))} AS key)`;
}
