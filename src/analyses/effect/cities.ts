import { messages } from './messages.ts';
import { list, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { outputs } from '../output/output.ts';
import { factsOf, type PlaceFacts } from '../panel/places.ts';
import { placeNames } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import { MOST_CITIES } from './question.ts';

/** Cities of an estimate, those of the region and those they are compared with, each with what is known of it. */
export interface EffectCities {
  readonly region: readonly PlaceFacts[];
  readonly controls: readonly PlaceFacts[];
  /** Cities of the region without output under the filters. */
  readonly silent: number;
  /** Other cities left aside because they belong to another delineation of the same region. */
  readonly aside: number;
  /** Controls that belong to another region with a policy of its own in these years. */
  readonly treated: number;
  /** Controls of another nation than most of the region. */
  readonly foreign: number;
  /** Controls for each city of the region, and how many were asked for: an estimate takes no more cities than MOST_CITIES. */
  readonly perCity: number;
  readonly asked: number;
}

/** Which others are wanted. */
export interface Others {
  /** For each city of the region; null for enough. */
  readonly controls: number | null;
  readonly untreated: boolean;
  /** Last year of the works. */
  readonly last: number;
}

/** So many others give placebo regions something to be drawn from. */
const ENOUGH = 100;

/**
 * The cities of a region that have output, and for each `controls` others with the output nearest to its own (ratio of
 * Shares over the years before the policy), of the same nation first, each taken once: the largest city of the region
 * chooses first. Cities of another delineation of the same region, one that has more than half of its cities in it,
 * are no controls: what concerns the region may concern them. Cities of other regions with a policy of their own in these
 * years may have changed for that reason: they are counted, or are no controls where `untreated` asks for it.
 *
 * @throws InputError for a region with more cities than an estimate takes
 */
export async function effectCities(
  observatory: Observatory,
  population: Population,
  members: readonly string[],
  before: { readonly from: number; readonly to: number },
  { controls, untreated, last }: Others,
): Promise<EffectCities> {
  const shares = await sharesOf(observatory, population, before);
  const region = members.filter((city) => shares.has(city));
  const asked = controls ?? Math.max(3, Math.ceil(ENOUGH / Math.max(region.length, 1)));
  const most = region.length === 0 ? asked : Math.floor(MOST_CITIES / region.length) - 1;
  if (most < 1)
    throw new InputError(messages.largeRegion({ most: Math.floor(MOST_CITIES / 2), cities: region.length }));
  const same = await otherDelineations(observatory, members);
  const others = [...shares.keys()].filter((city) => !members.includes(city));
  const treated = await citiesOfPolicies(observatory, { from: before.from, to: last });
  const candidates = others.filter((city) => !same.has(city) && !(untreated && treated.has(city)));
  const nations = await nationsOf(observatory, [...region, ...candidates]);
  const home = mostOf(region.map((city) => nations.get(city) ?? null));
  const perCity = Math.min(asked, most);
  const chosen = match(region, candidates, shares, (city) => nations.get(city) === home, perCity);
  const named = async (ids: readonly string[]): Promise<PlaceFacts[]> =>
    factsOf(observatory, [...(await placeNames(observatory, ids)).values()], []);
  return {
    region: await named(region),
    controls: await named(chosen),
    silent: members.length - region.length,
    aside: others.filter((city) => same.has(city)).length,
    treated: chosen.filter((city) => treated.has(city)).length,
    foreign: chosen.filter((city) => nations.get(city) !== home).length,
    perCity,
    asked,
  };
}

/** Share of every city over the years before the policy; of those that have output in any year. */
async function sharesOf(
  observatory: Observatory,
  population: Population,
  before: { readonly from: number; readonly to: number },
): Promise<Map<string, number>> {
  const rows = await outputs(observatory, population, { kinds: ['cities'], definitions: null, adHoc: [] });
  const shares = new Map<string, number>();
  for (const { unit, year, share } of rows) {
    const inside = year >= before.from && year <= before.to;
    shares.set(unit, (shares.get(unit) ?? 0) + (inside ? share : 0));
  }
  return shares;
}

/** Cities of definitions that have more than half of these cities. */
async function otherDelineations(observatory: Observatory, members: readonly string[]): Promise<Set<string>> {
  const rows = await observatory.query<{ city: string }>(sql`
    SELECT DISTINCT r.city FROM region_cities r JOIN (
      SELECT region FROM region_cities WHERE city IN (${list(members)})
      GROUP BY region HAVING 2 * count(*) > ${members.length}
    ) alike ON alike.region = r.region ORDER BY r.city`);
  return new Set(rows.map(({ city }) => city));
}

/** Cities that belong to a region with a policy in these years. */
async function citiesOfPolicies(
  observatory: Observatory,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Set<string>> {
  const rows = await observatory.query<{ city: string }>(sql`
    SELECT DISTINCT r.city FROM region_cities r JOIN places p ON p.place = r.region
    WHERE p.policy_year BETWEEN ${from} AND ${to} ORDER BY r.city`);
  return new Set(rows.map(({ city }) => city));
}

async function nationsOf(observatory: Observatory, cities: readonly string[]): Promise<Map<string, string>> {
  const rows = await observatory.query<{ place: string; nation: string | null }>(
    sql`SELECT place, nation FROM places WHERE kind = 'city' AND place IN (${list(cities)})`,
  );
  return new Map(rows.flatMap(({ place, nation }) => (nation === null ? [] : [[place, nation] as const])));
}

function mostOf(values: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || ((a ?? '') < (b ?? '') ? -1 : 1)).at(0)?.[0] ?? null;
}

function match(
  region: readonly string[],
  candidates: readonly string[],
  shares: ReadonlyMap<string, number>,
  atHome: (city: string) => boolean,
  each: number,
): string[] {
  const size = (city: string): number => Math.log(shares.get(city)! + 0.1);
  const free = new Set(candidates);
  const order = [...region].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  const chosen: string[] = [];
  for (const city of order)
    for (let turn = 0; turn < each; turn++) {
      let best: string | null = null;
      let least = Infinity;
      for (const other of free) {
        // Another nation counts as farther than any difference of size.
        const far = Math.abs(size(other) - size(city)) + (atHome(other) ? 0 : 100);
        if (far < least || (far === least && best !== null && other < best)) [best, least] = [other, far];
      }
      if (best === null) return chosen.sort();
      free.delete(best);
      chosen.push(best);
    }
  return chosen.sort();
}
