import { split } from '../../engine/dialect.ts';
import type { Engine } from '../../engine/engine.ts';
import { raw, type Sql, sql } from '../../engine/sql.ts';

/**
 * Which institution each entry of a segment's dictionary is, and where it counts. By ROR id, then by OpenAlex id;
 * by exact normalised name within the country only where there is no id at all. Never guessed.
 *
 * Reads `institutions` (relation) and the tables of places: `known_ids`, `known_names`, `known_institutions`,
 * `known_ancestors`. Makes `resolved` (one row per code) and `ancestors` (institution × one that stands above it).
 */
export async function resolveInstitutions(engine: Engine): Promise<void> {
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE identified AS
    SELECT i.code, i.kind, i.country, i.name, i.lineage,
      i.ror IS NULL AND i.openalex IS NULL AS by_name,
      coalesce(r.institution, o.institution, n.institution, i.ror, i.openalex,
        'name:' || coalesce(i.country, '') || ':' || i.key) AS institution,
      CASE
        WHEN i.kind = 'none' THEN 'no institution'
        WHEN coalesce(r.institution, o.institution, n.institution) IS NOT NULL THEN NULL
        WHEN i.ror IS NOT NULL OR i.openalex IS NOT NULL THEN 'unknown id'
        WHEN i.country IS NULL THEN 'name without country'
        WHEN n.key IS NOT NULL THEN 'ambiguous name'
        ELSE 'unknown name'
      END AS unknown
    FROM institutions i
    LEFT JOIN known_ids r ON r.id = i.ror
    LEFT JOIN known_ids o ON o.id = i.openalex
    LEFT JOIN known_names n ON n.key = i.key AND n.country = i.country`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE resolved AS
    SELECT d.code, min(d.code) OVER (PARTITION BY d.kind, d.institution, CASE WHEN d.kind = 'none' THEN d.country END) AS iid,
      d.kind, d.institution, d.by_name, d.name, d.lineage,
      CASE WHEN d.unknown IS NULL THEN k.city END AS city,
      coalesce(d.unknown, CASE WHEN k.city IS NULL THEN k.reason END) AS reason,
      coalesce(k.country, d.country) AS country,
      coalesce(k.umbrella, FALSE) AS umbrella
    FROM identified d
    LEFT JOIN known_institutions k ON d.unknown IS NULL AND k.institution = d.institution`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE ancestors AS ${ancestors()}`);
}

/**
 * Law 2: an institution that stands in another's OpenAlex lineage, or above it by ROR parents where the record gives
 * no lineage. Two that each claim to stand above the other are left alone.
 */
function ancestors(): Sql {
  const above = sql`
    SELECT DISTINCT child.iid AS iid, parent.iid AS ancestor
    FROM (
      SELECT r.iid, r.institution, coalesce(k.institution, l.id) AS ancestor
      FROM (SELECT iid, institution, ${raw('UNNEST')}(${split(sql`lineage`, '|')}) AS id
            FROM resolved WHERE lineage IS NOT NULL) AS l
      JOIN resolved r ON r.code = l.iid
      LEFT JOIN known_ids k ON k.id = l.id
      UNION ALL
      SELECT r.iid, r.institution, a.ancestor
      FROM resolved r JOIN known_ancestors a ON a.institution = r.institution
      WHERE r.lineage IS NULL
    ) AS child
    JOIN resolved parent ON parent.institution = child.ancestor
    WHERE child.institution <> parent.institution`;
  return sql`WITH above AS (${above})
    SELECT iid, ancestor FROM above
    EXCEPT SELECT ancestor, iid FROM above`;
}
