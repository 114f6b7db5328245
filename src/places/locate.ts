import { type Gazetteer, NEAREST_KM } from './gazetteer.ts';
import { normaliseName } from './normalise.ts';

/** Where a record says an institution is. */
export interface Siting {
  /** 9-character ROR id. */
  readonly ror: string | null;
  readonly country: string | null;
  readonly geonamesId: number | null;
  /** The record's own name of the city, and of the subdivision it lies in. */
  readonly cityName: string | null;
  readonly subdivision: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Whether it gives coordinates that are none. */
  readonly impossible?: true;
}

export type LocatedBy =
  | 'correction'
  | 'given'
  | 'override'
  | 'sar'
  | 'prefecture'
  | 'seat'
  | 'nearest'
  | 'rollup'
  | 'geonames';

export type UnlocatedReason =
  | 'no place'
  | 'no country'
  | 'province only'
  | 'no coordinates'
  | 'impossible coordinates'
  | 'far from any coded place'
  | 'country and place disagree'
  | 'no such city';

/** The city an institution counts in and the step that decided, or null and the reason. `km`: to the point that decided. */
export type Located =
  | {
      readonly city: string;
      readonly locatedBy: LocatedBy;
      readonly reason: null;
      readonly km: number | null;
    }
  | { readonly city: null; readonly locatedBy: null; readonly reason: UnlocatedReason; readonly km: null };

/** A Chinese institution within this distance of a prefecture's seat is in that prefecture. */
const SEAT_KM = 3;

/**
 * Where an institution counts, by the steps of data/places/README.md, the first that decides:
 * 1. overrides by ROR id, then by GeoNames id; 2. Hong Kong and Macao by country; in China 3. the GeoNames id of a
 * prefecture's seat, 4. a place that is a province: unlocated, 5. coordinates within 3 km of a seat, 6. the nearest
 * coded point within 10 km; elsewhere 7. the roll-up, else the GeoNames place itself; 8. otherwise unlocated.
 */
export function locate(siting: Siting, gazetteer: Gazetteer): Located {
  const { tables } = gazetteer;
  const { geonamesId } = siting;
  const override =
    (siting.ror === null ? undefined : tables.overridesByRor.get(siting.ror)) ??
    (geonamesId === null ? undefined : tables.overridesByGeonames.get(geonamesId));
  if (override !== undefined) return at(`cn:${override}`, 'override');
  const placeCountry = geonamesId === null ? null : (gazetteer.geonames(geonamesId)?.country ?? null);
  const country = siting.country ?? placeCountry;
  if (country === 'HK') return at('cn:8100', 'sar');
  if (country === 'MO') return at('cn:8200', 'sar');
  if (country === 'CN') return locateInChina(siting, gazetteer);
  if (geonamesId === null) return nowhere(siting.impossible ? 'impossible coordinates' : 'no place');
  if (country === null) return nowhere('no country');
  if (placeCountry === 'CN' || placeCountry === 'HK' || placeCountry === 'MO')
    return nowhere('country and place disagree');
  const rolled = tables.rollup.get(geonamesId);
  return rolled === undefined ? at(`gn:${geonamesId}`, 'geonames') : at(`gn:${rolled.into}`, 'rollup');
}

function locateInChina(siting: Siting, gazetteer: Gazetteer): Located {
  const { geonamesId, latitude, longitude } = siting;
  const standing = geonamesId === null ? null : gazetteer.standing(geonamesId);
  if (standing?.how === 'seat') return at(standing.city, 'prefecture');
  if (isProvince(siting)) return nowhere('province only');
  if (siting.impossible) return nowhere('impossible coordinates');
  if (latitude === null || longitude === null)
    return nowhere(geonamesId === null && siting.cityName === null ? 'no place' : 'no coordinates');
  const seat = gazetteer.seats.find(latitude, longitude, SEAT_KM);
  if (seat !== null) return at(`cn:${seat.point.code}`, 'seat', seat.km);
  const coded = gazetteer.codedPoints.find(latitude, longitude, NEAREST_KM);
  return coded === null
    ? nowhere('far from any coded place')
    : at(`cn:${coded.point.code}`, 'nearest', coded.km);
}

const MUNICIPALITIES = new Set(['beijing', 'tianjin', 'shanghai', 'chongqing']);

/** Whether the record's city is only the name of its province. */
function isProvince({ cityName, subdivision }: Siting): boolean {
  if (cityName === null || subdivision === null) return false;
  const key = normaliseName(cityName);
  return key === normaliseName(subdivision) && !MUNICIPALITIES.has(key);
}

function at(city: string, locatedBy: LocatedBy, km: number | null = null): Located {
  return { city, locatedBy, reason: null, km };
}

function nowhere(reason: UnlocatedReason): Located {
  return { city: null, locatedBy: null, reason, km: null };
}
