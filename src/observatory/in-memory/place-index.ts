import { sql } from '../../engine/sql.ts';
import type { PlaceKind } from '../../places/index.ts';
import type { Tables } from './tables.ts';

/** Places by number, in the order of their ids, and which cities make up which. */
export interface PlaceIndex {
  readonly ids: readonly string[];
  readonly kinds: readonly PlaceKind[];
  readonly countries: readonly (string | null)[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Cities of every province, nation and definition, by its id. */
  readonly members: ReadonlyMap<string, readonly number[]>;
}

export async function readPlaceIndex(tables: Tables): Promise<PlaceIndex> {
  const places = await tables.query<{
    place: string;
    kind: PlaceKind;
    country: string | null;
    province: string | null;
    nation: string | null;
  }>(sql`SELECT place, kind, country, province, nation FROM places ORDER BY place`);
  const numbers = new Map(places.map(({ place }, i) => [place, i]));
  const members = new Map<string, number[]>();
  const join = (unit: string | null, city: number): void => {
    if (unit === null) return;
    const cities = members.get(unit);
    if (cities === undefined) members.set(unit, [city]);
    else cities.push(city);
  };
  for (const [city, { kind, province, nation }] of places.entries()) {
    if (kind !== 'city') continue;
    join(province, city);
    join(nation, city);
  }
  const regions = await tables.query<{ region: string; city: string }>(
    sql`SELECT region, city FROM region_cities ORDER BY region, city`,
  );
  for (const { region, city } of regions) {
    const number = numbers.get(city);
    if (number !== undefined) join(region, number);
  }
  return {
    ids: places.map(({ place }) => place),
    kinds: places.map(({ kind }) => kind),
    countries: places.map(({ country }) => country),
    numbers,
    members,
  };
}
