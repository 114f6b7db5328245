import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableBytes, Bench } from '../../test/observatory/observatories.ts';
import { sha256 } from '../../test/observatory/bytes.ts';
import { sql } from '../engine/sql.ts';
import { Observatory } from './open.ts';
import { BY_ADDRESS, keptAs } from './tables/by-address.ts';
import { WORK } from './units.ts';

const I = (number: number): string => `https://openalex.org/I${number}`;

/** Name, country, GeoNames id of its city (null where it has none), latitude and longitude, parents. */
const INSTITUTIONS = [
  [1, 'Harbour Technical University', 'CN', 2037013, 45.75, 126.65, []],
  [2, 'River University', 'GB', 2643743, 51.51, -0.13, []],
  [3, 'Academy', 'CN', 1816670, 39.91, 116.4, []],
  [4, 'Academy Institute', 'CN', 1816670, 39.91, 116.4, [3]],
  [5, 'Adrift Institute', 'GB', null, null, null, []],
  [6, 'Hill University', 'GB', 2653941, 52.2, 0.12, []],
] as const;

const ROR = INSTITUTIONS.map(([number, name, country, geonames, lat, lng, parents]) =>
  JSON.stringify({
    id: I(number),
    display_name: name,
    country_code: country,
    type: 'education',
    geo: {
      geonames_city_id: geonames === null ? null : String(geonames),
      country_code: country,
      latitude: lat,
      longitude: lng,
    },
    lineage: [number, ...parents].map(I),
  }),
).join('\n');

const at = (number: number): object => {
  const [, name, country, , , , parents] = INSTITUTIONS[number - 1];
  return { id: I(number), display_name: name, country_code: country, lineage: [number, ...parents].map(I) };
};
/** An authorship with strings that nobody has paired with its institutions. */
const flat = (institutions: readonly number[], ...strings: string[]): object => ({
  institutions: institutions.map(at),
  raw_affiliation_strings: strings,
});
/** One whose strings are paired with them. */
const paired = (...pairs: (readonly [string, ...number[]])[]): object => ({
  institutions: [...new Set(pairs.flatMap(([, ...numbers]) => numbers))].map(at),
  affiliations: pairs.map(([string, ...numbers]) => ({
    raw_affiliation_string: string,
    institution_ids: numbers.map(I),
  })),
});

type Parts = Readonly<Record<string, number>>;
const SHENZHEN = 'School of Science, Harbour Technical University, Shenzhen, China';

const CASES: readonly (readonly [
  title: string,
  authorships: readonly object[],
  by: { institution: Parts; address: Parts },
])[] = [
  [
    'an address in another prefecture of China moves its institution',
    [flat([1], SHENZHEN)],
    { institution: { 'cn:2301': 1 }, address: { 'cn:4403': 1 } },
  ],
  [
    'a suburb does not leave its city',
    [flat([2], 'River University, Watford, UK')],
    { institution: { 'gn:2643743': 1 }, address: { 'gn:2643743': 1 } },
  ],
  [
    'a city farther away does',
    [flat([2], 'River University, Manchester, UK')],
    { institution: { 'gn:2643743': 1 }, address: { 'gn:2643123': 1 } },
  ],
  [
    'a city of another country does not',
    [flat([2], 'Dept. of Rivers, Paris, France')],
    { institution: { 'gn:2643743': 1 }, address: { 'gn:2643743': 1 } },
  ],
  [
    'nor a city inside a name',
    [flat([1], 'Shenzhen University')],
    { institution: { 'cn:2301': 1 }, address: { 'cn:2301': 1 } },
  ],
  [
    'strings of an institution that name two cities leave it where it is',
    [flat([1], SHENZHEN, 'Harbour Technical University, Weihai, China')],
    { institution: { 'cn:2301': 1 }, address: { 'cn:2301': 1 } },
  ],
  [
    'of paired strings each moves its own institution',
    [paired([SHENZHEN, 1], ['River University, London, UK', 2])],
    { institution: { 'cn:2301': 0.5, 'gn:2643743': 0.5 }, address: { 'cn:4403': 0.5, 'gn:2643743': 0.5 } },
  ],
  [
    'a string of two institutions moves neither',
    [paired(['Universities of Rivers and Hills, Manchester, UK', 2, 6])],
    {
      institution: { 'gn:2643743': 0.5, 'gn:2653941': 0.5 },
      address: { 'gn:2643743': 0.5, 'gn:2653941': 0.5 },
    },
  ],
  [
    'but the one that is left where the other stands above it',
    [paired(['Academy Institute, Academy, Hefei 230031, China', 3, 4])],
    { institution: { 'cn:1100': 1 }, address: { 'cn:3401': 1 } },
  ],
  [
    'several strings that nobody has paired with several institutions move nothing',
    [flat([1, 2], SHENZHEN, 'River University, Manchester, UK')],
    { institution: { 'cn:2301': 0.5, 'gn:2643743': 0.5 }, address: { 'cn:2301': 0.5, 'gn:2643743': 0.5 } },
  ],
  [
    'an institution without a city is where its address says',
    [flat([5], 'Adrift Institute, Leeds, UK')],
    { institution: { 'no place': 1 }, address: { 'gn:2644688': 1 } },
  ],
  [
    'an author without an institution too',
    [
      { institutions: [], countries: ['GB'], raw_affiliation_strings: ['Leeds, UK'] },
      flat([2], 'London, UK'),
    ],
    {
      institution: { 'no institution': 0.5, 'gn:2643743': 0.5 },
      address: { 'gn:2644688': 0.5, 'gn:2643743': 0.5 },
    },
  ],
  [
    'an author with two addresses in one place of an institution counts once',
    [
      { author: { id: 'https://openalex.org/A1' }, ...flat([1], SHENZHEN) },
      { author: { id: 'https://openalex.org/A1' }, ...flat([1], `Lab, ${SHENZHEN}`) },
      flat([1]),
    ],
    { institution: { 'cn:2301': 1 }, address: { 'cn:4403': 0.5, 'cn:2301': 0.5 } },
  ],
];

const WORKS = CASES.map(([, authorships], i) =>
  JSON.stringify({
    id: `https://openalex.org/W${i + 1}`,
    publication_year: 1900 + i,
    type: 'article',
    authorships,
  }),
);

describe('authorships counted by institution and by address', () => {
  const bench = new Bench();
  const opened = new Map<'institution' | 'address', Observatory>();

  beforeAll(async () => {
    await bench.build({
      works: [bench.works('works.jsonl', WORKS)],
      institutions: [bench.text('institutions.jsonl', ROR)],
    });
    for (const locatedBy of ['institution', 'address'] as const)
      opened.set(locatedBy, await Observatory.open(bench.path('out'), { locatedBy }));
  });
  afterAll(() => {
    for (const observatory of opened.values()) observatory.close();
    bench.dispose();
  });

  const partsOf = async (locatedBy: 'institution' | 'address', work: number): Promise<Parts> => {
    const rows = await opened.get(locatedBy)!.query<{ location: string; share: number }>(sql`
      SELECT city AS location, CAST(share AS DOUBLE) / ${WORK} AS share FROM work_cities WHERE work = ${work}
      UNION ALL SELECT reason, CAST(share AS DOUBLE) / ${WORK} FROM unlocated WHERE year = ${1899 + work}`);
    return Object.fromEntries(rows.map(({ location, share }) => [location, share]));
  };

  it.each(CASES.map(([title, , by], i) => [title, i + 1, by] as const))('%s', async (_, work, by) => {
    expect(await partsOf('institution', work)).toEqual(by.institution);
    expect(await partsOf('address', work)).toEqual(by.address);
  });

  it('keeps the laws under both', async () => {
    for (const observatory of opened.values()) expect(await observatory.checkLaws()).toEqual([]);
  });

  it('names every city that addresses name among the places', async () => {
    const [row] = await opened
      .get('address')!
      .query(sql`SELECT name, country FROM places WHERE place = 'gn:2644688'`);
    expect(row).toEqual({ name: 'Leeds', country: 'GB' });
  });

  it('says which rule an observatory is opened by, and what addresses said', () => {
    const { manifest, locatedBy } = opened.get('address')!;
    expect(locatedBy).toBe('address');
    expect(manifest.locatedBy).toBe('institution');
    expect(
      Object.fromEntries(manifest.addresses!.map(({ outcome, strings }) => [outcome, strings])),
    ).toMatchObject({
      'newly located': 2,
      'another country': 1,
      near: 1,
    });
  });

  it('counts authors without an institution for no institution, and still adds up', async () => {
    const rows = await opened
      .get('address')!
      .query<{ institution: string | null; share: number }>(
        sql`SELECT institution, CAST(share AS DOUBLE) / ${WORK} AS share FROM work_institutions WHERE city = 'gn:2644688' ORDER BY share`,
      );
    expect(rows).toEqual([
      { institution: null, share: 0.5 },
      { institution: 'I5', share: 1 },
    ]);
  });

  it('says in its manifest how much is located by the rule that questions ask by default', async () => {
    const out = bench.path('default');
    const manifest = await bench.build({
      works: [bench.path('in', 'works.jsonl')],
      institutions: [bench.path('in', 'institutions.jsonl')],
      locate: 'address',
      out,
    });
    expect(manifest.locatedBy).toBe('address');
    expect(manifest.located.share).toBe(1);
    expect(opened.get('address')!.manifest.located.share).toBeLessThan(1);
    const observatory = await Observatory.open(out);
    expect(observatory.locatedBy).toBe('address');
    observatory.close();
  });

  it('lets a newer record without an address take the place of one with', async () => {
    const newer = {
      ...(JSON.parse(WORKS[0]) as object),
      updated_date: '2026-01-01',
      authorships: [{ institutions: [at(1)] }],
    };
    const out = bench.path('newer');
    await bench.build({
      works: [bench.path('in', 'works.jsonl'), bench.works('newer.jsonl', [JSON.stringify(newer)])],
      institutions: [bench.path('in', 'institutions.jsonl')],
      out,
    });
    const observatory = await Observatory.open(out, { locatedBy: 'address' });
    expect(await observatory.query(sql`SELECT city FROM work_cities WHERE work = 1`)).toEqual([
      { city: 'cn:2301' },
    ]);
    expect(await observatory.checkLaws()).toEqual([]);
    observatory.close();
  });

  it('refuses the rule where no addresses were read, and says how to have them', async () => {
    const out = bench.path('without');
    const plain = JSON.stringify({
      id: 'https://openalex.org/W1',
      publication_year: 2000,
      type: 'article',
      authorships: [{ institutions: [at(1)] }],
    });
    await bench.build({
      works: [bench.works('without.jsonl', [plain])],
      institutions: [bench.path('in', 'institutions.jsonl')],
      out,
    });
    await expect(Observatory.open(out, { locatedBy: 'address' })).rejects.toThrow(
      /without: its records have no addresses/,
    );
  });

  it('gives the same bytes again, also of the tables by address', async () => {
    const bytes = (): object => ({
      ...tableBytes(bench.path('out')),
      ...Object.fromEntries(
        BY_ADDRESS.map(({ name }) => [
          name,
          sha256(readFileSync(bench.path('out', `${keptAs(name, 'address')}.parquet`))),
        ]),
      ),
    });
    const before = bytes();
    await bench.build({
      works: [bench.path('in', 'works.jsonl')],
      institutions: [bench.path('in', 'institutions.jsonl')],
      segment: 3,
    });
    expect(bytes()).toEqual(before);
  });
});
