import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { sql } from '../../engine/sql.ts';
import { balance } from '../balance/analysis.ts';
import { contestOf, drawnOwn, drawnRegions, otherDefinitions } from '../output/comparison.ts';
import { convergence } from '../convergence/analysis.ts';
import { links } from '../links/analysis.ts';
import { ranking } from '../ranking/analysis.ts';
import { sensitivity } from './analysis.ts';
import type { Sensitivity, SensitivityRow } from './question.ts';
import type { AdHocRegion } from '../places/units.ts';
import { findingsIn } from '../../../test/findings-in.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 1200, seed: 21 });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Sensitivity> =>
  sensitivity.run(world.observatory, sensitivity.params.parse({ draws: 200, ...params }));
const of = ({ rows }: Sensitivity, headline: string): SensitivityRow[] =>
  rows.filter((row) => row.headline === headline);
const DELTA = ['def:yrd_41', 'def:yrd_26_2016', 'def:yrd_27_central'];

describe('definitions of one region', () => {
  it('are those that its table says draw it, or that share most of the smaller one’s cities', async () => {
    const regions = await drawnRegions(world.observatory);
    expect(otherDefinitions(regions, 'def:yrd_41')).toEqual(['def:yrd_26_2016', 'def:yrd_27_central']);
    expect(otherDefinitions(regions, 'def:jjj_13')).toEqual([]);
    expect(otherDefinitions(regions, 'cn:3205')).toEqual([]);
    const own = drawnOwn({ id: 'adhoc:Core', name: 'Core', cities: ['cn:3100', 'cn:3205', 'cn:1100'] });
    expect(otherDefinitions(new Map([...regions, [own.id, own]]), own.id)).toEqual([
      ...['def:yrd_26_2016', 'def:yrd_27_central', 'def:yrd_41'],
    ]);
  });
});

/** Definitions that one is ranked with. */
async function rivals(id: string, adHoc: readonly AdHocRegion[] = []): Promise<string[]> {
  const choice = { kinds: ['regions' as const], definitions: null, adHoc };
  const contest = await contestOf(world.observatory, choice, []);
  const all = [...(await drawnRegions(world.observatory)).values(), ...adHoc];
  return contest.rankedWith(all, id).flatMap((other) => (other.id === id ? [] : [other.id]));
}

describe('a region of one’s own', () => {
  const region = [{ name: 'Core', cities: ['cn:3100', 'cn:3205', 'cn:3301', 'cn:3201'] }];

  it('is held against the definitions that share its cities, each asked as the analysis is', async () => {
    const answer = await ask({ region, analysis: 'links' });
    expect(answer.place).toMatchObject({ id: 'adhoc:Core', name: 'Core', kind: 'region' });
    const places = [...new Set(answer.rows.map(({ setting }) => setting.place))];
    expect(places).toEqual(['adhoc:Core', ...DELTA.toSorted()]);
    const ratios = of(answer, 'observed/expected');
    for (const [place, given] of [
      ['adhoc:Core', { region }],
      ['def:yrd_41', { place: 'yrd_41' }],
    ] as const) {
      const due = await links.run(world.observatory, links.params.parse({ ...given, top: 1 }));
      const row = ratios.find(
        ({ setting }) =>
          setting.place === place && setting.coaffiliation === true && setting.capped === false,
      )!;
      expect(row.value).toBe(due.intra!.ratio);
      expect(row.interval).toEqual(due.intra!.ratioInterval);
    }
    expect(answer.about.definitions).toContainEqual({ id: 'adhoc:Core', version: null, cities: 4 });
  });

  it('is ranked among one definition of every other region, and not beside its own', async () => {
    const answer = await ask({ region, place: 'Core' });
    const [base] = of(answer, 'rank');
    const definition = await rivals('adhoc:Core', [{ id: 'adhoc:Core', ...region[0] }]);
    expect(definition).not.toEqual(expect.arrayContaining(DELTA));
    const due = await ranking.run(
      world.observatory,
      ranking.params.parse({ of: ['regions'], definition, region, top: 1, draws: 200 }),
    );
    expect(base.value).toBe(due.rows.find(({ place }) => place.id === 'adhoc:Core')!.rank);
    for (const analysis of ['balance', 'convergence']) {
      const other = await ask({ region, analysis });
      expect(other.rows.filter(({ base: isBase }) => isBase).map(({ reason }) => reason)).toContain(null);
    }
  });

  it('is refused beside another place, and none at all', async () => {
    await expect(ask({ region, place: 'yrd_41' })).rejects.toThrow(/“Core” is not used/);
    await expect(ask({})).rejects.toThrow(/No place is given/);
  });
});

describe('sensitivity has in every row what the analysis answers when asked so', () => {
  it('of a rank, by Share and Count under each definition', async () => {
    const answer = await ask({ place: 'yrd_27_central' });
    const rows = of(answer, 'rank');
    const others = DELTA.filter((id) => id !== 'def:yrd_27_central').sort();
    expect(rows.map(({ setting }) => [setting.place, setting.by, setting.years])).toEqual([
      ...['def:yrd_27_central', ...others].flatMap((place) => [
        [place, 'share', null],
        [place, 'count', null],
      ]),
      ['def:yrd_27_central', 'share', { from: 2014, to: 2015 }],
      ['def:yrd_27_central', 'share', { from: 2016, to: 2018 }],
    ]);
    expect(rows.map(({ base }) => base)).toEqual(rows.map((_, n) => n === 0));
    for (const { setting, value, interval } of rows) {
      const definition = [setting.place, ...(await rivals(setting.place))];
      const due = await ranking.run(
        world.observatory,
        ranking.params.parse({
          ...{ of: ['regions'], definition, by: setting.by, years: setting.years, top: 50, draws: 200 },
        }),
      );
      const own = due.rows.find(({ place }) => place.id === setting.place)!;
      expect([value, interval]).toEqual([own.rank, own.rankInterval]);
    }
  });

  it('of links, with and without large teams and co-affiliation, under each definition and counting', async () => {
    const answer = await ask({ place: 'yrd_41', analysis: 'links', years: { from: 2015, to: 2017 } });
    const ratios = of(answer, 'observed/expected');
    expect(ratios).toHaveLength(12);
    for (const { setting, value, interval } of [ratios[0], ratios[2], ratios[5], ratios[11]]) {
      const { place, coaffiliation, capped } = setting;
      const { intra } = await links.run(
        world.observatory,
        links.params.parse({ place, coaffiliation, capped, years: { from: 2015, to: 2017 } }),
      );
      expect([value, interval]).toEqual([intra!.ratio, intra!.ratioInterval]);
      const share = of(answer, 'intra share').find((row) => row.setting === setting)!;
      expect(share.value).toBe(intra!.intraShare);
    }
    const first = of(answer, 'first pair');
    expect(first.slice(12).map(({ setting }) => setting.counting)).toEqual([
      'fractional',
      'partner',
      'score',
    ]);
    for (const { setting, text } of first.slice(12)) {
      const { place, counting } = setting;
      const { rows } = await links.run(
        world.observatory,
        links.params.parse({ place, counting, years: { from: 2015, to: 2017 } }),
      );
      expect(text).toBe(`${rows[0].a.name}–${rows[0].b.name}`);
    }
  });

  it('of balance and of convergence', async () => {
    const even = await ask({ place: 'gba_9_2', analysis: 'balance' });
    const due = await balance.run(world.observatory, balance.params.parse({ place: 'gba_9_2', by: 'count' }));
    expect(of(even, 'theil')[1].value).toBe(due.rows.find(({ index }) => index === 'theil')!.value);
    expect(of(even, 'first city')[1].text).toBe(due.rows.find(({ index }) => index === 'first_share')!.first);
    const level = await ask({ place: 'gba_9_2', analysis: 'convergence' });
    const { beta } = await convergence.run(
      world.observatory,
      convergence.params.parse({ place: 'gba_9_2', by: 'share' }),
    );
    expect(of(level, 'β')[0]).toMatchObject({ value: beta.beta, interval: beta.interval });
  });
});

describe('what was asked comes before, and the rest is held against it', () => {
  it('by Count, and of a sector', async () => {
    const asked = { place: 'gba_9_2', sector: ['education'], by: 'count' };
    const rows = of(await ask({ ...asked, years: { from: 2016, to: 2018 } }), 'rank');
    expect(rows.map(({ setting }) => setting.by)).toEqual(['count', 'share']);
    const due = await ranking.run(
      world.observatory,
      ranking.params.parse({
        ...{ of: ['regions'], definition: ['def:gba_9_2', ...(await rivals('def:gba_9_2'))] },
        ...{ sector: ['education'], by: 'count', years: { from: 2016, to: 2018 }, top: 50, draws: 200 },
      }),
    );
    expect(rows[0].value).toBe(due.rows.find(({ place }) => place.id === 'def:gba_9_2')!.rank);
  });

  it('in a counting of links, whose first pair the others are held against', async () => {
    const answer = await ask({ place: 'jjj_13', analysis: 'links', counting: 'score' });
    const first = of(answer, 'first pair');
    expect(first[0].setting.counting).toBe('score');
    expect(new Set(first.slice(4, 7).map(({ setting }) => setting.counting))).toEqual(
      new Set(['full', 'fractional', 'partner']),
    );
    expect(new Set(of(answer, 'observed/expected').map(({ setting }) => setting.counting))).toEqual(
      new Set(['score']),
    );
  });

  it('by sector without a word of co-affiliation, which tables do not tell by sector', async () => {
    const answer = await ask({ place: 'jjj_13', analysis: 'links', sector: ['education'] });
    expect(answer.rows.every(({ setting }) => setting.coaffiliation === true)).toBe(true);
  });

  it('has no rank in half of the years where nothing was published', async () => {
    const [{ city }] = await world.observatory.query<{ city: string }>(
      sql`SELECT city FROM work_cities GROUP BY city HAVING min(year) > 2015 ORDER BY count(*) DESC, city LIMIT 1`,
    );
    const rows = of(await ask({ place: city }), 'rank');
    expect(rows.map(({ value }) => value === null)).toEqual([false, false, true, false]);
    expect(rows[2].reason).toBe('no works there in these years');
    await expect(ask({ place: city, years: { from: 2014, to: 2015 } })).rejects.toThrow(
      'is not in this ranking',
    );
  });
});

describe('sensitivity', () => {
  it('passes a verdict on each headline, and says it', async () => {
    const answer = await ask({ place: 'yrd_41', analysis: 'links' });
    expect(answer.verdicts.map(({ headline, kind }) => [headline, kind])).toEqual([
      ['observed/expected', 'direction'],
      ['intra share', 'level'],
      ['first pair', 'first'],
    ]);
    const said = findingsIn(sensitivity, answer);
    expect(said[0]).toMatch(
      /^Yangtze River Delta \(41 cities\), links, observed\/expected: (robust|sensitive to choices|too close to call), /,
    );
    expect(answer.about.synthetic).toBe('synthetic demonstration');
  });

  it('tries the definitions that are named instead, and refuses one that is not there', async () => {
    const answer = await ask({ place: 'jjj_13', analysis: 'balance', definition: ['chengyu_2021'] });
    expect(new Set(answer.rows.map(({ setting }) => setting.place))).toEqual(
      new Set(['def:jjj_13', 'def:chengyu_2021']),
    );
    await expect(ask({ place: 'jjj_13', definition: ['mine'] })).rejects.toThrow('no region definition mine');
  });

  it('of a city is about the countings alone', async () => {
    const answer = await ask({ place: 'cn:3100' });
    expect(answer.rows.map(({ setting }) => setting.by)).toEqual(['share', 'count', 'share', 'share']);
    expect(answer.about.notes).toContain('Shanghai has one definition here');
    const first = of(await ask({ place: 'cn:3100', analysis: 'links' }), 'first pair');
    expect(first).toHaveLength(9);
  });
});
