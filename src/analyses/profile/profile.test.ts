import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, type TestWork } from '../../../test/analysed-world.ts';
import { sum } from '../../../test/inequality-by-hand.ts';
import { normalQuantile } from '../../measures/index.ts';
import { links } from '../links/analysis.ts';
import { profile } from './analysis.ts';
import type { Profile, ProfileRow, ProfileSection } from './question.ts';
import { ranking } from '../ranking/analysis.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 1500, seed: 13 });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Profile> =>
  profile.run(world.observatory, profile.params.parse({ draws: 200, ...params }));
const of = ({ rows }: Profile, section: ProfileSection): ProfileRow[] =>
  rows.filter((row) => row.section === section);
const Z = normalQuantile(0.975);

/** Share of each work in some cities; null where no author is there. */
function sharesIn(cities: ReadonlySet<string>, works: readonly TestWork[]): (number | null)[] {
  return works.map(({ parts }) => {
    const own = parts.filter(({ place }) => cities.has(place));
    return own.length === 0 ? null : sum(own.map(({ share }) => share));
  });
}

describe('a profile', () => {
  it.each(['cn:3100', 'cn-p:32', 'def:gba_9_2', 'iso:US'])(
    'of %s has the output of every year as brute force over works gives it, with intervals',
    async (place) => {
      const cities = world.members.get(place) ?? new Set([place]);
      const answer = await ask({ place, by: ['share', 'count'] });
      expect(answer.cities).toBe(place === 'cn:3100' ? 1 : cities.size);
      for (const by of ['share', 'count'] as const) {
        const rows = of(answer, by);
        expect(rows.map(({ key }) => key)).toEqual(['2014', '2015', '2016', '2017', '2018']);
        for (const row of rows) {
          const works = world.works.filter(({ year }) => String(year) === row.key);
          const x = sharesIn(cities, works).map((share) =>
            by === 'share' ? (share ?? 0) : share === null ? 0 : 1,
          );
          expect(row.value).toBeCloseTo(sum(x), 8);
          expect(row.note).toBe(`of ${works.length}`);
          const error = Math.sqrt(sum(x.map((value) => value ** 2)) - sum(x) ** 2 / works.length);
          expect(row.interval![0]).toBeCloseTo(Math.max(0, sum(x) - Z * error), 5);
          expect(row.interval![1]).toBeCloseTo(sum(x) + Z * error, 5);
        }
      }
    },
  );

  it('ranks the place among its kind, wherever it stands', async () => {
    const all = await ranking.run(world.observatory, ranking.params.parse({ top: 5000, draws: 200 }));
    const due = all.rows.find(({ place }) => place.id === 'cn:3205')!;
    const [share, count] = of(await ask({ place: 'cn:3205', by: ['rank'] }), 'rank');
    expect(share).toMatchObject({ key: 'share', value: due.rank, unit: `of ${all.ranked} cities` });
    expect(share.interval![0]).toBeLessThanOrEqual(due.rank);
    expect(count.key).toBe('count');
  });

  it('has the fields with most Share, which are those of the works', async () => {
    const cities = world.members.get('def:yrd_41')!;
    const shares = sharesIn(cities, world.works);
    const totals = new Map<number, number[]>();
    for (const [i, work] of world.works.entries()) {
      const field = Math.floor(work.subfield / 100);
      const share = shares[i];
      if (share !== null) totals.set(field, [...(totals.get(field) ?? []), share]);
    }
    const due = [...totals].sort(([, a], [, b]) => sum(b) - sum(a)).slice(0, 3);
    const rows = of(await ask({ place: 'yrd_41', by: ['fields'], top: 3 }), 'fields');
    expect(rows.map(({ key }) => Number(key))).toEqual(due.map(([field]) => field));
    for (const [i, [, x]] of due.entries()) {
      expect(rows[i].value).toBeCloseTo(sum(x), 8);
      expect(rows[i].note).toBe(`${x.length} works`);
      const error = Math.sqrt(sum(x.map((value) => value ** 2)) - sum(x) ** 2 / world.works.length);
      expect(rows[i].interval![1]).toBeCloseTo(sum(x) + Z * error, 5);
    }
    const inside = of(await ask({ place: 'yrd_41', by: ['fields'], field: '27' }), 'fields');
    expect(inside.length).toBeGreaterThan(1);
    expect(inside.every(({ key }) => key.startsWith('27') && key.length === 4)).toBe(true);
  });

  it('has the partners that links has, with observed over expected', async () => {
    const due = await links.run(world.observatory, links.params.parse({ place: 'cn:3100', top: 4 }));
    const answer = await ask({ place: 'cn:3100', by: ['partners', 'ratio'], top: 4 });
    expect(of(answer, 'partners').map(({ key, value }) => [key, value])).toEqual(
      due.rows.map(({ b, works }) => [b.id, works]),
    );
    expect(of(answer, 'ratio').map(({ value, interval }) => [value, interval])).toEqual(
      due.rows.map(({ ratio, ratioInterval }) => [ratio, ratioInterval]),
    );
  });

  it('has the newest published figure of each metric, its vintage, and the others by name', async () => {
    const rows = of(await ask({ place: 'cn:1100', by: ['statistics'] }), 'statistics');
    const gdp = rows.find(({ key }) => key === 'gdp_nominal')!;
    expect(gdp).toMatchObject({ value: 49843.1, unit: '100m CNY' });
    expect(gdp.name).toContain('2024');
    expect(gdp.note).toMatch(
      /^NBS after 5th economic census.*other vintages: 49843\.1 100m CNY \(communique Mar 2025\)/,
    );
    expect(gdp.source).not.toBe('');
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it('has the policies of the place and of what it lies in whole, and no others', async () => {
    const regions = async (place: string): Promise<string> =>
      of(await ask({ place, by: ['policies'] }), 'policies')
        .map(({ note }) => note)
        .join();
    expect(await regions('cn:3205')).toContain('Yangtze River Delta');
    expect(await regions('cn:3205')).not.toContain('Beijing-Tianjin-Hebei');
    expect(await regions('jjj_13')).toContain('Beijing-Tianjin-Hebei');
    // Jiangsu lies in the Delta of 41 cities whole, in that of 27 not.
    expect(await regions('cn-p:32')).toContain('41 cities');
    expect(await regions('cn-p:32')).not.toContain('27 cities');
  });

  it('takes figures of one’s own', async () => {
    const file = join(world.folder, 'profile.csv');
    writeFileSync(
      file,
      'place,metric,year,value,unit,vintage,source,evidence\ncn:3205,rd_expenditure,2023,1000,100m CNY,yearbook,Suzhou yearbook,yearbook\n',
    );
    const rows = of(await ask({ place: 'cn:3205', by: ['statistics'], statistics: [file] }), 'statistics');
    expect(rows.find(({ key }) => key === 'rd_expenditure')).toMatchObject({
      value: 1000,
      note: 'yearbook',
      source: 'Suzhou yearbook',
    });
  });

  it('says that there is no output rather than a rank, and what is unlocated in the country', async () => {
    const none = await ask({ place: 'cn:3205', years: { from: 1990, to: 1991 } });
    expect(of(none, 'rank')).toEqual([]);
    expect(none.about.warnings.join()).toContain('Suzhou has no output under these filters');
    const rows = of(await ask({ place: 'cn:3205', by: ['unlocated'] }), 'unlocated');
    expect(rows.every(({ name, value }) => name === 'CN' && value! > 0)).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
  });
});
