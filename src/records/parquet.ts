import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Engine } from '../engine/engine.ts';
import { raw, type Sql, sql } from '../engine/sql.ts';
import { normaliseName } from '../places/normalise.ts';
import { ADDRESS_STEPS, allText, loadAddresses, pairedShared, pairedText } from './parquet-addresses.ts';
import { reading, rowsOf, worksColumns } from './parquet-select.ts';
import {
  authorships,
  institutionsNamed,
  named,
  openAlexNumber,
  picked,
  repeated,
  subjects,
  venues,
  without,
} from './parquet-sql.ts';

/** Temporary tables on the way from a file to the relations. */
const STEPS = [
  'picked',
  'authorships',
  'venues',
  'source_codes',
  'subjects',
  'topic_codes',
  'repeated',
  'named',
  'institutions_named',
  'told',
  'without',
  'institution_keys',
  'entries',
  'institution_codes',
  'mentioned',
  ...ADDRESS_STEPS,
];

/**
 * Reads the works in rows `[from, to)` of a Parquet file whose columns are nested as OpenAlex nests them, into
 * temporary tables named as the relations. They tell what the reader of JSON tells of the same works, and the same each
 * time (codes are given in the order of first sight). What records repeat, such as an institution, is read once for each
 * way in which it is written. Only `row` counts rows of the file, unusable ones too. A year or a number of citations that
 * is no whole number, or too large, is null here; in JSON the record is counted as bad.
 * @throws InputError where the file is damaged or its columns are others
 */
export async function loadParquet(engine: Engine, file: string, from: number, to: number): Promise<void> {
  const columns = await worksColumns(engine, file);
  const table = (name: string, query: Sql): Promise<void> => engine.table(name, query);
  await reading(file, () => table('picked', picked(file, columns, from, to)));
  await reading(file, () => table('authorships', authorships(file, columns, from, to)));
  await loadSources(engine);
  await loadMentions(engine);
  await table(
    'works',
    sql`SELECT p.* EXCLUDE (venue, about), s.code AS source, t.code AS topic,
        coalesce(a.authorships, 0) AS authorships, coalesce(a.authorships, 0) - coalesce(r.more, 0) AS authors
      FROM picked p
      LEFT JOIN (SELECT row, CAST(count(*) AS INTEGER) AS authorships FROM authorships GROUP BY row) AS a ON a.row = p.row
      LEFT JOIN (SELECT a.row, CAST(count(*) AS INTEGER) AS more FROM authorships a JOIN repeated r ON r.row = a.row
        AND r.person = a.person AND r.first < a.position GROUP BY a.row) AS r ON r.row = p.row
      LEFT JOIN source_codes s ON s.venue = p.venue
      LEFT JOIN topic_codes t ON t.about = p.about
      ORDER BY p.row`,
  );
  for (const step of STEPS) await engine.drop(step);
}

/** From `picked`: the relations `sources` and `topics`, and what each is called in the records. */
async function loadSources(engine: Engine): Promise<void> {
  await engine.table('venues', venues());
  await engine.table('sources', coded(sql`id, issns, name`, sql`venues`));
  await engine.table(
    'source_codes',
    sql`SELECT v.venue, s.code FROM venues v JOIN sources s ON s.id IS NOT DISTINCT FROM v.id
      AND s.issns IS NOT DISTINCT FROM v.issns AND s.name IS NOT DISTINCT FROM v.name`,
  );
  await engine.table('subjects', subjects());
  await engine.table(
    'topics',
    coded(
      sql`topic, subfield, field, domain, topic_name, subfield_name, field_name, domain_name`,
      sql`subjects`,
    ),
  );
  await engine.table(
    'topic_codes',
    sql`SELECT a.about, t.code FROM subjects a JOIN topics t ON t.topic = a.topic AND t.subfield = a.subfield
      AND t.field = a.field AND t.domain = a.domain AND t.topic_name IS NOT DISTINCT FROM a.topic_name
      AND t.subfield_name IS NOT DISTINCT FROM a.subfield_name
      AND t.field_name IS NOT DISTINCT FROM a.field_name AND t.domain_name IS NOT DISTINCT FROM a.domain_name`,
  );
}

/** From `authorships`: the relations `institutions` and `mentions`. */
async function loadMentions(engine: Engine): Promise<void> {
  await engine.table('repeated', repeated());
  await engine.table('named', named());
  await engine.table('institutions_named', institutionsNamed());
  await engine.table(
    'told',
    sql`SELECT n.row, n.position, n.place, i.first, i.number FROM named n JOIN institutions_named i ON i.i = n.i`,
  );
  await engine.table('without', without());
  await engine.table('institution_keys', await nameKeys(engine));
  await engine.table(
    'entries',
    sql`SELECT 'institution' AS kind, openalex, ror, name, country, lineage, first FROM institutions_named
      UNION ALL SELECT 'none', NULL, NULL, NULL, country, NULL, min(place) FROM without GROUP BY country`,
  );
  await engine.table(
    'institutions',
    sql`SELECT i.code, i.kind, i.openalex, i.ror, i.name, k.key, i.country, i.lineage
      FROM (${coded(sql`kind, openalex, ror, name, country, lineage`, sql`entries`)}) AS i
      LEFT JOIN institution_keys k ON k.name = CASE WHEN i.openalex IS NULL AND i.ror IS NULL THEN i.name END
      ORDER BY i.code`,
  );
  await engine.table(
    'institution_codes',
    sql`SELECT e.first, i.code FROM entries e JOIN institutions i ON i.kind = e.kind
      AND i.openalex IS NOT DISTINCT FROM e.openalex AND i.ror IS NOT DISTINCT FROM e.ror
      AND i.name IS NOT DISTINCT FROM e.name AND i.country IS NOT DISTINCT FROM e.country
      AND i.lineage IS NOT DISTINCT FROM e.lineage`,
  );
  await engine.table(
    'mentioned',
    sql`SELECT a.row, coalesce(r.first, a.position) AS author, m.code AS institution, m.place,
        CASE WHEN known = 0 THEN ${allText} ELSE ${pairedText} END AS strings,
        CASE WHEN known = 0 THEN FALSE ELSE ${pairedShared} END AS shared
      FROM (
        SELECT t.row, t.position, t.place, t.number, c.code, k.known FROM told t
          JOIN institution_codes c ON c.first = t.first
          JOIN (SELECT row, position, count(*) AS known FROM told GROUP BY row, position) AS k
            ON k.row = t.row AND k.position = t.position
        UNION ALL SELECT w.row, w.position, w.place, NULL, i.code, 0 FROM without w
          JOIN institutions i ON i.kind = 'none' AND i.country IS NOT DISTINCT FROM w.country
      ) AS m
      JOIN authorships a ON a.row = m.row AND a.position = m.position
      LEFT JOIN repeated r ON r.row = a.row AND r.person = a.person`,
  );
  await loadAddresses(engine);
  await engine.table(
    'mentions',
    sql`SELECT m.row, m.author, o.of, m.institution, coalesce(c.code, 0) AS address FROM mentioned m
      LEFT JOIN address_codes c ON c.institution = m.institution AND c.shared = m.shared AND c.strings = m.strings
      JOIN (SELECT row, author, CAST(count(*) AS INTEGER) AS of FROM mentioned GROUP BY row, author) AS o
        ON o.row = m.row AND o.author = m.author`,
  );
}

/** Different entries, numbered by where the first of them stands. */
function coded(fields: Sql, from: Sql): Sql {
  return sql`SELECT CAST(row_number() OVER (ORDER BY first) AS INTEGER) AS code, ${fields}
    FROM (SELECT ${fields}, min(first) AS first FROM ${from} GROUP BY ${fields}) AS each`;
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
    sql`SELECT DISTINCT name FROM institutions_named
      WHERE openalex IS NULL AND ror IS NULL AND name IS NOT NULL ORDER BY name`,
  );
  // One literal for all: thousands of them in a list take the engine seconds.
  const array = (values: readonly string[]): Sql =>
    sql`${raw('UNNEST')}(from_json(${JSON.stringify(values)}, '["VARCHAR"]'))`;
  return sql`SELECT name, nullif(key, '') AS key FROM (SELECT ${array(names.map(({ name }) => name))} AS name,
    ${array(names.map(({ name }) => normaliseName(name)))} AS key)`;
}
