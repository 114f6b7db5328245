import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Engine } from '../engine/engine.ts';
import { raw, type Sql, sql } from '../engine/sql.ts';
import { InputError } from '../places/errors.ts';
import { normaliseName } from '../places/normalise.ts';

/**
 * Reads works from Parquet whose columns are nested as OpenAlex nests them. Only the columns used are touched; one
 * that a file lacks (older schemas) is null. The relations come out as the byte scanner makes them of the same works.
 */
export async function loadParquet(engine: Engine, file: string, from: number, to: number): Promise<void> {
  const has = await columns(engine, file);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE picked AS ${picked(file, from, to, has)}`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE authorships AS ${authorships(has)}`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE named AS ${named()}`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE institutions AS
    SELECT CAST(row_number() OVER () AS INTEGER) AS code, * FROM (
      SELECT DISTINCT kind, openalex, ror, name, CAST(NULL AS VARCHAR) AS key, country, lineage FROM named)`);
  await keyNames(engine);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE sources AS
    SELECT CAST(row_number() OVER () AS INTEGER) AS code, * FROM (
      SELECT DISTINCT source_id AS id, source_issns AS issns, source_name AS name FROM picked WHERE source_name IS NOT NULL OR source_id IS NOT NULL)`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE topics AS
    SELECT CAST(row_number() OVER () AS INTEGER) AS code, * FROM (
      SELECT topic_number AS topic, subfield, field, domain, min(topic_name) AS topic_name, min(subfield_name) AS subfield_name,
        min(field_name) AS field_name, min(domain_name) AS domain_name
      FROM picked WHERE subfield IS NOT NULL GROUP BY topic_number, subfield, field, domain)`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE mentions AS
    SELECT n.row, n.author, CAST(count(*) OVER (PARTITION BY n.row, n.author) AS INTEGER) AS of, i.code AS institution
    FROM named n JOIN institutions i ON i.kind = n.kind AND i.openalex IS NOT DISTINCT FROM n.openalex
      AND i.ror IS NOT DISTINCT FROM n.ror AND i.name IS NOT DISTINCT FROM n.name
      AND i.country IS NOT DISTINCT FROM n.country AND i.lineage IS NOT DISTINCT FROM n.lineage`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE works AS
    SELECT p.row, p.work, p.year, p.type, p.title, p.doi, p.citations, p.updated, p.retracted, p.paratext, p.extended,
      p.truncated, s.code AS source, t.code AS topic, coalesce(a.authorships, 0) AS authorships, coalesce(a.authors, 0) AS authors
    FROM picked p
    LEFT JOIN (SELECT row, CAST(count(*) AS INTEGER) AS authorships, CAST(count(DISTINCT author) AS INTEGER) AS authors
      FROM authorships GROUP BY row) a ON a.row = p.row
    LEFT JOIN sources s ON s.id IS NOT DISTINCT FROM p.source_id AND s.issns IS NOT DISTINCT FROM p.source_issns
      AND s.name IS NOT DISTINCT FROM p.source_name
    LEFT JOIN topics t ON t.topic = p.topic_number AND t.subfield = p.subfield AND t.field = p.field AND t.domain = p.domain
    WHERE p.work IS NOT NULL`);
}

/** Rows and hash of a Parquet file. @throws InputError where it is damaged or holds no works */
export async function parquetRows(
  engine: Engine,
  file: string,
): Promise<{ rows: number; bad: number; sha256: string; bytes: number }> {
  const has = await columns(engine, file);
  if (!has('authorships') || !has('id')) {
    throw new InputError('is Parquet without the columns of OpenAlex works (id, authorships).', {
      file,
      todo: 'Give the works of the snapshot.',
    });
  }
  const [counted] = await engine.query<{ rows: number; works: number }>(
    sql`SELECT count(*) AS rows, count(${number(sql`id`, 'W')}) AS works FROM read_parquet(${file})`,
  );
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { rows: counted.rows, bad: counted.rows - counted.works, sha256: hash.digest('hex'), bytes };
}

type Has = (column: string, ...fields: string[]) => boolean;

/** Which columns, and which fields inside them, a file has. */
async function columns(engine: Engine, file: string): Promise<Has> {
  let described: { column_name: string; column_type: string }[];
  try {
    described = await engine.query(
      sql`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${file}))`,
    );
  } catch (error) {
    throw new InputError(`is damaged Parquet (${(error as Error).message.split('\n')[0]}).`, {
      file,
      todo: 'Get it again.',
    });
  }
  const types = new Map(described.map(({ column_name, column_type }) => [column_name, column_type]));
  return (column, ...fields) => {
    const type = types.get(column);
    return type !== undefined && fields.every((field) => new RegExp(`[( ]"?${field}"? `).test(type));
  };
}

/** The number of an OpenAlex id such as `https://openalex.org/W123`; null where it is none. */
function number(id: Sql, kind: string): Sql {
  return sql`TRY_CAST(regexp_extract(${id}, ${`^(?:https?://(?:api\\.|www\\.)?openalex\\.org/(?:[a-z]+/)?)?${kind}([0-9]{1,15})$`}, 1) AS BIGINT)`;
}

function classNumber(id: Sql): Sql {
  return sql`coalesce(TRY_CAST(regexp_extract(${id}, '(?:domains|fields|subfields)/([0-9]{1,6})$', 1) AS INTEGER), 0)`;
}

const notBlank = (value: Sql): Sql => sql`CASE WHEN trim(${value}) <> '' THEN ${value} END`;

function picked(file: string, from: number, to: number, has: Has): Sql {
  const column = (name: string, type: string): Sql =>
    has(name) ? sql`CAST(${raw(name)} AS ${raw(type)})` : sql`CAST(NULL AS ${raw(type)})`;
  const truth = (name: string): Sql => sql`coalesce(${column(name, 'BOOLEAN')}, FALSE)`;
  const source = has('primary_location', 'source')
    ? sql`primary_location.source`
    : has('host_venue')
      ? sql`host_venue`
      : null;
  const inSource = (field: string, otherwise: string): Sql =>
    source !== null && has(has('primary_location', 'source') ? 'primary_location' : 'host_venue', field)
      ? sql`${source}.${raw(field)}`
      : raw(otherwise);
  const topic = has('primary_topic', 'subfield')
    ? sql`primary_topic`
    : has('topics', 'subfield')
      ? sql`topics[1]`
      : null;
  const level = (field: string, of: string): Sql =>
    topic === null
      ? raw('CAST(NULL AS VARCHAR)')
      : field === ''
        ? sql`${topic}.${raw(of)}`
        : sql`${topic}.${raw(field)}.${raw(of)}`;
  return sql`
    SELECT CAST(file_row_number + 1 AS INTEGER) AS row, ${number(sql`id`, 'W')} AS work,
      ${column('publication_year', 'INTEGER')} AS year,
      CASE ${column('type', 'VARCHAR')} WHEN 'journal-article' THEN 'article' WHEN 'proceedings-article' THEN 'article'
        WHEN 'posted-content' THEN 'preprint' ELSE ${notBlank(column('type', 'VARCHAR'))} END AS type,
      coalesce(${notBlank(column('display_name', 'VARCHAR'))}, ${notBlank(column('title', 'VARCHAR'))}) AS title,
      ${notBlank(column('doi', 'VARCHAR'))} AS doi, ${column('cited_by_count', 'INTEGER')} AS citations,
      ${notBlank(column('updated_date', 'VARCHAR'))} AS updated,
      ${truth('is_retracted')} AS retracted, ${truth('is_paratext')} AS paratext, ${truth('is_xpac')} AS extended,
      ${column('is_authors_truncated', 'BOOLEAN')} AS truncated,
      'S' || ${number(inSource('id', 'CAST(NULL AS VARCHAR)'), 'S')} AS source_id,
      ${issns(inSource('issn_l', 'CAST(NULL AS VARCHAR)'), inSource('issn', 'CAST([] AS VARCHAR[])'))} AS source_issns,
      ${notBlank(inSource('display_name', 'CAST(NULL AS VARCHAR)'))} AS source_name,
      coalesce(${number(level('', 'id'), 'T')}, 0) AS topic_number,
      nullif(${classNumber(level('subfield', 'id'))}, 0) AS subfield,
      ${classNumber(level('field', 'id'))} AS field, ${classNumber(level('domain', 'id'))} AS domain,
      ${level('', 'display_name')} AS topic_name, ${level('subfield', 'display_name')} AS subfield_name,
      ${level('field', 'display_name')} AS field_name, ${level('domain', 'display_name')} AS domain_name,
      authorships AS listed
    FROM read_parquet(${file}, file_row_number = true)
    WHERE file_row_number >= ${from} AND file_row_number < ${to}`;
}

function issns(first: Sql, all: Sql): Sql {
  const listed = sql`upper(array_to_string(list_filter(list_prepend(${first}, ${all}), lambda i: i IS NOT NULL), '|'))`;
  return sql`nullif(${listed}, '')`;
}

/** One row per authorship; `author` is the position of the author's first authorship in the work. */
function authorships(has: Has): Sql {
  const id = has('authorships', 'author') ? number(sql`a.author.id`, 'A') : raw('CAST(NULL AS BIGINT)');
  const countries = has('authorships', 'countries') ? sql`a.countries` : raw('CAST([] AS VARCHAR[])');
  const lineage = has('authorships', 'lineage');
  const ror = has('authorships', 'ror');
  const institution = sql`{'id': x.id, 'ror': ${ror ? sql`x.ror` : raw('CAST(NULL AS VARCHAR)')}, 'name': x.display_name,
    'country': x.country_code, 'lineage': ${lineage ? sql`x.lineage` : raw('CAST(NULL AS VARCHAR[])')}}`;
  return sql`
    WITH placed AS (
      SELECT row, ${raw('UNNEST')}(listed) AS a, generate_subscripts(listed, 1) - 1 AS position FROM picked
    )
    SELECT row, position, ${countries} AS countries,
      CAST(CASE WHEN ${id} IS NULL THEN position ELSE min(position) OVER (PARTITION BY row, ${id}) END AS INTEGER) AS author,
      list_filter(list_transform(a.institutions, lambda x: ${institution}),
        lambda x: trim(coalesce(x.id, '')) <> '' OR trim(coalesce(x.ror, '')) <> '' OR trim(coalesce(x.name, '')) <> '') AS mentioned
    FROM placed`;
}

function named(): Sql {
  const country = (value: Sql): Sql =>
    sql`CASE WHEN regexp_full_match(${value}, '[A-Za-z]{2}') THEN upper(${value}) END`;
  return sql`
    SELECT row, author, 'institution' AS kind, 'I' || ${number(sql`m.id`, 'I')} AS openalex,
      lower(nullif(regexp_extract(m.ror, '^(?:https?://ror\\.org/)?(0[0-9a-zA-Z]{8})$', 1), '')) AS ror,
      ${notBlank(sql`m.name`)} AS name, ${country(sql`m.country`)} AS country,
      array_to_string(list_filter(list_transform(m.lineage, lambda l: 'I' || ${number(sql`l`, 'I')}), lambda l: l IS NOT NULL), '|') AS lineage
    FROM (SELECT row, author, ${raw('UNNEST')}(mentioned) AS m FROM authorships)
    UNION ALL
    SELECT row, author, 'none', NULL, NULL, NULL, CASE WHEN len(countries) = 1 THEN ${country(sql`countries[1]`)} END, NULL
    FROM authorships WHERE coalesce(len(mentioned), 0) = 0`;
}

/** Names are normalised by the one function that does so everywhere. */
async function keyNames(engine: Engine): Promise<void> {
  const nameless = await engine.query<{ name: string }>(
    sql`SELECT DISTINCT name FROM institutions WHERE openalex IS NULL AND ror IS NULL AND name IS NOT NULL`,
  );
  for (const { name } of nameless) {
    await engine.execute(
      sql`UPDATE institutions SET key = ${normaliseName(name)} WHERE openalex IS NULL AND ror IS NULL AND name = ${name}`,
    );
  }
}
