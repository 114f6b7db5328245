import { raw, type Sql, sql } from '../engine/sql.ts';
import { rowsOf } from './parquet-columns.ts';
import { LONGEST_TITLE } from './segment.ts';

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

/** One row a usable work; `columns` are the file's as `worksColumns` makes them. */
export function picked(file: string, columns: Sql, from: number, to: number): Sql {
  const title = sql`coalesce(${notBlank(sql`display_name`)}, ${notBlank(sql`title`)})`;
  return sql`
    WITH wanted AS (
      SELECT CAST(file_row_number + 1 AS INTEGER) AS row, ${columns}
      FROM ${rowsOf(file, true)}
      WHERE file_row_number >= ${from} AND file_row_number < ${to}
    ),
    chosen AS (
      SELECT *, ${openAlexNumber(sql`id`, 'W')} AS work, ${title} AS shown,
        CASE WHEN primary_location.source IS NOT NULL THEN primary_location.source ELSE host_venue END AS venue,
        CASE WHEN primary_topic IS NOT NULL THEN primary_topic
          ELSE list_filter(topics, lambda t: t IS NOT NULL)[1] END AS about
      FROM wanted
    )
    SELECT row, work, publication_year AS year,
      CASE type WHEN 'journal-article' THEN 'article' WHEN 'proceedings-article' THEN 'article'
        WHEN 'posted-content' THEN 'preprint' ELSE ${notBlank(sql`type`)} END AS type,
      CASE WHEN length(shown) > ${LONGEST_TITLE} THEN left(shown, ${LONGEST_TITLE - 1}) || '…' ELSE shown END AS title,
      ${notBlank(sql`doi`)} AS doi, cited_by_count AS citations, ${notBlank(sql`updated_date`)} AS updated,
      coalesce(is_retracted, FALSE) AS retracted, coalesce(is_paratext, FALSE) AS paratext,
      coalesce(is_xpac, FALSE) AS extended, is_authors_truncated AS truncated,
      venue IS NOT NULL AS has_source,
      'S' || coalesce(${openAlexNumber(sql`venue.id`, 'S')}, ${openAlexNumber(sql`venue.id`, 'V')}) AS source_id,
      ${issns(sql`list_prepend(venue.issn_l, coalesce(venue.issn, []))`)} AS source_issns,
      ${notBlank(sql`venue.display_name`)} AS source_name,
      coalesce(TRY_CAST(${openAlexNumber(sql`about.id`, 'T')} AS INTEGER), 0) AS topic,
      ${classNumber(sql`about.subfield.id`)} AS subfield, ${classNumber(sql`about.field.id`)} AS field,
      ${classNumber(sql`about.domain.id`)} AS domain, ${notBlank(sql`about.display_name`)} AS topic_name,
      ${notBlank(sql`about.subfield.display_name`)} AS subfield_name,
      ${notBlank(sql`about.field.display_name`)} AS field_name,
      ${notBlank(sql`about.domain.display_name`)} AS domain_name, authorships AS listed
    FROM chosen WHERE work IS NOT NULL`;
}

/** Each once, in the order given. */
function issns(all: Sql): Sql {
  const known = sql`list_transform(list_filter(${all}, lambda i: i IS NOT NULL), lambda i: upper(i))`;
  return sql`nullif(array_to_string(list_filter(${known}, lambda i, nth: list_position(${known}, i) = nth), '|'), '')`;
}

/** One row an authorship; `author` is the position of the author's first authorship in the work. */
export function authorships(): Sql {
  const said = (value: Sql): Sql => sql`${notBlank(value)} IS NOT NULL`;
  return sql`
    WITH placed AS (
      SELECT row, ${raw('UNNEST')}(listed) AS a, generate_subscripts(listed, 1) - 1 AS position FROM picked
    ),
    known AS (
      SELECT row, position, a.countries AS countries, nullif(${openAlexNumber(sql`a.author.id`, 'A')}, 0) AS person,
        list_filter(a.institutions, lambda i: ${said(sql`i.id`)} OR ${said(sql`i.ror`)} OR ${said(sql`i.display_name`)}) AS institutions
      FROM placed
    )
    SELECT row, position, countries, institutions,
      CAST(CASE WHEN person IS NULL THEN position ELSE min(position) OVER (PARTITION BY row, person) END AS INTEGER) AS author
    FROM known`;
}

/** One row per authorship and institution mentioned; `place` orders them as the file does. */
export function mentioned(): Sql {
  const place = (nth: Sql): Sql =>
    sql`(CAST(row AS BIGINT) << 32) + (CAST(position AS BIGINT) << 12) + ${nth}`;
  const lineage = sql`list_filter(list_transform(i.lineage, lambda l: ${institutionId(sql`l`)}), lambda l: l IS NOT NULL)`;
  return sql`
    WITH named AS (
      SELECT row, position, author, ${raw('UNNEST')}(institutions) AS i, generate_subscripts(institutions, 1) AS nth
      FROM authorships
    )
    SELECT row, author, ${place(sql`nth`)} AS place, 'institution' AS kind, ${institutionId(sql`i.id`)} AS openalex,
      ${rorId(sql`i.ror`)} AS ror, ${notBlank(sql`i.display_name`)} AS name, ${country(sql`i.country_code`)} AS country,
      CASE WHEN len(i.lineage) >= 0 THEN coalesce(nullif(array_to_string(${lineage}, '|'), ''), '|') END AS lineage
    FROM named
    UNION ALL
    SELECT row, author, ${place(sql`0`)}, 'none', NULL, NULL, NULL,
      CASE WHEN len(countries) = 1 THEN ${country(sql`countries[1]`)} END, NULL
    FROM authorships WHERE coalesce(len(institutions), 0) = 0`;
}
