import type { Definition, Gazetteer } from '../places/index.ts';

/** Cities of a place that lie in one province; `whole` is the province where they are all of it. */
export interface Tile {
  readonly whole: string | null;
  readonly cities: readonly string[];
}

interface World {
  readonly gazetteer: Gazetteer;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/**
 * The parts that a place's figure may be summed from, without overlap or gap; null for what has no parts: a city, a
 * subject, a nation whose provinces are not known. Members that belong in part are whole tiles (see `partial`).
 */
export function cover(place: string, { gazetteer, definitions }: World): readonly Tile[] | null {
  const definition = definitions.get(place);
  if (definition !== undefined)
    return tiles(
      definition.members.map(({ city }) => city),
      gazetteer,
    );
  if (place === 'iso:CN') {
    const provinces = [...gazetteer.tables.provinces.values()].map(({ code }) => `cn-p:${code}`);
    return provinces.map((whole) => ({ whole, cities: gazetteer.admin(whole) ?? [] }));
  }
  const cities = place.startsWith('cn-p:') ? gazetteer.admin(place) : null;
  return cities === null || cities.length < 2
    ? null
    : cities.map((city) => ({ whole: null, cities: [city] }));
}

/** Members of a definition that belong in part; their figures count whole, which makes a sum too large. */
export function partial(place: string, { definitions }: World): readonly string[] {
  const members = definitions.get(place)?.members ?? [];
  return members.filter(({ membership }) => membership === 'partial').map(({ city }) => city);
}

function tiles(cities: readonly string[], gazetteer: Gazetteer): Tile[] {
  const byProvince = new Map<string, string[]>();
  for (const city of cities) {
    const province = gazetteer.city(city)?.province ?? city;
    byProvince.set(province, [...(byProvince.get(province) ?? []), city]);
  }
  return [...byProvince].flatMap(([province, members]): Tile[] => {
    const all = province.startsWith('cn-p:') ? gazetteer.admin(province) : null;
    const whole = all !== null && all.every((city) => members.includes(city));
    return whole
      ? [{ whole: province, cities: members }]
      : members.map((city) => ({ whole: null, cities: [city] }));
  });
}
