import type { Gazetteer } from './gazetteer.ts';

/** A municipality and the province of the same ground: each other's id; null for every other place. */
export function sameGround(place: string, gazetteer: Gazetteer): string | null {
  if (place.startsWith('cn-p:')) {
    const cities = gazetteer.admin(place) ?? [];
    return cities.length === 1 ? cities[0] : null;
  }
  const province = gazetteer.city(place)?.province ?? null;
  return province !== null && gazetteer.admin(province)?.length === 1 ? province : null;
}
