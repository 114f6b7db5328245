import { same } from '../../engine/dialect.ts';
import type { Engine } from '../../engine/engine.ts';
import { join, name, raw, type Sql, sql } from '../../engine/sql.ts';
import { noRows } from '../../records/index.ts';
import { normaliseName } from '../../places/normalise.ts';
import { SCALARS } from '../../records/spec.ts';

/** Tables that this leaves behind besides the relations; and a view, `taken`. */
export const READER_STEPS = ['read', 'repeated', 'mentioned', 'institution_keys'] as const;

/** What became of the records of one file. */
export interface FileRecords {
  readonly path: string;
  readonly records: number;
  readonly bad: Readonly<Record<string, number>>;
}

/** Puts rows into a table of the engine, in the place of one of that name. */
type Load = (
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly object[],
) => Promise<void>;

/**
 * Makes the relations of the records that `picked` selects. Of records of one work the newest is taken here already
 * (the latest date, then the last file by its path; the cluster knows no lines, so that of two in one file with the same
 * date the one whose text sorts last is taken), so that the number of a work can stand for its row.
 *
 * @returns how many records there were in each file, before that
 */
export async function makeRelations(engine: Engine, picked: Sql, load: Load): Promise<FileRecords[]> {
  await engine.table('read', picked);
  const told = await engine.query<{ path: string; bad: string | null; n: number }>(
    sql`SELECT path, bad, count(*) AS n FROM read GROUP BY path, bad ORDER BY path, bad`,
  );
  await engine.table(
    'repeated',
    sql`SELECT work FROM read WHERE bad IS NULL GROUP BY work HAVING count(*) > 1`,
  );
  await engine.view('taken', await taken(engine));
  await engine.table('mentioned', mentioned());
  const names = await engine.query<{ name: string }>(
    sql`SELECT DISTINCT name FROM mentioned WHERE kind = 'institution' AND openalex IS NULL AND ror IS NULL AND name IS NOT NULL`,
  );
  await load(
    'institution_keys',
    { name: 'VARCHAR', key: 'VARCHAR' },
    names.map(({ name: given }) => ({ name: given, key: normaliseName(given) || null })),
  );
  for (const [relation, query] of Object.entries(relations())) await engine.table(relation, query);
  return byFile(told);
}

function byFile(told: readonly { path: string; bad: string | null; n: number }[]): FileRecords[] {
  const files = new Map<string, { records: number; bad: Record<string, number> }>();
  for (const { path, bad, n } of told) {
    const file = files.get(path) ?? { records: 0, bad: {} };
    if (bad === null) file.records = n;
    else file.bad[bad] = n;
    files.set(path, file);
  }
  return [...files].map(([path, file]) => ({ path, ...file }));
}

async function taken(engine: Engine): Promise<Sql> {
  const [{ n }] = await engine.query<{ n: number }>(sql`SELECT count(*) AS n FROM repeated`);
  if (n === 0) return sql`SELECT * FROM read WHERE bad IS NULL`;
  const date = sql`substr(replace(coalesce(r.updated, ''), ' ', 'T'), 1, 19)`;
  const text = sql`concat_ws(' ', CAST(r.citations AS VARCHAR), r.type, r.title, r.doi, json_format(CAST(r.persons AS JSON)),
    json_format(CAST(r.listed AS JSON)))`;
  const columns = join(COLUMNS.map(name), ', ');
  return sql`
    SELECT ${columns} FROM read WHERE bad IS NULL AND work NOT IN (SELECT work FROM repeated)
    UNION ALL
    SELECT ${columns} FROM (
      SELECT r.*, row_number() OVER (PARTITION BY r.work ORDER BY ${date} DESC, r.path DESC, ${text} DESC) AS newest
      FROM read r JOIN repeated d ON d.work = r.work WHERE r.bad IS NULL
    ) AS ranked WHERE newest = 1`;
}

const TOPIC = [
  ...['topic', 'subfield', 'field', 'domain'],
  ...['topic_name', 'subfield_name', 'field_name', 'domain_name'],
];
const COLUMNS = [
  ...['work', ...SCALARS, 'has_source', 'source_id', 'source_issns', 'source_name', ...TOPIC],
  ...['persons', 'listed'],
];

/** One row per authorship and institution, `none` for an author without; `author` is the place of her first authorship. */
function mentioned(): Sql {
  return sql`
    WITH authorships AS (
      SELECT t.work, a.country, a.institutions,
        CAST(CASE WHEN t.persons[a.place] = 0 THEN a.place ELSE array_position(t.persons, t.persons[a.place]) END - 1 AS INTEGER) AS author
      FROM taken t CROSS JOIN UNNEST(t.listed) WITH ORDINALITY AS a(country, institutions, place)
    )
    SELECT a.work AS row, a.author, 'institution' AS kind, i.openalex, i.ror, i.name, i.country, i.lineage
    FROM authorships a CROSS JOIN UNNEST(a.institutions) AS i(openalex, ror, name, country, lineage)
    UNION ALL
    SELECT work, author, 'none', NULL, NULL, NULL, country, NULL FROM authorships WHERE cardinality(institutions) = 0`;
}

function relations(): Readonly<Record<string, Sql>> {
  const mention = ['kind', 'openalex', 'ror', 'name', 'country', 'lineage'];
  const alike = (a: string, b: string, columns: readonly string[]): Sql =>
    join(
      columns.map((column) => same(raw(`${a}.${column}`), raw(`${b}.${column}`))),
      ' AND ',
    );
  const coded = (columns: readonly string[], from: Sql): Sql => {
    const names = join(columns.map(name), ', ');
    return sql`SELECT CAST(row_number() OVER (ORDER BY ${names}) AS INTEGER) AS code, ${names} FROM (SELECT DISTINCT ${from}) AS d`;
  };
  return {
    addresses: noRows('addresses'),
    institutions: sql`
      SELECT i.code, i.kind, i.openalex, i.ror, i.name, k.key, i.country, i.lineage
      FROM (${coded(mention, sql`${join(mention.map(name), ', ')} FROM mentioned`)}) AS i
      LEFT JOIN institution_keys k ON k.name = CASE WHEN i.openalex IS NULL AND i.ror IS NULL THEN i.name END`,
    sources: coded(
      ['id', 'issns', 'name'],
      sql`source_id AS id, source_issns AS issns, source_name AS name FROM taken WHERE has_source`,
    ),
    topics: coded(TOPIC, sql`${join(TOPIC.map(name), ', ')} FROM taken WHERE subfield <> 0`),
    mentions: sql`
      SELECT m.row, m.author, CAST(count(*) OVER (PARTITION BY m.row, m.author) AS INTEGER) AS of, i.code AS institution, CAST(0 AS INTEGER) AS address
      FROM mentioned m JOIN institutions i ON ${alike('i', 'm', mention)}`,
    works: sql`
      SELECT t.work AS row, t.work, ${join(
        SCALARS.map((column) => sql`t.${name(column)}`),
        ', ',
      )},
        s.code AS source, p.code AS topic, CAST(cardinality(t.persons) AS INTEGER) AS authorships,
        CAST(cardinality(array_distinct(filter(t.persons, p -> p <> 0))) + cardinality(filter(t.persons, p -> p = 0)) AS INTEGER) AS authors
      FROM taken t
      LEFT JOIN (SELECT code, TRUE AS has_source, id AS source_id, issns AS source_issns, name AS source_name FROM sources) AS s
        ON s.has_source = t.has_source AND ${alike('s', 't', ['source_id', 'source_issns', 'source_name'])}
      LEFT JOIN topics p ON p.topic = t.topic AND p.subfield = t.subfield AND p.field = t.field AND p.domain = t.domain
        AND ${alike('p', 't', TOPIC.slice(4))}`,
  };
}
