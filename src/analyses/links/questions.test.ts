import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench } from '../../../test/observatory/observatories.ts';
import type { RawWork } from '../../../test/observatory/oracle-works.ts';
import { openAlexLines, REGIONS } from '../../../test/observatory/worlds.ts';
import { Observatory } from '../../observatory/index.ts';
import type { Links } from './question.ts';
import { links } from './analysis.ts';

/** Institutions of the small world by the city they are in. */
const IN = { nanjing: 2, shanghai: 3, suzhou: 5, london: 6, cambridge: 8, oxford: 9, hangzhou: 12 } as const;
type City = keyof typeof IN;

let next = 1;
/** A work of one author in each city. */
function work(year: number, ...cities: City[]): RawWork {
  const id = next++;
  return {
    id: `https://openalex.org/W${id}`,
    publication_year: year,
    type: 'article',
    authorships: cities.map((city, i) => ({
      author: { id: `https://openalex.org/A${id}${i}` },
      institutions: [{ id: `https://openalex.org/I${IN[city]}` }],
    })),
  };
}

/** 2018 is a star around Suzhou, 2019 is whole, 2020 has no link, 2021 has one pair of cities alone. */
const WORKS = [
  work(2018, 'suzhou', 'nanjing'),
  work(2018, 'suzhou', 'london'),
  work(2018, 'suzhou', 'hangzhou'),
  work(2019, 'suzhou', 'nanjing'),
  work(2019, 'nanjing', 'london'),
  work(2019, 'suzhou', 'london', 'hangzhou'),
  work(2019, 'shanghai', 'nanjing'),
  work(2019, 'shanghai', 'cambridge'),
  work(2019, 'hangzhou', 'cambridge'),
  work(2020, 'oxford'),
  work(2020, 'suzhou'),
  work(2021, 'suzhou', 'nanjing'),
  work(2021, 'suzhou', 'nanjing'),
];

const bench = new Bench();
let observatory: Observatory;
beforeAll(async () => {
  await bench.build({
    works: [bench.works('works.jsonl', WORKS)],
    institutions: [bench.text('institutions.jsonl', openAlexLines())],
    regions: [bench.text('regions.csv', REGIONS)],
  });
  observatory = await Observatory.open(bench.path('out'));
});
afterAll(() => {
  observatory.close();
  bench.dispose();
});

const ask = (params: Record<string, unknown>): Promise<Links> =>
  links.run(observatory, links.params.parse(params));
const only = (year: number) => ({ years: { from: year, to: year } });

describe('a year that has no expectation', () => {
  const STAR = 'one place holds half of all links';

  it('is left out of observed and expected alike, and told', async () => {
    const { intra, rows, about } = await ask({ place: 'delta', years: { from: 2018, to: 2019 } });
    const whole = await ask({ place: 'delta', ...only(2019) });
    expect(intra).toMatchObject({ observed: 2, reason: null });
    expect({ ...intra, ratioInterval: null, intraShareInterval: null }).toEqual({
      ...whole.intra,
      ratioInterval: null,
      intraShareInterval: null,
    });
    expect(rows[0]).toMatchObject({ full: 2, a: { id: 'cn:3201' }, b: { id: 'cn:3205' } });
    expect(rows[0].ratio).toBeCloseTo(1 / rows[0].expected!, 8);
    expect(about.notes).toContain(
      `years without an expectation (${STAR}) are left out of observed and expected alike: 2018`,
    );
    expect(whole.about.notes.join()).not.toContain('without an expectation');
  });

  it('has counts and no ratio where it is all that is asked for, and says why', async () => {
    const { intra, rows } = await ask({ place: 'delta', ...only(2018) });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      full: 1,
      expected: null,
      ratio: null,
      ratioInterval: null,
      reason: STAR,
    });
    expect(intra).toMatchObject({
      ratio: null,
      intraShare: null,
      expectedShare: null,
      intraShareReason: STAR,
    });
  });

  it('is not one in which two cities have all links: there what is expected is what is', async () => {
    const { rows } = await ask({ place: 'Nanjing', ...only(2021) });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ full: 2, expected: 2, ratio: 1 });
  });
});

describe('where there are no links', () => {
  it('there are no rows, and an intra share is null and says so', async () => {
    for (const years of [2020, 1999]) {
      const { intra, rows } = await ask({ place: 'delta', ...only(years) });
      expect(rows).toEqual([]);
      expect(intra).toMatchObject({ ratio: null, intraShare: null, reason: 'no links', expectedShare: null });
      const pair = await ask({
        place: 'cn:3205',
        with: 'London, GB',
        ...only(years),
      });
      expect(pair.rows[0]).toMatchObject({ full: 0, expected: null, ratio: null, reason: 'no links' });
    }
  });

  it('no number of an answer is made up', async () => {
    for (const params of [{ ...only(2020) }, { place: 'delta', ...only(2018) }, { place: 'isles' }]) {
      const finite = (value: unknown): boolean =>
        typeof value === 'number'
          ? Number.isFinite(value)
          : typeof value !== 'object' || value === null || Object.values(value).every(finite);
      const answer = await ask(params);
      expect(finite(answer.rows) && finite(answer.intra)).toBe(true);
    }
  });
});

describe('a question that contradicts itself is refused with what to do', () => {
  it.each([
    ['overlapping definitions', { place: 'delta', with: 'core' }, /share 1 city \(cn:3100\).*do not overlap/],
    ['a region and a city of it', { place: 'delta', with: 'cn:3205' }, /share 1 city/],
    ['a region and its nation', { place: 'iso:CN', with: 'delta' }, /share 3 cities.*cannot be counted/],
    ['a place and itself', { place: 'cn:3205', with: 'cn:3205' }, /share 1 city/],
    [
      'an overlap made on the spot',
      { place: 'delta', region: [{ name: 'Mine', cities: ['cn:3100', 'cn:3301'] }] },
      /Mine.* share 1 city/,
    ],
    ['a partner without a place', { with: 'cn:3205' }, /needs two places.*Give `place`/],
    ['fields of many pairs', { place: 'delta', by: 'field' }, /split by field.*`with`.*`by`/],
    ['rows without a place', { rows: 'partners' }, /`rows` needs a place/],
    ['the inside of a city', { place: 'cn:3205', rows: 'inside' }, /is a city and has no pairs inside/],
    [
      'a kind that is not the place’s',
      { place: 'cn:3205', kind: 'region' },
      /Suzhou \(cn:3205\) has pairs of kind city, not region/,
    ],
    ['one pair and a kind', { place: 'cn:3205', with: 'cn:3201', kind: 'city' }, /one pair is selected/],
    [
      'partners of a region of one’s own',
      { region: [{ name: 'Mine', cities: ['cn:3205'] }], rows: 'partners' },
      /no partners of a region of your own.*`with`/,
    ],
    [
      'a third region',
      { place: 'delta', with: 'isles', region: [{ name: 'Mine', cities: ['cn:3301'] }] },
      /“Mine” is not used by this question/,
    ],
    [
      'co-affiliation by sector',
      { sector: ['education'], coaffiliation: false },
      /not known by sector.*Leave out/,
    ],
    [
      'an unknown sector',
      { sector: ['university'] },
      /No institution is of the type “university”.*education/,
    ],
    ['a name that two cities bear', { place: 'Suzhou' }, /fits 2 places: cn:3205.*cn:3413.*Give the id/],
    [
      'a city without institutions',
      { place: 'Paris, FR' },
      /Paris \(gn:2988507\) has no institution in this observatory/,
    ],
  ])('%s', async (_, params, message) => {
    await expect(ask(params)).rejects.toThrow(message);
    await expect(ask(params)).rejects.toHaveProperty('name', 'InputError');
  });
});
