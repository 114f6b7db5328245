import { total } from '../../engine/dialect.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import { AUTHOR, WORK } from '../units.ts';

/**
 * Share of each institution in each work, so that the institutions of a city (or of a reason) add up to the city's
 * part of the work to the last unit: the largest takes what rounding left.
 */
export function workInstitutions(): Sql {
  return sql`
    WITH parts AS (
      SELECT row, iid, city, country, reason, ${total(sql`weight`)} AS weight
      FROM author_parts GROUP BY row, iid, city, country, reason
    ),
    rounded AS (
      SELECT p.row, i.institution, i.kind, p.city, p.country, p.reason,
        CAST(round(CAST(p.weight AS DOUBLE) / CAST(w.authors * CAST(${AUTHOR} AS BIGINT) AS DOUBLE) * ${WORK}) AS BIGINT) AS share
      FROM parts p JOIN kept w ON w.row = p.row JOIN resolved i ON i.code = p.iid
    ),
    ordered AS (
      SELECT *,
        sum(share) OVER (PARTITION BY row, city, country, reason) AS together,
        row_number() OVER (PARTITION BY row, city, country, reason ORDER BY share DESC, institution) AS place
      FROM rounded
    )
    SELECT w.work, w.year, w.topic, w.subfield, o.institution, o.city, o.reason,
      CAST(CASE WHEN o.place = 1 THEN o.share + p.share - o.together ELSE o.share END AS BIGINT) AS share
    FROM ordered o
    JOIN work_parts p ON p.row = o.row AND p.city IS NOT DISTINCT FROM o.city
      AND p.country IS NOT DISTINCT FROM o.country AND p.reason IS NOT DISTINCT FROM o.reason
    JOIN kept w ON w.row = o.row
    WHERE o.kind <> 'none'`;
}
