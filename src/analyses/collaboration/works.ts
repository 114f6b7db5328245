import { raw, type Sql, sql } from '../../engine/sql.ts';
import type { LinkFilter } from './counting.ts';
import type { WorkFilter } from '../population/work-filter.ts';

/**
 * Work by work, as named queries to stand in a WITH: `linked` (work × city of works with several cities, with k and the
 * city's `strength`: the 1/(k−1) weights of its pairs together) and `coaffiliated` (pairs of a work that are co-affiliation and
 * do not count; empty where they do).
 */
export function linkedWorks(selected: WorkFilter, filter: LinkFilter, authorCap: number): Sql {
  const counts = filter.capped ? sql`TRUE` : sql`NOT (w.n_authors > ${authorCap} OR w.truncated)`;
  // Without a sector the works table knows the number of cities.
  const counting =
    selected.sectors === null
      ? sql`SELECT w.work, w.cities AS k FROM works w WHERE w.cities > 1 AND ${counts}`
      : sql`SELECT s.work, s.k FROM (SELECT work, count(*) AS k FROM in_cities GROUP BY work HAVING count(*) > 1) s
          JOIN works w ON w.work = s.work WHERE ${counts}`;
  if (filter.coaffiliation) {
    return sql`
    in_cities AS (${selected.cityWorks()}),
    counting AS (${counting}),
    coaffiliated AS (SELECT CAST(NULL AS BIGINT) AS work, CAST(NULL AS VARCHAR) AS a, CAST(NULL AS VARCHAR) AS b WHERE FALSE),
    linked AS (
      SELECT c.work, c.city, c.year, n.k, ${raw('CAST(1 AS DOUBLE)')} AS strength
      FROM in_cities c JOIN counting n ON n.work = c.work
    )`;
  }
  return sql`
    in_cities AS (${selected.cityWorks()}),
    counting AS (${counting}),
    coaffiliated AS (
      SELECT t.work, t.a, t.b
      FROM (
        SELECT x.work, x.city AS a, y.city AS b, count(*) AS authors
        FROM work_coaffiliations x JOIN work_coaffiliations y ON y.work = x.work AND y.author = x.author AND x.city < y.city
        WHERE ${selected.aggregateFilter('x')}
        GROUP BY x.work, x.city, y.city
      ) t
      JOIN in_cities i ON i.work = t.work AND i.city = t.a
      JOIN in_cities j ON j.work = t.work AND j.city = t.b
      WHERE t.authors = i.authors OR t.authors = j.authors
    ),
    hatted AS (
      SELECT work, city, count(*) AS pairs FROM (SELECT work, a AS city FROM coaffiliated UNION ALL SELECT work, b FROM coaffiliated)
      GROUP BY work, city
    ),
    linked AS (
      SELECT c.work, c.city, c.year, n.k, 1 - coalesce(h.pairs, 0) / CAST(n.k - 1 AS DOUBLE) AS strength
      FROM in_cities c JOIN counting n ON n.work = c.work
      LEFT JOIN hatted h ON h.work = c.work AND h.city = c.city
    )`;
}
