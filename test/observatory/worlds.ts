import fc from 'fast-check';
import type { RawWork } from './oracle-works.ts';

/** Institutions of a small world, as OpenAlex gives them: two umbrellas with children, one in a city of its own, … */
interface Institution {
  readonly number: number;
  readonly ror: string;
  readonly name: string;
  readonly country: string;
  /** GeoNames id of its city; null where it is known to no place. */
  readonly geonames: number | null;
  readonly parents?: readonly number[];
}

const INSTITUTIONS: readonly Institution[] = [
  { number: 1, ror: '01aaaaa11', name: 'Academy', country: 'CN', geonames: 1816670 },
  { number: 2, ror: '02aaaaa12', name: 'Institute South', country: 'CN', geonames: 1799962, parents: [1] },
  { number: 3, ror: '03aaaaa13', name: 'Institute East', country: 'CN', geonames: 1796236, parents: [1] },
  { number: 4, ror: '04aaaaa14', name: 'Institute Adrift', country: 'CN', geonames: null, parents: [1] },
  { number: 5, ror: '05aaaaa15', name: 'Lake University', country: 'CN', geonames: 1886760 },
  { number: 6, ror: '06aaaaa16', name: 'River University', country: 'GB', geonames: 2643743 },
  { number: 7, ror: '07aaaaa17', name: 'River College', country: 'GB', geonames: 2643743, parents: [6] },
  { number: 8, ror: '08aaaaa18', name: 'Bridge University', country: 'GB', geonames: 2653941 },
  { number: 9, ror: '09aaaaa19', name: 'Twin University', country: 'GB', geonames: 2640729 },
  { number: 10, ror: '010aaaa20', name: 'Twin University', country: 'GB', geonames: 2643743 },
  { number: 11, ror: '011aaaa21', name: 'Harbour University', country: 'HK', geonames: 1819729 },
  { number: 12, ror: '012aaaa22', name: 'City University', country: 'CN', geonames: 1808926 },
];

const openalex = (number: number): string => `https://openalex.org/I${number}`;

/** The institutions as OpenAlex records, lines of JSON. */
export function openAlexLines(): string {
  return INSTITUTIONS.map(({ number, ror, name, country, geonames, parents = [] }) =>
    JSON.stringify({
      id: openalex(number),
      ror: `https://ror.org/${ror}`,
      display_name: name,
      country_code: country,
      type: 'education',
      geo: { geonames_city_id: geonames === null ? null : String(geonames), country_code: country },
      lineage: [number, ...parents].map(openalex),
    }),
  ).join('\n');
}

/** The same as ROR records, which know nothing of OpenAlex ids. */
export function rorLines(): string {
  return INSTITUTIONS.map(({ ror, name, country, geonames, parents = [] }) =>
    JSON.stringify({
      id: `https://ror.org/${ror}`,
      names: [{ value: name, types: ['ror_display'] }],
      locations:
        geonames === null
          ? [{ geonames_id: null, geonames_details: { country_code: country } }]
          : [{ geonames_id: geonames, geonames_details: { country_code: country } }],
      relationships: parents.map((parent) => ({
        type: 'parent',
        id: `https://ror.org/${INSTITUTIONS[parent - 1].ror}`,
      })),
      status: 'active',
      types: ['education'],
    }),
  ).join('\n');
}

/** Two definitions that share a city, and one apart. */
export const REGIONS = `definition,name,version,place,source
delta,Delta,1,cn:3201,test
delta,Delta,1,cn:3205,test
delta,Delta,1,cn:3100,test
core,Core,1,cn:3100,test
core,Core,1,cn:3301,test
isles,Isles,1,gn:2643743,test
isles,Isles,1,gn:2653941,test
isles,Isles,1,gn:2640729,test
`;

type Mention = NonNullable<NonNullable<RawWork['authorships']>[number]['institutions']>[number];

/** How much of an institution a record tells: ids and lineage, ids alone, ROR alone, name and country, name alone. */
function mentions(): fc.Arbitrary<Mention> {
  const institution = fc.oneof(
    fc.constantFrom(...INSTITUTIONS),
    fc.constantFrom(...INSTITUTIONS.slice(0, 4)),
  );
  const how = fc.constantFrom('lineage', 'odd lineage', 'ids', 'ror', 'name', 'bare');
  return fc.oneof(
    fc.tuple(institution, how, fc.integer({ min: 1, max: 5 })).map(([one, told, other]) => {
      const { number, ror, name, country, parents = [] } = one;
      const described = { display_name: name, country_code: told === 'bare' ? null : country };
      if (told === 'name' || told === 'bare') return { id: null, ror: null, ...described };
      const ids = {
        id: told === 'ror' ? null : openalex(number),
        ror: `https://ror.org/${ror}`,
        ...described,
      };
      if (told === 'lineage') return { ...ids, lineage: [number, ...parents].map(openalex) };
      return told === 'odd lineage' ? { ...ids, lineage: [number, other].map(openalex) } : ids;
    }),
    fc.constantFrom<Mention>(
      {
        id: openalex(77),
        ror: null,
        display_name: 'Nowhere Institute',
        country_code: 'DE',
        lineage: [openalex(77)],
      },
      {
        id: openalex(78),
        ror: 'https://ror.org/078aaaa78',
        display_name: 'Nowhere Group',
        country_code: 'FR',
        lineage: null,
      },
      {
        id: openalex(79),
        ror: null,
        display_name: 'Nowhere Lab',
        country_code: 'FR',
        lineage: [openalex(79), openalex(78)],
      },
      { id: null, ror: null, display_name: 'Unheard of', country_code: 'CN' },
    ),
  );
}

function authorship(): fc.Arbitrary<NonNullable<RawWork['authorships']>[number]> {
  return fc.record({
    author: fc.oneof(
      fc.integer({ min: 1, max: 9 }).map((n) => ({ id: `https://openalex.org/A${n}` })),
      fc.constant({ id: null }),
    ),
    institutions: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 4, arbitrary: mentions().map((one) => [one]) },
      { weight: 3, arbitrary: fc.array(mentions(), { minLength: 2, maxLength: 5 }) },
    ),
    countries: fc.constantFrom<string[]>([], ['CN'], ['GB'], ['CN', 'GB']),
  });
}

/** Works with few and many authors, repeated authors, none at all, a list of exactly 100, repeated ids of works. */
export function worksOf(count: number): fc.Arbitrary<RawWork[]> {
  const authorships = fc.oneof(
    { weight: 12, arbitrary: fc.array(authorship(), { minLength: 1, maxLength: 9 }) },
    { weight: 1, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc
        .array(authorship(), { minLength: 3, maxLength: 3 })
        .map((few) => Array.from({ length: 100 }, (_, i) => few[i % 3])),
    },
  );
  return fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: count }).map((n) => `https://openalex.org/W${n}`),
      publication_year: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(2019, 2020, 2021) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      type: fc.constantFrom('article', 'article', 'article', 'review', 'dataset', null),
      is_retracted: fc.oneof(
        { weight: 12, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      is_paratext: fc.constant(false),
      is_authors_truncated: fc.constantFrom(null, null, null, false, true),
      updated_date: fc.constantFrom('2024-01-01', '2024-02-01T10:00:00.000000', '2024-03-01'),
      primary_topic: fc.constantFrom(
        null,
        // One topic under two names, as records of two times call it.
        ...['Machine Learning', 'Learning Machines'].map((display_name) => ({
          id: 'https://openalex.org/T10',
          display_name,
          subfield: { id: 'https://openalex.org/subfields/1702' },
          field: { id: 'https://openalex.org/fields/17' },
          domain: { id: 'https://openalex.org/domains/3' },
        })),
        {
          id: 'https://openalex.org/T11',
          subfield: { id: 'https://openalex.org/subfields/2204' },
          field: { id: 'https://openalex.org/fields/22' },
          domain: { id: 'https://openalex.org/domains/3' },
        },
      ),
      authorships,
    }),
    { minLength: count, maxLength: count },
  );
}
