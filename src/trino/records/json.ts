import { raw, type Sql, sql } from '../../engine/sql.ts';

/** What JavaScript's `trim` takes off, as a class of characters of Trino's patterns. */
const BLANK = '[\\t-\\r \\p{Z}\\x{FEFF}]';
/** An object of JSON with its values as they stand. */
export const OBJECT: Sql = raw('MAP(VARCHAR, JSON)');

/** What a value of JSON is, by its first character: `{`, `[`, `"`, `t` or `f`, a digit or `-`; `n` for null and for nothing. */
export function kind(json: Sql): Sql {
  return sql`coalesce(substr(json_format(${json}), 1, 1), 'n')`;
}

/** The value of a key of an object, or of objects in it; null where there is none. */
export function at(object: Sql, ...keys: readonly string[]): Sql {
  return keys.reduce(
    (inside, key, i) => sql`element_at(${i === 0 ? inside : asObject(inside)}, ${key})`,
    object,
  );
}

export function asObject(json: Sql): Sql {
  return sql`CASE WHEN ${kind(json)} = '{' THEN CAST(${json} AS ${OBJECT}) END`;
}

export function asArray(json: Sql): Sql {
  return sql`CASE WHEN ${kind(json)} = '[' THEN CAST(${json} AS ARRAY(JSON)) END`;
}

export function asString(json: Sql): Sql {
  return sql`CASE WHEN ${kind(json)} = '"' THEN CAST(${json} AS VARCHAR) END`;
}

/** A text with something to see in it. Nearly every one begins with such a character: then no pattern is asked. */
export function asText(json: Sql): Sql {
  const value = asString(json);
  return sql`CASE WHEN substr(${value}, 1, 1) BETWEEN '!' AND '~' OR NOT ${isBlank(value)} THEN ${value} END`;
}

export function isBlank(text: Sql): Sql {
  return sql`regexp_like(${text}, ${`\\A${BLANK}*\\z`})`;
}

/** A number, as JavaScript keeps it. */
export function asNumber(json: Sql): Sql {
  return sql`CASE WHEN ${isNumber(json)} THEN CAST(json_format(${json}) AS DOUBLE) END`;
}

export function isNumber(json: Sql): Sql {
  return sql`(${kind(json)} = '-' OR ${kind(json)} BETWEEN '0' AND '9')`;
}

/** The number of an OpenAlex id of a kind, as `openAlexNumber` of `places` reads it, or null. */
export function openAlexNumber(id: Sql, letter: string, around = ''): Sql {
  const address = '(?:https?://(?:api\\.|www\\.)?openalex\\.org/(?:[a-z]+/)?)?';
  const pattern = `(?i)\\A${around}${address}${letter}([0-9]{1,15})${around}\\z`;
  return sql`CAST(regexp_extract(${id}, ${pattern}, 1) AS BIGINT)`;
}

/** As `openAlexId` of `places`. */
export function institutionId(id: Sql): Sql {
  return sql`'I' || CAST(${openAlexNumber(id, 'I', `${BLANK}*`)} AS VARCHAR)`;
}

/** As `isPlaceholder` of `places`. */
export function isPlaceholder(id: Sql): Sql {
  const pattern = `(?i)\\A${BLANK}*(?:https?://(?:api\\.|www\\.)?openalex\\.org/(?:[a-z]+/)?)?I-[0-9]+${BLANK}*\\z`;
  return sql`coalesce(regexp_like(${id}, ${pattern}), FALSE)`;
}

/** As `rorId` of `places`. */
export function rorId(id: Sql): Sql {
  const pattern = `(?i)\\A${BLANK}*(?:(?:https?://)?(?:www\\.)?ror\\.org/)?(0[a-hj-km-np-tv-z0-9]{6}[0-9]{2})/?${BLANK}*\\z`;
  return sql`lower(regexp_extract(${id}, ${pattern}, 1))`;
}

/** As `classNumber` of `ids.ts`, 0 where it is none. */
export function classNumber(json: Sql): Sql {
  const pattern = '(?i)\\A(?:(?:https?://openalex\\.org/)?(?:domains|fields|subfields)/)?([0-9]{1,6})\\z';
  const number = asNumber(json);
  return sql`coalesce(
    CASE WHEN ${number} = floor(${number}) AND ${number} > 0 AND ${number} < 1e6 THEN CAST(${number} AS INTEGER)
      ELSE CAST(regexp_extract(${asString(json)}, ${pattern}, 1) AS INTEGER) END, 0)`;
}

export function countryCode(json: Sql): Sql {
  const code = asString(json);
  return sql`CASE WHEN regexp_like(${code}, '\\A[A-Za-z]{2}\\z') THEN upper(${code}) END`;
}
