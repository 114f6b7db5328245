import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, ofSectors, type TestWork } from '../../../test/analysed-world.ts';
import { sql } from '../../engine/sql.ts';
import { normalQuantile } from '../../measures/index.ts';
import type { Ranking, RankingParams } from './question.ts';
import { ranking } from './analysis.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 1500, seed: 23 });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Ranking> =>
  ranking.run(world.observatory, ranking.params.parse({ top: 5000, draws: 100, ...params }));

interface Expected {
  readonly share: number;
  readonly count: number;
  /** Standard errors over works. */
  readonly shareError: number;
  readonly countError: number;
}

/** Share, Count and their standard errors, work by work; `base` adjusts each year and fixes its number of works. */
function brute(
  works: readonly TestWork[],
  shareOf: (work: TestWork) => number | null,
  base: number | null = null,
): Expected {
  const strata = new Map<number, { works: number; sums: [number, number, number] }>();
  for (const work of works) {
    const key = base === null ? 0 : work.year;
    let stratum = strata.get(key);
    if (stratum === undefined) strata.set(key, (stratum = { works: 0, sums: [0, 0, 0] }));
    stratum.works += 1;
    const share = shareOf(work);
    if (share === null) continue;
    stratum.sums[0] += share;
    stratum.sums[1] += share * share;
    stratum.sums[2] += 1;
  }
  const result = { share: 0, count: 0, shareError: 0, countError: 0 };
  for (const { works: n, sums } of strata.values()) {
    const weight = base === null ? 1 : strata.get(base)!.works / n;
    const [share, squares, count] = sums;
    result.share += weight * share;
    result.count += weight * count;
    result.shareError += weight ** 2 * (squares - share ** 2 / n);
    result.countError += weight ** 2 * (count - count ** 2 / n);
  }
  result.shareError = Math.sqrt(Math.max(0, result.shareError));
  result.countError = Math.sqrt(Math.max(0, result.countError));
  return result;
}

/** Share of a work in a place: a city's own, or of a set of cities together; null where no author is there. */
function shareIn(place: string, regions: ReadonlyMap<string, ReadonlySet<string>> = world.members) {
  const cities = regions.get(place) ?? new Set([place]);
  return (work: TestWork): number | null => {
    let share: number | null = null;
    for (const part of work.parts) if (cities.has(part.place)) share = (share ?? 0) + part.share;
    return share;
  };
}

const Z = normalQuantile(0.975);

function compare(
  result: Ranking,
  works: readonly TestWork[],
  more: { base?: number; regions?: ReadonlyMap<string, ReadonlySet<string>> } = {},
): void {
  expect(result.rows.length).toBeGreaterThan(0);
  for (const row of result.rows) {
    const due = brute(works, shareIn(row.place.id, more.regions), more.base ?? null);
    expect(row.share).toBeCloseTo(due.share, 8);
    expect(row.count).toBeCloseTo(due.count, 8);
    for (const [interval, value, error] of [
      [row.shareInterval, due.share, due.shareError],
      [row.countInterval, due.count, due.countError],
    ] as const) {
      if (error < 1e-6) expect(interval).toBeNull();
      else {
        expect(interval![0]).toBeCloseTo(Math.max(0, value - Z * error), 5);
        expect(interval![1]).toBeCloseTo(value + Z * error, 5);
      }
    }
  }
}

/** Every place that some work has, of a kind, by its id's form. */
function present(works: readonly TestWork[], form: RegExp): string[] {
  const found = new Set<string>();
  for (const { parts } of works)
    for (const { place } of parts) {
      if (form.test(place)) found.add(place);
      for (const [region, cities] of world.members)
        if (form.test(region) && cities.has(place)) found.add(region);
    }
  return [...found].sort();
}

const ids = (result: Ranking): string[] => result.rows.map(({ place }) => place.id).sort();

describe('a ranking equals brute force over works', () => {
  it.each([
    ['cities', /^(cn|gn):/],
    ['provinces', /^cn-p:/],
    ['nations', /^iso:/],
    ['regions', /^def:/],
  ] as const)('of %s', async (kind, form) => {
    for (const by of ['share', 'count']) {
      const result = await ask({ of: [kind], by });
      expect(ids(result)).toEqual(present(world.works, form));
      compare(result, world.works);
    }
  });

  it('of one year, of some years, and of years without works around them', async () => {
    compare(
      await ask({ years: { from: 2015, to: 2015 } }),
      world.works.filter(({ year }) => year === 2015),
    );
    compare(
      await ask({ years: { from: 2016, to: 2050 }, of: ['provinces'] }),
      world.works.filter(({ year }) => year >= 2016),
    );
  });

  it('adjusted to a base year, every year with its own number of works', async () => {
    for (const by of ['share', 'count'])
      compare(await ask({ base: 2018, of: ['regions', 'nations'], by }), world.works, { base: 2018 });
  });

  it('of cities, provinces, nations and overlapping definitions in one table', async () => {
    const result = await ask({ of: ['cities', 'provinces', 'nations', 'regions'] });
    expect(ids(result)).toEqual(present(world.works, /./));
    compare(result, world.works);
    expect(result.about.notes.join('\n')).toMatch(/overlapping.*def:yrd_27_central and def:yrd_41/);
  });

  it('of a field at any level, and of the works without one', async () => {
    const levels = await world.observatory.query<{ level: string; id: number; works: number }>(sql`
      SELECT 'topic' AS level, topic AS id, count(*) AS works FROM works WHERE topic <> 0 GROUP BY topic
      UNION ALL SELECT 'subfield', subfield, count(*) FROM works WHERE subfield <> 0 GROUP BY subfield
      UNION ALL SELECT 'field', f.parent, count(*) FROM works w JOIN fields f ON f.level = 'subfield' AND f.id = w.subfield
        WHERE f.parent <> 0 GROUP BY f.parent
      UNION ALL SELECT 'domain', d.parent, count(*) FROM works w JOIN fields f ON f.level = 'subfield' AND f.id = w.subfield
        JOIN fields d ON d.level = 'field' AND d.id = f.parent WHERE d.parent <> 0 GROUP BY d.parent
      ORDER BY works DESC`);
    const parents = new Map(
      (
        await world.observatory.query<{ level: string; id: number; parent: number }>(
          sql`SELECT level, id, parent FROM fields WHERE parent IS NOT NULL`,
        )
      ).map(({ level, id, parent }) => [`${level} ${id}`, parent]),
    );
    const belongs: Record<string, (work: TestWork) => number> = {
      topic: (work) => work.topic,
      subfield: (work) => work.subfield,
      field: (work) => parents.get(`subfield ${work.subfield}`)!,
      domain: (work) => parents.get(`field ${parents.get(`subfield ${work.subfield}`)!}`)!,
    };
    for (const level of ['topic', 'subfield', 'field', 'domain']) {
      const { id, works } = levels.find((row) => row.level === level)!;
      const own = world.works.filter((work) => belongs[level](work) === id);
      expect(own).toHaveLength(works);
      const result = await ask({
        field: `${level}:${level === 'topic' ? 'T' : ''}${id}`,
        of: ['cities', 'regions'],
      });
      expect(result.about.works).toBe(works);
      compare(result, own);
    }
    const none = world.works.filter(({ subfield }) => subfield === 0);
    expect(none.length).toBeGreaterThan(0);
    compare(await ask({ field: 'none' }), none);
  });

  it('of a sector: only the parts of its institutions, of all works', async () => {
    for (const sector of ['education', 'company']) {
      const works = ofSectors(world.works, [sector]);
      const result = await ask({ sector: [sector], of: ['cities', 'regions'], by: 'count' });
      expect(result.about.works).toBe(world.works.length);
      expect(ids(result)).toEqual(present(works, /^(cn|gn|def):/));
      compare(result, works);
    }
  });

  it('of regions made up on the spot, which may overlap', async () => {
    const north = ['cn:1100', 'cn:1200', 'cn:1301'];
    const regions = new Map([
      ['adhoc:North', new Set(north)],
      ['adhoc:Capital', new Set(['cn:1100', 'cn:3100'])],
    ]);
    const region = [
      { name: 'North', cities: north },
      { name: 'Capital', cities: ['Beijing', '上海'] },
    ];
    const result = await ask({ region, of: ['cities'], top: 10, years: { from: 2015, to: 2017 } });
    expect(ids(result).slice(0, 2)).toEqual(['adhoc:Capital', 'adhoc:North']);
    expect(result.about.notes.join('\n')).toContain('adhoc:Capital and adhoc:North');
    compare(
      result,
      world.works.filter(({ year }) => year >= 2015 && year <= 2017),
      { regions },
    );
  });
});

describe('a region made of the cities of a definition', () => {
  it('has the definition’s numbers, and no work tells the two apart', async () => {
    const cities = [...world.members.get('def:jjj_13')!];
    const result = await ask({
      of: ['regions'],
      region: [{ name: 'Mine', cities }],
      outranks: ['Mine', 'jjj_13'],
      draws: 1000,
    });
    const [own, shipped] = ['adhoc:Mine', 'def:jjj_13'].map((id) => {
      const { place, insteadOf, ...numbers } = result.rows.find((row) => row.place.id === id)!;
      expect(place.kind).toBe('region');
      // The two share every city, so that one of them alone is ranked with the others.
      expect(insteadOf.map(({ id: other }) => other)).toEqual(id === 'adhoc:Mine' ? ['def:jjj_13'] : []);
      return numbers;
    });
    expect(own).toEqual({
      ...shipped,
      share: expect.closeTo(shipped.share, 8) as number,
      // The tables round every work's product to half a unit of 2^-30.
      shareInterval: shipped.shareInterval!.map((end) => expect.closeTo(end, 6) as number),
    });
    expect(result.outranks).toMatchObject({
      probability: null,
      reason: 'the difference of the two does not vary between works',
    });
  });
});

describe('regions', () => {
  const DELTAS = ['def:yrd_41', 'def:yrd_27_central', 'def:yrd_26_2016'];
  const byShare = async (): Promise<Ranking['rows']> =>
    (await ask({ of: ['regions'] })).rows.toSorted((a, b) => b.share - a.share);
  const share = (all: Ranking['rows'], id: string): number => all.find(({ place }) => place.id === id)!.share;

  it('are ranked among those that share no city: one Delta is, and the others instead of it', async () => {
    const { rows, ranked, about } = await ask({ of: ['regions'] });
    const standing = rows.filter(({ insteadOf }) => insteadOf.length === 0);
    expect(ranked).toBe(standing.length);
    expect(standing.map(({ place }) => place.id).filter((id) => DELTAS.includes(id))).toEqual(['def:yrd_41']);
    const taken = standing.flatMap(({ place }) => [...world.members.get(place.id)!]);
    expect(new Set(taken).size).toBe(taken.length);
    // By hand: a rank counts those ahead that stand.
    for (const row of standing) {
      expect(row.rank).toBe(1 + standing.filter((other) => other.share > row.share + 1e-6).length);
      expect(row.ranked).toBe(ranked);
      for (const end of row.rankInterval ?? []) expect(end).toBeLessThanOrEqual(ranked);
    }
    const others = rows.filter(({ insteadOf }) => insteadOf.length > 0);
    expect(others.map(({ place }) => place.id).sort()).toEqual(DELTAS.slice(1).sort());
    for (const row of others) {
      expect(row.insteadOf.map(({ id }) => id)).toEqual(['def:yrd_41']);
      const rivals = standing.filter(({ place }) => place.id !== 'def:yrd_41');
      expect(row.rank).toBe(1 + rivals.filter((other) => other.share > row.share + 1e-6).length);
    }
    // Each under the one that it would stand for.
    const at = rows.findIndex(({ place }) => place.id === 'def:yrd_41');
    expect(
      rows
        .slice(at, at + 3)
        .map(({ place }) => place.id)
        .sort(),
    ).toEqual([...DELTAS].sort());
    expect(about.notes.join('\n')).toContain(`among ${ranked} regions, no two of which share a city`);
  });

  it('keep their ranks, intervals and their number when other definitions of one of them are shown too', async () => {
    const definition = ['def:jjj_13', 'def:gba_9_2', 'def:yrd_41'];
    const few = await ask({ of: ['regions'], definition });
    const all = await ask({ of: ['regions'], definition: [...definition, ...DELTAS.slice(1)] });
    expect(few.rows).toHaveLength(3);
    expect(all.rows).toHaveLength(5);
    expect(all.rows.filter(({ insteadOf }) => insteadOf.length === 0)).toEqual(few.rows);
  });

  it('flip in place: the one preferred is ranked with the others, with the rank that it had instead', async () => {
    const before = (await ask({ of: ['regions'] })).rows.find(({ place }) => place.id === 'def:yrd_26_2016')!;
    const { rows, ranked } = await ask({ of: ['regions'], prefer: ['yrd_26_2016'] });
    const after = rows.find(({ place }) => place.id === 'def:yrd_26_2016')!;
    expect(after).toEqual({ ...before, insteadOf: [] });
    expect(after.ranked).toBe(ranked);
    expect(rows.find(({ place }) => place.id === 'def:yrd_41')!.insteadOf.map(({ id }) => id)).toEqual([
      'def:yrd_26_2016',
    ]);
    await expect(ask({ of: ['regions'], prefer: ['nowhere'] })).rejects.toThrow(
      /no region definition nowhere/,
    );
  });

  it('of one’s own are shown and count in no other rank, nor do they among cities', async () => {
    const region = [{ name: 'Mine', cities: ['cn:3100', 'cn:1100'] }];
    const own = await ask({ of: ['regions'], region });
    const row = own.rows.find(({ place }) => place.id === 'adhoc:Mine')!;
    expect(row.insteadOf.map(({ id }) => id).sort()).toEqual(['def:jjj_13', 'def:yrd_41']);
    const all = await byShare();
    expect(row.ranked).toBe(own.ranked - 1);
    expect(row.rank).toBe(
      1 +
        own.rows.filter(
          ({ place, insteadOf }) =>
            insteadOf.length === 0 &&
            !['def:jjj_13', 'def:yrd_41'].includes(place.id) &&
            share(all, place.id) > row.share,
        ).length,
    );
    const without = (rows: Ranking['rows']) => rows.filter(({ place }) => place.id !== 'adhoc:Mine');
    expect(without(own.rows)).toEqual((await ask({ of: ['regions'] })).rows);
    const cities = await ask({ of: ['cities'], region, top: 8 });
    expect(without(cities.rows)).toEqual((await ask({ of: ['cities'], top: 8 })).rows);
  });
});

describe('cities of one name', () => {
  it('are told apart wherever two of them are shown, and called as ever where one is', async () => {
    const { rows } = await ask({ top: 5000 });
    for (const language of ['name', 'nameZh'] as const) {
      const names = rows.flatMap(({ place }) => place[language] ?? []);
      expect(new Set(names).size).toBe(names.length);
    }
    const named = (id: string) => rows.find(({ place }) => place.id === id)?.place.name;
    expect([named('gn:4931972'), named('gn:2653941')]).toEqual([
      ...['Cambridge, Massachusetts', 'Cambridge, England'],
    ]);
    const one = await ask({ top: 1, also: ['gn:2653941'] });
    expect(one.rows.map(({ place }) => place.name)).toContain('Cambridge');
  });
});

describe('places and works at the edge', () => {
  it('years without works give no rows, and say so', async () => {
    const result = await ask({ years: { from: 1900, to: 1910 }, of: ['cities', 'regions'] });
    expect(result).toMatchObject({ rows: [], ranked: 0 });
    expect(result.about).toMatchObject({ works: 0, locatedShare: null });
    expect(result.about.notes).toContain('no works match these filters');
    expect((await ask({ years: { from: 1900, to: 1910 }, base: 1905 })).rows).toEqual([]);
  });

  it('a place with fewer than thirty works is marked, whatever its adjusted Count', async () => {
    for (const base of [null, 2018]) {
      const { rows, about } = await ask({ base });
      const works = (id: string): number =>
        world.works.filter(({ parts }) => parts.some(({ place }) => place === id)).length;
      for (const { place, fewWorks } of rows) expect(fewWorks).toBe(works(place.id) < 30);
      expect(about.notes.join('\n')).toMatch(/\d+ rows with fewer than 30 works/);
    }
  });

  it('where one work is all there is, nothing varies and no interval is made up', async () => {
    const topics = new Map<number, TestWork[]>();
    for (const work of world.works) topics.set(work.topic, [...(topics.get(work.topic) ?? []), work]);
    // A work of many authors: its parts are no round numbers, which rounding must not turn into a variance.
    const [topic, [work]] = [...topics]
      .filter(([, works]) => works.length === 1 && works[0].parts.length > 2)
      .sort(([, a], [, b]) => b[0].authors - a[0].authors)[0];
    const { rows, about } = await ask({ field: `T${topic}`, by: 'share' });
    expect(about.works).toBe(1);
    expect(rows).toHaveLength(work.parts.length);
    for (const row of rows)
      expect(row).toMatchObject({
        rankInterval: null,
        shareInterval: null,
        countInterval: null,
        reason: 'no variation between works',
        fewWorks: true,
      });
  });

  it('places of equal Share have one rank, though the tables round the parts of their works unlike', async () => {
    const { rows } = await ask({ of: ['cities'] });
    const shares = rows.map((row) => row.share);
    const unlike = shares.filter(
      (share, i) => i > 0 && Math.abs(share - shares[i - 1]) < 1e-7 && share !== shares[i - 1],
    );
    expect(unlike.length).toBeGreaterThan(10);
    for (const [i, { rank, share }] of rows.entries()) {
      const ahead = shares.filter((other) => other > share + 1e-7).length;
      expect(rank).toBe(ahead + 1);
      if (i > 0 && rank === rows[i - 1].rank) expect(rows[i].place.id > rows[i - 1].place.id).toBe(true);
    }
  });

  it('fewer works than places still give every place a rank interval that holds its rank or says why', async () => {
    const counts = new Map<number, number>();
    for (const { subfield } of world.works) counts.set(subfield, (counts.get(subfield) ?? 0) + 1);
    for (const few of [2, 3, 4, 5, 6]) {
      const found = [...counts].find(([, n]) => n === few);
      if (found === undefined) continue;
      const { rows } = await ask({ field: `subfield:${found[0]}`, of: ['cities', 'regions', 'nations'] });
      for (const row of rows) {
        expect(row.rankInterval === null).toBe(row.reason !== null);
        for (const end of row.rankInterval ?? []) {
          expect(end).toBeGreaterThanOrEqual(1);
          expect(end).toBeLessThanOrEqual(rows.length);
        }
      }
    }
  });

  it('a base year without works is refused with what to do', async () => {
    await expect(ask({ base: 1900 })).rejects.toThrow(/no works in the base year 1900.*Choose a base year/);
  });

  it('a place is not ahead of itself, and one that is not ranked is refused', async () => {
    await expect(ask({ outranks: ['cn:1100', ' cn:1100'] })).rejects.toThrow(/Both places are Beijing/);
    await expect(ask({ outranks: ['cn:1100', 'yrd_41'] })).rejects.toThrow(/not in this ranking/);
  });
});

describe('a place asked for besides', () => {
  it('is shown with the rank and intervals that it has among all', async () => {
    const all = await ask({});
    const due = all.rows[40];
    const { rows } = await ask({ top: 3, also: [due.place.id, 'cn:1100'] });
    expect(rows.map(({ place }) => place.id)).toEqual(
      all.rows
        .filter(
          ({ place, rank }, i) =>
            i < 3 || place.id === 'cn:1100' || (rank === due.rank && place.id === due.place.id),
        )
        .map(({ place }) => place.id),
    );
    const found = rows.find(({ place }) => place.id === due.place.id)!;
    expect(found).toMatchObject({ rank: due.rank, share: due.share, shareInterval: due.shareInterval });
    await expect(ask({ also: ['yrd_41'] })).rejects.toThrow(/not in this ranking/);
  });
});

describe('a ranking inside a place', () => {
  const inside = 'def:yrd_41';

  it('ranks its cities among each other, with the outputs that they have among all', async () => {
    const cities = world.members.get(inside)!;
    const among = (await ask({})).rows.filter(({ place }) => cities.has(place.id));
    const result = await ask({ inside });
    expect(result.ranked).toBe(among.length);
    compare(result, world.works);
    expect(result.rows.map(({ place, share, shareInterval }) => [place.id, share, shareInterval])).toEqual(
      among.map(({ place, share, shareInterval }) => [place.id, share, shareInterval]),
    );
    for (const { share, rank, rankInterval } of result.rows) {
      expect(rank).toBe(1 + result.rows.filter((other) => other.share > share + 1e-6).length);
      if (rankInterval !== null) expect(rankInterval[1]).toBeLessThanOrEqual(among.length);
    }
    expect(result.about.notes.join('\n')).toMatch(/ranks are among the 41 cities of/);
  });

  it('takes a region of one’s own, and refuses to rank more than cities there', async () => {
    const [first, second] = [...world.members.get(inside)!];
    const region = [{ name: 'Two', cities: [first, second] }];
    expect(ids(await ask({ inside: 'Two', region }))).toEqual([first, second].sort());
    await expect(ask({ inside, of: ['regions'] })).rejects.toThrow(/Only cities are ranked inside a place/);
    await expect(ask({ inside, definition: ['yrd_41'] })).rejects.toThrow(/Only cities are ranked/);
  });
});

describe('the seed', () => {
  it('gives the same ranking again, to the last digit, and another seed only other draws', async () => {
    const params: Partial<RankingParams> = { top: 30, draws: 500, seed: 7 };
    const [once, again, other] = [await ask(params), await ask(params), await ask({ ...params, seed: 8 })];
    expect(JSON.stringify(once)).toBe(JSON.stringify(again));
    expect(other.rows.map(({ rankInterval }) => rankInterval)).not.toEqual(
      once.rows.map(({ rankInterval }) => rankInterval),
    );
    expect(other.rows.map(({ shareInterval }) => shareInterval)).toEqual(
      once.rows.map(({ shareInterval }) => shareInterval),
    );
    expect(once.about.interval).toMatchObject({ seed: 7, draws: 500, level: 0.95 });
  });
});
