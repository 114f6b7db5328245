import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, type TestWork } from '../../../test/analysed-world.ts';
import {
  cellsOf,
  complexityByHand,
  densityByHand,
  proximityByHand,
  sharesByHand,
  specialisedByHand,
} from '../../../test/specialisation-by-hand.ts';
import { sql } from '../../engine/sql.ts';
import { createRandom } from '../../measures/index.ts';
import { specialisation } from './analysis.ts';
import type { Specialisation, SpecialisationRow } from './question.ts';
import { findingsIn } from '../../../test/findings-in.ts';

const LEAST = 2;
const ENOUGH = 30;

let world: AnalysedWorld;
let planted: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 4000, seed: 21 });
  const suzhou = new Set(
    (
      await world.observatory.query<{ institution: string }>(
        sql`SELECT institution FROM institutions WHERE city = 'cn:3205'`,
      )
    ).map(({ institution }) => institution),
  );
  // Two of three works of Suzhou are made dental surgery, of which there is little elsewhere.
  planted = await analysedWorld({
    works: 4000,
    seed: 21,
    change: (record) => {
      const number = Number(String(record.id).replace(/\D/g, ''));
      return JSON.stringify(record.authorships)
        .split('"')
        .some((text) => suzhou.has(text.replace('https://ror.org/', ''))) && number % 3 !== 0
        ? { ...record, primary_topic: DENTAL }
        : record;
    },
  });
});
afterAll(() => Promise.all([world.close(), planted.close()]));

const DENTAL = {
  id: 'https://openalex.org/T935041',
  display_name: 'Synthetic topic 1 of Oral Surgery',
  score: 0.99,
  subfield: { id: 'https://openalex.org/subfields/3504', display_name: 'Oral Surgery' },
  field: { id: 'https://openalex.org/fields/35', display_name: 'Dentistry' },
  domain: { id: 'https://openalex.org/domains/4', display_name: 'Health Sciences' },
};

const ask = (params: Record<string, unknown>, of = world): Promise<Specialisation> =>
  specialisation.run(
    of.observatory,
    specialisation.params.parse({
      ...{ of: 'field', least: LEAST, enough: ENOUGH, top: 5000, belowMinimum: true },
      ...params,
    }),
  );
const fieldOf = ({ subfield }: TestWork): string => String(Math.floor(subfield / 100));
const withField = (works: readonly TestWork[]): TestWork[] => works.filter(({ subfield }) => subfield !== 0);
const rowOf = ({ rows }: Specialisation, field: string): SpecialisationRow =>
  rows.find((row) => String(row.field.id) === field)!;

describe('specialisation', () => {
  it.each([
    ['cn:3100', 'world'],
    ['cn:3205', 'nation'],
    ['def:yrd_41', 'world'],
    ['cn-p:32', 'nation'],
  ] as const)('of %s against the %s has the quotients that works have', async (place, baseline) => {
    const answer = await ask({ place, baseline });
    const own = world.members.get(place) ?? new Set([place]);
    const all = baseline === 'world' ? null : world.members.get('iso:CN')!;
    const { cells, rows, columns, total } = cellsOf(withField(world.works), fieldOf, own, all);
    expect(answer.rows.length).toBe(columns.size);
    for (const row of answer.rows) {
      const field = String(row.field.id);
      const cell = cells.get(field) ?? { share: 0, works: 0 };
      expect(row.share).toBeCloseTo(cell.share, 8);
      expect(row.works).toBe(cell.works);
      expect(row.part).toBeCloseTo(cell.share / rows, 9);
      const due = cell.share / rows / (columns.get(field)! / total);
      expect(row.quotient).toBeCloseTo(due, 8);
      expect(row.symmetric).toBeCloseTo((due - 1) / (due + 1), 8);
      expect(row.fewWorks).toBe(cell.works < 10);
      const specialised = due >= 1 && cell.share >= LEAST;
      expect(row.section).toBe(specialised ? 'specialised' : due >= 1 ? 'small' : 'entry');
    }
    expect(answer.diversity.value).toBe(
      answer.rows.filter(({ section }) => section === 'specialised').length,
    );
    expect(answer.variety).toBe([...cells.values()].filter(({ share }) => share > 0).length);
  });

  it('tells how near fields lie from the other cities with enough works, by brute force', async () => {
    const works = withField(world.works);
    for (const place of ['cn:3205', 'def:yrd_41']) {
      const answer = await ask({ place });
      const own = world.members.get(place) ?? new Set([place]);
      const table = sharesByHand(works, fieldOf);
      const many = [...table.works].flatMap(([city, n]) => (n >= ENOUGH ? [city] : []));
      const outside = many.filter((city) => !own.has(city));
      expect(outside.length).toBeGreaterThan(10);
      const m = specialisedByHand(table, LEAST);
      const phi = proximityByHand(outside.map((city) => m.of(city)));
      const mine = new Set(
        answer.rows.flatMap(({ section, field }) => (section === 'specialised' ? [String(field.id)] : [])),
      );
      for (const { field, density, cities } of answer.rows) {
        const due = densityByHand(mine, String(field.id), phi);
        if (due === null) expect(density).toBeNull();
        else expect(density).toBeCloseTo(due, 9);
        expect(cities).toBe(many.filter((city) => m.of(city).has(String(field.id))).length);
      }
      const densities = answer.rows
        .filter(({ section }) => section === 'entry')
        .map(({ density }) => density ?? -1);
      expect(densities).toEqual([...densities].sort((a, b) => b - a));
    }
  });

  it('takes the cities asked about among those that relate fields where too few are left, and says so', async () => {
    const works = withField(world.works);
    const table = sharesByHand(works, fieldOf);
    const counts = [...table.works.values()].sort((a, b) => b - a);
    // The ten cities with most works: Shanghai is one of them.
    const enough = counts[9];
    const many = [...table.works].flatMap(([city, n]) => (n >= enough ? [city] : []));
    expect(many).toContain('cn:3100');
    expect(many.length).toBeLessThan(11);
    const answer = await ask({ place: 'cn:3100', enough });
    expect(answer.about.notes.join()).toContain('including the selected ones');
    const m = specialisedByHand(table, LEAST);
    const phi = proximityByHand(many.map((city) => m.of(city)));
    for (const { field, density } of answer.rows) {
      const due = densityByHand(m.of('cn:3100'), String(field.id), phi);
      if (due === null) expect(density).toBeNull();
      else expect(density).toBeCloseTo(due, 9);
    }
  });

  it('has the ECI that an iteration finds, and its rank among the cities', async () => {
    const works = withField(world.works);
    const table = sharesByHand(works, fieldOf);
    const m = specialisedByHand(table, LEAST);
    const many = [...table.works].flatMap(([city, n]) => (n >= ENOUGH ? [city] : []));
    const { eci, pci } = complexityByHand(new Map(many.map((city) => [city, m.of(city)])));
    const city = await ask({ place: 'cn:3100' });
    // The sign of the eigenvector is free: hold it by the city itself.
    const turn = Math.sign(city.complexity.value!) * Math.sign(eci.get('cn:3100')!);
    expect(city.complexity.value).toBeCloseTo(turn * eci.get('cn:3100')!, 6);
    const above = [...eci.values()].filter((value) => turn * (value - eci.get('cn:3100')!) > 1e-9).length;
    expect(city.complexity).toMatchObject({ rank: above + 1, of: eci.size, reason: null });
    for (const { field, complexity } of city.rows)
      if (pci.has(String(field.id))) expect(complexity).toBeCloseTo(turn * pci.get(String(field.id))!, 6);
      else expect(complexity).toBeNull();
    const region = await ask({ place: 'def:yrd_41' });
    const fields = region.rows.filter(({ section }) => section === 'specialised');
    const mean = fields.reduce((sum, { complexity }) => sum + complexity!, 0) / fields.length;
    expect(region.complexity).toMatchObject({ rank: null, rankInterval: null });
    expect(region.complexity.value).toBeCloseTo(mean, 9);
    expect(region.about.notes.join()).toContain('without a rank');
    expect(city.sensitivity.map(({ threshold }) => threshold)).toEqual([0.75, 1, 1.25]);
    expect(city.sensitivity[1]).toMatchObject({
      diversity: city.diversity.value,
      complexity: city.complexity.value,
    });
    expect(city.sensitivity[0].diversity!).toBeGreaterThanOrEqual(city.sensitivity[2].diversity!);
  });

  it('has intervals as a bootstrap over works has them', { tags: 'full' }, async () => {
    const place = 'def:yrd_41';
    const own = world.members.get(place)!;
    const answer = await ask({ place, draws: 2000 });
    const works = withField(world.works);
    const table = sharesByHand(works, fieldOf);
    const m = specialisedByHand(table, LEAST);
    const outside = [...table.works].flatMap(([city, n]) => (n >= ENOUGH && !own.has(city) ? [city] : []));
    const phi = proximityByHand(outside.map((city) => m.of(city)));
    const random = createRandom(5);
    const logs = new Map<string, number[]>();
    const drawn = { shannon: [] as number[], herfindahl: [] as number[], diversity: [] as number[] };
    const densities = new Map<string, number[]>();
    for (let draw = 0; draw < 400; draw++) {
      const again = works.flatMap((work) => Array.from({ length: random.poisson() }, () => work));
      const { cells, rows, columns, total } = cellsOf(again, fieldOf, own, null);
      const parts = [...cells.values()].map(({ share }) => share / rows).filter((part) => part > 0);
      drawn.shannon.push(-parts.reduce((sum, part) => sum + part * Math.log(part), 0));
      drawn.herfindahl.push(parts.reduce((sum, part) => sum + part ** 2, 0));
      const mine = new Set<string>();
      for (const [field, { share }] of cells) {
        const quotient = share / rows / (columns.get(field)! / total);
        if (share > 0) logs.set(field, [...(logs.get(field) ?? []), Math.log(quotient)]);
        if (quotient >= 1 && share >= LEAST) mine.add(field);
      }
      drawn.diversity.push(mine.size);
      for (const field of columns.keys())
        densities.set(field, [...(densities.get(field) ?? []), densityByHand(mine, field, phi) ?? NaN]);
    }
    let compared = 0;
    for (const { field, works: n, interval, density, densityInterval } of answer.rows) {
      if (n < 30) continue;
      compared += 1;
      const half = Math.log(interval![1] / interval![0]) / (2 * 1.959964);
      const ratio = half / deviation(logs.get(String(field.id))!);
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
      if (density === null) continue;
      const [low, high] = ends(densities.get(String(field.id))!);
      expect(Math.abs(densityInterval![0] - low)).toBeLessThan(0.06);
      expect(Math.abs(densityInterval![1] - high)).toBeLessThan(0.06);
    }
    expect(compared).toBeGreaterThan(4);
    for (const of of ['shannon', 'herfindahl'] as const) {
      const [low, high] = answer[of].interval!;
      const ratio = (high - low) / (2 * 1.959964) / deviation(drawn[of]);
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
    const [low, high] = ends(drawn.diversity);
    expect(Math.abs(answer.diversity.interval![0] - low)).toBeLessThanOrEqual(1);
    expect(Math.abs(answer.diversity.interval![1] - high)).toBeLessThanOrEqual(1);
  });

  it('finds what a place was made to be good at, first and surely', async () => {
    const before = rowOf(await ask({ place: 'cn:3205' }), '35');
    expect(before.section).not.toBe('specialised');
    const answer = await ask({ place: 'cn:3205', of: 'subfield' }, planted);
    expect(answer.rows[0].field.id).toBe(3504);
    expect(answer.rows[0].section).toBe('specialised');
    expect(answer.rows[0].interval![0]).toBeGreaterThan(5);
    expect(answer.herfindahl.value!).toBeGreaterThan((await ask({ place: 'cn:3205' })).herfindahl.value!);
  });

  it('by topic and by sector is what works have', async () => {
    const topics = await ask({ place: 'cn:3100', of: 'topic' });
    const own = new Set(['cn:3100']);
    const all = cellsOf(
      world.works.filter(({ topic }) => topic !== 0),
      ({ topic }) => String(topic),
      own,
      null,
    );
    expect(topics.rows.length).toBe(all.columns.size);
    for (const { field, share, quotient } of topics.rows) {
      const cell = all.cells.get(String(field.id))?.share ?? 0;
      expect(share).toBeCloseTo(cell, 8);
      expect(quotient).toBeCloseTo(cell / all.rows / (all.columns.get(String(field.id))! / all.total), 7);
    }
    const education = await ask({ place: 'cn:3100', sector: ['education'] });
    const works = withField(world.works).map((work) => ({
      ...work,
      parts: work.institutions
        .filter(({ city, types }) => city !== null && types.includes('education'))
        .map(({ city, share }) => ({ place: city!, share, authors: [] })),
    }));
    const { cells, rows, columns, total } = cellsOf(works, fieldOf, own, null);
    for (const { field, share, quotient } of education.rows) {
      const cell = cells.get(String(field.id))?.share ?? 0;
      expect(share).toBeCloseTo(cell, 8);
      expect(quotient).toBeCloseTo(cell / rows / (columns.get(String(field.id))! / total), 7);
    }
  });

  it('is the same for the same seed, for an ad hoc region as for the cities it is made of', async () => {
    const first = await ask({ place: 'cn-p:32' });
    expect(JSON.stringify(await ask({ place: 'cn-p:32' }))).toBe(JSON.stringify(first));
    const other = await ask({ place: 'cn-p:32', seed: 2 });
    expect(other.rows.map(({ quotient, interval }) => [quotient, interval])).toEqual(
      first.rows.map(({ quotient, interval }) => [quotient, interval]),
    );
    const cities = [...world.members.get('cn-p:32')!];
    const own = await ask({ region: [{ name: 'Jiangsu', cities }] });
    expect(own.place.name).toBe('Jiangsu');
    expect(own.rows.map(({ field, quotient, density }) => [field.id, quotient, density])).toEqual(
      first.rows.map(({ field, quotient, density }) => [field.id, quotient, density]),
    );
  });

  it('says why nothing can be told rather than a number', async () => {
    const one = await ask({ place: 'cn:3100', of: 'subfield', field: '1702' });
    expect(one.rows).toHaveLength(1);
    expect(one.rows[0]).toMatchObject({ section: 'untold', quotient: null, interval: null });
    expect(one.rows[0].reason!.zh).toContain('只有一个领域');
    expect(one.about.warnings.join()).toContain('there is one field');
    const none = await ask({ place: 'cn:3100', years: { from: 1990, to: 1991 } });
    expect(none.rows).toEqual([]);
    expect(none.diversity).toMatchObject({ value: null, interval: null });
    expect(none.about.notes.join()).toContain('no works match these filters');
    const whole = await ask({ place: 'iso:CN', baseline: 'nation' });
    expect(whole.rows.every(({ quotient, reason }) => quotient === null && reason !== null)).toBe(true);
    expect(findingsIn(specialisation, whole)[0]).toContain('is the whole of its baseline');
    expect(findingsIn(specialisation, whole, 'zh')[0]).toContain('就是比较基准的全部');
    const small = await ask({ place: 'cn:3100', enough: 1e6 });
    expect(small.rows[0].quotient).not.toBeNull();
    expect(small.rows[0].density).toBeNull();
    expect(small.rows[0].reason!.en).toContain('too few cities');
    expect(small.complexity).toMatchObject({ value: null, rank: null });
    expect(small.complexity.reason!.zh).toContain('复杂度无法识别');
    expect(small.about.notes.join()).toContain('fewer than 10 cities have 1000000 works');
    const [empty] = await world.observatory.query<{ place: string }>(sql`
      SELECT place FROM places WHERE kind = 'city' AND place NOT IN (SELECT city FROM work_cities) ORDER BY place LIMIT 1`);
    const silent = await ask({ place: empty.place });
    expect(silent.rows.every(({ section, quotient }) => section === 'untold' && quotient === null)).toBe(
      true,
    );
    expect(silent.about.warnings.join()).toContain('no Share in any field');
  });

  it('refuses a place that is none, no place, and a nation where there are several', async () => {
    await expect(ask({ place: 'Atlantis' })).rejects.toThrow();
    await expect(ask({})).rejects.toThrow('No place is given');
    await expect(
      ask({ region: [{ name: 'Two', cities: ['cn:3100', 'gn:5128581'] }], baseline: 'nation' }),
    ).rejects.toThrow('lies in 2 nations');
    await expect(ask({ place: 'cn:3100', region: [{ name: 'Two', cities: ['cn:3100'] }] })).rejects.toThrow(
      'is not used by this question',
    );
  });

  it('says the same in Chinese, without a word of English that is no term', async () => {
    const answer = await ask({ place: 'cn:3205' });
    expect(findingsIn(specialisation, answer, 'zh')).toHaveLength(findingsIn(specialisation, answer).length);
    expect(answer.about.zh.notes).toHaveLength(answer.about.notes.length);
    for (const note of answer.about.zh.notes) expect(note).toMatch(/[一-鿿]/);
  });
});

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function ends(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[Math.ceil(0.025 * sorted.length) - 1], sorted[Math.ceil(0.975 * sorted.length) - 1]];
}

describe('the minimum above which ECI, density and outlook are told', () => {
  const MINIMUM = { belowMinimum: false, of: 'subfield', enough: 50 };

  it('leaves them null with the reason below it, and says in how many fields the place is clearly specialised', async () => {
    const [raw, told] = [
      await ask({ place: 'cn:3205', ...MINIMUM, belowMinimum: true }),
      await ask({ place: 'cn:3205', ...MINIMUM }),
    ];
    const clear = raw.rows.filter(
      ({ section, interval }) => section === 'specialised' && interval![0] > 1,
    ).length;
    expect(told.clear).toBe(clear);
    expect(clear < 3 || clear < raw.diversity.value! / 2).toBe(true);
    expect(raw.rows.some(({ density }) => density !== null)).toBe(true);
    expect(raw.about.warnings.join()).toContain('cannot be distinguished from chance');
    for (const { density, densityInterval, complexity, gain } of told.rows)
      expect([density, densityInterval, complexity, gain]).toEqual([null, null, null, null]);
    for (const figure of [told.complexity, told.outlook]) {
      expect(figure).toMatchObject({ value: null, interval: null, rank: null, rankInterval: null });
      expect(figure.reason!.en).toContain(`in ${clear} of ${raw.diversity.value} fields`);
      expect(figure.reason!.zh).toContain('不足以排除偶然');
    }
    expect(told.rows.map(({ quotient }) => quotient)).toEqual(
      expect.arrayContaining(raw.rows.map(({ quotient }) => quotient)),
    );
    expect(findingsIn(specialisation, told)[0]).toContain(`clearly (95% interval above 1) in ${clear}`);
  });

  it('tells them above it with the caveat beside each, unless the sign of ECI is left to chance', async () => {
    const answer = await ask({ place: 'cn:1100', ...MINIMUM });
    const findings = findingsIn(specialisation, answer).join('\n');
    expect(answer.rows.some(({ density }) => density !== null)).toBe(
      answer.clear >= answer.diversity.value! / 2,
    );
    for (const sentence of findings
      .split('\n')
      .filter((one) => /^(ECI|Complexity outlook|Fields nearest)/.test(one)))
      expect(sentence).toMatch(/partly follows size|none, /);
    if (answer.complexity.anchor?.weak === true) expect(answer.complexity.value).toBeNull();
  });
});
