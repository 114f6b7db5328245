import { join, raw, type Sql, sql } from '../../engine/sql.ts';
import { GREATEST } from '../../records/ids.ts';
import { LONGEST_TITLE } from '../../records/work-rows.ts';
import {
  asArray,
  asNumber,
  asObject,
  asString,
  asText,
  at,
  classNumber,
  countryCode,
  institutionId,
  isNumber,
  isPlaceholder,
  kind,
  OBJECT,
  openAlexNumber,
  rorId,
} from './json.ts';

const doc = sql`doc`;
const field = (key: string): Sql => at(doc, key);

const INTEGERS = ['publication_year', 'cited_by_count'];
const STRINGS = ['type', 'display_name', 'title', 'doi', 'updated_date', 'synthetic'];
const BOOLEANS = ['is_retracted', 'is_paratext', 'is_xpac', 'is_authors_truncated'];
/** In the order in which `extract` looks at them: a record with two faults is counted under the first. */
const LOOKED_AT = [
  ...['publication_year', 'type', 'display_name', 'title', 'doi', 'cited_by_count', 'updated_date'],
  ...[...BOOLEANS, 'synthetic', 'primary_location', 'source', 'host_venue', 'primary_topic', 'topics'],
];

const LISTED = raw(
  'ROW(country VARCHAR, institutions ARRAY(ROW(openalex VARCHAR, ror VARCHAR, name VARCHAR, country VARCHAR, lineage VARCHAR)))',
);

/**
 * One row a record of `documents`: what is used of it, and `bad`, why it cannot be used, in the words of `extract`, whose
 * meaning this is.
 */
export function picked(documents: Sql): Sql {
  return sql`
    WITH documents AS (${documents}),
    listed AS (
      SELECT path, partition, doc, broken, ${openAlexNumber(asString(field('id')), 'W')} AS work,
        ${kind(field('authorships'))} AS kind,
        CASE WHEN ${kind(field('authorships'))} = '[' THEN TRY(CAST(${field('authorships')} AS ARRAY(${OBJECT}))) END AS list,
        ${asObject(at(doc, 'primary_location', 'source'))} AS location, ${asObject(field('host_venue'))} AS host,
        ${asObject(field('primary_topic'))} AS main,
        ${asArray(field('topics'))} AS topics
      FROM documents
    ),
    judged AS (
      SELECT *, coalesce(location, host) AS venue,
        coalesce(main, element_at(filter(transform(topics, t -> ${asObject(sql`t`)}), t -> t IS NOT NULL), 1)) AS about,
        CASE ${join(faults(), '\n          ')} END AS bad
      FROM listed
    )
    SELECT path, partition, bad, CASE WHEN bad IS NULL THEN work END AS work, ${join(columns(), ',\n      ')}
    FROM judged`;
}

/** What a value of that field may begin with, besides null. */
function opening(key: string): string {
  if (STRINGS.includes(key)) return `'"'`;
  if (BOOLEANS.includes(key)) return `'t', 'f'`;
  return key === 'topics' ? `'['` : `'{'`;
}

function faults(): Sql[] {
  const wrong = (key: string): Sql => {
    const value = key === 'source' ? at(doc, 'primary_location', 'source') : field(key);
    if (INTEGERS.includes(key)) {
      const number = asNumber(value);
      return sql`WHEN ${kind(value)} <> 'n' AND NOT ${isNumber(value)} OR ${number} <> floor(${number}) THEN ${`wrong type: ${key}`}
          WHEN abs(${number}) > ${GREATEST} THEN ${`too large: ${key}`}`;
    }
    const right = raw(opening(key));
    return sql`WHEN ${kind(value)} NOT IN ('n', ${right}) THEN ${`wrong type: ${key}`}`;
  };
  return [
    sql`WHEN doc IS NULL THEN broken`,
    sql`WHEN coalesce(work, 0) = 0 THEN 'no OpenAlex work id'`,
    ...LOOKED_AT.map(wrong),
    sql`WHEN kind NOT IN ('n', '[') OR kind = '[' AND list IS NULL OR any_match(list, a -> a IS NULL) THEN 'wrong type: authorships'`,
    sql`WHEN any_match(list, a -> ${kind(at(sql`a`, 'institutions'))} NOT IN ('n', '[')) THEN 'wrong type: institutions'`,
  ];
}

function columns(): Sql[] {
  const integer = (key: string): Sql => sql`CAST(${asNumber(field(key))} AS INTEGER)`;
  const said = (key: string): Sql => sql`coalesce(${kind(field(key))} = 't', FALSE)`;
  const venue = (key: string): Sql => at(sql`venue`, key);
  const about = (...keys: string[]): Sql => at(sql`about`, ...keys);
  const topic = sql`coalesce(${openAlexNumber(asString(about('id')), 'T')}, 0)`;
  const title = sql`coalesce(${asText(field('display_name'))}, ${asText(field('title'))})`;
  const persons = sql`transform(list, a -> coalesce(${openAlexNumber(asString(at(sql`a`, 'author', 'id')), 'A')}, 0))`;
  const levels = ['subfield', 'field', 'domain'];
  const values: Readonly<Record<string, Sql>> = {
    year: integer('publication_year'),
    type: sql`CASE ${asText(field('type'))} WHEN 'journal-article' THEN 'article' WHEN 'proceedings-article' THEN 'article'
        WHEN 'posted-content' THEN 'preprint' ELSE ${asText(field('type'))} END`,
    title: sql`CASE WHEN length(${title}) > ${LONGEST_TITLE} THEN substr(${title}, 1, ${LONGEST_TITLE - 1}) || '…' ELSE ${title} END`,
    doi: asText(field('doi')),
    citations: integer('cited_by_count'),
    updated: sql`coalesce(${asText(field('updated_date'))}, partition)`,
    retracted: said('is_retracted'),
    paratext: said('is_paratext'),
    extended: said('is_xpac'),
    truncated: sql`CASE ${kind(field('is_authors_truncated'))} WHEN 't' THEN TRUE WHEN 'f' THEN FALSE END`,
    synthetic: asText(field('synthetic')),
    has_source: sql`venue IS NOT NULL`,
    source_id: sql`'S' || CAST(coalesce(${openAlexNumber(asString(venue('id')), 'S')}, ${openAlexNumber(asString(venue('id')), 'V')}) AS VARCHAR)`,
    source_issns: issns(venue),
    source_name: asText(venue('display_name')),
    topic: sql`CAST(CASE WHEN ${topic} <= ${GREATEST} THEN ${topic} ELSE 0 END AS INTEGER)`,
    ...Object.fromEntries(levels.map((level) => [level, classNumber(about(level, 'id'))])),
    topic_name: asText(about('display_name')),
    ...Object.fromEntries(levels.map((level) => [`${level}_name`, asText(about(level, 'display_name'))])),
    persons: sql`CASE WHEN bad IS NULL THEN coalesce(${persons}, CAST(ARRAY[] AS ARRAY(BIGINT))) END`,
    listed: sql`CASE WHEN bad IS NULL THEN coalesce(transform(list, a -> ${author()}), CAST(ARRAY[] AS ARRAY(${LISTED}))) END`,
  };
  return Object.entries(values).map(([key, value]) =>
    ['persons', 'listed'].includes(key)
      ? sql`${value} AS ${raw(key)}`
      : sql`CASE WHEN bad IS NULL THEN ${value} END AS ${raw(key)}`,
  );
}

/** Texts alone, each once, in the order given. */
function issns(venue: (key: string) => Sql): Sql {
  const more = sql`coalesce(${asArray(venue('issn'))}, ARRAY[${venue('issn')}])`;
  const all = sql`ARRAY[${venue('issn_l')}] || ${more}`;
  const texts = sql`filter(transform(${all}, i -> upper(${asString(sql`i`)})), i -> i IS NOT NULL)`;
  return sql`nullif(array_join(array_distinct(${texts}), '|'), '')`;
}

/** What is kept of an authorship `a`, an object: her country, told only for who has no institution, and her institutions. */
function author(): Sql {
  const countries = asArray(at(sql`a`, 'countries'));
  const country = sql`CASE WHEN cardinality(${countries}) = 1 THEN ${countryCode(sql`element_at(${countries}, 1)`)} END`;
  const i = (key: string): Sql => at(sql`i`, key);
  const objects = sql`transform(${asArray(at(sql`a`, 'institutions'))}, i -> ${asObject(sql`i`)})`;
  const known = join(
    ['id', 'ror', 'display_name'].map((key) => sql`${asText(i(key))} IS NOT NULL`),
    ' OR ',
  );
  const above = sql`filter(transform(${asArray(i('lineage'))}, l -> ${institutionId(asString(sql`l`))}), l -> l IS NOT NULL)`;
  const lineage = sql`CASE WHEN ${kind(i('lineage'))} = '[' THEN coalesce(nullif(array_join(${above}, '|'), ''), '|') END`;
  const kept = sql`ROW(${institutionId(asString(i('id')))}, ${rorId(asString(i('ror')))}, ${asText(i('display_name'))}, ${countryCode(i('country_code'))}, ${lineage})`;
  return sql`CAST(ROW(${country}, coalesce(transform(filter(${objects}, i -> (${known}) AND NOT ${isPlaceholder(asString(i('id')))}), i -> ${kept}), ARRAY[])) AS ${LISTED})`;
}
