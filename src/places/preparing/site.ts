import type { Gazetteer } from '../gazetteer.ts';
import type { InstitutionRecord } from '../institutions/record.ts';
import { locate, type Located } from '../locate.ts';
import type { Correction } from './corrections.ts';
import type { Merged } from './merge.ts';

/** An institution with its place, before its relations. */
export interface Site {
  /** 9-character ROR id; else OpenAlex `I123`; else `name:CC:normalised name`. */
  readonly id: string;
  readonly ror: string | null;
  readonly openalex: string | null;
  readonly name: string;
  /** ROR types, lower case. */
  readonly types: readonly string[];
  readonly country: string | null;
  /** Place id of the city it counts in; null with a `reason`. */
  readonly city: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The step that decided on the city. */
  readonly locatedBy: string | null;
  /** Why it has no city. */
  readonly reason: string | null;
  /** How many locations its record lists; it counts at the first. */
  readonly locations: number;
  /** Kilometres to the point that decided, where a point did. */
  readonly km: number | null;
  /** What the deciding record calls the city: the name of a place too small for the gazetteer. */
  readonly cityName: string | null;
}

/** Where an institution counts: by the first of its records that says so. Other gaps are filled in the same order. */
export function siteOf(merged: Merged, gazetteer: Gazetteer): Site {
  // A group of former records only cannot be: the record they lead to is in it.
  const records = merged.records;
  const tried = records.map((record) => ({ record, located: placeOf(record, gazetteer) }));
  const { record, located } = tried.find((one) => one.located.city !== null) ?? tried[0];
  const first = records[0];
  const filled = <T>(read: (one: InstitutionRecord) => T | null): T | null =>
    records.map(read).find((value) => value !== null) ?? null;
  return {
    id: merged.id,
    ror: merged.ror,
    openalex: merged.openalex,
    name: first.name,
    types: records.find(({ types }) => types.length > 0)?.types ?? [],
    country: filled(({ country }) => country),
    city: located.city,
    latitude: record.latitude,
    longitude: record.longitude,
    locatedBy: located.locatedBy,
    reason: located.reason,
    locations: record.locations,
    km: located.km,
    cityName: record.cityName,
  };
}

function placeOf(record: InstitutionRecord, gazetteer: Gazetteer): Located {
  if (record.city === null) return locate(record, gazetteer);
  const resolved = gazetteer.resolve(record.city);
  if (resolved.place === null) return { city: null, locatedBy: null, reason: 'no such city', km: null };
  return { city: resolved.place.id, locatedBy: 'given', reason: null, km: null };
}

/** The institution where the correction puts it; a new one when there was none. */
export function correctSite(
  { institution, city, name, country }: Correction,
  before: Site | undefined,
  gazetteer: Gazetteer,
): Site {
  const place = gazetteer.city(city);
  const decided = { city, locatedBy: 'correction', reason: null, km: null, cityName: null };
  if (before !== undefined) return { ...before, ...decided };
  return {
    id: institution,
    ror: /^0/.test(institution) ? institution : null,
    openalex: /^I\d/.test(institution) ? institution : null,
    name: name ?? institution,
    types: [],
    country: country ?? place?.country ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    locations: 1,
    ...decided,
  };
}
