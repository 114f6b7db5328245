import { total } from '../../engine/dialect.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import { WORK } from '../../observatory/index.ts';
import { workSums } from './counting.ts';
import type { WorkFilter } from '../population/work-filter.ts';

/**
 * Links of disjoint places work by work: rows (a, b, every counting in every class), a < b, for places given as rows
 * (place, city). Works, score and co-affiliation are told from the places (a work counts once however many of their
 * cities it has, authors are united over them); the fractional countings are the sums of the city pairs across, with k
 * the number of the work's cities. Two places that have a city in common have no link.
 *
 * With one sector both ends are of it and k counts its cities. With two, one end is of the first and the other of the
 * second, k counts the cities of either, and the score takes the parts that meet: the first's of one place with the
 * second's of the other. Whose authors they are is not known by sector, so no pair is told as co-affiliation then.
 *
 * With `byYear` each pair has a row a year, with its year.
 */
export function workPairs(works: WorkFilter, authorCap: number, members: Sql, byYear = false): Sql {
  const year = byYear ? sql`, l.year` : sql``;
  const twoEnds = works.sectors?.length === 2;
  const ends = twoEnds
    ? sql`, ${total(sql`p.first_share`)} AS first_share, ${total(sql`p.second_share`)} AS second_share`
    : sql``;
  const score = twoEnds
    ? sql`CASE
        WHEN p.first_share IS NULL OR q.second_share IS NULL THEN p.second_share + q.first_share
        WHEN p.second_share IS NULL OR q.first_share IS NULL THEN p.first_share + q.second_share
        ELSE p.share + q.share END`
    : sql`p.share + q.share`;
  const meet = twoEnds
    ? sql`((p.first_share IS NOT NULL AND q.second_share IS NOT NULL)
        OR (p.second_share IS NOT NULL AND q.first_share IS NOT NULL))`
    : sql`TRUE`;
  const within = sql`c.city IN (SELECT city FROM members)`;
  // Without a sector the works table knows the number of cities, so that only the members' rows are read.
  const counted =
    works.sectors === null
      ? sql`SELECT c.*, w.cities AS k, w.n_authors, w.truncated
          FROM (${works.cityWorks(sql`SELECT city FROM members`)}) c JOIN works w ON w.work = c.work
          WHERE w.cities > 1`
      : sql`SELECT c.*, s.k, w.n_authors, w.truncated FROM in_cities c
          JOIN (SELECT work, count(*) AS k FROM in_cities GROUP BY work HAVING count(*) > 1) s ON s.work = c.work
          JOIN works w ON w.work = c.work WHERE ${within}`;
  return sql`
    WITH members AS (${members}),
    overlapping AS (
      SELECT DISTINCT m.place AS a, n.place AS b FROM members m JOIN members n ON n.city = m.city AND m.place < n.place
    ),
    in_cities AS (${works.cityWorks()}),
    parts AS (SELECT c.*, (c.n_authors > ${authorCap} OR c.truncated) AS capped FROM (${counted}) c),
    coaffiliated_cities AS (
      SELECT x.work, x.city AS a, y.city AS b, count(*) AS authors
      FROM work_coaffiliations x JOIN work_coaffiliations y ON y.work = x.work AND y.author = x.author AND x.city < y.city
      WHERE ${works.aggregateFilter('x')} GROUP BY x.work, x.city, y.city
    ),
    city_pairs AS (
      SELECT p.city AS a, q.city AS b, p.year, p.k, p.capped,
        coalesce(h.authors = p.authors OR h.authors = q.authors, FALSE) AS coaffiliated
      FROM parts p JOIN parts q ON q.work = p.work AND p.city < q.city
      LEFT JOIN coaffiliated_cities h ON h.work = p.work AND h.a = p.city AND h.b = q.city
      WHERE ${meet}
    ),
    coaffiliated AS (
      SELECT x.work, x.author, m.place, count(*) AS cities FROM work_coaffiliations x JOIN members m ON m.city = x.city
      WHERE ${works.aggregateFilter('x')} GROUP BY x.work, x.author, m.place
    ),
    counted_twice AS (
      SELECT work, place, ${total(sql`cities - 1`)} AS extra FROM coaffiliated WHERE cities > 1 GROUP BY work, place
    ),
    together AS (
      SELECT x.work, x.place AS a, y.place AS b, count(*) AS authors
      FROM coaffiliated x JOIN coaffiliated y ON y.work = x.work AND y.author = x.author AND x.place < y.place GROUP BY x.work, x.place, y.place
    ),
    in_places AS (
      SELECT p.work, p.year, m.place, p.capped, ${total(sql`p.share`)} AS share,
        sum(p.authors) - coalesce(min(t.extra), 0) AS authors ${ends}
      FROM parts p JOIN members m ON m.city = p.city
      LEFT JOIN counted_twice t ON t.work = p.work AND t.place = m.place
      GROUP BY p.work, p.year, m.place, p.capped
    ),
    weighed AS (
      SELECT p.place AS a, q.place AS b, p.year, p.capped,
        coalesce(h.authors = p.authors OR h.authors = q.authors, FALSE) AS coaffiliated,
        1 AS works, CAST(${score} AS DOUBLE) / ${WORK} AS score, 0e0 AS pair, 0e0 AS partner
      FROM in_places p JOIN in_places q ON q.work = p.work AND p.place < q.place
      LEFT JOIN together h ON h.work = p.work AND h.a = p.place AND h.b = q.place
      WHERE ${meet}
      UNION ALL
      SELECT least(m.place, n.place), greatest(m.place, n.place), c.year, c.capped, c.coaffiliated, 0, 0e0,
        2e0 / (c.k * (c.k - 1)), 1e0 / (c.k - 1)
      FROM city_pairs c JOIN members m ON m.city = c.a JOIN members n ON n.city = c.b AND n.place <> m.place
    )
    SELECT l.a, l.b${year}, ${workSums()} FROM weighed l
    LEFT JOIN overlapping o ON o.a = l.a AND o.b = l.b
    WHERE o.a IS NULL GROUP BY l.a, l.b${year}`;
}
