import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { effect } from '../../analyses/effect/analysis.ts';
import { type Assertion, sayEffect, sayPretrend } from '../../analyses/effect/say.ts';
import type { Effect } from '../../analyses/effect/question.ts';
import { standAlone } from '../svg-file.ts';
import type { Space, WithNotes } from '../figure.ts';
import { eventStudy } from './event.ts';
import { placeboBins, placeboFigure, placeboTitle } from './placebo.ts';
import { effectSensitivity, sensitivityTitle } from './sensitivity.ts';
import { changedIn, pooledOf } from './words.ts';

const ASKED = { place: 'def:yrd_41', policy: 2017, controls: 3, draws: 19, refits: 0, leads: 3, lags: 2 };
let world: AnalysedWorld;
let answer: Effect & WithNotes;
let nothing: Effect & WithNotes;
const ask = (params: Record<string, unknown>): Promise<Effect> =>
  effect.run(world.observatory, effect.params.parse({ ...ASKED, ...params }));
const told = (found: Effect): Effect & WithNotes => ({ ...found, told: ['Told.'], synthetic: null });
beforeAll(async () => {
  world = await analysedWorld({ works: 6000, seed: 5, years: [2013, 2022] });
  answer = told(await ask({}));
  nothing = told(await ask({ policy: 2030, draws: 0 }));
});
afterAll(() => world.close());

const space = (width: number): Space => ({
  document: parseHTML('<!doctype html><html><body></body></html>').document,
  width,
});

/** The answer with another pooled effect. */
function moved(estimate: number, half: number): Effect & WithNotes {
  const ends = [estimate - half, estimate + half] as const;
  return {
    ...answer,
    rows: answer.rows.map((row) =>
      row.section === 'effect'
        ? {
            ...row,
            estimate,
            interval: ends,
            change: Math.expm1(estimate),
            changeInterval: [Math.expm1(ends[0]), Math.expm1(ends[1])],
          }
        : row,
    ),
  };
}

describe('the event study', () => {
  it('has a mark a year, and the numbers of the analysis', () => {
    const figure = eventStudy(answer, 'en');
    const events = answer.rows.filter(({ section }) => section === 'event');
    expect(figure.numbers.rows.map(([years]) => years)).toEqual(events.map(({ what }) => what.en));
    expect(figure.numbers.rows.map((row) => row[6])).toEqual(events.map(({ estimate }) => estimate));
    const known = events.filter(({ changeInterval }) => changeInterval !== null);
    const drawn = figure.draw(space(900));
    expect(drawn.querySelectorAll('circle')).toHaveLength(known.length);
    expect(drawn.textContent).toContain('policy 2017');
    expect(standAlone(figure, space(390))).toContain('reference');
  });

  it('is titled by direction, size, pairs, joint works and how the placebo regions lie, in both languages', () => {
    const title = (one: Effect & WithNotes, language: 'en' | 'zh'): string => eventStudy(one, language).title;
    const { pairs, allPairs, before, after } = answer.treated!;
    const basis = `(${pairs} of ${allPairs} pairs of cities with ${before.works.toLocaleString('en')} joint works in 2013–2016 and ${after.works.toLocaleString('en')} in 2018–2022`;
    expect(title(moved(0.5, 0.1), 'en')).toMatch(
      /^After the policy of 2017, joint works inside .* rose by 64\.9% \[49\.2, 82\.2\] relative to/,
    );
    expect(title(moved(-0.5, 0.1), 'en')).toContain(' fell by 39.3% [33.0, 45.1]');
    expect(title(moved(0.1, 0.4), 'en')).toContain('cannot be distinguished from no change');
    expect(title(moved(0.1, 0.4), 'zh')).toContain('与没有变化无法区分');
    for (const one of [moved(0.5, 0.1), moved(-0.5, 0.1), moved(0.1, 0.4)]) {
      expect(title(one, 'en')).toContain(basis);
      expect(title(one, 'zh')).toContain(`${allPairs}对城市中${pairs}对有合作论文`);
      expect(title(one, 'en')).toMatch(
        /placebo regions .* changed by [+−]?\d+\.\d% at the median|by [+−]\d+\.\d%\./,
      );
      expect(title(one, 'zh')).toContain('个安慰剂区域');
      expect(title({ ...one, placebo: null }, 'en')).toContain(
        'It has not been compared with placebo regions.',
      );
    }
  });

  it('says so where cities already differed before', () => {
    const early = { ...moved(0.5, 0.1), pretrend: { statistic: 12, degrees: 2, p: 0.02 } };
    expect(eventStudy(early, 'en').title).toContain(
      'The years before the policy already differed (p 0.020).',
    );
    expect(sayPretrend(early).en).toContain('cannot be read as its effect');
    expect(sayPretrend({ pretrend: null }).zh).toContain('无法检验');
  });

  it('says why there is nothing to draw', () => {
    expect(eventStudy(nothing, 'en').empty).toContain('no years before the policy');
    expect(eventStudy(nothing, 'zh').empty).toContain('政策');
    expect(eventStudy(nothing, 'en').title).toContain('no effect can be estimated');
    expect(eventStudy({ ...nothing, policy: null }, 'en').empty).toContain('choose one');
  });
});

describe('placebo regions', () => {
  it('are all in the bins, and dark from the effect on, either way', () => {
    const draws = [-0.9, -0.5, -0.1, 0, 0.1, 0.2, 0.49, 0.5, 0.7];
    const bins = placeboBins(draws, 0.5);
    const count = (large: boolean): number =>
      bins.filter((bin) => bin.large === large).reduce((sum, bin) => sum + bin.count, 0);
    expect([count(true), count(false)]).toEqual([4, 5]);
    const { placebo } = answer;
    const all = placeboBins(placebo!.distribution, pooledOf(answer)!.estimate);
    expect(all.reduce((sum, bin) => sum + bin.count, 0)).toBe(placebo!.distribution.length);
  });

  it('are counted by direction in the title: those that went the other way are not called as large a fall', () => {
    const rose = { ...answer.placebo!, distribution: [0.1, 0.4, 0.8, 0.9, 1], p: 0.67, within: 5 };
    const fell = { ...moved(-0.7, 0.2), placebo: rose };
    expect(placeboTitle(fell, 'en')).toContain(
      'none fell by as large a factor as Yangtze River Delta (41 cities) and 3 rose by as large a factor; their median change is +122.6%.',
    );
    expect(placeboTitle(fell, 'en')).toContain('They are not centred on zero, so p 0.670');
    expect(placeboTitle(fell, 'zh')).toMatch(/没有一个与.*同样下降且倍数不小于它，3个反向上升且倍数不小于它/);
    expect(placeboTitle(fell, 'zh')).toContain('分布不以零为中心');
    expect(sensitivityTitle(fell, 'en')).toContain(
      'not centred on zero (median +122.6%), so no effect is shown',
    );
    expect(sayEffect(fell, [])!.conditions.find(({ id }) => id === 'placebo')!.holds).toBeNull();
  });

  it('say how many are like the region, in the title and where there is nothing to draw', () => {
    const { placebo } = answer;
    const unlike = { ...answer, placebo: { ...placebo!, within: 0 } };
    expect(placeboTitle(unlike, 'en')).toContain('None of them is like it');
    expect(placeboTitle(unlike, 'zh')).toContain('都与之不相近');
    expect(placeboFigure(answer, 'en').draw(space(700)).querySelectorAll('rect').length).toBeGreaterThan(3);
    expect(placeboFigure({ ...answer, placebo: null }, 'en').empty).toBeDefined();
  });
});

describe('sensitivity', () => {
  it('has the effect first and a row for each other choice', () => {
    const figure = effectSensitivity(answer, 'zh');
    const others = answer.rows.filter(({ section }) => section === 'sensitivity');
    expect(others.length).toBeGreaterThan(3);
    expect(figure.numbers.rows.map(([label]) => label)).toEqual([
      '按所选口径',
      ...others.map(({ what }) => what.zh),
    ]);
    expect(figure.draw(space(800)).querySelectorAll('circle')).toHaveLength(
      1 + others.filter((row) => changedIn(row) !== null).length,
    );
  });

  it('calls an effect sensitive to choices where an interval includes 0', () => {
    const others = answer.rows.flatMap((row) =>
      row.section === 'sensitivity' ? (changedIn(row) ?? []) : [],
    );
    const none = others.filter(({ ends }) => ends[0] <= 0 && ends[1] >= 0).length;
    const title = sensitivityTitle(answer, 'en');
    expect(title).toContain(`Under ${others.length} other`);
    expect(title).toContain(none === 0 ? 'no interval includes 0' : `${none} of the intervals`);
  });
});

it('what may be said under assumed conditions is what the analysis says when asked with them', async () => {
  for (const assume of [[], ['alone'], ['assigned', 'contained', 'alone']] as Assertion[][]) {
    const asked = await ask({ assume, draws: 0, sensitivity: false });
    expect(sayEffect({ ...answer, placebo: null }, assume)?.en).toBe(asked.sentence?.en);
  }
});
