import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { coordination } from '../../analyses/coordination/analysis.ts';
import type { Coordination } from '../../analyses/coordination/question.ts';
import { standAlone } from '../svg-file.ts';
import type { Space, WithNotes } from '../figure.ts';
import { aroundPolicy, aroundTitle } from './around-policy.ts';
import { coordinationHistory } from './history.ts';
import { COORDINATION_MEASURES, type CoordinationMeasureId } from './measures.ts';
import { marksOf, sayPolicies } from './policies.ts';
import { coordinationTitle } from './title.ts';

let world: AnalysedWorld;
let answer: Coordination & WithNotes;
const ask = async (params: Record<string, unknown>): Promise<Coordination & WithNotes> => ({
  ...(await coordination.run(
    world.observatory,
    coordination.params.parse({ place: 'def:yrd_41', peers: ['def:jjj_13'], policy: 2016, ...params }),
  )),
  told: ['Told.'],
  synthetic: null,
});
beforeAll(async () => {
  world = await analysedWorld({ works: 4000, seed: 3 });
  answer = await ask({});
});
afterAll(() => world.close());

const space = (width: number): Space => ({
  document: parseHTML('<!doctype html><html><body></body></html>').document,
  width,
});
const IDS = Object.keys(COORDINATION_MEASURES) as CoordinationMeasureId[];

/** The answer with another ratio in its last years. */
function withRatio(value: number, interval: readonly [number, number]): Coordination & WithNotes {
  const last = answer.rows.findLast(({ place }) => place.id === answer.place.id);
  const rows = answer.rows.map((row) =>
    row === last ? { ...row, ratio: { value, interval, reason: null } } : row,
  );
  return { ...answer, rows };
}

describe('a region through time', () => {
  it.each(IDS)('draws %s for the region and its peers, and tells the numbers of the analysis', (id) => {
    const figure = coordinationHistory(answer, id, new Map(), 'en');
    expect(figure.numbers.rows.map((row) => row[3])).toEqual(
      answer.rows.map((row) => COORDINATION_MEASURES[id].of(row).value),
    );
    const known = answer.rows.filter((row) => COORDINATION_MEASURES[id].of(row).value !== null);
    expect(figure.draw(space(900)).querySelectorAll('circle')).toHaveLength(known.length);
    expect(figure.numbers.rows.every((row) => row.length === figure.numbers.columns.length)).toBe(true);
    expect(standAlone(coordinationHistory(answer, id, new Map(), 'zh'), space(380))).toContain('长三角');
  });

  it('says how much more than size explains, and that an interval around 1 tells nothing', () => {
    expect(coordinationTitle(withRatio(1.8, [1.5, 2.1]), 'ratio', 'en')).toBe(
      'In 2018 the cities of Yangtze River Delta (41 cities) collaborate at 1.80 (1.50–2.10) times the level expected from size alone (not adjusted for distance or country)',
    );
    expect(coordinationTitle(withRatio(1.1, [0.9, 1.3]), 'ratio', 'en')).toContain(
      'cannot be distinguished from that level',
    );
    expect(coordinationTitle(withRatio(1.1, [0.9, 1.3]), 'ratio', 'zh')).toContain('与预期无法区分');
  });

  it('says what there is nothing of', () => {
    const none = { value: null, interval: null, reason: 'no links' } as const;
    const empty = { ...answer, rows: answer.rows.map((row) => ({ ...row, gini: none })) };
    expect(coordinationHistory(empty, 'gini', new Map(), 'en').empty).toBe('no years have this figure');
    expect(coordinationTitle(empty, 'gini', 'zh')).toContain('无法计算');
  });
});

describe('policies', () => {
  it('are marked once a year, however many windows have it, and told under their letters', async () => {
    const wide = await ask({ window: 3 });
    const marks = marksOf(wide, 'def:yrd_41');
    expect(marks.map(({ year }) => year)).toEqual([2018]);
    expect(sayPolicies(wide, 'en')[0]).toBe(
      'Yangtze River Delta (41 cities): a 2018 Integration made a national strategy.',
    );
    expect(coordinationHistory(wide, 'ratio', new Map(), 'zh').about[0]).toContain('a 2018年长三角一体化');
    const peers = marksOf(wide, 'def:jjj_13');
    expect(peers.map(({ year, sign }) => [year, sign])).toEqual([
      [2014, null],
      [2015, null],
      [2017, 'a'],
    ]);
  });
});

describe('around a policy', () => {
  it('has a row a place with both sides and the change', () => {
    const figure = aroundPolicy(answer, 'en');
    const [own, peer] = answer.around!.places;
    expect(figure.numbers.rows.map((row) => row.slice(-3))).toEqual(
      [own, peer].map(({ change }) => [change.value, ...(change.interval ?? [null, null])]),
    );
    expect(figure.numbers.rows.every((row) => row.length === figure.numbers.columns.length)).toBe(true);
    expect(figure.title).toMatch(
      /^Around 2016, observed\/expected \(not adjusted for distance or country\) of Yangtze/,
    );
    expect(figure.draw(space(800)).querySelectorAll('circle').length).toBeGreaterThan(0);
    expect(aroundTitle(answer, 'zh')).toContain('2016年前后');
  });

  it('cannot be told without a policy, or without years before it', async () => {
    const early = await ask({ policy: 2010 });
    expect(aroundPolicy(early, 'en').empty).toContain('no works before 2010');
    expect(aroundTitle(early, 'en')).toContain('cannot be compared');
    expect(aroundPolicy({ ...answer, around: null }, 'zh').empty).toContain('没有已知的政策年份');
  });
});
