import { givenRows } from '../../../engine/dialect.ts';
import { list, type Sql, sql } from '../../../engine/sql.ts';
import { linkedWorks } from '../../collaboration/works.ts';
import type { WorkFilter } from '../../population/work-filter.ts';
import { type InfluenceQuery, NO_GROUP } from '../aggregates.ts';

/** Rows of the sums over works of several cities of every group by year, and of no group by year. */
export function influence(
  works: WorkFilter,
  { filter, groups, years }: InfluenceQuery,
  authorCap: number,
): Sql {
  const own = groups.flatMap((_, g) =>
    years.flatMap(({ year, cities, own: slopes }) =>
      cities.flatMap((city, i) => (slopes[g][i] === 0 ? [] : [{ g, year, city, v: slopes[g][i] }])),
    ),
  );
  const nodes = years.flatMap(({ year, cities, inverse }) =>
    cities.flatMap((city, i) => (inverse[i] === 0 ? [] : [{ year, city, x: inverse[i] }])),
  );
  const members = groups.flatMap(({ from, to }, g) => [
    ...from.map((city) => ({ g, side: 0, city })),
    ...(to ?? []).map((city) => ({ g, side: 1, city })),
  ]);
  const inside = list(groups.flatMap(({ to }, g) => (to === null ? [g] : [])));
  return sql`
    WITH ${linkedWorks(works, filter, authorCap)},
    nodes AS (${givenRows(nodes, { year: 'INTEGER', city: 'VARCHAR', x: 'DOUBLE' })}),
    own AS (${givenRows(own, { g: 'INTEGER', year: 'INTEGER', city: 'VARCHAR', v: 'DOUBLE' })}),
    members AS (${givenRows(members, { g: 'INTEGER', side: 'INTEGER', city: 'VARCHAR' })}),
    fitted AS (SELECT * FROM linked WHERE year IN (${list(years.map(({ year }) => year))})),
    spread AS (
      SELECT l.work, min(l.year) AS year, sum(l.strength * coalesce(n.x, 0)) AS d
      FROM fitted l LEFT JOIN nodes n ON n.city = l.city AND n.year = l.year GROUP BY l.work
    ),
    moved AS (
      SELECT o.g, l.work, sum(l.strength * o.v) AS m
      FROM fitted l JOIN own o ON o.city = l.city AND o.year = l.year GROUP BY o.g, l.work
    ),
    met AS (
      SELECT m.g, l.work, min(l.k) AS k, count(*) FILTER (WHERE m.side = 0) AS here, count(*) FILTER (WHERE m.side = 1) AS there,
        coalesce(sum(l.strength) FILTER (WHERE m.side = 0), 0) AS ends
      FROM fitted l JOIN members m ON m.city = l.city GROUP BY m.g, l.work
    ),
    excluded AS (
      SELECT p.g, h.work, count(*) AS pairs FROM coaffiliated h
      JOIN members p ON p.city = h.a JOIN members q ON q.city = h.b AND q.g = p.g
      WHERE p.side <> q.side OR p.g IN (${inside}) GROUP BY p.g, h.work
    ),
    seen AS (
      SELECT t.g, t.work, t.ends,
        CAST((CASE WHEN t.g IN (${inside}) THEN t.here * (t.here - 1) / 2 ELSE t.here * t.there END)
          - coalesce(e.pairs, 0) AS DOUBLE) / (t.k - 1) AS a
      FROM met t LEFT JOIN excluded e ON e.g = t.g AND e.work = t.work
    ),
    influence AS (
      SELECT coalesce(s.g, m.g) AS g, coalesce(s.work, m.work) AS work, coalesce(s.a, 0) AS a,
        CASE WHEN s.g IN (${inside}) THEN s.ends - s.a ELSE 0 END AS t, coalesce(m.m, 0) AS m
      FROM seen s FULL JOIN moved m ON m.g = s.g AND m.work = s.work
    )
    SELECT i.g, w.year, sum(i.a) AS a, sum(i.a * i.a) AS aa, sum(i.t) AS t, sum(i.t * i.t) AS tt, sum(i.a * i.t) AS at,
      sum(i.a * i.m) AS am, sum(i.a * w.d) AS ad, sum(i.m * i.m) AS mm, sum(i.m * w.d) AS md
    FROM influence i JOIN spread w ON w.work = i.work GROUP BY i.g, w.year
    UNION ALL
    SELECT ${NO_GROUP}, year, 0, 0, 0, 0, 0, 0, 0, sum(d * d), 0 FROM spread GROUP BY year`;
}
