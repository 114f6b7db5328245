import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, ofSectors, type TestWork } from '../../../test/analysed-world.ts';
import { bootstrapWorks, competitionRanks } from '../../measures/index.ts';
import { chances } from './change.ts';
import type { RankHistory, RankHistoryRow } from './question.ts';
import { rankHistory } from './analysis.ts';
import { ranking } from '../ranking/analysis.ts';
import { findingsIn } from '../../../test/findings-in.ts';

let world: AnalysedWorld;
let cities: string[];
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 71 });
  cities = [...new Set(world.works.flatMap(({ parts }) => parts.map(({ place }) => place)))].sort();
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<RankHistory> =>
  rankHistory.run(world.observatory, rankHistory.params.parse({ draws: 400, ...params }));

/** What `ranking` says of the places of some rows in their years. */
async function ranked(rows: readonly RankHistoryRow[], params: Record<string, unknown>) {
  const also = rows.filter(({ rank }) => rank !== null).map(({ place }) => place.id);
  const asked = { top: 1, draws: 400, ...params, also, years: rows[0].years };
  const answer = await ranking.run(world.observatory, ranking.params.parse(asked));
  return { ...answer, rows: answer.rows.filter(({ place }) => also.includes(place.id)) };
}

describe('the ranks of every window', () => {
  it.each([
    ['cities by Share', { top: 6 }, { of: ['cities'] }],
    ['cities by Count', { top: 6, by: 'count' }, { of: ['cities'], by: 'count' }],
    ['nations in windows of three years', { of: ['nations'], top: 4, window: 3 }, { of: ['nations'] }],
    ['definitions', { place: ['yrd_41', 'jjj_13'] }, { of: ['regions'] }],
    ['a sector', { top: 6, sector: ['education'] }, { sector: ['education'] }],
  ])('are those of ranking of these years, to the last digit: %s', async (_, params, same) => {
    const { rows } = await ask(params);
    const windows = new Map<string, RankHistoryRow[]>();
    for (const row of rows) {
      const key = `${row.years.from}-${row.years.to}`;
      windows.set(key, [...(windows.get(key) ?? []), row]);
    }
    expect(windows.size).toBe('window' in params ? 3 : 5);
    for (const own of windows.values()) {
      const due = await ranked(own, same);
      const byRank = own.toSorted((a, b) => a.rank! - b.rank! || (a.place.id < b.place.id ? -1 : 1));
      // The first stands among those followed, so that both drew the same places.
      expect(byRank[0].rank).toBe(1);
      const { years } = own[0];
      expect(byRank).toEqual(due.rows.map((row) => ({ ...row, years, ranked: due.ranked })));
    }
  });

  it('are those of the works one by one', async () => {
    const sector = ['company'];
    const works = ofSectors(world.works, sector);
    const { rows } = await ask({ place: ['cn:1100', 'cn:3205'], sector });
    expect(rows).toHaveLength(10);
    for (const { place, years, rank, share, count, ranked: among } of rows) {
      const totals = totalsOf(works.filter(({ year }) => year === years.from));
      const own = totals.get(place.id);
      if (own === undefined) {
        expect(rank).toBeNull();
        continue;
      }
      const better = [...totals.values()].filter((other) => other.share > own.share + 1e-6).length;
      expect(rank).toBe(1 + better);
      expect(share).toBeCloseTo(own.share, 6);
      expect(count).toBe(own.count);
      expect(among).toBe(totals.size);
    }
  });

  it('follow the first of all years together where none is named, and named ones in their order', async () => {
    const first = await ask({ top: 3 });
    const all = await ranking.run(world.observatory, ranking.params.parse({ top: 5, draws: 100 }));
    expect(placesOf(first)).toEqual(all.rows.slice(0, 3).map(({ place }) => place.id));
    expect(placesOf(await ask({}))).toEqual(all.rows.map(({ place }) => place.id));
    expect(placesOf(await ask({ place: ['cn:3205', 'cn:1100'] }))).toEqual(['cn:3205', 'cn:1100']);
    const own = await ask({ of: ['cities'], region: [{ name: 'Mine', cities: ['cn:3205', 'cn:3100'] }] });
    expect(placesOf(own)).toEqual(['adhoc:Mine']);
  });

  it('come out the same again, and their intervals otherwise with another seed', async () => {
    const once = JSON.stringify(await ask({ place: ['cn:3205'] }));
    expect(JSON.stringify(await ask({ place: ['cn:3205'] }))).toBe(once);
    const other = await ask({ place: ['cn:3205'], seed: 2 });
    expect(other.rows.map(({ rank }) => rank)).toEqual(
      (JSON.parse(once) as RankHistory).rows.map(({ rank }) => rank),
    );
    expect(JSON.stringify(other.rows)).not.toBe(JSON.stringify((JSON.parse(once) as RankHistory).rows));
  });
});

function totalsOf(works: readonly TestWork[]): Map<string, { share: number; count: number }> {
  const totals = new Map<string, { share: number; count: number }>();
  for (const { parts } of works)
    for (const { place, share } of parts) {
      const { share: s, count } = totals.get(place) ?? { share: 0, count: 0 };
      totals.set(place, { share: s + share, count: count + 1 });
    }
  return totals;
}

const placesOf = ({ rows }: RankHistory): string[] => [...new Set(rows.map(({ place }) => place.id))];

describe('how sure a change is', () => {
  it('is over every pair of a draw of the first ranks with one of the last', () => {
    const [first, last] = [Int32Array.of(3, 5, 4, 4, 9), Int32Array.of(4, 2, 5, 7)];
    const pairs = [...first].flatMap((a) => [...last].map((b) => Math.sign(b - a)));
    const part = (sign: number): number => pairs.filter((one) => one === sign).length / pairs.length;
    const found = chances(first, last);
    expect(found.better).toBeCloseTo(part(-1), 12);
    expect(found.same).toBeCloseTo(part(0), 12);
    expect(found.worse).toBeCloseTo(part(1), 12);
  });

  it('is what a plain bootstrap over the works of both years says', { tags: 'full' }, async () => {
    const { changes } = await ask({ top: 8, by: 'count', draws: 4000 });
    const index = new Map(cities.map((city, i) => [city, i]));
    const drawnRanks = (year: number, seed: number): Float64Array => {
      const works = world.works.filter((work) => work.year === year);
      return bootstrapWorks({
        works: works.length,
        draws: 400,
        seed,
        statistic: (weights) => {
          const totals = new Float64Array(cities.length);
          for (const [w, { parts }] of works.entries())
            for (const { place } of parts) totals[index.get(place)!] += weights[w];
          return competitionRanks(totals);
        },
      });
    };
    const [before, after] = [drawnRanks(2014, 3), drawnRanks(2018, 4)];
    const of = (drawn: Float64Array, city: string): Float64Array =>
      drawn.filter((_, k) => k % cities.length === index.get(city));
    let unsure = 0;
    for (const { place, better, worse } of changes) {
      const due = chances(of(before, place.id), of(after, place.id));
      // Counts are whole in a resample and tie more often than normal draws, so that “the same” is a little more likely.
      expect(Math.abs(better! - worse! - (due.better - due.worse))).toBeLessThan(0.1);
      expect(better! + worse!).toBeLessThanOrEqual(1 + 1e-9);
      if (Math.min(better!, worse!) > 0.05) unsure += 1;
    }
    expect(unsure).toBeGreaterThan(1);
  });
});

describe('what cannot be said', () => {
  it('of one year is whether ranks changed', async () => {
    const { changes, about } = await ask({ years: { from: 2016, to: 2016 }, top: 2 });
    for (const change of changes)
      expect(change).toMatchObject({ better: null, reason: 'one window of years' });
    expect(about.notes.join('\n')).toContain('one window of years');
    expect(about.zh.notes.join('\n')).toContain('只有一个时段');
  });

  it('of windows that overlap neither, though both have ranks', async () => {
    const { changes, about } = await ask({ window: 3, years: { from: 2014, to: 2017 }, top: 1 });
    expect(changes[0]).toMatchObject({ worse: null, first: { rank: 1 }, last: { rank: 1 } });
    expect(changes[0].reason).toContain('years in common');
    expect(about.notes.join('\n')).toContain('take shorter windows');
  });

  it('of a place without output in a year is its rank there', async () => {
    const rare = cities.find((city) => new Set(yearsOf(city)).size === 1 && yearsOf(city)[0] !== 2014)!;
    const { rows, changes } = await ask({ place: [rare] });
    for (const row of rows.filter(({ years }) => years.from !== yearsOf(rare)[0]))
      expect(row).toMatchObject({
        rank: null,
        share: null,
        count: null,
        reason: 'no works there in these years',
      });
    expect(rows.filter(({ rank }) => rank !== null)).toHaveLength(1);
    expect(changes[0].reason).toBe('no works there in these years');
    const [sentence] = findingsIn(rankHistory, await ask({ place: [rare] }), 'zh');
    expect(sentence).toContain('2014年无名次（这些年份该地没有论文）');
  });

  it('where no work is, is anything', async () => {
    const { rows, changes, about } = await ask({ years: { from: 1900, to: 1901 } });
    expect([rows, changes]).toEqual([[], []]);
    expect(about.notes.join('\n')).toContain('no works match these filters');
  });

  it('is refused for a place that is unknown, places of several kinds, and windows that do not fit', async () => {
    await expect(ask({ place: ['Nowhere at all'] })).rejects.toThrow('Nowhere at all');
    await expect(ask({ place: ['cn:1100', 'yrd_41'] })).rejects.toThrow('of several kinds');
    await expect(ask({ of: ['nations'], place: ['cn:1100'] })).rejects.toThrow(
      '`of=nations` does not include',
    );
    await expect(ask({ window: 6 })).rejects.toThrow(
      'A window of 6 years is longer than the 5 years requested',
    );
  });
});

const yearsOf = (city: string): number[] =>
  world.works.flatMap(({ year, parts }) => (parts.some(({ place }) => place === city) ? [year] : []));
