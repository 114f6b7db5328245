import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { render } from '../../base/index.ts';
import { type Answer, type Question } from '../../claims/index.ts';
import { Facts } from '../../facts/index.ts';
import { claimsWorld } from './world.ts';
import { links } from '../links/analysis.ts';
import { linksParams } from '../links/question.ts';
import { ranking } from '../ranking/analysis.ts';
import { rankingParams } from '../ranking/question.ts';

let world: AnalysedWorld;
let facts: Facts;
beforeAll(async () => {
  [world, facts] = await Promise.all([analysedWorld({ works: 600, seed: 5 }), Facts.open()]);
});
afterAll(() => world.close());

const ask = (question: Pick<Question, 'ask' | 'places'> & Partial<Question>): Promise<Answer> =>
  claimsWorld(facts, world.observatory).ask({ regions: [], years: null, options: {}, ...question });

describe('what claims ask of an observatory is what its analyses answer', () => {
  const years = { from: 2015, to: 2017 };

  it('Share and Count of a city, a province, a nation and a region, each with its interval', async () => {
    const params = { of: ['cities', 'provinces', 'nations', 'regions'], top: 5000, years };
    const { rows } = await ranking.run(world.observatory, rankingParams.parse(params));
    for (const place of ['cn:1100', 'cn-p:32', 'iso:US', 'def:yrd_41']) {
      const row = rows.find((one) => one.place.id === place)!;
      for (const by of ['share', 'count'] as const) {
        const answer = await ask({ ask: `${by}_of_works`, places: [place], years });
        expect(answer.value).toBeCloseTo(row[by], 6);
        const interval = by === 'share' ? row.shareInterval : row.countInterval;
        expect(answer.interval!.low).toBeCloseTo(interval![0], 6);
        expect(answer.interval!.high).toBeCloseTo(interval![1], 6);
        expect(answer.unit).toBe('works');
        expect(answer.warnings!.map((one) => render(one, 'en'))).toContain('synthetic demonstration');
        expect(answer.warnings!.map((one) => render(one, 'zh'))).toContain('合成演示数据');
      }
    }
  });

  it('a rank among its kind, though it is not among the first looked at', async () => {
    const { rows } = await ranking.run(world.observatory, rankingParams.parse({ top: 5000 }));
    expect(rows.length).toBeGreaterThan(60);
    for (const row of [rows[0], rows[59]]) {
      const answer = await ask({ ask: 'rank_of', places: [row.place.id] });
      expect(answer).toMatchObject({ value: row.rank, unit: 'rank' });
      expect(answer.interval).toMatchObject({ low: row.rankInterval![0] });
    }
  });

  it('a probability for one before the other, of two kinds too', async () => {
    const params = rankingParams.parse({
      top: 1,
      outranks: ['cn:1100', 'cn:3100'],
      field: '17',
      by: 'count',
    });
    const { outranks } = await ranking.run(world.observatory, params);
    const options = { field: '17', by: 'count' };
    const answer = await ask({ ask: 'outranks', places: ['cn:1100', 'cn:3100'], options });
    expect(answer).toMatchObject({ value: outranks!.probability, unit: 'probability' });
    const mixed = await ask({ ask: 'outranks', places: ['cn:1100', 'def:gba_9_2'] });
    expect(mixed.value).toBeGreaterThanOrEqual(0);
  });

  it('joint works under a counting, and what turns to itself, with intervals', async () => {
    const pair = await links.run(
      world.observatory,
      linksParams.parse({ place: 'cn:1100', with: 'cn:3100', counting: 'partner', years }),
    );
    const joint = await ask({
      ask: 'joint_works',
      places: ['cn:1100', 'cn:3100'],
      options: { counting: 'partner' },
      years,
    });
    expect(joint.value).toBeCloseTo(pair.rows[0].partner, 9);
    const between = await ask({ ask: 'observed_expected', places: ['cn:1100', 'cn:3100'], years });
    expect(between.value).toBe(pair.rows[0].ratio);
    const { intra } = await links.run(world.observatory, linksParams.parse({ place: 'def:yrd_41', years }));
    const inside = await ask({ ask: 'intra_share', places: ['def:yrd_41'], years });
    expect(inside.value).toBe(intra!.intraShare);
    expect([inside.interval!.low, inside.interval!.high]).toEqual(intra!.intraShareInterval);
    const ratio = await ask({ ask: 'observed_expected', places: ['def:yrd_41'], years });
    expect(ratio.value).toBe(intra!.ratio);
  });

  it('of a region that the claims file made up', async () => {
    const regions = [{ id: 'adhoc:Core', name: 'Core', cities: ['cn:3100', 'cn:3205', 'cn:3301'] }];
    const parts = await Promise.all(
      regions[0].cities.map((place) => ask({ ask: 'share_of_works', places: [place] })),
    );
    const core = await ask({ ask: 'share_of_works', places: ['adhoc:Core'], regions });
    expect(core.value).toBeCloseTo(
      parts.reduce((sum, { value }) => sum + value!, 0),
      6,
    );
    expect((await ask({ ask: 'intra_share', places: ['adhoc:Core'], regions })).unit).toBe('fraction');
  });

  it('says in both languages why there is none', async () => {
    const city = await ask({ ask: 'intra_share', places: ['cn:1100'] });
    expect(city.value).toBeNull();
    expect(render(city.reason!, 'en')).not.toMatch(/[\p{Script=Han}]/u);
    expect(render(city.reason!, 'zh')).toMatch(/[\p{Script=Han}]/u);
  });

  it('is refused as the analyses refuse it', async () => {
    await expect(ask({ ask: 'rank_of', places: ['cn:1100'], options: { field: 'Alchemy' } })).rejects.toThrow(
      /Alchemy/,
    );
    await expect(ask({ ask: 'share_of_works', places: ['gn:2179537'] })).rejects.toThrow(
      /Wellington .* has no institution in this observatory/,
    );
  });

  it('and without an observatory there is no answer, and the reason', async () => {
    const answer = await claimsWorld(facts, null).ask({
      ask: 'rank_of',
      places: ['cn:1100'],
      regions: [],
      years: null,
      options: {},
    });
    expect(answer.value).toBeNull();
    expect(render(answer.reason!, 'en')).toBe('rank_of() needs an observatory, and none is open');
  });
});
