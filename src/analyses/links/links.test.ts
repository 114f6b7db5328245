import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  analysedWorld,
  type AnalysedWorld,
  ofSectors,
  readMembers,
  readWorks,
} from '../../../test/analysed-world.ts';
import {
  cityPairs,
  linkByHand,
  type LinkFilter,
  type LinkWork,
  ofTwoSectors,
} from '../../../test/links-by-hand.ts';
import { Bench } from '../../../test/observatory/observatories.ts';
import { openAlexLines, REGIONS, worksOf } from '../../../test/observatory/worlds.ts';
import { sql } from '../../engine/sql.ts';
import { Observatory } from '../../observatory/index.ts';
import { COUNTING_NAMES, type CountingName } from '../collaboration/counting.ts';
import type { LinkRow, Links } from './question.ts';
import { links } from './analysis.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 1200, seed: 21, authorCap: 6 });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Links> =>
  links.run(world.observatory, links.params.parse({ top: 1000, ...params }));

const FILTERS: readonly LinkFilter[] = [
  { coaffiliation: true, capped: false },
  { coaffiliation: false, capped: false },
  { coaffiliation: true, capped: true },
  { coaffiliation: false, capped: true },
];
const PLAIN = FILTERS[0];

/** The cities of a place: a city's own, a region's members, those of a region of one's own. */
type Cities = (place: string) => ReadonlySet<string>;
const citiesOf: Cities = (place) => world.members.get(place) ?? new Set([place]);

/** Holds every number of a row that comes from counting to the works themselves. */
function compare(
  row: LinkRow,
  works: readonly LinkWork[],
  filter: LinkFilter,
  more: { counting?: CountingName; cities?: Cities; hatsKnown?: boolean } = {},
): void {
  const { counting = 'full', cities = citiesOf, hatsKnown = true } = more;
  const [here, there] = [cities(row.a.id), cities(row.b.id)];
  const joint = works.filter(({ parts }) =>
    [here, there].every((side) => parts.some(({ place }) => side.has(place))),
  );
  const byHand = (changed: Partial<LinkFilter> = {}) =>
    linkByHand(joint, here, there, { ...filter, ...changed });
  const due = byHand();
  for (const name of COUNTING_NAMES) expect(row[name]).toBeCloseTo(due[name], 6);
  expect(row.works).toBe(due.full);
  expect(row.fewWorks).toBe(due.full < 10);
  expect(row.withCapped).toBeCloseTo(byHand({ capped: true })[counting], 6);
  if (hatsKnown) expect(row.withoutCoaffiliation).toBeCloseTo(byHand({ coaffiliation: false })[counting], 6);
  else expect(row.withoutCoaffiliation).toBeNull();
}

/** Weights of all pairs of cities that share a work, by `a b`. */
function everyPair(
  works: readonly LinkWork[],
  counting: CountingName,
  filter: LinkFilter,
): Map<string, number> {
  const all = new Map<string, number>();
  for (const work of works)
    for (const [a, b] of cityPairs(work, filter)) {
      const weight = linkByHand([work], new Set([a]), new Set([b]), filter)[counting];
      const key = [a, b].sort().join(' ');
      all.set(key, (all.get(key) ?? 0) + weight);
    }
  return all;
}

const keyOf = ({ a, b }: LinkRow): string => [a.id, b.id].sort().join(' ');

/** The rows are the heaviest of all pairs, heaviest first. */
function expectHeaviest(rows: readonly LinkRow[], all: ReadonlyMap<string, number>, counting: CountingName) {
  for (const [i, row] of rows.entries())
    if (i > 0) expect(row[counting]).toBeLessThanOrEqual(rows[i - 1][counting]);
  const shown = new Set(rows.map(keyOf));
  expect(shown.size).toBe(rows.length);
  for (const key of shown) expect(all.has(key)).toBe(true);
  const least = Math.min(...rows.map((row) => row[counting]));
  for (const [key, weight] of all) if (!shown.has(key)) expect(weight).toBeLessThanOrEqual(least + 1e-6);
}

describe('the heaviest pairs of cities', () => {
  it.each(COUNTING_NAMES)('by %s, under every filter, are those of the works', async (counting) => {
    for (const filter of FILTERS) {
      const { rows, intra } = await ask({ counting, top: 40, ...filter });
      expect(rows).toHaveLength(40);
      expect(intra).toBeNull();
      for (const row of rows) compare(row, world.works, filter, { counting });
      expectHeaviest(rows, everyPair(world.works, counting, filter), counting);
    }
  });

  it('differ with the filter, so that a filter left out would be seen', () => {
    const [plain, strict, capped] = FILTERS.map((filter) => everyPair(world.works, 'full', filter));
    const sum = (pairs: ReadonlyMap<string, number>): number => [...pairs.values()].reduce((a, b) => a + b);
    expect(sum(strict)).toBeLessThan(sum(plain) - 20);
    expect(sum(capped)).toBeGreaterThan(sum(plain) + 20);
  });

  it('of one city are all its pairs, itself first', async () => {
    for (const filter of FILTERS) {
      const { rows } = await ask({ place: 'cn:3205', ...filter });
      const all = everyPair(world.works, 'full', filter);
      for (const key of all.keys()) if (!key.split(' ').includes('cn:3205')) all.delete(key);
      expect(rows.map(({ a }) => a.id)).toEqual(rows.map(() => 'cn:3205'));
      expect(rows.map(keyOf).sort()).toEqual([...all.keys()].sort());
      for (const row of rows) compare(row, world.works, filter);
    }
  });
});

describe('links of provinces, nations and regions', () => {
  it.each(['province', 'nation', 'region'] as const)(
    'between %ss count authors and works once, under every filter',
    async (kind) => {
      for (const filter of FILTERS) {
        const { rows } = await ask({ kind, top: 15, ...filter });
        expect(rows.length).toBeGreaterThan(10);
        for (const row of rows) {
          expect([row.a.kind, row.b.kind]).toEqual([kind, kind]);
          compare(row, world.works, filter);
        }
      }
    },
  );

  it('are never of definitions that overlap', async () => {
    const { rows } = await ask({ kind: 'region' });
    const pairs = rows.map(keyOf);
    expect(pairs).toContain('def:jjj_13 def:yrd_41');
    expect(pairs).not.toContain('def:yrd_27_central def:yrd_41');
    for (const { a, b } of rows)
      expect([...citiesOf(a.id)].filter((city) => citiesOf(b.id).has(city))).toEqual([]);
  });

  it('of one region are its pairs of cities inside, or its partners of its kind', async () => {
    const inside = await ask({ place: 'yrd_41' });
    const members = citiesOf('def:yrd_41');
    const all = everyPair(world.works, 'full', PLAIN);
    for (const key of all.keys()) if (!key.split(' ').every((city) => members.has(city))) all.delete(key);
    expect(inside.rows.map(keyOf).sort()).toEqual([...all.keys()].sort());
    for (const row of inside.rows) compare(row, world.works, PLAIN);

    const partners = await ask({ place: 'yrd_41', rows: 'partners' });
    expect(partners.intra).toBeNull();
    expect(new Set(partners.rows.map(({ a }) => a.id))).toEqual(new Set(['def:yrd_41']));
    expect(partners.rows.map(({ b }) => b.id)).not.toContain('def:yrd_27_central');
    for (const row of partners.rows) compare(row, world.works, PLAIN);
  });
});

describe('the link of two places', () => {
  it.each([
    ['cn:1100', 'cn:3100'],
    ['def:jjj_13', 'def:yrd_41'],
    ['cn-p:32', 'iso:US'],
    ['cn:3100', 'def:gba_9_2'],
    ['def:golden_triangle', 'iso:CN'],
  ])('%s with %s is counted once, whatever their kinds and the filter', async (place, partner) => {
    for (const [i, filter] of FILTERS.entries()) {
      const counting = COUNTING_NAMES[i];
      const { rows } = await ask({ place, with: partner, counting, ...filter });
      expect(rows.map(({ a, b }) => [a.id, b.id])).toEqual([[place, partner]]);
      expect(rows[0].works).toBeGreaterThan(0);
      compare(rows[0], world.works, filter, { counting });
    }
  });

  it('is the row of the two among the heaviest pairs', async () => {
    for (const kind of ['city', 'region', 'nation']) {
      const [top] = (await ask({ kind, top: 1 })).rows;
      const [pair] = (await ask({ place: top.a.id, with: top.b.id })).rows;
      for (const name of [
        ...COUNTING_NAMES,
        'withCapped',
        'withoutCoaffiliation',
        'expected',
        'ratio',
      ] as const)
        expect(pair[name]).toBeCloseTo(top[name]!, 6);
    }
  });

  it('of places that share no work is nothing, and says so', async () => {
    const all = everyPair(world.works, 'full', { coaffiliation: true, capped: true });
    const alone = world.cities.find(
      (city) => !all.has(['cn:1100', city].sort().join(' ')) && city !== 'cn:1100',
    )!;
    const [row] = (await ask({ place: 'cn:1100', with: alone })).rows;
    expect(row).toMatchObject({ works: 0, full: 0, fractional: 0, partner: 0, score: 0, fewWorks: true });
    compare(row, world.works, PLAIN);
  });

  it('may be of regions made up on the spot', async () => {
    const own = new Map([
      ['adhoc:North', new Set(['cn:1100', 'cn:1200', 'cn:1301'])],
      ['adhoc:Delta', new Set(['cn:3100', 'cn:3205', 'cn:3301'])],
    ]);
    const region = [...own].map(([id, cities]) => ({ name: id.slice(6), cities: [...cities] }));
    for (const filter of FILTERS) {
      const { rows, about } = await ask({ region, ...filter });
      expect(rows.map(({ a, b }) => [a.id, b.id])).toEqual([['adhoc:North', 'adhoc:Delta']]);
      compare(rows[0], world.works, filter, { cities: (place) => own.get(place)! });
      expect(about.definitions).toEqual([
        { id: 'adhoc:North', version: null, cities: 3 },
        { id: 'adhoc:Delta', version: null, cities: 3 },
      ]);
    }
  });
});

describe('links under filters of years, field and sector', () => {
  it('are those of the works of these years', async () => {
    const works = world.works.filter(({ year }) => year >= 2015 && year <= 2016);
    for (const params of [{}, { kind: 'region' }, { place: 'def:yrd_41', with: 'cn:1100' }]) {
      const { rows, about } = await ask({ years: { from: 2015, to: 2016 }, top: 20, ...params });
      expect(about.works).toBe(works.length);
      for (const row of rows) compare(row, works, PLAIN);
    }
  });

  it('are those of the works of a field, down to the topic, with and without co-affiliation', async () => {
    const [{ field, topic }] = await world.observatory.query<{ field: number; topic: number }>(sql`
      SELECT f.parent AS field, arg_max(t.topic, t.n) AS topic FROM fields f
      JOIN (SELECT topic, subfield, count(*) AS n FROM works WHERE topic <> 0 GROUP BY topic, subfield) t ON t.subfield = f.id
      WHERE f.level = 'subfield' GROUP BY f.parent ORDER BY sum(t.n) DESC LIMIT 1`);
    const subfields = (
      await world.observatory.query<{ id: number }>(
        sql`SELECT id FROM fields WHERE level = 'subfield' AND parent = ${field}`,
      )
    ).map(({ id }) => id);
    for (const [name, works] of [
      [`field:${field}`, world.works.filter(({ subfield }) => subfields.includes(subfield))],
      [`T${topic}`, world.works.filter((work) => work.topic === topic)],
      ['none', world.works.filter(({ subfield }) => subfield === 0)],
    ] as const)
      for (const filter of FILTERS) {
        const { rows } = await ask({ field: name, top: 20, ...filter });
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) compare(row, works, filter);
        expectHeaviest(rows, everyPair(works, 'full', filter), 'full');
        const [row] = (await ask({ field: name, place: 'iso:CN', with: 'iso:US', ...filter })).rows;
        compare(row, works, filter);
      }
  });

  it('of one sector are between its institutions, k their cities', async () => {
    const works = ofSectors(world.works, ['company']);
    for (const capped of [false, true])
      for (const params of [{ top: 40 }, { kind: 'nation', top: 10 }, { place: 'yrd_41', with: 'jjj_13' }]) {
        const { rows } = await ask({ sector: ['company'], capped, counting: 'score', ...params });
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows)
          compare(row, works, { coaffiliation: true, capped }, { counting: 'score', hatsKnown: false });
      }
  });

  it('of two sectors have one end of each, of which only the parts that meet score', async () => {
    const works = ofTwoSectors(world.works, ['education', 'company']);
    for (const capped of [false, true])
      for (const params of [{ top: 60 }, { kind: 'region', top: 20 }, { place: 'yrd_41', with: 'jjj_13' }]) {
        const { rows, about } = await ask({ sector: ['education', 'company'], capped, ...params });
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          compare(row, works, { coaffiliation: true, capped }, { hatsKnown: false });
          expect(row).toMatchObject({
            expected: null,
            ratio: null,
            ratioInterval: null,
            reason: 'no expectation between two sectors',
          });
        }
        expect(about.notes.join('\n')).toMatch(/one end of every pair is education, the other company/);
      }
    const either = everyPair(ofSectors(world.works, ['education', 'company']), 'full', PLAIN);
    const both = everyPair(works, 'full', PLAIN);
    expect(both.size).toBeGreaterThan(20);
    expect(both.size).toBeLessThan(either.size - 20);
  });
});

describe('authors with many affiliations', () => {
  it('are one author of a region, however many of its cities they are in', async () => {
    const bench = new Bench();
    const [records] = fc.sample(worksOf(200), { seed: 5, numRuns: 1 });
    const works = [bench.works('works.jsonl', records)];
    const institutions = [bench.text('institutions.jsonl', openAlexLines())];
    const regions = [bench.text('regions.csv', REGIONS)];
    await bench.build({ works, institutions, regions, authorCap: 6 });
    const observatory = await Observatory.open(bench.path('out'));
    try {
      const written = await readWorks(observatory, 6);
      const members = await readMembers(observatory);
      const cities: Cities = (place) => members.get(place) ?? new Set([place]);
      for (const filter of FILTERS)
        for (const params of [
          {},
          { kind: 'region' },
          { kind: 'nation' },
          { place: 'def:delta', with: 'def:isles' },
          { place: 'cn:1100', with: 'def:core' },
          { place: 'def:delta' },
        ]) {
          const { rows } = await links.run(observatory, links.params.parse({ ...params, ...filter }));
          expect(rows.length).toBeGreaterThan(0);
          for (const row of rows) compare(row, written, filter, { cities });
        }
    } finally {
      observatory.close();
      bench.dispose();
    }
  });
});
