import { list, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { Message } from '../../base/index.ts';
import type { About } from '../about/about.ts';
import { messages } from './messages.ts';
import type { AdHocRegion } from './units.ts';

/** Warnings about the regions in an answer. */
export interface DescribedRegions {
  readonly definitions: About['definitions'];
  readonly notes: readonly Message[];
  readonly warnings: readonly Message[];
}

/** Versions, partial members and overlaps of the regions among the places of an answer. */
export async function describeRegions(
  observatory: Observatory,
  places: readonly string[],
  adHoc: readonly AdHocRegion[],
): Promise<DescribedRegions> {
  const ids = [...new Set(places.filter((id) => id.startsWith('def:')))].sort();
  const definitions = await observatory.query<{
    id: string;
    version: string | null;
    cities: number;
    partial: number;
  }>(sql`
    SELECT p.place AS id, p.version, count(*) AS cities, count(*) FILTER (WHERE r.membership = 'partial') AS partial
    FROM region_cities r JOIN places p ON p.place = r.region WHERE p.place IN (${list(ids)})
    GROUP BY p.place, p.version ORDER BY p.place`);
  const members = await observatory.query<{ region: string; city: string }>(
    sql`SELECT region, city FROM region_cities WHERE region IN (${list(ids)}) ORDER BY region, city`,
  );
  const overlapping = overlaps([
    ...members,
    ...adHoc.flatMap(({ id, cities }) => cities.map((city) => ({ region: id, city }))),
  ]);
  return {
    definitions: [
      ...definitions.map(({ id, version, cities }) => ({ id, version, cities })),
      ...adHoc.map(({ id, cities }) => ({ id, version: null, cities: cities.length })),
    ],
    notes: overlapping.length > 0 ? [messages.overlapping({ pairs: overlapping })] : [],
    warnings: definitions
      .filter(({ partial }) => partial > 0)
      .map(({ id, partial }) => messages.partialMembers({ id, partial })),
  };
}

/** Pairs of regions with a city in common, in the order of their ids. */
function overlaps(
  members: readonly { readonly region: string; readonly city: string }[],
): (readonly [string, string])[] {
  const byCity = new Map<string, string[]>();
  for (const { region, city } of members) byCity.set(city, [...(byCity.get(city) ?? []), region]);
  const pairs = new Map<string, readonly [string, string]>();
  for (const regions of byCity.values()) {
    regions.sort();
    for (const [i, a] of regions.entries())
      for (const b of regions.slice(i + 1)) pairs.set(`${a} and ${b}`, [a, b]);
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}
