import { list, raw, type Sql, sql } from '../engine/sql.ts';
import { type Observatory, WORK } from '../observatory/index.ts';
import {
  counted,
  type CountingName,
  COUNTING_COLUMN,
  type LinkFilter,
  PAIR_SUM_COLUMNS,
  type PairSums,
  tableSums,
  workSums,
} from './link-counting.ts';
import { institutionsOf, type Population } from './population.ts';

/** Two places and all their sums. */
export type Pair = { readonly a: string; readonly b: string } & PairSums;

export interface PairQuery {
  readonly kind: 'city' | 'province' | 'nation' | 'region';
  /** Only pairs with this place. */
  readonly place: string | null;
  /** Only pairs inside these cities. */
  readonly inside: readonly string[] | null;
  readonly counting: CountingName;
  readonly filter: LinkFilter;
  readonly top: number;
}

/** The pairs that weigh most under a counting, heaviest first, with every counting of each. */
export function topPairs(
  observatory: Observatory,
  population: Population,
  query: PairQuery,
): Promise<Pair[]> {
  const { kind, place, inside, counting, filter, top } = query;
  const conditions = sql`${place === null ? sql`TRUE` : sql`(l.a = ${place} OR l.b = ${place})`}
    AND ${inside === null ? sql`TRUE` : sql`l.a IN (${list(inside)}) AND l.b IN (${list(inside)})`}`;
  const order = counted(COUNTING_COLUMN[counting], filter, 's');
  const ranked = (sums: Sql): Sql => sql`
    SELECT s.* FROM (${sums}) s WHERE ${order} > 0 ORDER BY ${order} DESC, s.a, s.b LIMIT ${top}`;
  if (population.aggregated) {
    const table = kind === 'city' ? sql`city_links l` : sql`region_links l`;
    const ofKind =
      kind === 'city'
        ? sql`TRUE`
        : sql`NOT l.overlap AND l.a IN (SELECT place FROM places WHERE kind = ${kind})`;
    return observatory.query<Pair>(
      ranked(sql`
      SELECT l.a, l.b, ${tableSums('l')} FROM ${table}
      WHERE ${population.aggregateFilter('l')} AND ${ofKind} AND ${conditions} GROUP BY l.a, l.b`),
    );
  }
  return observatory.query<Pair>(
    ranked(sql`
    WITH ${cityWorkPairs(population, observatory.manifest.authorCap)}
    SELECT l.a, l.b, ${workSums()} FROM city_pairs l WHERE ${conditions} GROUP BY l.a, l.b`),
  );
}

/**
 * Pairs of cities work by work under a topic or sectors, as named queries. With one sector both ends are of it; with
 * two, one end is of the first and the other of the second. `k` stays the number of the work's cities under one
 * sector, of either sector under two. Whose authors they are is not known by sector, so no pair is told as
 * co-affiliation then.
 */
function cityWorkPairs(population: Population, authorCap: number): Sql {
  const sectors = population.sectors ?? [];
  const [first, second] = [sectors.at(0), sectors.at(1)];
  const holds = (sector: string): Sql => sql`EXISTS (SELECT 1 FROM work_institutions i
    WHERE i.work = c.work AND i.city = c.city AND i.institution IN (${institutionsOf([sector])}))`;
  const flags =
    first === undefined || second === undefined
      ? sql`TRUE AS is_first, TRUE AS is_second`
      : sql`${holds(first)} AS is_first, ${holds(second)} AS is_second`;
  const coaffiliated =
    sectors.length === 0 ? sql`coalesce(h.authors = a.authors OR h.authors = b.authors, FALSE)` : sql`FALSE`;
  return sql`
    in_cities AS (${population.cityWorks()}),
    several AS (SELECT work, count(*) AS k FROM in_cities GROUP BY work HAVING count(*) > 1),
    parts AS (
      SELECT c.*, s.k, ${flags}, (w.n_authors > ${authorCap} OR w.truncated) AS capped
      FROM in_cities c JOIN several s ON s.work = c.work JOIN works w ON w.work = c.work
    ),
    hats AS (
      SELECT x.work, x.city AS a, y.city AS b, count(*) AS authors
      FROM work_coaffiliations x JOIN work_coaffiliations y ON y.work = x.work AND y.author = x.author AND x.city < y.city
      GROUP BY x.work, x.city, y.city
    ),
    city_pairs AS (
      SELECT a.work, a.city AS a, b.city AS b, a.capped, ${coaffiliated} AS coaffiliated, 1 AS works,
        2.0 / (a.k * (a.k - 1)) AS pair, 1.0 / (a.k - 1) AS partner, CAST(a.share + b.share AS DOUBLE) / ${WORK} AS score
      FROM parts a JOIN parts b ON b.work = a.work AND a.city < b.city
      LEFT JOIN hats h ON h.work = a.work AND h.a = a.city AND h.b = b.city
      WHERE (a.is_first AND b.is_second) OR (a.is_second AND b.is_first)
    )`;
}

/**
 * The link of two disjoint sets of cities, work by work. Works, score and co-affiliation are told from the sets (a work
 * counts once however many cities of each it has; authors are united over a set); the fractional countings are the sums
 * of the city pairs across.
 */
export async function setLink(
  observatory: Observatory,
  population: Population,
  here: readonly string[],
  there: readonly string[],
): Promise<PairSums> {
  const cap = observatory.manifest.authorCap;
  const rows = await observatory.query<Record<keyof PairSums, number | null>>(sql`
    WITH sides AS (
      SELECT city, 0 AS side FROM (SELECT UNNEST([${list(here)}]) AS city)
      UNION ALL SELECT city, 1 FROM (SELECT UNNEST([${list(there)}]) AS city)
    ),
    in_cities AS (${population.cityWorks()}),
    several AS (SELECT work, count(*) AS k FROM in_cities GROUP BY work HAVING count(*) > 1),
    parts AS (
      SELECT c.work, s.side, c.city, c.share, c.authors, v.k
      FROM in_cities c JOIN several v ON v.work = c.work JOIN sides s ON s.city = c.city
    ),
    hats AS (
      SELECT x.work, x.author, s.side, count(*) AS cities FROM work_coaffiliations x JOIN sides s ON s.city = x.city
      GROUP BY x.work, x.author, s.side
    ),
    extra AS (SELECT work, side, sum(cities - 1) AS authors FROM hats GROUP BY work, side),
    shared AS (
      SELECT x.work, count(*) AS authors FROM hats x JOIN hats y ON y.work = x.work AND y.author = x.author
      WHERE x.side = 0 AND y.side = 1 GROUP BY x.work
    ),
    halves AS (
      SELECT p.work, p.side, min(p.k) AS k, count(*) AS cities, sum(p.share) AS share,
        sum(p.authors) - coalesce(min(e.authors), 0) AS authors
      FROM parts p LEFT JOIN extra e ON e.work = p.work AND e.side = p.side GROUP BY p.work, p.side
    ),
    city_hats AS (
      SELECT t.work, count(*) AS pairs FROM (
        SELECT x.work, x.city AS a, y.city AS b, count(*) AS authors
        FROM work_coaffiliations x JOIN work_coaffiliations y ON y.work = x.work AND y.author = x.author
        JOIN sides s ON s.city = x.city AND s.side = 0 JOIN sides u ON u.city = y.city AND u.side = 1
        GROUP BY x.work, x.city, y.city
      ) t
      JOIN parts a ON a.work = t.work AND a.city = t.a JOIN parts b ON b.work = t.work AND b.city = t.b
      WHERE t.authors = a.authors OR t.authors = b.authors GROUP BY t.work
    ),
    joint AS (
      SELECT a.work, (w.n_authors > ${cap} OR w.truncated) AS capped, a.k,
        coalesce(h.authors = a.authors OR h.authors = b.authors, FALSE) AS coaffiliated,
        CAST(a.share + b.share AS DOUBLE) / ${WORK} AS score, a.cities * b.cities AS pairs, coalesce(c.pairs, 0) AS hatted
      FROM halves a JOIN halves b ON b.work = a.work AND a.side = 0 AND b.side = 1 JOIN works w ON w.work = a.work
      LEFT JOIN shared h ON h.work = a.work LEFT JOIN city_hats c ON c.work = a.work
    ),
    each_way AS (
      SELECT capped, coaffiliated, 1 AS works, score, 0.0 AS pair, 0.0 AS partner FROM joint
      UNION ALL
      SELECT capped, FALSE, 0, 0, 2.0 * (pairs - hatted) / (k * (k - 1)), CAST(pairs - hatted AS DOUBLE) / (k - 1) FROM joint
      UNION ALL
      SELECT capped, TRUE, 0, 0, 2.0 * hatted / (k * (k - 1)), CAST(hatted AS DOUBLE) / (k - 1) FROM joint
    )
    SELECT ${workSums()} FROM each_way`);
  return Object.fromEntries(PAIR_SUM_COLUMNS.map((column) => [column, rows[0][column] ?? 0])) as PairSums;
}

/** The members of a place: itself for a city. */
export function citiesOf(place: string): Sql {
  if (place.startsWith('def:')) return sql`SELECT city FROM region_cities WHERE region = ${place}`;
  const column = place.startsWith('cn-p:') ? 'province' : 'nation';
  if (place.startsWith('cn-p:') || place.startsWith('iso:')) {
    return sql`SELECT place AS city FROM places WHERE kind = 'city' AND ${raw(column)} = ${place}`;
  }
  return sql`SELECT ${place} AS city`;
}
