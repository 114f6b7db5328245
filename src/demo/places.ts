import type { Gazetteer } from '../places/gazetteer.ts';
import type { Place } from '../places/place.ts';

import type { WorldCity } from './geography.ts';
import { LARGEST } from './sizes.ts';
import type { WorldRegion } from './truth.ts';

/** A region definition as src/places reads it; only what the world needs of it. */
export interface DefinitionLike {
  readonly id: string;
  readonly name: string;
  readonly policyYear: number | null;
  readonly members: readonly { readonly city: string }[];
}

/**
 * The real cities of the synthetic world, by id: China's cities, the members of the definitions, and the rest of the
 * list of the largest. A city of unknown point is left out, since no record could be located there.
 */
export function worldCities(gazetteer: Gazetteer, regions: readonly WorldRegion[]): WorldCity[] {
  const ids = [...regions.flatMap(({ members }) => members), ...LARGEST.map(([id]) => id)];
  const places = [...gazetteer.chineseCities(), ...ids.flatMap((id) => gazetteer.city(id) ?? [])];
  const cities = new Map(places.flatMap((place) => worldCity(place) ?? []).map((city) => [city.id, city]));
  return [...cities.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function worldRegions(definitions: readonly DefinitionLike[]): WorldRegion[] {
  return definitions.map(({ id, name, policyYear, members }) => ({
    id,
    name,
    policyYear,
    members: members.map(({ city }) => city),
  }));
}

function worldCity({ id, name, country, geonamesId, latitude, longitude }: Place): WorldCity | null {
  if (country === null || latitude === null || longitude === null) return null;
  return { id, name, country, geonamesId, latitude, longitude };
}
