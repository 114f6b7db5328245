import { givenRows } from '../../engine/dialect.ts';
import { list, raw, type Sql, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { Pair, PairQuery } from '../aggregates/aggregates.ts';
import { PAIR_SUM_COLUMNS, type PairSums, tableSums } from './counting.ts';
import { workPairs } from './work-pairs.ts';
import type { Population } from '../population/population.ts';
import type { WorkFilter } from '../population/work-filter.ts';

export const PAIR_KINDS = ['city', 'province', 'nation', 'region'] as const;
export type PairKind = (typeof PAIR_KINDS)[number];

/** All pairs of a kind as rows (a, b, every counting in every class), a < b. */
export function pairSums(
  observatory: Observatory,
  works: WorkFilter,
  { kind, place, inside }: Pick<PairQuery, 'kind' | 'place' | 'inside'>,
): Sql {
  const touching = place === null ? sql`TRUE` : sql`(l.a = ${place} OR l.b = ${place})`;
  const within = inside === null ? sql`TRUE` : sql`l.a IN (${list(inside)}) AND l.b IN (${list(inside)})`;
  const table = kind === 'city' ? sql`city_links l` : sql`region_links l`;
  const ofKind =
    kind === 'city'
      ? sql`TRUE`
      : sql`NOT l.overlap AND l.a IN (SELECT place FROM places WHERE kind = ${kind})`;
  return works.aggregated
    ? sql`SELECT l.a, l.b, ${tableSums('l')} FROM ${table}
        WHERE ${works.aggregateFilter('l')} AND ${ofKind} AND ${touching} AND ${within} GROUP BY l.a, l.b`
    : sql`SELECT l.* FROM (${workPairs(works, observatory.manifest.authorCap, membersOf(kind))}) l
        WHERE ${touching} AND ${within}`;
}

/** The link of two disjoint sets of cities under every counting; zeros where they share no work. */
export async function setLink(
  observatory: Observatory,
  population: Population,
  here: readonly string[],
  there: readonly string[],
): Promise<PairSums> {
  const sets = new Map([
    ['here', here],
    ['there', there],
  ]);
  return (await setLinks(observatory, population, sets))('here', 'there');
}

/** The links of several sets of cities at once; ask it only of two that have no city in common. */
export async function setLinks(
  observatory: Observatory,
  population: Population,
  sets: ReadonlyMap<string, readonly string[]>,
): Promise<(here: string, there: string) => PairSums> {
  const members = [...sets].flatMap(([place, cities]) => cities.map((city) => ({ place, city })));
  const found = await observatory.query<Pair>(
    workPairs(
      population,
      observatory.manifest.authorCap,
      givenRows(members, { place: 'VARCHAR', city: 'VARCHAR' }),
    ),
  );
  const byPair = new Map(
    found.flatMap((pair) => [[`${pair.a}|${pair.b}`, pair] as const, [`${pair.b}|${pair.a}`, pair] as const]),
  );
  return (here, there) => {
    const sums = byPair.get(`${here}|${there}`);
    return Object.fromEntries(PAIR_SUM_COLUMNS.map((column) => [column, sums?.[column] ?? 0])) as PairSums;
  };
}

/** Places of a kind and their cities, as rows (place, city). */
function membersOf(kind: PairKind): Sql {
  if (kind === 'city') return sql`SELECT place, place AS city FROM places WHERE kind = 'city'`;
  if (kind === 'region') return sql`SELECT region AS place, city FROM region_cities`;
  const column = raw(kind);
  return sql`SELECT ${column} AS place, place AS city FROM places WHERE kind = 'city' AND ${column} IS NOT NULL`;
}

/** The cities of places of the observatory: a city is its own only one. */
export async function citiesOf(
  observatory: Observatory,
  places: readonly { readonly id: string; readonly kind: PairKind }[],
): Promise<Map<string, string[]>> {
  const cities = new Map<string, string[]>();
  for (const { id, kind } of places) cities.set(id, kind === 'city' ? [id] : []);
  for (const kind of PAIR_KINDS.filter((one) => one !== 'city')) {
    const ids = places.filter((place) => place.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    const rows = await observatory.query<{ place: string; city: string }>(
      sql`SELECT place, city FROM (${membersOf(kind)}) WHERE place IN (${list(ids)}) ORDER BY place, city`,
    );
    for (const { place, city } of rows) cities.get(place)!.push(city);
  }
  return cities;
}
