import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { sum } from '../../../test/inequality-by-hand.ts';
import { linkByHand } from '../../../test/links-by-hand.ts';
import { figure, perHead } from '../../facts/index.ts';
import { createRandom, percentileInterval } from '../../measures/index.ts';
import { Directory } from '../../resources/index.ts';
import { compare } from './analysis.ts';
import { type Compare, COMPARE_SECTIONS, type CompareRow } from './question.ts';
import { SECTIONS, UNIT, WHAT } from './texts.ts';
import { links } from '../links/analysis.ts';
import { openFacts } from '../statistics/open-facts.ts';
import { ranking } from '../ranking/analysis.ts';
import { specialisation } from '../specialisation/analysis.ts';
import { trend } from '../trend/analysis.ts';
import { findingsIn } from '../../../test/findings-in.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 1500, seed: 23 });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Compare> =>
  compare.run(world.observatory, compare.params.parse({ draws: 300, ...params }));
const of = ({ rows }: Compare, id: string, place: string, other: string | null = null): CompareRow =>
  rows.find((row) => row.what.id === id && row.place.id === place && (row.other?.id ?? null) === other)!;
const citiesOf = (id: string): ReadonlySet<string> => world.members.get(id) ?? new Set([id]);

const REGIONS = ['def:jjj_13', 'def:yrd_41', 'def:gba_9_2'];
const CORRIDOR = { name: 'Corridor', cities: ['cn:3205', 'cn:3301', 'cn:3401'] };

describe('a comparison', () => {
  it('has Share, Count, ranks and who is ahead as the ranking of their kind has them', async () => {
    const answer = await ask({ place: REGIONS, by: ['output', 'rank', 'ahead'] });
    const params = { of: ['regions'], top: 5000, draws: 300, outranks: [REGIONS[0], REGIONS[2]] };
    const due = await ranking.run(world.observatory, ranking.params.parse(params));
    for (const id of REGIONS) {
      const row = due.rows.find(({ place }) => place.id === id)!;
      expect(of(answer, 'share', id)).toMatchObject({ value: row.share, interval: row.shareInterval });
      expect(of(answer, 'count', id)).toMatchObject({ value: row.count, interval: row.countInterval });
      expect(of(answer, 'rank', id).value).toBe(row.rank);
      expect(of(answer, 'rank', id).unit.en).toBe(`of ${due.ranked} regions`);
      const [low, high] = of(answer, 'rank', id).interval!;
      expect(low).toBeLessThanOrEqual(row.rank);
      expect(high).toBeGreaterThanOrEqual(row.rank);
    }
    expect(of(answer, 'ahead-share', REGIONS[0], REGIONS[2]).value).toBeCloseTo(
      due.outranks!.probability!,
      12,
    );
    const here = [...REGIONS].sort((a, b) => of(answer, 'share', b).value! - of(answer, 'share', a).value!);
    expect(here.map((id) => of(answer, 'rank-here', id).value)).toEqual([1, 2, 3]);
    expect(answer.rows.filter(({ section }) => section === 'ahead')).toHaveLength(2 * 3);
  });

  it('takes places of every kind and regions of one’s own, with the output that their works have', async () => {
    const place = ['cn:1100', 'cn-p:32', 'iso:US', 'def:gba_9_2'];
    const answer = await ask({ place, region: [CORRIDOR], by: ['output', 'rank'] });
    expect(answer.places.map(({ id }) => id)).toEqual([...place, 'adhoc:Corridor']);
    for (const { id } of answer.places) {
      const cities = id === 'adhoc:Corridor' ? new Set(CORRIDOR.cities) : citiesOf(id);
      const shares = world.works.flatMap(({ parts }) => {
        const own = parts.filter((part) => cities.has(part.place));
        return own.length === 0 ? [] : [sum(own.map(({ share }) => share))];
      });
      expect(of(answer, 'share', id).value).toBeCloseTo(sum(shares), 6);
      expect(of(answer, 'count', id).value).toBe(shares.length);
    }
    expect(of(answer, 'rank', 'adhoc:Corridor')).toMatchObject({ value: null, interval: null });
    expect(of(answer, 'rank', 'adhoc:Corridor').reason!.en).toContain('of no kind');
    expect(of(answer, 'rank-here', 'adhoc:Corridor').value).not.toBeNull();
    expect(answer.about.warnings.join()).toContain('different kinds');
  });

  it('has the growth that trend has, in per cent', async () => {
    const answer = await ask({ place: ['cn:1100', 'yrd_41'], region: [CORRIDOR], by: ['growth'] });
    const { growth } = await trend.run(
      world.observatory,
      trend.params.parse({ place: ['cn:1100', 'yrd_41'], region: [CORRIDOR] }),
    );
    expect(growth).toHaveLength(3);
    for (const { place, relative, plain } of growth) {
      const row = of(answer, 'growth-relative', place.id);
      expect(row.value).toBeCloseTo(relative.value! * 100, 8);
      expect(row.interval![0]).toBeCloseTo(relative.interval![0] * 100, 8);
      expect(of(answer, 'growth', place.id).value).toBeCloseTo(plain.value! * 100, 8);
    }
  });

  it('has the strongest fields of each place for all places, with the quotients of specialisation', async () => {
    const answer = await ask({ place: ['cn:1100', 'yrd_41'], by: ['fields'], top: 2 });
    const fields = [...new Set(answer.rows.map(({ what }) => what.id))];
    expect(fields.length).toBeGreaterThanOrEqual(2);
    expect(fields.length).toBeLessThanOrEqual(4);
    for (const place of ['cn:1100', 'def:yrd_41']) {
      const due = await specialisation.run(
        world.observatory,
        specialisation.params.parse({ place, of: 'field', top: 5000, draws: 100 }),
      );
      for (const id of fields) {
        const row = due.rows.find(({ field }) => `field-${field.id}` === id)!;
        expect(of(answer, id, place)).toMatchObject({ value: row.quotient, interval: row.interval });
      }
      const best = due.rows.filter(({ section }) => section === 'specialised').slice(0, 2);
      for (const { field } of best) expect(fields).toContain(`field-${field.id}`);
    }
    const inside = await ask({ place: ['cn:1100', 'yrd_41'], by: ['fields'], field: '27', top: 1 });
    for (const { what } of inside.rows) expect(what.id).toMatch(/^field-27\d\d$/);
  });

  it(
    'has the part of works with an author elsewhere, whose interval a bootstrap over works confirms',
    { tags: 'full' },
    async () => {
      const place = ['cn:3205', 'def:yrd_41', 'iso:CN'];
      const answer = await ask({ place, region: [CORRIDOR], by: ['collaboration'] });
      for (const { id } of answer.places) {
        const cities = id === 'adhoc:Corridor' ? new Set(CORRIDOR.cities) : citiesOf(id);
        const works = world.works.map(({ parts }) => {
          const own = parts.filter((part) => cities.has(part.place)).length;
          return { there: own > 0, outward: own > 0 && parts.length > own };
        });
        const part = (drawn: typeof works): number =>
          drawn.filter(({ outward }) => outward).length / drawn.filter(({ there }) => there).length;
        const row = of(answer, 'outward', id);
        expect(row.value).toBeCloseTo(part(works) * 100, 8);
        const random = createRandom(5);
        const draws = Array.from({ length: 600 }, () =>
          part(works.map(() => works[Math.floor(random.uniform() * works.length)])),
        ).filter(Number.isFinite);
        const { low, high } = percentileInterval(draws, 0.95);
        const width = (high - low) * 100;
        expect(Math.abs(row.interval![0] - low * 100)).toBeLessThan(0.25 * width);
        expect(Math.abs(row.interval![1] - high * 100)).toBeLessThan(0.25 * width);
      }
    },
  );

  it('has what stays inside and the links between every two as links has them', async () => {
    const answer = await ask({ place: [...REGIONS, 'cn:5101'], by: ['collaboration', 'links'] });
    for (const place of REGIONS) {
      const { intra } = await links.run(world.observatory, links.params.parse({ place }));
      expect(of(answer, 'intra', place).value).toBeCloseTo(intra!.intraShare! * 100, 8);
      expect(of(answer, 'intra-expected', place).value).toBeCloseTo(intra!.expectedShare! * 100, 8);
      expect(of(answer, 'intra-ratio', place)).toMatchObject({
        value: intra!.ratio,
        interval: intra!.ratioInterval,
      });
    }
    expect(of(answer, 'intra', 'cn:5101')).toMatchObject({ value: null });
    expect(of(answer, 'intra', 'cn:5101').reason!.en).toContain('one city');
    for (const [a, b] of [
      [REGIONS[0], REGIONS[1]],
      [REGIONS[1], 'cn:5101'],
    ]) {
      const { rows } = await links.run(world.observatory, links.params.parse({ place: a, with: b }));
      expect(of(answer, 'joint', a, b).value).toBe(rows[0].works);
      expect(of(answer, 'ratio', a, b)).toMatchObject({
        value: rows[0].ratio,
        interval: rows[0].ratioInterval,
      });
      const filter = { coaffiliation: true, capped: false };
      expect(rows[0].works).toBe(linkByHand(world.works, citiesOf(a), citiesOf(b), filter).full);
    }
  });

  it('has published figures of one year and vintage where all have them, per head too', async () => {
    const answer = await ask({ place: ['cn:1100', 'cn:3100', 'cn:5000'], by: ['statistics'] });
    const facts = await openFacts(world.observatory, null);
    const gdp = of(answer, 'gdp_nominal', 'cn:3100');
    const year = Number(/\d{4}/.exec(gdp.what.en)![0]);
    const due = figure(facts, { metric: 'gdp_nominal', place: 'cn:3100', year });
    expect(gdp).toMatchObject({ value: due.value, interval: null });
    expect(gdp.source).not.toBe('');
    const people = figure(facts, { metric: 'population', place: 'cn:3100', year: 2020 });
    const head = of(answer, 'gdp_nominal-per-head', 'cn:3100');
    expect(head.value).toBeCloseTo(perHead(due, people).value!, 6);
    expect(head.note!.en).toContain('people of 2020');
    const share = await ranking.run(
      world.observatory,
      ranking.params.parse({ also: ['cn:3100'], draws: 100 }),
    );
    const row = share.rows.find(({ place }) => place.id === 'cn:3100')!;
    expect(of(answer, 'share-per-million', 'cn:3100').value).toBeCloseTo(
      row.share / (people.value! / 1e6),
      8,
    );
    expect(answer.rows.every(({ section }) => section === 'statistics')).toBe(true);
  });

  it('says where published figures are of different years, and which place has none', async () => {
    const { rows } = await ask({ place: REGIONS, by: ['statistics'] });
    const metrics = new Set(rows.map(({ what }) => what.id));
    for (const id of metrics) {
      const own = rows.filter(({ what }) => what.id === id);
      expect(own).toHaveLength(3);
      expect(own.filter(({ value }) => value !== null).length).toBeGreaterThanOrEqual(2);
      for (const { value, reason } of own) expect(value === null).toBe(reason !== null);
    }
    expect(rows.some(({ note }) => note?.en.includes('not to be compared'))).toBe(true);
  });

  it('has as many resources as the directory lists there, of every kind that one has', async () => {
    const answer = await ask({ place: ['cn:3401', 'gba_9_2'], region: [CORRIDOR], by: ['resources'] });
    const { resources } = await Directory.open();
    for (const { id } of answer.places) {
      const cities = id === 'adhoc:Corridor' ? new Set(CORRIDOR.cities) : citiesOf(id);
      const own = resources.filter(({ place }) => place !== null && cities.has(place));
      expect(of(answer, 'all', id).value).toBe(own.length);
      const kinds = answer.rows.filter(({ place, what }) => place.id === id && what.id.startsWith('kind-'));
      expect(sum(kinds.map(({ value }) => value!))).toBe(own.length);
    }
    expect(of(answer, 'all', 'cn:3401').value).toBeGreaterThan(0);
  });
});

describe('what a comparison says of itself', () => {
  it('warns of places that have cities in common, which have no link', async () => {
    const answer = await ask({ place: ['yrd_41', 'yrd_27_central', 'cn:3100'], by: ['output', 'links'] });
    for (const [a, b] of [
      ['def:yrd_41', 'def:yrd_27_central'],
      ['def:yrd_41', 'cn:3100'],
    ])
      for (const id of ['joint', 'ratio']) {
        expect(of(answer, id, a, b)).toMatchObject({ value: null, interval: null });
        expect(of(answer, id, a, b).reason!.en).toContain('cities in common');
      }
    expect(answer.about.warnings.filter((text) => text.includes('in common'))).toHaveLength(3);
    expect(answer.about.zh.warnings.join()).toContain('共同城市');
  });

  it('gives nulls with reasons where there are no works, and no rows that say nothing', async () => {
    const answer = await ask({ place: ['cn:1100', 'yrd_41'], years: { from: 1990, to: 1991 } });
    expect(answer.about.notes.join()).toContain('no works match these filters');
    const works = answer.rows.filter(({ section }) => section !== 'statistics' && section !== 'resources');
    expect(works.length).toBeGreaterThan(10);
    for (const { value, interval, reason } of works)
      expect([value, interval, reason === null]).toEqual([null, null, false]);
    const small = await ask({
      place: ['cn:1100', 'cn:5101'],
      years: { from: 2015, to: 2015 },
      by: ['growth'],
    });
    for (const { value, reason } of small.rows)
      expect([value, reason?.en]).toEqual([null, 'fewer than two whole years']);
  });

  it('never has a value or an interval missing without a reason, nor a number that is none', async () => {
    const { rows } = await ask({
      place: ['cn:5101', 'cn-p:32', 'def:gba_9_2', 'gn:2643743'],
      region: [CORRIDOR],
    });
    const without = ['statistics', 'resources', 'ahead'];
    for (const { section, what, value, interval, reason } of rows) {
      for (const number of [value, ...(interval ?? [])])
        if (number !== null) expect(Number.isFinite(number)).toBe(true);
      if (value === null) expect(reason, what.id).not.toBeNull();
      if (interval === null && !without.includes(section) && what.id !== 'intra-expected')
        expect(reason, what.id).not.toBeNull();
    }
  });

  it('stands in the order of its sections, in words of both languages, and is the same again', async () => {
    const once = await ask({ place: ['cn:1100', 'yrd_41'] });
    const order = once.rows.map(({ section }) => COMPARE_SECTIONS.indexOf(section));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(COMPARE_SECTIONS.length);
    const han = /\p{Script=Han}/u;
    for (const text of [...Object.values(WHAT), ...Object.values(SECTIONS)]) expect(text.zh).toMatch(han);
    for (const { what, reason } of once.rows)
      for (const text of [what, reason]) if (text !== null) expect(text.zh).toMatch(han);
    for (const text of [...once.about.zh.notes, ...once.about.zh.warnings, once.about.zh.counting])
      expect(text).toMatch(han);
    expect(findingsIn(compare, once, 'zh')[0]).toMatch(han);
    expect(Object.values(UNIT).every(({ zh }) => zh.length > 0)).toBe(true);
    expect(JSON.stringify(await ask({ place: ['cn:1100', 'yrd_41'] }))).toBe(JSON.stringify(once));
    const other = await ask({ place: ['cn:1100', 'yrd_41'], seed: 9 });
    expect(other.rows.map(({ value }) => value)).toEqual(once.rows.map(({ value }) => value));
  });

  it.each([
    [{ place: ['cn:1100'] }, /2 to 6 places, not 1/],
    [{ place: ['cn:1100', 'cn:3100', 'cn:3201', 'cn:3205', 'cn:3301', 'cn:5101', 'cn:1200'] }, /not 7/],
    [{}, /not 0/],
    [{ place: ['cn:1100', 'cn:1100'] }, /given twice/],
    [{ place: ['cn:1100', 'Atlantis'] }, /Atlantis/],
  ])('refuses %j', async (params, what) => {
    await expect(ask(params)).rejects.toThrow(what);
  });
});
