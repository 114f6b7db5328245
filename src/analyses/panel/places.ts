import { messages as own } from './messages.ts';
import { messages } from '../messages.ts';
import { list, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import type { PairKind } from '../collaboration/pairs.ts';
import { membersOf } from '../collaboration/question.ts';
import type { UnitChoice } from '../output/output.ts';
import { ownName, placeNames, type PlaceName, resolvePlace } from '../places/names.ts';
import { type AdHocRegion, type Kinds, resolveAdHoc } from '../places/units.ts';
import type { PanelParams } from './question.ts';

const KINDS: Readonly<Record<PairKind, Kinds>> = {
  city: 'cities',
  province: 'provinces',
  nation: 'nations',
  region: 'regions',
};

/** The places that a panel may be of, before it is told which of them have most Share. */
export interface Candidates {
  readonly places: readonly PlaceName[];
  readonly adHoc: readonly AdHocRegion[];
  /** Whether they were named one by one, so that all of them stay. */
  readonly named: boolean;
  /** The units among which output is asked for. */
  readonly choice: UnitChoice;
}

/** @throws InputError for places that are unknown or given twice, or for two ways of naming them at once */
export async function candidatesOf(observatory: Observatory, given: PanelParams): Promise<Candidates> {
  const adHoc = await resolveAdHoc(observatory, given.region);
  const named = (given.place?.length ?? 0) + adHoc.length > 0;
  const ways = [
    ...(named ? ['place'] : []),
    ...(given.inside === null ? [] : ['inside']),
    ...(given.kind === null ? [] : ['kind']),
  ];
  if (ways.length > 1) throw new InputError(own.severalSelections({ ways }));
  const places = named
    ? await namedPlaces(observatory, given.place ?? [], adHoc)
    : given.inside === null
      ? await placesOfKind(observatory, given.kind ?? 'city')
      : await citiesInside(observatory, given.inside);
  const tabled = places.filter(({ id }) => !id.startsWith('adhoc:'));
  const regions = tabled.filter(({ kind }) => kind === 'region').map(({ id }) => id);
  return {
    places,
    adHoc,
    named,
    choice: {
      kinds: [...new Set(tabled.map(({ kind }) => KINDS[kind]))],
      definitions: regions.length === 0 ? null : regions,
      adHoc,
    },
  };
}

async function namedPlaces(
  observatory: Observatory,
  texts: readonly string[],
  adHoc: readonly AdHocRegion[],
): Promise<PlaceName[]> {
  const places: PlaceName[] = [];
  for (const text of texts) {
    const own = adHoc.find(({ id, name }) => id === text || name === text);
    // A region of one's own stands in the panel anyway.
    if (own !== undefined) continue;
    const place = await resolvePlace(observatory, text);
    if (places.some(({ id }) => id === place.id)) throw new InputError(messages.repeatedPlace({ place }));
    places.push(place);
  }
  return [...places, ...adHoc.map(ownName)];
}

async function placesOfKind(observatory: Observatory, kind: PairKind): Promise<PlaceName[]> {
  const rows = await observatory.query<{ place: string }>(
    sql`SELECT place FROM places WHERE kind = ${kind} ORDER BY place`,
  );
  return named(observatory, rows);
}

async function citiesInside(observatory: Observatory, text: string): Promise<PlaceName[]> {
  const place = await resolvePlace(observatory, text, ['province', 'nation', 'region']);
  const cities = (await membersOf(observatory, [place], [])).get(place.id)!;
  return named(
    observatory,
    cities.map((city) => ({ place: city })),
  );
}

async function named(
  observatory: Observatory,
  rows: readonly { readonly place: string }[],
): Promise<PlaceName[]> {
  const names = await placeNames(
    observatory,
    rows.map(({ place }) => place),
  );
  return [...names.values()];
}

/** What a panel says of a place beside its output. */
export interface PlaceFacts {
  readonly name: PlaceName;
  readonly cities: readonly string[];
  /** What all its cities have in common; null where nothing, or where it is not known. */
  readonly nation: string | null;
  readonly province: string | null;
  /** Of a single city. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

/** Places with their cities, in the order of their ids. */
export async function factsOf(
  observatory: Observatory,
  places: readonly PlaceName[],
  adHoc: readonly AdHocRegion[],
): Promise<PlaceFacts[]> {
  const members = await membersOf(observatory, places, adHoc);
  const all = [...new Set([...members.values()].flat())];
  const rows = await observatory.query<City>(sql`
    SELECT place, nation, province, latitude, longitude FROM places
    WHERE kind = 'city' AND place IN (${list(all)}) ORDER BY place`);
  const known = new Map(rows.map((row) => [row.place, row]));
  return places
    .map((name): PlaceFacts => {
      const cities = members.get(name.id)!;
      const own = cities.map((city) => known.get(city));
      const [first] = own;
      const point =
        own.length === 1 && first !== undefined && first.latitude !== null && first.longitude !== null
          ? { latitude: first.latitude, longitude: first.longitude }
          : null;
      return { name, cities, nation: common(own, 'nation'), province: common(own, 'province'), point };
    })
    .sort((a, b) => (a.name.id < b.name.id ? -1 : 1));
}

interface City {
  readonly place: string;
  readonly nation: string | null;
  readonly province: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

function common(cities: readonly (City | undefined)[], of: 'nation' | 'province'): string | null {
  const values = new Set(cities.map((city) => city?.[of] ?? null));
  const [value] = values;
  return values.size === 1 ? value : null;
}

/** Two places of a panel that have a city in common; null where no two have. */
export function overlapOf(places: readonly PlaceFacts[]): readonly [PlaceFacts, PlaceFacts] | null {
  const owner = new Map<string, PlaceFacts>();
  for (const place of places)
    for (const city of place.cities) {
      const other = owner.get(city);
      if (other !== undefined) return [other, place];
      owner.set(city, place);
    }
  return null;
}
