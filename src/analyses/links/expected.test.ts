import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, ofSectors } from '../../../test/analysed-world.ts';
import { cityPairs, type LinkFilter, type LinkWork } from '../../../test/links-by-hand.ts';
import type { Links } from './question.ts';
import { links } from './analysis.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 45, years: [2014, 2016] });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Links> =>
  links.run(world.observatory, links.params.parse(params));

const PLAIN: LinkFilter = { coaffiliation: true, capped: false };
const FILTERS: readonly LinkFilter[] = [PLAIN, { coaffiliation: false, capped: true }];

/** Pairs of each work with their weight 1/(k−1): all that the expectation knows. */
interface Weighed {
  readonly year: number;
  readonly pairs: readonly (readonly [a: string, b: string, weight: number])[];
}

function weigh(works: readonly LinkWork[], filter: LinkFilter): Weighed[] {
  return works.map((work) => ({
    year: work.year,
    pairs: cityPairs(work, filter).map(([a, b]) => [a, b, 1 / (work.parts.length - 1)]),
  }));
}

/** The pairs of cities of a group. */
type Group = (a: string, b: string) => boolean;
const between =
  (here: ReadonlySet<string>, there: ReadonlySet<string>): Group =>
  (a, b) =>
    (here.has(a) && there.has(b)) || (here.has(b) && there.has(a));
const insideOf =
  (cities: ReadonlySet<string>): Group =>
  (a, b) =>
    cities.has(a) && cities.has(b);
const touching =
  (cities: ReadonlySet<string>): Group =>
  (a, b) =>
    cities.has(a) || cities.has(b);
const insidePair = (a: string, b: string) => (pair: readonly [string, string]) =>
  insideOf(new Set([a, b]))(...pair);
const citiesOf = (place: string): ReadonlySet<string> => world.members.get(place) ?? new Set([place]);

interface ByHand {
  readonly observed: number;
  readonly expected: number;
}

/** Observed and expected weight of groups, year by year: e_ij = a_i·a_j with a_i(A − a_i) = S_i, by plain iteration. */
function byHand(
  works: readonly Weighed[],
  groups: readonly Group[],
  weights: ArrayLike<number> = new Float64Array(works.length).fill(1),
): ByHand[] {
  const years = new Map<number, Map<string, number>>();
  const observed = groups.map(() => 0);
  for (const [w, { year, pairs }] of works.entries()) {
    if (weights[w] === 0) continue;
    const strengths = years.get(year) ?? new Map<string, number>();
    years.set(year, strengths);
    for (const [a, b, value] of pairs) {
      for (const city of [a, b]) strengths.set(city, (strengths.get(city) ?? 0) + weights[w] * value);
      for (const [g, group] of groups.entries()) if (group(a, b)) observed[g] += weights[w] * value;
    }
  }
  const expected = groups.map(() => 0);
  for (const strengths of years.values()) {
    const cities = [...strengths.keys()];
    const s = [...strengths.values()];
    const total = s.reduce((sum, value) => sum + value, 0);
    let a = s.map((value) => value / Math.sqrt(total));
    for (let step = 0; step < 60; step++) {
      const sum = a.reduce((all, value) => all + value, 0);
      a = a.map((value, i) => (value + s[i] / (sum - value)) / 2);
    }
    for (let i = 0; i < a.length; i++)
      for (let j = i + 1; j < a.length; j++)
        for (const [g, group] of groups.entries())
          if (group(cities[i], cities[j])) expected[g] += a[i] * a[j];
  }
  return groups.map((_, g) => ({ observed: observed[g], expected: expected[g] }));
}

const groupOf = (row: Links['rows'][number]): Group => between(citiesOf(row.a.id), citiesOf(row.b.id));

/** Holds the expected values and ratios of an answer to those of the works. */
function compare({ rows, intra }: Links, works: readonly LinkWork[], filter: LinkFilter): void {
  const inside = intra === null ? new Set<string>() : citiesOf(intra.place.id);
  const groups = [...rows.map(groupOf), insideOf(inside), touching(inside)];
  const due = byHand(weigh(works, filter), groups);
  for (const [i, row] of rows.entries()) {
    expect(row.reason).toBeNull();
    expect(row.expected).toBeCloseTo(due[i].expected, 7);
    expect(row.ratio).toBeCloseTo(due[i].observed / due[i].expected, 5);
    expect(row.ratioInterval![0]).toBeLessThan(row.ratio!);
    expect(row.ratioInterval![1]).toBeGreaterThan(row.ratio!);
  }
  if (intra === null) return;
  const [within, around] = due.slice(-2);
  expect(intra).toMatchObject({
    cities: inside.size,
    observed: expect.closeTo(within.observed, 6) as number,
    expected: expect.closeTo(within.expected, 7) as number,
    ratio: expect.closeTo(within.observed / within.expected, 5) as number,
    intraShare: expect.closeTo(within.observed / around.observed, 7) as number,
    expectedShare: expect.closeTo(within.expected / around.expected, 7) as number,
    reason: null,
    intraShareReason: null,
  });
}

describe('what sizes make likely is quasi-independence worked out from the works, year by year', () => {
  it('for pairs of cities, nations and regions', async () => {
    for (const [i, params] of [
      { top: 15 },
      { top: 15, counting: 'partner' },
      { kind: 'region', top: 10 },
      { kind: 'region', top: 10 },
      { place: 'def:yrd_41', with: 'def:jjj_13' },
      { place: 'cn:1100', with: 'iso:US' },
      { place: 'cn:3205', top: 10 },
      { kind: 'nation', top: 10 },
    ].entries()) {
      const filter = FILTERS[i % 2];
      compare(await ask({ ...params, ...filter }), world.works, filter);
    }
  });

  it.each(['def:yrd_41', 'def:gba_9_2', 'iso:CN', 'def:jjj_13'])(
    'for the inside of %s, and the part of all its pairs that stays inside',
    async (place) => {
      for (const filter of FILTERS) {
        const answer = await ask({ place, top: 5, ...filter });
        expect(answer.intra).not.toBeNull();
        compare(answer, world.works, filter);
      }
    },
  );

  it('for a region of one’s own as for the definition of the same cities', async () => {
    const cities = [...citiesOf('def:jjj_13')];
    const own = await ask({ region: [{ name: 'Mine', cities }], top: 3 });
    const shipped = await ask({ place: 'jjj_13', top: 3 });
    expect({ ...own.intra, place: null }).toEqual({ ...shipped.intra, place: null });
    expect(own.rows).toEqual(shipped.rows);
  });

  it('under years, a field and a sector', async () => {
    const years = { from: 2015, to: 2016 };
    const late = world.works.filter(({ year }) => year >= 2015);
    compare(await ask({ years, place: 'yrd_41', top: 5 }), late, PLAIN);
    const none = late.filter(({ subfield }) => subfield === 0);
    const common = mostCommon(late.map(({ subfield }) => subfield).filter((subfield) => subfield !== 0));
    expect(none.length).toBeGreaterThan(0);
    const field = `subfield:${common}`;
    const own = late.filter(({ subfield }) => subfield === common);
    for (const filter of FILTERS) compare(await ask({ years, field, top: 5, ...filter }), own, filter);
    const topic = mostCommon(own.map((work) => work.topic));
    for (const filter of FILTERS)
      compare(
        await ask({ field: `T${topic}`, top: 5, ...filter }),
        world.works.filter((work) => work.topic === topic),
        filter,
      );
    compare(
      await ask({ sector: ['education'], place: 'yrd_41', top: 5 }),
      ofSectors(world.works, ['education']),
      PLAIN,
    );
  });

  it('in sum over all pairs of a city is what the city has', async () => {
    const { rows } = await ask({ place: 'cn:4201', top: 1000 });
    const weight = rows.reduce((sum, row) => sum + row.partner, 0);
    const partners = new Set(rows.map(({ b }) => b.id));
    const linked = new Set(world.works.flatMap((work) => cityPairs(work, PLAIN).flat()));
    const others = new Set([...linked].filter((city) => city !== 'cn:4201' && !partners.has(city)));
    const [strangers] = byHand(weigh(world.works, PLAIN), [between(new Set(['cn:4201']), others)]);
    const expected = rows.reduce((sum, row) => sum + row.expected!, 0);
    expect(expected + strangers.expected).toBeCloseTo(weight, 6);
  });
});

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

describe('a region', () => {
  it('whose cities share no work has a ratio of nothing without an interval, and says why', async () => {
    const linked = new Set(world.works.flatMap((work) => cityPairs(work, PLAIN).flat()));
    const all = world.works.flatMap((work) => cityPairs(work, PLAIN));
    const [a, b] = [...linked].flatMap((one, i, cities) => {
      const stranger = cities.slice(i + 1).find((other) => !all.some(insidePair(one, other)));
      return stranger === undefined ? [] : [one, stranger];
    });
    const { rows, intra } = await ask({ region: [{ name: 'Strangers', cities: [a, b] }] });
    expect(rows).toEqual([]);
    expect(intra).toMatchObject({
      observed: 0,
      ratio: 0,
      ratioInterval: null,
      reason: 'no variation between works',
      intraShare: 0,
      intraShareInterval: null,
      intraShareReason: 'no variation between works',
    });
    expect(intra!.expected).toBeGreaterThan(0);
  });

  it('of one city, or of cities without a link, has no share of nothing', async () => {
    const linked = new Set(world.works.flatMap((work) => cityPairs(work, PLAIN).flat()));
    const single = await ask({ region: [{ name: 'One', cities: ['cn:1100'] }] });
    expect(single.intra).toMatchObject({ expected: 0, ratio: null, ratioInterval: null, expectedShare: 0 });
    expect(single.intra!.reason).not.toBeNull();
    const alone = world.cities.find((city) => !linked.has(city))!;
    const { intra } = await ask({ region: [{ name: 'Nobody', cities: [alone] }] });
    expect(intra).toMatchObject({ observed: 0, ratio: null, intraShare: null, expectedShare: null });
    expect(intra!.reason).not.toBeNull();
    expect(intra!.intraShareReason).not.toBeNull();
  });
});
