import { total } from '../../engine/dialect.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import { rounded, SPOTS } from './shares.ts';

/**
 * Share of each institution in each work, so that the institutions of a spot (a city, or a reason of a country) add up
 * to the spot's part of the work to the last unit: the largest, of equals the first by id, takes what rounding left.
 * An institution without a city in two countries of one reason is one row. Authors without an institution are left out. Reads `work_weights`, `work_parts`, `kept`, `resolved`, `spots`.
 */
export function workInstitutions(): Sql {
  return sql`
    WITH ranked AS (
      SELECT r.code AS iid, CAST(row_number() OVER (ORDER BY r.institution) AS INTEGER) AS rank
      FROM resolved r WHERE r.code = r.iid AND r.kind <> 'none'
    ),
    shares AS (
      SELECT p.row, p.iid, p.spot, n.rank, ${rounded(sql`p.weight`, sql`w.authors`)} AS share
      FROM work_weights p JOIN kept w ON w.row = p.row JOIN ranked n ON n.iid = p.iid
    ),
    largest AS (
      SELECT row, spot, ${total(sql`share`)} AS together, max(share * ${SPOTS} - rank) AS key FROM shares GROUP BY row, spot
    ),
    exact AS (
      SELECT s.row, s.rank, s.iid, s.spot,
        CASE WHEN s.share * ${SPOTS} - s.rank = l.key THEN s.share + p.share - l.together ELSE s.share END AS share
      FROM shares s
      JOIN largest l ON l.row = s.row AND l.spot = s.spot
      JOIN work_parts p ON p.row = s.row AND p.spot = s.spot
    ),
    together AS (
      SELECT e.row, e.rank, e.iid, o.cause, ${total(sql`e.share`)} AS share
      FROM exact e JOIN spots o ON o.spot = e.spot GROUP BY e.row, e.rank, e.iid, o.cause
    )
    SELECT w.work, w.year, w.topic, w.subfield, r.institution, o.city, o.reason, t.share
    FROM together t JOIN kept w ON w.row = t.row JOIN resolved r ON r.code = t.iid JOIN spots o ON o.spot = t.cause
    ORDER BY t.row, t.rank, t.cause`;
}
