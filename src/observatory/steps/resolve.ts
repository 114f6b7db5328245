import { same, split, unnested } from '../../engine/dialect.ts';
import type { Engine } from '../../engine/engine.ts';
import { type Sql, sql } from '../../engine/sql.ts';

/** Reasons of a work and of an author's institution; all others belong to the institution itself. */
export const NO_AUTHOR = 'no author';
const UMBRELLA = 'umbrella beside an unresolved name';
const PARENT_ONLY = 'only its parent is located';
/** Reasons of an institution that only a name stands for. */
export const UNRESOLVED_NAMES = ['unknown name', 'ambiguous name', 'name without country'] as const;

/**
 * Which institution each entry of a segment's dictionary is, and where it counts. By ROR id, then by OpenAlex id;
 * by exact normalised name within the country only where there is no id at all. Never guessed.
 *
 * Reads `institutions` (relation) and the tables of places: `known_ids`, `known_names`, `known_institutions`,
 * `known_ancestors`. Makes `resolved` (one row per code; `iid` is the same for all codes of one institution), `locations`
 * (every city, and every country and reason of what has none; numbered in the order in which they share out what
 * rounding leaves; `cause` is the same for a reason in all countries) and `ancestors` (code × code of an institution that it stands under).
 *
 * Joins compare columns of one side with expressions of the other, nothing else: a condition on one side alone would make
 * an engine hold each code against each of a hundred thousand institutions.
 *
 * What is told of an institution by a record itself (lineage, country) is kept per code, so that no work's parts
 * depend on what other works say.
 */
export async function resolveInstitutions(engine: Engine): Promise<void> {
  await engine.table(
    'identified',
    sql`
    SELECT i.code, i.kind, i.country, i.openalex, i.name, i.lineage,
      i.ror IS NULL AND i.openalex IS NULL AS by_name,
      coalesce(r.institution, o.institution, n.institution, i.ror, i.openalex,
        'name:' || coalesce(i.country, '') || ':' || coalesce(i.key, i.name, '')) AS institution,
      CASE
        WHEN i.kind = 'none' THEN 'no institution'
        WHEN coalesce(r.institution, o.institution, n.institution) IS NOT NULL THEN NULL
        WHEN i.ror IS NOT NULL OR i.openalex IS NOT NULL OR i.name IS NULL THEN 'unknown id'
        WHEN i.country IS NULL THEN 'name without country'
        WHEN n.key IS NOT NULL THEN 'ambiguous name'
        ELSE 'unknown name'
      END AS unknown
    FROM institutions i
    LEFT JOIN known_ids r ON r.id = i.ror
    LEFT JOIN known_ids o ON o.id = i.openalex
    LEFT JOIN known_names n ON n.key = i.key AND n.country = i.country`,
  );
  await engine.table(
    'placed',
    sql`
    WITH first AS (
      SELECT kind, institution, CASE WHEN kind = 'none' THEN country END AS country, min(code) AS iid
      FROM identified GROUP BY 1, 2, 3
    )
    SELECT d.code, f.iid,
      d.kind, d.institution, d.by_name, d.openalex, d.name, d.lineage,
      CASE WHEN d.unknown IS NULL THEN k.city END AS city,
      coalesce(d.unknown, CASE WHEN k.city IS NULL THEN k.reason END) AS reason,
      coalesce(k.country, d.country) AS country,
      coalesce(k.umbrella, FALSE) AS umbrella
    FROM identified d
    JOIN first f ON f.kind = d.kind AND f.institution = d.institution
      AND ${same(sql`f.country`, sql`CASE WHEN d.kind = 'none' THEN d.country END`)}
    LEFT JOIN known_institutions k ON k.institution = CASE WHEN d.unknown IS NULL THEN d.institution END`,
  );
  await engine.table(
    'locations',
    sql`
    WITH told AS (
      SELECT city, CASE WHEN city IS NULL THEN country END AS country, CASE WHEN city IS NULL THEN reason END AS reason FROM placed
      UNION SELECT NULL, NULL, ${NO_AUTHOR}
      UNION SELECT NULL, country, ${UMBRELLA} FROM placed WHERE by_name AND umbrella AND city IS NOT NULL
      UNION SELECT city, NULL, NULL FROM address_places
      UNION SELECT NULL, country, ${PARENT_ONLY} FROM placed WHERE city IS NULL AND kind <> 'none'
    )
    SELECT *, min(location) OVER (PARTITION BY city, reason) AS cause
    FROM (
      SELECT CAST(row_number() OVER (ORDER BY city NULLS LAST, reason, country NULLS LAST) AS INTEGER) AS location,
        city, country, reason
      FROM told
    ) AS numbered`,
  );
  await engine.table(
    'resolved',
    sql`
    SELECT p.*, s.location, u.location AS umbrella_location, o.location AS parent_location
    FROM placed p
    JOIN locations s ON ${same(sql`s.city`, sql`p.city`)}
      AND ${same(sql`s.country`, sql`CASE WHEN p.city IS NULL THEN p.country END`)}
      AND ${same(sql`s.reason`, sql`CASE WHEN p.city IS NULL THEN p.reason END`)}
    LEFT JOIN locations u ON ${same(sql`u.country`, sql`p.country`)}
      AND u.reason = CASE WHEN p.by_name AND p.umbrella AND p.city IS NOT NULL THEN ${UMBRELLA} END
    LEFT JOIN locations o ON ${same(sql`o.country`, sql`p.country`)}
      AND o.reason = CASE WHEN p.city IS NULL AND p.kind <> 'none' THEN ${PARENT_ONLY} END`,
  );
  await engine.table('ancestors', ancestors());
}

/**
 * Law 2: an institution that stands in another's OpenAlex lineage, or above it by ROR parents where the record gives
 * no lineage. The ids of a lineage are OpenAlex's: they mean what a mention has as its OpenAlex id, and what the
 * institution files know under it.
 */
function ancestors(): Sql {
  return sql`
    WITH lineages AS (${unnested(['code', 'iid'], split(sql`lineage`, '|'), 'id', 'resolved')})
    SELECT l.code AS child, p.code AS parent FROM lineages l JOIN resolved p ON p.openalex = l.id WHERE p.iid <> l.iid
    UNION
    SELECT l.code, p.code FROM lineages l JOIN known_ids k ON k.id = l.id JOIN resolved p ON p.institution = k.institution
    WHERE p.iid <> l.iid
    UNION
    SELECT r.code, p.code
    FROM resolved r
    JOIN known_ancestors a ON a.institution = r.institution
    JOIN resolved p ON p.institution = a.ancestor
    WHERE r.lineage IS NULL AND p.iid <> r.iid`;
}
