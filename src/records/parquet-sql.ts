import { join, name, raw, type Sql, sql } from '../engine/sql.ts';
import { rowsOf } from './parquet-select.ts';
import { type Field, FIELDS, SCALARS } from './spec.ts';

/** What JavaScript's `trim` takes off: all that Unicode calls space. */
const BLANK = '[\\s\\v\\p{Z}\\x{feff}]';

/** The number of an OpenAlex id such as `https://openalex.org/W123`, as `openAlexNumber` of `places` reads it, or null. */
export function openAlexNumber(id: Sql, kind: string, around = ''): Sql {
  const address = '(?:https?://(?:api\\.|www\\.)?openalex\\.org/(?:[a-z]+/)?)?';
  const pattern = `(?i)^${around}${address}${kind}([0-9]{1,15})${around}$`;
  // As nearly all are written: the pattern for any takes three times as long.
  const usual = `https://openalex.org/${kind}`;
  const digits = sql`substr(${id}, ${usual.length + 1})`;
  return sql`nullif(CASE WHEN starts_with(${id}, ${usual}) AND regexp_full_match(${digits}, '[0-9]{1,15}')
    THEN CAST(${digits} AS BIGINT)
    ELSE TRY_CAST(regexp_extract(${id}, ${pattern}, 1) AS BIGINT) END, ${kind === 'W' ? 0 : -1})`;
}

/** As `classNumber` of `ids.ts`, 0 where it is none. */
function classNumber(id: Sql): Sql {
  const pattern = '(?i)^(?:(?:https?://openalex\\.org/)?(?:domains|fields|subfields)/)?([0-9]{1,6})$';
  return sql`coalesce(TRY_CAST(regexp_extract(${id}, ${pattern}, 1) AS INTEGER), 0)`;
}

/** As `openAlexId` of `places`. */
function institutionId(id: Sql): Sql {
  return sql`'I' || ${openAlexNumber(id, 'I', `${BLANK}*`)}`;
}

/** As `rorId` of `places`. */
function rorId(id: Sql): Sql {
  const pattern = `(?i)^${BLANK}*(?:(?:https?://)?(?:www\\.)?ror\\.org/)?(0[a-hj-km-np-tv-z0-9]{6}[0-9]{2})/?${BLANK}*$`;
  return sql`lower(nullif(regexp_extract(${id}, ${pattern}, 1), ''))`;
}

/** Nearly every text begins with a visible character of ASCII: for one that does, no pattern is asked. */
const notBlank = (value: Sql): Sql =>
  sql`CASE WHEN ascii(${value}) BETWEEN 33 AND 126 THEN ${value} WHEN NOT regexp_full_match(${value}, ${`(?s)${BLANK}*`}) THEN ${value} END`;

const country = (value: Sql): Sql =>
  sql`CASE WHEN regexp_full_match(${value}, '[A-Za-z]{2}') THEN upper(${value}) END`;

/** The rows `[from, to)` of a file that are usable works, with columns as `worksColumns` makes them. */
function rowsBetween(file: string, columns: Sql, from: number, to: number): Sql {
  return sql`SELECT CAST(file_row_number + 1 AS INTEGER) AS row, ${columns} FROM ${rowsOf(file, true)}
    WHERE file_row_number >= ${from} AND file_row_number < ${to}`;
}

/** What a work has in a column that one field tells, from columns as `worksColumns` makes them. */
function scalar(column: (typeof SCALARS)[number]): Sql {
  const field = FIELDS[column] as Field;
  const [first, ...earlier] = field.paths.map((path) => name(path));
  if (field.type === 'integer') return first;
  if (field.type === 'boolean') return field.absent === null ? first : sql`coalesce(${first}, FALSE)`;
  if (field.type === 'text' && field.longest !== undefined)
    return cut(name(`whole_${column}`), field.longest);
  const text = texts([first, ...earlier]);
  if (field.type !== 'text' || field.renamed === undefined) return text;
  const names = Object.entries(field.renamed).map(([old, since]) => sql`WHEN ${old} THEN ${since}`);
  return sql`CASE ${first} ${join(names, ' ')} ELSE ${text} END`;
}

const texts = ([first, ...others]: readonly Sql[]): Sql =>
  others.length === 0 ? notBlank(first) : sql`coalesce(${join([first, ...others].map(notBlank), ', ')})`;

const cut = (text: Sql, longest: number): Sql =>
  sql`CASE WHEN length(${text}) > ${longest} THEN left(${text}, ${longest - 1}) || '…' ELSE ${text} END`;

/** Texts that may be cut, whole. */
const WHOLE: readonly Sql[] = SCALARS.flatMap((column) => {
  const field: Field = FIELDS[column];
  return field.type === 'text' && field.longest !== undefined
    ? [sql`${texts(field.paths.map((path) => name(path)))} AS ${name(`whole_${column}`)}`]
    : [];
});

/** One row a usable work; source and topic as the record has them, to be read once for all works that have the same. */
export function picked(file: string, columns: Sql, from: number, to: number): Sql {
  return sql`
    WITH wanted AS (${rowsBetween(file, columns, from, to)}),
    chosen AS (
      SELECT *, ${join([sql`${openAlexNumber(sql`id`, 'W')} AS work`, ...WHOLE], ', ')},
        CASE WHEN primary_location.source IS NOT NULL THEN primary_location.source ELSE host_venue END AS venue,
        CASE WHEN primary_topic IS NOT NULL THEN primary_topic
          ELSE list_filter(topics, lambda t: t IS NOT NULL)[1] END AS about
      FROM wanted
    )
    SELECT row, work, ${join(
      SCALARS.map((column) => sql`${scalar(column)} AS ${name(column)}`),
      ', ',
    )}, venue, about
    FROM chosen WHERE work IS NOT NULL`;
}

/** One row for each source as records write it; `first` is the first work that has it. */
export function venues(): Sql {
  return sql`
    SELECT venue, first,
      'S' || coalesce(${openAlexNumber(sql`venue.id`, 'S')}, ${openAlexNumber(sql`venue.id`, 'V')}) AS id,
      ${issns(sql`list_prepend(venue.issn_l, coalesce(venue.issn, []))`)} AS issns,
      ${notBlank(sql`venue.display_name`)} AS name
    FROM (SELECT venue, min(row) AS first FROM picked WHERE venue IS NOT NULL GROUP BY venue) AS v`;
}

/** One row for each topic as records write it; without a subfield it is none. */
export function subjects(): Sql {
  return sql`
    SELECT * FROM (
      SELECT about, first, coalesce(TRY_CAST(${openAlexNumber(sql`about.id`, 'T')} AS INTEGER), 0) AS topic,
        ${classNumber(sql`about.subfield.id`)} AS subfield, ${classNumber(sql`about.field.id`)} AS field,
        ${classNumber(sql`about.domain.id`)} AS domain, ${notBlank(sql`about.display_name`)} AS topic_name,
        ${notBlank(sql`about.subfield.display_name`)} AS subfield_name,
        ${notBlank(sql`about.field.display_name`)} AS field_name,
        ${notBlank(sql`about.domain.display_name`)} AS domain_name
      FROM (SELECT about, min(row) AS first FROM picked WHERE about IS NOT NULL GROUP BY about) AS a
    ) AS read WHERE subfield <> 0`;
}

/** Each once, in the order given. */
function issns(all: Sql): Sql {
  const known = sql`list_transform(list_filter(${all}, lambda i: i IS NOT NULL), lambda i: upper(i))`;
  return sql`nullif(array_to_string(list_filter(${known}, lambda i, nth: list_position(${known}, i) = nth), '|'), '')`;
}

/** One row an authorship; `person` is the author's number, null where she has none. */
export function authorships(file: string, columns: Sql, from: number, to: number): Sql {
  return sql`
    WITH wanted AS (${rowsBetween(file, columns, from, to)}),
    placed AS (
      SELECT row, ${raw('UNNEST')}(authorships) AS a, generate_subscripts(authorships, 1) - 1 AS position
      FROM wanted WHERE ${openAlexNumber(sql`id`, 'W')} IS NOT NULL
    )
    SELECT row, CAST(position AS INTEGER) AS position, nullif(${openAlexNumber(sql`a.author.id`, 'A')}, 0) AS person,
      a.institutions AS institutions, a.countries AS countries,
      ${filled(sql`list_transform(a.raw_affiliation_strings, lambda s: ${notBlank(sql`s`)})`, sql`s`)} AS strings,
      ${filled(sql`list_transform(a.affiliations, lambda s: ${affiliation(sql`s`)})`, sql`s.string`)} AS affiliations
    FROM placed`;
}

/** Those entries `s` of a list that have a value. */
const filled = (list: Sql, value: Sql): Sql => sql`list_filter(${list}, lambda s: ${value} IS NOT NULL)`;

const affiliation = (from: Sql): Sql =>
  sql`{'string': ${notBlank(sql`${from}.raw_affiliation_string`)},
    'ids': list_transform(${from}.institution_ids, lambda id: ${openAlexNumber(sql`id`, 'I')})}`;

/** Authors with several authorships in a work, each with the position of the first (law 2). */
export function repeated(): Sql {
  return sql`SELECT row, person, min(position) AS first FROM authorships WHERE person IS NOT NULL
    GROUP BY row, person HAVING count(*) > 1`;
}

/** One row per authorship and institution that stands there; `place` orders them as the file does. */
export function named(): Sql {
  return sql`
    SELECT row, position, ${place(sql`nth`)} AS place, i
    FROM (
      SELECT row, position, ${raw('UNNEST')}(institutions) AS i, generate_subscripts(institutions, 1) AS nth
      FROM authorships WHERE len(institutions) > 0
    ) AS n WHERE i IS NOT NULL`;
}

/** As `isPlaceholder` of `places`. */
function isPlaceholder(id: Sql): Sql {
  return sql`regexp_full_match(${id}, ${`(?i)${BLANK}*(?:https?://(?:api\\.|www\\.)?openalex\\.org/(?:[a-z]+/)?)?I-[0-9]+${BLANK}*`})`;
}

/** Each institution as records write it, read once; without an id or a name, or with the placeholder's, it says nothing and is left out. */
export function institutionsNamed(): Sql {
  const said = (value: Sql): Sql => sql`${notBlank(value)} IS NOT NULL`;
  const lineage = sql`list_filter(list_transform(i.lineage, lambda l: ${institutionId(sql`l`)}), lambda l: l IS NOT NULL)`;
  return sql`
    SELECT i, first, ${openAlexNumber(sql`i.id`, 'I')} AS number, ${institutionId(sql`i.id`)} AS openalex, ${rorId(sql`i.ror`)} AS ror,
      ${notBlank(sql`i.display_name`)} AS name, ${country(sql`i.country_code`)} AS country,
      CASE WHEN len(i.lineage) >= 0 THEN coalesce(nullif(array_to_string(${lineage}, '|'), ''), '|') END AS lineage
    FROM (SELECT i, min(place) AS first FROM named GROUP BY i) AS each
    WHERE (${said(sql`i.id`)} OR ${said(sql`i.ror`)} OR ${said(sql`i.display_name`)})
      AND NOT coalesce(${isPlaceholder(sql`i.id`)}, FALSE)`;
}

/** Authorships in which no institution stands, with the one country that they name. */
export function without(): Sql {
  return sql`
    SELECT a.row, a.position, ${place(sql`0`)} AS place,
      CASE WHEN len(a.countries) = 1 THEN ${country(sql`a.countries[1]`)} END AS country
    FROM authorships a
    WHERE NOT EXISTS (SELECT 1 FROM told t WHERE t.row = a.row AND t.position = a.position)`;
}

const place = (nth: Sql): Sql => sql`(CAST(row AS BIGINT) << 32) + (CAST(position AS BIGINT) << 12) + ${nth}`;
