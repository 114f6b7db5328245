import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { sensitivity } from '../../analyses/sensitivity/analysis.ts';
import type { Sensitivity, SensitivityRow } from '../../analyses/sensitivity/question.ts';
import { verdictOf } from '../../analyses/sensitivity/verdict.ts';
import { standAlone } from '../svg-file.ts';
import type { Space, WithNotes } from '../figure.ts';
import { robustnessFigure, rowsOf } from './figure.ts';
import { badgeOf } from './badge.ts';
import { robustnessTitle } from './title.ts';
import { headlineName, settingNames } from './words.ts';

let world: AnalysedWorld;
let links: Sensitivity & WithNotes;
let rank: Sensitivity & WithNotes;
beforeAll(async () => {
  world = await analysedWorld({ works: 1200, seed: 21 });
  const ask = async (params: Record<string, unknown>): Promise<Sensitivity & WithNotes> => ({
    ...(await sensitivity.run(world.observatory, sensitivity.params.parse({ draws: 200, ...params }))),
    ...{ told: ['Told.'], synthetic: 'synthetic demonstration' },
  });
  links = await ask({ place: 'yrd_41', analysis: 'links' });
  rank = await ask({ place: 'cn:3205' });
});
afterAll(() => world.close());

const space = (width: number): Space => ({
  document: parseHTML('<!doctype html><html><body></body></html>').document,
  width,
});
const of = (answer: Sensitivity, headline: string) =>
  answer.verdicts.find((verdict) => verdict.headline === headline)!;

describe('an answer under every choice', () => {
  it('has a dot and a row of numbers for each, the one that was asked before and marked', () => {
    for (const [answer, headline] of [
      [links, 'observed/expected'],
      [links, 'intra share'],
      [rank, 'rank'],
    ] as const) {
      const figure = robustnessFigure(answer, of(answer, headline), 'en');
      const rows = rowsOf(answer, headline);
      expect(figure.numbers.rows.map(([, value]) => value)).toEqual(rows.map(({ value }) => value));
      const dots = [...figure.draw(space(900)).querySelectorAll('circle')];
      expect(dots).toHaveLength(rows.filter(({ value }) => value !== null).length);
      expect(dots.filter((dot) => dot.getAttribute('fill')!.includes('--accent'))).toHaveLength(1);
      expect(standAlone(figure, space(390))).toContain('As selected');
    }
  });

  it('of what comes first has a column for each that does', () => {
    const verdict = of(links, 'first pair');
    const rows = rowsOf(links, 'first pair');
    const drawn = robustnessFigure(links, verdict, 'zh').draw(space(700));
    expect(drawn.querySelectorAll('circle')).toHaveLength(rows.length);
    for (const first of new Set(rows.map(({ textZh }) => textZh!)))
      expect(drawn.textContent).toContain(first);
  });

  it('is named by what is chosen otherwise, no two rows alike', () => {
    for (const language of ['en', 'zh'] as const)
      for (const { headline } of links.verdicts) {
        const names = [...settingNames(rowsOf(links, headline), language).values()];
        expect(new Set(names).size).toBe(names.length);
        expect(headlineName(headline, 'zh')).toMatch(/\p{Script=Han}/u);
      }
    const names = [...settingNames(rowsOf(links, 'observed/expected'), 'en').values()];
    expect(names.slice(0, 3)).toEqual([
      'As selected: Yangtze River Delta (41 cities), with co-affiliation, without large teams',
      'with large teams',
      'without co-affiliation',
    ]);
  });
});

const base: SensitivityRow = {
  ...{ headline: 'rank', kind: 'rank', value: 4, interval: [3, 6], text: null, textZh: null },
  ...{ neutral: null, reason: null, name: 'Suzhou', nameZh: '苏州市', base: true },
  setting: {
    ...{ place: 'cn:3205', by: 'share', counting: null, coaffiliation: null, capped: null, years: null },
  },
};
const byCount = (change: Partial<SensitivityRow>): SensitivityRow => ({
  ...{ ...base, base: false, setting: { ...base.setting, by: 'count' } },
  ...change,
});
const title = (rows: readonly SensitivityRow[], language: 'en' | 'zh'): string =>
  robustnessTitle({ answer: rank, verdict: verdictOf(rows), rows }, language);

describe('the sentence', () => {
  it('says whether the answer is robust, how far it moves, and with what most', () => {
    expect(title([base, byCount({ value: 5 })], 'en')).toBe(
      'The rank of Suzhou is too close to call: 4th (3rd to 6th) as selected, 4th to 5th under 2 choices; what moves it most is Share or Count (Count: 5th)',
    );
    expect(title([base, byCount({ value: 9 })], 'en')).toContain(
      'is sensitive to choices: 4th (3rd to 6th) as selected, 4th to 9th under 2 choices, 1 of which lies outside its interval',
    );
    expect(title([base, byCount({ value: 9 })], 'zh')).toBe(
      '苏州市的排名对口径敏感：按所选口径为第4（第3至第6），2种口径下为第4至第9，其中1种超出其区间；影响最大的是份额或论文数（论文数：第9）',
    );
    expect(title([base, byCount({})], 'en')).toBe(
      'The rank of Suzhou is robust: 4th (3rd to 6th) as selected, 4th under all 2 choices',
    );
  });

  it('calls no direction robust whose interval reaches the other side', () => {
    const beta = (value: number, interval: readonly [number, number]): Partial<SensitivityRow> => ({
      ...{ headline: 'β', kind: 'direction', neutral: 0, value, interval },
    });
    const sure = [{ ...base, ...beta(-0.02, [-0.03, -0.01]) }, byCount(beta(-0.01, [-0.02, -0.001]))];
    const unsure = [sure[0], byCount(beta(-0.01, [-0.02, 0.003]))];
    expect([sure, unsure].map((rows) => badgeOf(verdictOf(rows)))).toEqual(['robust', 'close']);
    expect(title(unsure, 'en')).toContain('is too close to call: −0.020 (−0.030 to −0.010) as selected');
    expect(title(unsure, 'en')).toContain('1 of the intervals includes 0');
    expect(title(unsure, 'zh')).toContain('其中1个区间含0');
  });

  it('says so where nothing can be told', () => {
    const none = { value: null, interval: null, reason: 'no links' } as const;
    expect(title([{ ...base, ...none }, byCount(none)], 'en')).toBe(
      'The rank of Suzhou is undefined under every choice',
    );
    const rows = [{ ...base, ...none }, byCount(none)];
    const figure = robustnessFigure({ ...rank, rows }, verdictOf(rows), 'zh');
    expect(figure.empty).toBe('没有合作');
  });
});
