import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Entry } from './openalex-server.ts';

const SHARED = '../shared/data';
const WORKS = `${SHARED}/works/global-health-journals.jsonl.gz`;
const ROR = `${SHARED}/institutions/ror-records.jsonl.gz`;

/** Whether the real records lie beside the project. */
export const hasRealRecords = existsSync(WORKS) && existsSync(ROR);

interface Named {
  readonly id: string;
  readonly ror: string | null;
  readonly display_name: string;
  readonly country_code: string | null;
  readonly type: string;
  readonly lineage: readonly string[];
}

interface RealWork extends Entry {
  readonly authorships: readonly { readonly institutions: readonly Named[] }[];
}

type Place = Readonly<Record<string, unknown>>;
interface RorRecord {
  readonly id: string;
  readonly addresses?: readonly Place[];
  readonly locations?: readonly { readonly geonames_id: number; readonly geonames_details: Place }[];
}

/**
 * Real works of nine journals of global health, and the institutions that they name, in the form in which OpenAlex has them:
 * names and ids from the works, places from ROR where the shared third of it has them.
 */
export async function globalHealth(): Promise<{ works: Entry[]; institutions: Entry[] }> {
  const works: RealWork[] = [];
  const named = new Map<string, Named>();
  for await (const line of linesOf(WORKS)) {
    const work = JSON.parse(line) as RealWork;
    works.push(work);
    for (const { institutions } of work.authorships) for (const one of institutions) named.set(one.id, one);
  }
  const wanted = new Set([...named.values()].map(({ ror }) => ror));
  const places = new Map<string, Place>();
  for await (const line of linesOf(ROR)) {
    const record = JSON.parse(line) as RorRecord;
    const place = wanted.has(record.id) ? placeOf(record) : null;
    if (place !== null) places.set(record.id, place);
  }
  const institutions = [...named.values()].map((one): Entry => {
    const place = places.get(one.ror ?? '');
    return { ...one, geo: place ?? { country_code: one.country_code } };
  });
  return { works, institutions };
}

/** As `geo` of OpenAlex has it. */
function placeOf({ addresses = [], locations = [] }: RorRecord): Place | null {
  const location = locations.at(0);
  if (location !== undefined) {
    const { name, lat, lng, country_code: country } = location.geonames_details;
    return {
      city: name,
      geonames_city_id: String(location.geonames_id),
      country_code: country,
      latitude: lat,
      longitude: lng,
    };
  }
  const address = addresses.at(0);
  if (address === undefined) return null;
  const city = address.geonames_city as { id?: number; city?: string } | undefined;
  if (city?.id === undefined) return null;
  return {
    city: city.city,
    geonames_city_id: String(city.id),
    latitude: address.lat,
    longitude: address.lng,
  };
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file).pipe(createGunzip()) });
}

/** Cities that generated institutions lie in: GeoNames id, country, and the name in an address. */
const CITIES = [
  ['2643743', 'GB', 'London, United Kingdom'],
  ['1886760', 'CN', 'Suzhou, Jiangsu, China'],
  ['2988507', 'FR', 'Paris, France'],
  ['1850147', 'JP', 'Tokyo, Japan'],
  ['184745', 'KE', 'Nairobi, Kenya'],
] as const;

const institutionId = (n: number): string => `https://openalex.org/I${n}`;

/**
 * Generated works of the journals with these ISSNs, two authors each, and the institutions that they name. An author's address
 * names the city of the institution, but in every tenth work another city.
 */
export function generatedRecords(
  works: number,
  institutions: number,
  issns: readonly string[],
): { works: Entry[]; institutions: Entry[] } {
  return {
    works: Array.from({ length: works }, (_, i) => {
      const year = 2014 + (i % 11);
      return {
        id: `https://openalex.org/W${i + 1}`,
        display_name: `Generated work ${i + 1}`,
        publication_year: year,
        publication_date: `${year}-0${(i % 9) + 1}-15`,
        type: i % 4 === 3 ? 'review' : 'article',
        primary_location: { source: { id: 'https://openalex.org/S1', issn_l: issns[i % issns.length] } },
        authorships: [0, 1].map((author) => {
          const n = ((i * 2 + author) % institutions) + 1;
          const [, , address] = CITIES[(n + (i % 10 === 0 ? 1 : 0)) % CITIES.length];
          const text = `Generated Institute ${n}, ${address}`;
          return {
            author: { id: `https://openalex.org/A${i * 2 + author + 1}` },
            institutions: [{ id: institutionId(n), country_code: CITIES[n % CITIES.length][1] }],
            raw_affiliation_strings: [text],
            affiliations: [{ raw_affiliation_string: text, institution_ids: [institutionId(n)] }],
          };
        }),
      };
    }),
    institutions: Array.from({ length: institutions }, (_, i) => {
      const [geonames, country] = CITIES[(i + 1) % CITIES.length];
      return {
        id: institutionId(i + 1),
        ror: null,
        display_name: `Generated Institute ${i + 1}`,
        country_code: country,
        type: 'education',
        geo: { geonames_city_id: geonames, country_code: country },
      };
    }),
  };
}
