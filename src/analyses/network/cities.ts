import { messages } from '../messages.ts';
import { sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import type { Pair } from '../aggregates/aggregates.ts';
import { aggregatesOf } from '../aggregates/aggregates-of.ts';
import { counted, COUNTING_COLUMN, type LinkFilter, pick } from '../collaboration/counting.ts';
import { membersOf } from '../collaboration/question.ts';
import { pairSums } from '../collaboration/pairs.ts';
import { ownName, type PlaceName, resolvePlace } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import { type AdHocRegion, resolveAdHoc } from '../places/units.ts';
import type { NetworkParams } from './question.ts';

/** Whose cities are linked; all cities where there is no place. */
export interface NetworkQuestion {
  readonly place: PlaceName | null;
  readonly candidates: readonly string[] | null;
  readonly adHoc: readonly AdHocRegion[];
}

/** @throws InputError for a place that is unknown or a city, and for more than one place */
export async function networkQuestion(
  observatory: Observatory,
  given: Pick<NetworkParams, 'place' | 'region'>,
): Promise<NetworkQuestion> {
  const adHoc = await resolveAdHoc(observatory, given.region);
  const own = adHoc.find(
    ({ id, name }) => given.place === null || given.place === name || given.place === id,
  );
  if (adHoc.length > 1 || (adHoc.length === 1 && own === undefined))
    throw new InputError(messages.severalPlaces());
  if (own === undefined && given.place === null) return { place: null, candidates: null, adHoc };
  const place =
    own === undefined
      ? await resolvePlace(observatory, given.place!, ['region', 'province', 'nation'])
      : ownName(own);
  const candidates = (await membersOf(observatory, [place], adHoc)).get(place.id)!;
  return { place, candidates, adHoc };
}

/** The cities of a network with their links, and how much was left out. */
export interface Chosen {
  /** In order of id, so that nothing that is computed from them depends on another order. */
  readonly cities: readonly string[];
  readonly pairs: readonly Pair[];
  /** Cities that have links but are beyond `top`, or members without any beyond it. */
  readonly citiesLeft: number;
  /** Links below the least number of joint works. */
  readonly weakLinks: number;
  /** Part of the weight of all links among the candidates that is in the network; null where there are none. */
  readonly kept: number | null;
}

interface CityStrength {
  readonly city: string;
  readonly strength: number;
  readonly weak: number;
  readonly weakLinks: number;
}

/** The strongest candidates under the counting, by links of enough joint works, and their links. */
export async function chosenCities(
  observatory: Observatory,
  population: Population,
  filter: LinkFilter,
  { candidates }: NetworkQuestion,
  { counting, minimum, top }: Pick<NetworkParams, 'counting' | 'minimum' | 'top'>,
): Promise<Chosen> {
  const pairs = pairSums(observatory, population, { kind: 'city', place: null, inside: candidates });
  const works = counted('works', filter, 's');
  const found = await observatory.query<CityStrength>(sql`
    WITH weighed AS (
      SELECT s.a, s.b, ${works} >= ${minimum} AS enough, ${counted(COUNTING_COLUMN[counting], filter, 's')} AS weight
      FROM (${pairs}) s WHERE ${works} > 0
    ),
    ends AS (SELECT a AS city, enough, weight FROM weighed UNION ALL SELECT b, enough, weight FROM weighed)
    SELECT city, coalesce(sum(weight) FILTER (WHERE enough), 0) AS strength,
      coalesce(sum(weight) FILTER (WHERE NOT enough), 0) AS weak, count(*) FILTER (WHERE NOT enough) AS weakLinks
    FROM ends WHERE weight > 0 GROUP BY city ORDER BY city`);
  // Sums of floats differ in their last digits with the order of rows; the order of cities must not.
  const strengths = new Map(found.map(({ city, strength }) => [city, Number(strength.toPrecision(12))]));
  const everybody = candidates ?? found.filter(({ strength }) => strength > 0).map(({ city }) => city);
  const cities = [...everybody]
    .sort((a, b) => (strengths.get(b) ?? 0) - (strengths.get(a) ?? 0) || (a < b ? -1 : 1))
    .slice(0, top)
    .sort();
  const among = await aggregatesOf(observatory, population).topPairs({
    ...{ kind: 'city', place: null, inside: cities, counting: COUNTING_COLUMN[counting], filter },
    top: cities.length ** 2,
  });
  const kept = among.filter((pair) => pick(pair, 'works', filter) >= minimum);
  const total = found.reduce((sum, { strength, weak }) => sum + strength + weak, 0) / 2;
  const inside = kept.reduce((sum, pair) => sum + pick(pair, COUNTING_COLUMN[counting], filter), 0);
  return {
    cities,
    pairs: kept,
    citiesLeft: everybody.length - cities.length,
    weakLinks: found.reduce((sum, { weakLinks }) => sum + weakLinks, 0) / 2,
    kept: total > 0 ? inside / total : null,
  };
}
