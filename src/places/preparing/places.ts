import type { Gazetteer } from '../gazetteer.ts';
import { nation, nationOf, type Place } from '../place.ts';
import type { Site } from './site.ts';

/**
 * The places an observatory of these institutions needs: their cities, all Chinese prefectures and provinces, and the
 * nations of all these and of institutions without a city. Sorted by id. A city that the gazetteer is too coarse for
 * is named, and put on the map, by the record of its first institution.
 */
export function placeRows(gazetteer: Gazetteer, sites: Iterable<Site>): Place[] {
  const places = new Map<string, Place>();
  for (const place of [...gazetteer.chineseCities(), ...gazetteer.provinces()]) places.set(place.id, place);
  const nations = new Set(['iso:CN']);
  const inOrder = [...sites].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const site of inOrder) {
    if (site.country !== null) nations.add(nationOf(site.country));
    if (site.city === null || places.has(site.city)) continue;
    const place = gazetteer.city(site.city) ?? recordedCity(site, site.city);
    places.set(place.id, place);
    nations.add(place.nation);
  }
  for (const id of nations) {
    const place = nation(id.slice(4));
    if (place !== null) places.set(place.id, place);
  }
  return [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function recordedCity(site: Site, id: string): Place {
  return {
    id,
    kind: 'city',
    name: site.cityName ?? id,
    nameZh: null,
    country: site.country,
    province: null,
    nation: nationOf(site.country ?? 'ZZ'),
    adminCode: null,
    geonamesId: Number(id.slice(3)),
    latitude: site.latitude,
    longitude: site.longitude,
  };
}
