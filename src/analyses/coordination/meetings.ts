import { givenRows } from '../../engine/dialect.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import { greatCircle } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { counted, type LinkFilter } from '../collaboration/counting.ts';
import { linkedWorks } from '../collaboration/works.ts';
import type { Population } from '../population/population.ts';
import type { Region } from './regions.ts';

export interface LinkAsk {
  readonly observatory: Observatory;
  readonly population: Population;
  readonly filter: LinkFilter;
  readonly regions: readonly Region[];
}

/** Sums over the works of one year with a pair inside region `g`, or across its border. */
export interface MeetingSums {
  readonly g: number;
  readonly year: number;
  /** Weight 1/(k−1) inside, and its squares. */
  readonly inside: number;
  readonly insideSquares: number;
  /** Works with a pair inside, Σ and Σ² of the region's cities in them. */
  readonly joint: number;
  readonly here: number;
  readonly hereSquares: number;
  /** Of pairs whose places are known: weight w and weight × km x, inside (i) and across (o). */
  readonly wi: number;
  readonly xi: number;
  readonly wwi: number;
  readonly wxi: number;
  readonly xxi: number;
  readonly wo: number;
  readonly xo: number;
  readonly wwo: number;
  readonly wxo: number;
  readonly xxo: number;
}

/**
 * Work by work, as named queries to stand in a WITH: `members` (g, city), and `pairs` (g, work, year, k, a, b, within), the
 * pairs of cities of a work that have an end in region g, `within` where both have.
 */
export function meetings({ observatory, population, filter, regions }: LinkAsk): Sql {
  const members = regions.flatMap(({ cities }, g) => cities.map((city) => ({ g, city })));
  return sql`
    ${linkedWorks(population, filter, observatory.manifest.authorCap)},
    members AS (${givenRows(members, { g: 'INTEGER', city: 'VARCHAR' })}),
    touching AS (SELECT m.g, l.work, l.year, l.k, l.city FROM linked l JOIN members m ON m.city = l.city),
    pairs AS (
      SELECT t.g, t.work, t.year, t.k, least(t.city, q.city) AS a, greatest(t.city, q.city) AS b,
        i.city IS NOT NULL AS within
      FROM touching t JOIN linked q ON q.work = t.work AND q.city <> t.city
      LEFT JOIN members i ON i.g = t.g AND i.city = q.city
      LEFT JOIN coaffiliated h ON h.work = t.work AND h.a = least(t.city, q.city) AND h.b = greatest(t.city, q.city)
      WHERE h.work IS NULL AND (i.city IS NULL OR t.city < q.city)
    )`;
}

/** One pass over works for everything about regions that is a sum, or a ratio of two. */
export async function meetingSums(ask: LinkAsk): Promise<MeetingSums[]> {
  const km = await distances(ask);
  return ask.observatory.query<MeetingSums>(sql`
    WITH ${meetings(ask)},
    km AS (${givenRows(km, { a: 'VARCHAR', b: 'VARCHAR', km: 'DOUBLE' })}),
    here AS (SELECT g, work, count(*) AS here FROM touching GROUP BY g, work),
    weighed AS (
      SELECT p.g, p.work, min(p.year) AS year,
        coalesce(sum(1e0 / (p.k - 1)) FILTER (WHERE p.within), 0) AS inside,
        coalesce(sum(1e0 / (p.k - 1)) FILTER (WHERE p.within AND d.km IS NOT NULL), 0) AS wi,
        coalesce(sum(d.km / (p.k - 1)) FILTER (WHERE p.within), 0) AS xi,
        coalesce(sum(1e0 / (p.k - 1)) FILTER (WHERE NOT p.within AND d.km IS NOT NULL), 0) AS wo,
        coalesce(sum(d.km / (p.k - 1)) FILTER (WHERE NOT p.within), 0) AS xo
      FROM pairs p LEFT JOIN km d ON d.a = p.a AND d.b = p.b GROUP BY p.g, p.work
    )
    SELECT w.g, w.year, sum(w.inside) AS inside, sum(w.inside * w.inside) AS insideSquares,
      count(*) FILTER (WHERE w.inside > 0) AS joint,
      CAST(coalesce(sum(h.here) FILTER (WHERE w.inside > 0), 0) AS DOUBLE) AS here,
      CAST(coalesce(sum(h.here * h.here) FILTER (WHERE w.inside > 0), 0) AS DOUBLE) AS hereSquares,
      sum(w.wi) AS wi, sum(w.xi) AS xi, sum(w.wi * w.wi) AS wwi, sum(w.wi * w.xi) AS wxi, sum(w.xi * w.xi) AS xxi,
      sum(w.wo) AS wo, sum(w.xo) AS xo, sum(w.wo * w.wo) AS wwo, sum(w.wo * w.xo) AS wxo, sum(w.xo * w.xo) AS xxo
    FROM weighed w JOIN here h ON h.g = w.g AND h.work = w.work GROUP BY w.g, w.year ORDER BY w.g, w.year`);
}

/** Kilometres between the two cities of every pair with an end in a region, a < b; without those that lie nowhere known. */
async function distances(ask: LinkAsk): Promise<{ a: string; b: string; km: number }[]> {
  const { observatory, population, filter, regions } = ask;
  const cities = regions.flatMap((region) => region.cities).map((city) => ({ city }));
  const pairs = population.aggregated
    ? sql`own AS (${givenRows(cities, { city: 'VARCHAR' })})
        SELECT l.a, l.b FROM city_links l
        WHERE ${population.aggregateFilter('l')} AND ${counted('works', filter, 'l')} > 0
          AND (l.a IN (SELECT city FROM own) OR l.b IN (SELECT city FROM own))
        GROUP BY l.a, l.b`
    : sql`${meetings(ask)} SELECT DISTINCT a, b FROM pairs`;
  const linked = await observatory.query<{ a: string; b: string }>(sql`WITH ${pairs}`);
  const places = await observatory.query<{ place: string; latitude: number; longitude: number }>(sql`
    SELECT place, latitude, longitude FROM places
    WHERE kind = 'city' AND latitude IS NOT NULL AND longitude IS NOT NULL`);
  const at = new Map(places.map((place) => [place.place, place]));
  return linked.flatMap(({ a, b }) => {
    const [p, q] = [at.get(a), at.get(b)];
    if (p === undefined || q === undefined) return [];
    return [{ a, b, km: greatCircle(p.latitude, p.longitude, q.latitude, q.longitude) }];
  });
}
