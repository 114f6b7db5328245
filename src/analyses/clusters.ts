import { sql } from '../engine/sql.ts';
import type { Observatory } from '../observatory/index.ts';

/** Cities of every definition of an observatory, by its place id. */
export type Clusters = ReadonlyMap<string, ReadonlySet<string>>;

export async function readClusters(observatory: Observatory): Promise<Clusters> {
  const rows = await observatory.query<{ region: string; city: string }>(
    sql`SELECT region, city FROM region_cities ORDER BY region, city`,
  );
  const clusters = new Map<string, Set<string>>();
  for (const { region, city } of rows) {
    const cities = clusters.get(region);
    if (cities === undefined) clusters.set(region, new Set([city]));
    else cities.add(city);
  }
  return clusters;
}

/** Whether two definitions are of one region idea: at least half of the smaller one's cities are in both. */
export function sameCluster(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = [...a].filter((city) => b.has(city)).length;
  return common > 0 && 2 * common >= Math.min(a.size, b.size);
}

/** The other definitions of the region that a definition draws. */
export function siblings(clusters: Clusters, id: string): string[] {
  const own = clusters.get(id);
  if (own === undefined) return [];
  return [...clusters]
    .filter(([other, cities]) => other !== id && sameCluster(own, cities))
    .map(([other]) => other);
}

/** One definition of every other region, the largest, so that no region stands in a ranking twice. */
export function rivals(clusters: Clusters, id: string): string[] {
  const own = clusters.get(id) ?? new Set<string>();
  const taken: ReadonlySet<string>[] = [own];
  const chosen: string[] = [];
  const bySize = [...clusters].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  for (const [other, cities] of bySize) {
    if (other === id || taken.some((one) => sameCluster(one, cities))) continue;
    taken.push(cities);
    chosen.push(other);
  }
  return chosen.sort();
}
