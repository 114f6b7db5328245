import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, ofSectors } from '../../../test/analysed-world.ts';
import { cityPairs, type LinkFilter, type LinkWork } from '../../../test/links-by-hand.ts';
import { sql } from '../../engine/sql.ts';
import { bootstrapWorks, greatCircle, normalQuantile } from '../../measures/index.ts';
import { quotientOf } from './around.ts';
import type { Coordination, CoordinationRow } from './question.ts';
import { coordination } from './analysis.ts';
import type { Estimate } from '../output/estimate.ts';
import { links } from '../links/analysis.ts';
import { findingsIn } from '../../../test/findings-in.ts';

let world: AnalysedWorld;
let points: Map<string, readonly [number, number]>;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 73, years: [2013, 2016] });
  const rows = await world.observatory.query<{ place: string; latitude: number; longitude: number }>(
    sql`SELECT place, latitude, longitude FROM places WHERE kind = 'city' AND latitude IS NOT NULL`,
  );
  points = new Map(rows.map(({ place, latitude, longitude }) => [place, [latitude, longitude]]));
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Coordination> =>
  coordination.run(world.observatory, coordination.params.parse(params));

const PLAIN: LinkFilter = { coaffiliation: true, capped: false };
const FILTERS: readonly LinkFilter[] = [PLAIN, { coaffiliation: false, capped: true }];

const km = (a: string, b: string): number => greatCircle(...points.get(a)!, ...points.get(b)!);

/** What the works of a window, weighted, make of a region: in words of arithmetic only. */
function byHand(
  works: readonly LinkWork[],
  region: ReadonlySet<string>,
  filter: LinkFilter,
  weights: ArrayLike<number> = new Float64Array(works.length).fill(1),
) {
  const cities = [...region].sort();
  const strengths = new Map(cities.map((city) => [city, 0]));
  const shares = new Map(cities.map((city) => [city, 0]));
  const pairs = new Set<string>();
  const sums = { inside: 0, insideKm: 0, outside: 0, outsideKm: 0, joint: 0, here: 0, all: 0 };
  for (const [w, work] of works.entries()) {
    if (weights[w] === 0) continue;
    sums.all += weights[w];
    const own = work.parts.filter(({ place }) => region.has(place));
    for (const { place, share } of own) shares.set(place, shares.get(place)! + weights[w] * share);
    let met = false;
    for (const [a, b] of cityPairs(work, filter)) {
      const weight = weights[w] / (work.parts.length - 1);
      if (region.has(a) && region.has(b)) {
        met = true;
        pairs.add(`${a}|${b}`);
        sums.inside += weight;
        sums.insideKm += weight * km(a, b);
        for (const city of [a, b]) strengths.set(city, strengths.get(city)! + weight);
      } else if (region.has(a) || region.has(b)) {
        sums.outside += weight;
        sums.outsideKm += weight * km(a, b);
      }
    }
    if (met) {
      sums.joint += weights[w];
      sums.here += weights[w] * own.length;
    }
  }
  const n = cities.length;
  const possible = (n * (n - 1)) / 2;
  const s = [...strengths.values()];
  const total = s.reduce((sum, value) => sum + value, 0);
  const y = [...shares.values()];
  const difference = y.reduce((sum, a) => sum + y.reduce((inner, b) => inner + Math.abs(a - b), 0), 0);
  return {
    jointWorks: sums.joint,
    density: pairs.size / possible,
    pairWeight: ((sums.inside / possible) * 1000) / sums.all,
    throughFirst: (2 * Math.max(...s)) / total,
    entropy:
      -s.reduce((sum, value) => sum + (value === 0 ? 0 : (value / total) * Math.log(value / total)), 0) /
      Math.log(n),
    gini: difference / (2 * n * y.reduce((sum, value) => sum + value, 0)),
    kmInside: sums.insideKm / sums.inside,
    kmOutside: sums.outsideKm / sums.outside,
    citiesPerWork: sums.here / sums.joint,
  };
}

const within = (works: readonly LinkWork[], { from, to }: { from: number; to: number }): LinkWork[] =>
  works.filter(({ year }) => year >= from && year <= to);

/** Holds rows of a region to its works. */
function compare(rows: readonly CoordinationRow[], works: readonly LinkWork[], filter: LinkFilter): void {
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    const due = byHand(within(works, row.years), world.members.get(row.place.id)!, filter);
    expect(row.jointWorks).toBe(due.jointWorks);
    expect(row.density).toBeCloseTo(due.density, 12);
    for (const name of [
      'pairWeight',
      'throughFirst',
      'entropy',
      'gini',
      'kmInside',
      'kmOutside',
      'citiesPerWork',
    ] as const)
      expect(row[name].value! / due[name], name).toBeCloseTo(1, 7);
  }
}

describe('how a region works together in a window of years', () => {
  it.each(FILTERS)('is what its works say, one by one, with %j', async (filter) => {
    const answer = await ask({ place: 'yrd_41', peers: ['jjj_13', 'iso:US'], ...filter });
    expect(answer.rows).toHaveLength(12);
    compare(answer.rows, world.works, filter);
    const moving = await ask({ place: 'yrd_41', window: 3, ...filter });
    expect(moving.rows.map(({ years }) => [years.from, years.to])).toEqual([
      [2013, 2015],
      [2014, 2016],
    ]);
    compare(moving.rows, world.works, filter);
  });

  it('is of the works of a field down to the topic, or of a sector', async () => {
    const counts = new Map<number, number>();
    for (const { topic, parts } of world.works)
      if (topic !== 0 && parts.length > 1) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    const [[topic]] = [...counts].sort((a, b) => b[1] - a[1]);
    const own = world.works.filter((work) => work.topic === topic);
    for (const filter of FILTERS)
      compare((await ask({ place: 'iso:CN', field: `T${topic}`, window: 4, ...filter })).rows, own, filter);
    const sector = ['education'];
    compare((await ask({ place: 'yrd_41', sector })).rows, ofSectors(world.works, sector), PLAIN);
  });

  it.each([2013, 2016])('has the intra share and observed/expected of links in %i', async (year) => {
    for (const filter of FILTERS) {
      const { rows } = await ask({ place: 'yrd_41', peers: ['jjj_13'], ...filter });
      for (const row of rows.filter(({ years }) => years.from === year))
        sameAsLinks(row, await intra(row.place.id, { from: year, to: year }, filter));
    }
  });

  it('has those of links in a window of years, and on either side of a policy', async () => {
    const { rows, around } = await ask({ place: 'jjj_13', window: 3, policy: 2015, span: 2 });
    for (const row of rows) sameAsLinks(row, await intra('def:jjj_13', row.years, PLAIN));
    const [own] = around!.places;
    expect([own.before, own.after]).toEqual([
      { from: 2013, to: 2014 },
      { from: 2016, to: 2016 },
    ]);
    sameAsLinks(
      { intraShare: own.intraBefore, ratio: own.ratioBefore },
      await intra('def:jjj_13', own.before!, PLAIN),
    );
    sameAsLinks(
      { intraShare: own.intraAfter, ratio: own.ratioAfter },
      await intra('def:jjj_13', own.after!, PLAIN),
    );
    expect(own.change.value).toBeCloseTo(own.ratioAfter.value! / own.ratioBefore.value!, 10);
  });

  it('comes out the same again', async () => {
    const once = JSON.stringify(await ask({ place: 'yrd_41', peers: ['gba_9_2'] }));
    expect(JSON.stringify(await ask({ place: 'yrd_41', peers: ['gba_9_2'] }))).toBe(once);
  });
});

async function intra(place: string, years: { from: number; to: number }, filter: LinkFilter) {
  const answer = await links.run(world.observatory, links.params.parse({ place, years, top: 1, ...filter }));
  return answer.intra!;
}

function sameAsLinks(
  row: Pick<CoordinationRow, 'intraShare' | 'ratio'> & Partial<Pick<CoordinationRow, 'expectedShare'>>,
  due: Awaited<ReturnType<typeof intra>>,
): void {
  const pairs: [number | null, number | null][] = [
    [row.intraShare.value, due.intraShare],
    [row.ratio.value, due.ratio],
    ...[0, 1].map((i): [number, number] => [row.intraShare.interval![i], due.intraShareInterval![i]]),
    ...[0, 1].map((i): [number, number] => [row.ratio.interval![i], due.ratioInterval![i]]),
  ];
  if (row.expectedShare !== undefined) pairs.push([row.expectedShare, due.expectedShare]);
  for (const [value, other] of pairs) expect(value! / other!).toBeCloseTo(1, 10);
}

const Z = normalQuantile(0.975);

describe('intervals', () => {
  // Of 29 joint works and of 120: evenness bends over the draws where works are few, as the row says of it.
  it.each([
    ['def:yrd_41', 0.2, true],
    ['iso:US', 0.1, false],
  ])(
    'of %s are as wide as a plain bootstrap over the works of the window makes them',
    { tags: 'full' },
    async (place, apart, few) => {
      const [row] = (await ask({ place, window: 4 })).rows;
      expect(row.fewWorks).toBe(few);
      const region = world.members.get(place)!;
      const LOGS = ['kmInside', 'kmOutside', 'citiesPerWork'] as const;
      const PLAINLY = ['pairWeight', 'entropy', 'gini', 'throughFirst'] as const;
      const draws = 400;
      const drawn = bootstrapWorks({
        works: world.works.length,
        draws,
        seed: 9,
        statistic: (weights) => {
          const one = byHand(world.works, region, PLAIN, weights);
          return [...LOGS.map((name) => Math.log(one[name])), ...PLAINLY.map((name) => one[name])];
        },
      });
      const deviation = (k: number): number => {
        const values = Array.from({ length: draws }, (_, d) => drawn[d * 7 + k]);
        const mean = values.reduce((sum, value) => sum + value, 0) / draws;
        return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1));
      };
      for (const [k, name] of [...LOGS, ...PLAINLY].entries()) {
        const [low, high] = row[name].interval!;
        const told = (k < LOGS.length ? Math.log(high / low) : high - low) / (2 * Z);
        expect(Math.abs(told / deviation(k) - 1), `${name}: ${told} beside ${deviation(k)}`).toBeLessThan(
          apart,
        );
      }
    },
  );

  it('of a change add the variances of logarithms, and need both of its ends', () => {
    const one: Estimate = { value: 2, interval: [1, 4], reason: null };
    const { value, interval } = quotientOf(one, { value: 4, interval: [2, 8], reason: null }, 0.95);
    expect(value).toBe(0.5);
    expect(Math.log(interval![1] / 0.5)).toBeCloseTo(Math.SQRT2 * Math.log(2), 10);
    const bare = { value: 4, interval: null, reason: 'no variation between works' } as const;
    expect(quotientOf(one, bare, 0.95)).toEqual({ value: 0.5, interval: null, reason: bare.reason });
    expect(quotientOf(one, { ...one, value: 0 }, 0.95).value).toBeNull();
    expect(quotientOf({ value: null, interval: null, reason: 'no links' }, one, 0.95).reason).toBe(
      'no links',
    );
  });
});

describe('policies', () => {
  it('are those of the region, with their sources, and stand in the years in which they were decided', async () => {
    const { policies, rows, around } = await ask({ place: 'jjj_13', peers: ['yrd_41'] });
    expect(policies[0]).toMatchObject({ year: 2014, date: '2014-02-26' });
    for (const { source, name } of policies)
      expect([source, name].every((text) => text.length > 0)).toBe(true);
    const own = rows.filter(({ place }) => place.id === 'def:jjj_13');
    for (const row of own)
      expect(row.policies.map(({ date }) => date)).toEqual(
        policies.filter(({ year }) => year === row.years.from).map(({ date }) => date),
      );
    expect(around!.year).toBe(2014);
    expect(around!.places.map(({ place }) => place.id)).toEqual(['def:jjj_13', 'def:yrd_41']);
  });

  it('are told as no effect, with the peers beside, in both languages', async () => {
    const answer = await ask({ place: 'jjj_13', peers: ['yrd_41'] });
    const en = findingsIn(coordination, answer, 'en').join('\n');
    expect(en).toMatch(
      /around 2014 \(Symposium.*\): observed\/expected \(not adjusted for distance or country\) [\d.]+ \([\d.–]+\) in 2013, /,
    );
    expect(en).toContain('Peers over the same years: Yangtze River Delta');
    expect(en).toContain('A before–after difference is not an effect; the analysis effect tests it.');
    const zh = findingsIn(coordination, answer, 'zh').join('\n');
    expect(zh).toContain('同期对照区域：长三角');
    expect(zh).toContain('这不是政策效应');
  });
});

describe('what cannot be told', () => {
  it('of one year is what happened through time', async () => {
    const answer = await ask({ place: 'jjj_13', years: { from: 2014, to: 2014 } });
    expect(answer.rows).toHaveLength(1);
    const [own] = answer.around!.places;
    expect(own).toMatchObject({
      before: null,
      after: null,
      change: { value: null, reason: 'no works in these years' },
    });
    expect(answer.about.notes.join('\n')).toContain('only one year is selected');
    expect(findingsIn(coordination, answer).join('\n')).toContain('cannot be compared');
    expect(findingsIn(coordination, answer, 'zh').join('\n')).toContain('无法比较');
  });

  it('of one city is anything inside, but what it has outside', async () => {
    const { rows, about, around } = await ask({ region: [{ name: 'One', cities: ['cn:1100'] }] });
    for (const row of rows) {
      for (const name of [
        'intraShare',
        'ratio',
        'pairWeight',
        'throughFirst',
        'slope',
        'entropy',
        'gini',
        'kmInside',
        'citiesPerWork',
      ] as const)
        expect(row[name]).toEqual({ value: null, interval: null, reason: 'the region is one city' });
      expect([row.density, row.expectedShare]).toEqual([null, null]);
      expect(row.kmOutside.value).toBeGreaterThan(100);
    }
    expect(around).toBeNull();
    expect(about.notes.join('\n')).toContain('One is a single city');
    expect(about.zh.notes.join('\n')).toContain('未知该区域的政策年份');
  });

  it('of cities without a link inside is where their links lie', async () => {
    const all = world.works.flatMap((work) => cityPairs(work, PLAIN));
    const linked = [...new Set(all.flat())].sort();
    const strangers = linked
      .flatMap((a, i) => linked.slice(i + 1).map((b): [string, string] => [a, b]))
      .find(([a, b]) => !all.some((pair) => pair.includes(a) && pair.includes(b)))!;
    const { rows } = await ask({ region: [{ name: 'Strangers', cities: strangers }], window: 4 });
    expect(rows[0]).toMatchObject({
      jointWorks: 0,
      density: 0,
      first: null,
      throughFirst: { value: null, reason: 'the region has no links inside' },
      kmInside: { value: null, reason: 'the region has no links inside' },
      citiesPerWork: { value: null },
      pairWeight: { value: 0, interval: null, reason: 'no variation between works' },
    });
  });

  it('where no work is, is anything', async () => {
    const { rows, about } = await ask({ place: 'jjj_13', years: { from: 1900, to: 1901 } });
    expect(rows).toEqual([]);
    expect(about.notes.join('\n')).toContain('no works match these filters');
  });

  it('is refused without a region, for a city, an unknown place or peer, and co-affiliation by sector', async () => {
    await expect(ask({})).rejects.toThrow('No region is given');
    await expect(ask({ place: 'cn:1100' })).rejects.toThrow('is a city');
    await expect(ask({ place: 'Nowhere at all' })).rejects.toThrow('Nowhere at all');
    await expect(ask({ place: 'jjj_13', peers: ['def:nothing'] })).rejects.toThrow(
      'no region definition def:nothing',
    );
    await expect(ask({ place: 'jjj_13', sector: ['education'], coaffiliation: false })).rejects.toThrow(
      'by sector',
    );
  });
});
