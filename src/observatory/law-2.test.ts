import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAsDefined } from '../../test/observatory/compare.ts';
import type { RawWork } from '../../test/observatory/oracle-works.ts';
import { Bench, rowsOf } from '../../test/observatory/observatories.ts';
import { rorLines } from '../../test/observatory/worlds.ts';
import { WORK } from './units.ts';

/** `[city or reason, Share as a fraction of the work, country]`. */
type Part = readonly [string, number, (string | null)?];
type Institutions = NonNullable<NonNullable<RawWork['authorships']>[number]['institutions']>;

const I = (n: number): string => `https://openalex.org/I${n}`;
const ror = {
  academy: '01aaaaa11',
  south: '02aaaaa12',
  east: '03aaaaa13',
  adrift: '04aaaaa14',
  lake: '05aaaaa15',
  river: '06aaaaa16',
};
const by = (id: string, more: object = {}): Institutions[number] => ({
  id: null,
  ror: `https://ror.org/${id}`,
  display_name: null,
  country_code: null,
  ...more,
});
const named = (display_name: string, country_code: string | null = 'CN'): Institutions[number] => ({
  id: null,
  ror: null,
  display_name,
  country_code,
});

const one = (...institutions: Institutions): RawWork['authorships'] => [
  { author: { id: null }, institutions },
];
const author = (
  id: string | null,
  ...institutions: Institutions
): NonNullable<RawWork['authorships']>[number] => ({
  author: { id: id === null ? null : `https://openalex.org/${id}` },
  institutions,
});

const CASES: readonly (readonly [string, RawWork['authorships'], readonly Part[]])[] = [
  ['an author of one city gives it her whole part', one(by(ror.lake)), [['cn:3205', 1]]],
  [
    'an author of two institutions in two cities gives half to each',
    one(by(ror.lake), by(ror.river)),
    [
      ['cn:3205', 1 / 2],
      ['gn:2643743', 1 / 2],
    ],
  ],
  [
    'an institution named twice counts once',
    one(by(ror.lake), by(ror.lake, { display_name: 'Dept. of Lakes' })),
    [['cn:3205', 1]],
  ],
  [
    'an author listed twice is one author, with the institutions of both',
    [author('A1', by(ror.lake)), author('A1', by(ror.river)), author('A2', by(ror.river))],
    [
      ['cn:3205', 1 / 4],
      ['gn:2643743', 3 / 4],
    ],
  ],
  [
    'an author listed twice, once without an institution, has the one that she has',
    [author('A1'), author('A1', by(ror.lake))],
    [['cn:3205', 1]],
  ],
  [
    'authors without an id are authors of their own',
    [author(null, by(ror.lake)), author(null, by(ror.river)), author(null, by(ror.river))],
    [
      ['cn:3205', 1 / 3],
      ['gn:2643743', 2 / 3],
    ],
  ],
  ['a parent by ROR beside its child is dropped', one(by(ror.academy), by(ror.south)), [['cn:3201', 1]]],
  [
    'a parent beside two children is dropped once',
    one(by(ror.academy), by(ror.south), by(ror.east)),
    [
      ['cn:3201', 1 / 2],
      ['cn:3100', 1 / 2],
    ],
  ],
  [
    'a parent and a child of different authors both count',
    [author('A1', by(ror.academy)), author('A2', by(ror.south))],
    [
      ['cn:1100', 1 / 2],
      ['cn:3201', 1 / 2],
    ],
  ],
  [
    'a lineage speaks in OpenAlex ids, also where the institution files know only ROR',
    one(by(ror.river, { id: I(6) }), by(ror.lake, { id: I(5), lineage: [I(5), I(6)] })),
    [['cn:3205', 1]],
  ],
  [
    'a lineage that names no parent is believed against ROR',
    one(by(ror.academy, { id: I(1) }), by(ror.south, { id: I(2), lineage: [I(2)] })),
    [
      ['cn:1100', 1 / 2],
      ['cn:3201', 1 / 2],
    ],
  ],
  [
    'a parent that no file knows is dropped too',
    one(by(ror.lake, { id: I(5), lineage: [I(5), I(99)] }), {
      id: I(99),
      ror: 'https://ror.org/099aaaa99',
      country_code: 'CN',
    }),
    [['cn:3205', 1]],
  ],
  [
    'of two that each claim to stand above the other none is dropped',
    one(
      by(ror.river, { id: I(6), lineage: [I(5), I(6)] }),
      by(ror.lake, { id: I(5), lineage: [I(5), I(6)] }),
    ),
    [
      ['cn:3205', 1 / 2],
      ['gn:2643743', 1 / 2],
    ],
  ],
  [
    'three that stand above each other in a circle are all kept: no Share is lost',
    one(
      by(ror.river, { id: I(6), lineage: [I(6), I(5)] }),
      by(ror.lake, { id: I(5), lineage: [I(5), I(2)] }),
      by(ror.south, { id: I(2), lineage: [I(2), I(6)] }),
    ),
    [
      ['cn:3205', 1 / 3],
      ['gn:2643743', 1 / 3],
      ['cn:3201', 1 / 3],
    ],
  ],
  [
    'a child without a city stays unlocated though its dropped parent has one',
    one(by(ror.academy), by(ror.adrift)),
    [['only its parent is located', 1, 'CN']],
  ],
  ['a child without a city and without its parent says why', one(by(ror.adrift)), [['no place', 1, 'CN']]],
  ['a name resolves within its country', one(named('The LAKE university')), [['cn:3205', 1]]],
  [
    'a name never resolves in another country',
    one(named('Lake University', 'GB')),
    [['unknown name', 1, 'GB']],
  ],
  [
    'a name of two institutions is ambiguous',
    one(named('Twin University', 'GB')),
    [['ambiguous name', 1, 'GB']],
  ],
  [
    'a name without a country is not looked up',
    one(named('Lake University', null)),
    [['name without country', 1, null]],
  ],
  [
    'an umbrella told by name beside an unresolved name stays unlocated',
    one(named('Academy'), named('Institute of Unheard Things')),
    [
      ['umbrella beside an unresolved name', 1 / 2, 'CN'],
      ['unknown name', 1 / 2, 'CN'],
    ],
  ],
  [
    'an umbrella known by id beside an unresolved name counts where it is',
    one(by(ror.academy), named('Institute of Unheard Things')),
    [
      ['cn:1100', 1 / 2],
      ['unknown name', 1 / 2, 'CN'],
    ],
  ],
  ['an umbrella alone counts where it is', one(named('Academy')), [['cn:1100', 1]]],
  [
    'an unknown id is never looked up by its name',
    one(by('077aaaa77', { display_name: 'Lake University', country_code: 'CN' })),
    [['unknown id', 1, 'CN']],
  ],
  [
    'an unknown ROR id with a known one is two institutions',
    one(by('077aaaa77'), by(ror.lake)),
    [
      ['cn:3205', 1 / 2],
      ['unknown id', 1 / 2, null],
    ],
  ],
  ['a name of signs alone is unknown, and still a name', one(named('***')), [['unknown name', 1, 'CN']]],
  ['a work without authors counts 1, unlocated', [], [['no author', 1, null]]],
  [
    'an author without an institution is unlocated in the one country that her record names',
    [
      { author: { id: null }, institutions: [], countries: ['DE'] },
      { author: { id: null }, institutions: [], countries: ['DE', 'FR'] },
    ],
    [
      ['no institution', 1 / 2, 'DE'],
      ['no institution', 1 / 2, null],
    ],
  ],
];

const WORKS: readonly RawWork[] = CASES.map(([, authorships], i) => ({
  id: `https://openalex.org/W${i + 1}`,
  publication_year: 1900 + i,
  type: 'article',
  authorships: authorships ?? [],
}));

describe('law 2: what an author’s institutions are, and where they count', () => {
  const bench = new Bench();
  let cities: Record<string, unknown>[];
  let unlocated: Record<string, unknown>[];

  beforeAll(async () => {
    const institutions = [bench.text('ror.jsonl', rorLines())];
    await bench.build({ works: [bench.works('works.jsonl', WORKS)], institutions });
    cities = await rowsOf(bench.path('out'), 'work_cities');
    unlocated = await rowsOf(bench.path('out'), 'unlocated');
  });
  afterAll(() => {
    bench.dispose();
  });

  it.each(CASES.map(([title, , parts], i) => [title, i, parts] as const))('%s', (_, i, parts) => {
    const found = [
      ...cities.filter(({ work }) => work === i + 1).map(({ city, share }) => [city, share, null]),
      ...unlocated
        .filter(({ year }) => year === 1900 + i)
        .map(({ reason, share, country }) => [reason, share, country]),
    ];
    const expected = parts.map(([location, share, country]) => [location, share * WORK, country ?? null]);
    expect(found.length, JSON.stringify(found)).toBe(expected.length);
    for (const [location, share, country] of expected) {
      const part = found.find((one) => one[0] === location && one[2] === country);
      expect(part, `${String(location)} of ${JSON.stringify(found)}`).toBeDefined();
      expect(Math.abs(Number(part![1]) - Number(share))).toBeLessThanOrEqual(1);
    }
  });

  it('and all of it as the oracle has it', async () => {
    const given = {
      files: [WORKS],
      institutions: [bench.path('in', 'ror.jsonl')],
      choice: { types: ['article'] },
      cap: 100,
    };
    await expectAsDefined(bench.path('out'), given);
  });
});
