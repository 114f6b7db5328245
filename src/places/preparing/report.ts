import type { Gazetteer } from '../gazetteer.ts';
import { kilometres } from '../nearest.ts';
import type { Site } from './site.ts';

/** An institution a person should look at. `km`: to the point that decided (nearest) or to its city (far). */
export interface Doubtful {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly km: number;
}

/** How institutions were placed. */
export interface PlacementReport {
  readonly severalLocations: number;
  /** Institutions by the step that decided, and unlocated ones by reason. */
  readonly locatedBy: Readonly<Record<string, number>>;
  readonly unlocated: Readonly<Record<string, number>>;
  /** Located by the nearest coded point only. */
  readonly nearest: readonly Doubtful[];
  /** Recorded more than 30 km from the city they count in. */
  readonly far: readonly Doubtful[];
  /** Known only to a province. */
  readonly provinceOnly: readonly { readonly id: string; readonly name: string }[];
  /** Institutions at GeoNames places that the gazetteer does not have, so that names and points are the records' own. */
  readonly beyondGazetteer: number;
}

/** An institution recorded farther than this from its city is listed. */
const FAR_KM = 30;

export function placeReport(sites: Iterable<Site>, gazetteer: Gazetteer): PlacementReport {
  const locatedBy: Record<string, number> = {};
  const unlocated: Record<string, number> = {};
  const nearest: Doubtful[] = [];
  const far: Doubtful[] = [];
  const provinceOnly: { id: string; name: string }[] = [];
  let severalLocations = 0;
  let beyondGazetteer = 0;
  for (const { id, name, city, locatedBy: step, reason, km, locations, ...site } of sites) {
    if (locations > 1) severalLocations++;
    if (city === null) {
      const why = reason ?? 'no place';
      unlocated[why] = (unlocated[why] ?? 0) + 1;
      if (reason === 'province only') provinceOnly.push({ id, name });
      continue;
    }
    locatedBy[step ?? 'given'] = (locatedBy[step ?? 'given'] ?? 0) + 1;
    if (step === 'nearest') nearest.push({ id, name, city, km: round(km ?? 0) });
    const place = gazetteer.city(city);
    if (place === null) beyondGazetteer++;
    if (step === 'override' || step === 'correction' || step === 'given') continue;
    if (
      place?.latitude == null ||
      place.longitude === null ||
      site.latitude === null ||
      site.longitude === null
    )
      continue;
    const away = kilometres(site.latitude, site.longitude, place.latitude, place.longitude);
    if (away > FAR_KM) far.push({ id, name, city, km: round(away) });
  }
  return { severalLocations, locatedBy, unlocated, nearest, far, provinceOnly, beyondGazetteer };
}

/** To a tenth of a kilometre. */
function round(km: number): number {
  return Math.round(km * 10) / 10;
}
