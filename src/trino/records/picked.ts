import { join, raw, type Sql, sql } from '../../engine/sql.ts';
import { GREATEST } from '../../records/ids.ts';
import { type Field, FIELDS, SCALARS } from '../../records/spec.ts';
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

/** What a value of a field may begin with, besides null. */
const OPENINGS: Readonly<Record<Exclude<Field['type'], 'integer'>, string>> = {
  boolean: `'t', 'f'`,
  text: `'"'`,
  date: `'"'`,
  object: `'{'`,
};

/** Every object and value on the way of fields, in the order of `FIELDS`: a record with two faults is counted under the first. */
const CHECKED = Object.values(FIELDS as Readonly<Record<string, Field>>).flatMap((field) =>
  field.paths
    .filter((path) => path !== 'authorships[]')
    .flatMap((path) => {
      const steps = path.replace('[]', '').split('.');
      const above = steps
        .slice(1)
        .map((_, i) => ({ steps: steps.slice(0, i + 1), opening: OPENINGS.object }));
      const opening = field.type === 'integer' ? null : path.endsWith('[]') ? `'['` : OPENINGS[field.type];
      return [...above, { steps, opening }];
    }),
);

function faults(): Sql[] {
  const wrong = ({ steps, opening }: (typeof CHECKED)[number]): Sql => {
    const value = at(doc, ...steps);
    const key = steps[steps.length - 1];
    if (opening === null) {
      const number = asNumber(value);
      return sql`WHEN ${kind(value)} <> 'n' AND NOT ${isNumber(value)} OR ${number} <> floor(${number}) THEN ${`wrong type: ${key}`}
          WHEN abs(${number}) > ${GREATEST} THEN ${`too large: ${key}`}`;
    }
    return sql`WHEN ${kind(value)} NOT IN ('n', ${raw(opening)}) THEN ${`wrong type: ${key}`}`;
  };
  return [
    sql`WHEN doc IS NULL THEN broken`,
    sql`WHEN coalesce(work, 0) = 0 THEN 'no OpenAlex work id'`,
    ...CHECKED.map(wrong),
    sql`WHEN kind NOT IN ('n', '[') OR kind = '[' AND list IS NULL OR any_match(list, a -> a IS NULL) THEN 'wrong type: authorships'`,
    sql`WHEN any_match(list, a -> ${kind(at(sql`a`, 'institutions'))} NOT IN ('n', '[')) THEN 'wrong type: institutions'`,
  ];
}

/** What a work has in a column that one field tells. */
function scalar(column: (typeof SCALARS)[number]): Sql {
  const spec: Field = FIELDS[column];
  const [first] = spec.paths.map(field);
  if (spec.type === 'integer') return sql`CAST(${asNumber(first)} AS INTEGER)`;
  if (spec.type === 'boolean') {
    const said = sql`CASE ${kind(first)} WHEN 't' THEN TRUE WHEN 'f' THEN FALSE END`;
    return spec.absent === null ? said : sql`coalesce(${kind(first)} = 't', FALSE)`;
  }
  const texts = spec.paths.map((path) => asText(field(path)));
  const text = texts.length === 1 ? texts[0] : sql`coalesce(${join(texts, ', ')})`;
  if (spec.type === 'text' && spec.longest !== undefined)
    return sql`CASE WHEN length(${text}) > ${spec.longest} THEN substr(${text}, 1, ${spec.longest - 1}) || '…' ELSE ${text} END`;
  if (spec.type === 'text' && spec.renamed !== undefined) {
    const names = Object.entries(spec.renamed).map(([old, since]) => sql`WHEN ${old} THEN ${since}`);
    return sql`CASE ${text} ${join(names, ' ')} ELSE ${text} END`;
  }
  return column === 'updated' ? sql`coalesce(${text}, partition)` : text;
}

function columns(): Sql[] {
  const venue = (key: string): Sql => at(sql`venue`, key);
  const about = (...keys: string[]): Sql => at(sql`about`, ...keys);
  const topic = sql`coalesce(${openAlexNumber(asString(about('id')), 'T')}, 0)`;
  const persons = sql`transform(list, a -> coalesce(${openAlexNumber(asString(at(sql`a`, 'author', 'id')), 'A')}, 0))`;
  const levels = ['subfield', 'field', 'domain'];
  const values: Readonly<Record<string, Sql>> = {
    ...Object.fromEntries(SCALARS.map((column) => [column, scalar(column)])),
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
