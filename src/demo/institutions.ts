import { greatest } from '../measures/extremes.ts';
import { SYNTHETIC } from './mark.ts';
import type { Geography, WorldCity } from './geography.ts';
import { cumulative, pick, streamOf } from './sampling.ts';

export interface SyntheticInstitution {
  /** Number n of `https://openalex.org/I9…n`. */
  readonly number: number;
  /** Index of its city. */
  readonly city: number;
  readonly name: string;
  readonly type: string;
  /** Positions in the list, nearest ancestor first. */
  readonly ancestors: readonly number[];
  /** False for the few whose record says no place. */
  readonly located: boolean;
  /** How many authors work there. */
  readonly authors: number;
}

const TYPES = ['education', 'company', 'facility', 'healthcare', 'government'] as const;
const TYPE_SUMS = cumulative([40, 20, 15, 15, 10]);
const NAMES: Record<(typeof TYPES)[number], string> = {
  education: 'University',
  company: 'Company',
  facility: 'Laboratory',
  healthcare: 'Hospital',
  government: 'Bureau',
};
/** A country of at least so many cities has a national academy whose institutes stand in many of them. */
const ACADEMY_CITIES = 6;

export interface CityInstitutions {
  /** Positions of the city's institutions, and the running sums of their weights (1/rank^0.8). */
  readonly members: readonly number[];
  readonly sums: Float64Array;
}

/**
 * The institutions of every city: 1 to some 25, the first always of education, of five ROR types. Hospitals often
 * belong to the city's first university; some laboratories belong to the country's academy, which counts at the
 * country's largest city (the umbrella that piles into capitals); one in two hundred records has no place.
 */
export function drawInstitutions(geography: Geography, seed: number): SyntheticInstitution[] {
  const random = streamOf(seed, 'institutions');
  const { cities, mass } = geography;
  const largest = greatest(mass);
  const list: SyntheticInstitution[] = [];
  const add = (institution: Omit<SyntheticInstitution, 'number'>): number =>
    list.push({ number: list.length + 1, ...institution }) - 1;

  const byCountry = new Map<string, number[]>();
  cities.forEach((city, i) => byCountry.set(city.country, [...(byCountry.get(city.country) ?? []), i]));
  const academies = new Map<string, number>();
  for (const [country, members] of [...byCountry].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (members.length < ACADEMY_CITIES) continue;
    const city = members.reduce((a, b) => (mass[b] > mass[a] ? b : a));
    const name = `National Academy of ${country} (synthetic)`;
    academies.set(
      country,
      add({ city, name, type: 'government', ancestors: [], located: true, authors: 200 }),
    );
  }

  cities.forEach((city, i) => {
    const size = mass[i] / largest;
    const count = Math.max(1, Math.round(25 * size ** 0.6));
    const first = list.length;
    for (let rank = 0; rank < count; rank++) {
      const type = rank === 0 ? 'education' : TYPES[pick(random, TYPE_SUMS)];
      const academy = academies.get(city.country);
      const ancestors =
        type === 'healthcare' && random.uniform() < 0.5
          ? [first]
          : type === 'facility' && academy !== undefined && random.uniform() < 0.5
            ? [academy]
            : [];
      const label =
        academy !== undefined && ancestors.includes(academy)
          ? `Institute of the ${city.country} Academy`
          : NAMES[type];
      add({
        city: i,
        name: `${city.name} ${label} ${rank + 1} (synthetic)`,
        type,
        ancestors,
        located: rank === 0 || random.uniform() >= 0.005,
        authors: 20 + Math.round((2000 * size) / (rank + 1) ** 0.8),
      });
    }
  });
  return list;
}

/** For each city its institutions with their weights; academies are reached through their institutes only. */
export function institutionsByCity(
  list: readonly SyntheticInstitution[],
  cities: number,
): CityInstitutions[] {
  const members: number[][] = Array.from({ length: cities }, () => []);
  list.forEach((institution, i) => {
    if (!institution.name.startsWith('National Academy')) members[institution.city].push(i);
  });
  return members.map((own) => ({ members: own, sums: cumulative(own.map((_, rank) => (rank + 1) ** -0.8)) }));
}

export function openalexId(institution: SyntheticInstitution): string {
  return `https://openalex.org/I9${String(institution.number).padStart(8, '0')}`;
}

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id in the shape of ROR's that can never be one: real check digits run from 02 to 98, these are 00. */
function rorId(institution: SyntheticInstitution): string {
  const n = institution.number;
  return `https://ror.org/0syn${BASE32[(n >> 10) & 31]}${BASE32[(n >> 5) & 31]}${BASE32[n & 31]}00`;
}

/** The institution as it stands on an authorship, `lineage` as of 2023 and later. */
export function mention(
  list: readonly SyntheticInstitution[],
  position: number,
  cities: readonly WorldCity[],
): object {
  const institution = list[position];
  return {
    id: openalexId(institution),
    display_name: institution.name,
    ror: rorId(institution),
    country_code: cities[institution.city].country,
    type: institution.type,
    lineage: [position, ...institution.ancestors].map((at) => openalexId(list[at])),
  };
}

/** The institution as a record of OpenAlex's institutions. */
export function record(
  list: readonly SyntheticInstitution[],
  position: number,
  cities: readonly WorldCity[],
): object {
  const institution = list[position];
  const city = cities[institution.city];
  return {
    ...mention(list, position, cities),
    synthetic: SYNTHETIC,
    display_name_acronyms: [],
    display_name_alternatives: [],
    geo: {
      city: institution.located ? city.name : null,
      geonames_city_id: institution.located && city.geonamesId !== null ? String(city.geonamesId) : null,
      region: null,
      country_code: city.country,
      latitude: institution.located ? city.latitude : null,
      longitude: institution.located ? city.longitude : null,
    },
    associated_institutions: institution.ancestors.map((at) => ({
      id: openalexId(list[at]),
      ror: rorId(list[at]),
      display_name: list[at].name,
      country_code: cities[list[at].city].country,
      type: list[at].type,
      relationship: 'parent',
    })),
    updated_date: '2025-06-01T00:00:00',
  };
}
