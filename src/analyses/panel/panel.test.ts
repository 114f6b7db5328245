import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, ofSectors, type TestWork } from '../../../test/analysed-world.ts';
import { synopolis } from '../../../test/cli/shell.ts';
import { sum } from '../../../test/inequality-by-hand.ts';
import { linkByHand, ofTwoSectors } from '../../../test/links-by-hand.ts';
import { sql } from '../../engine/sql.ts';
import { kilometres } from '../../places/nearest.ts';
import { links } from '../links/analysis.ts';
import { pairPanel, rowOf } from '../collaboration/pair-panel.ts';
import { PANEL_COLUMNS, pairId } from './columns.ts';
import { MOST_ROWS, type PairCell, type Panel, type PlaceCell } from './question.ts';
import { panel } from './analysis.ts';
import { Population } from '../population/population.ts';
import { ranking } from '../ranking/analysis.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 1200, seed: 21 });
});
afterAll(() => world.close());

const YEARS = [2014, 2015, 2016, 2017, 2018];
const ask = (params: Record<string, unknown>): Promise<Panel> =>
  panel.run(world.observatory, panel.params.parse(params));
const pairs = async (params: Record<string, unknown>): Promise<PairCell[]> =>
  (await ask({ of: 'pairs', ...params })).rows as PairCell[];
const places = async (params: Record<string, unknown>): Promise<PlaceCell[]> =>
  (await ask({ of: 'places', ...params })).rows as PlaceCell[];

const citiesOf = (id: string): ReadonlySet<string> => world.members.get(id) ?? new Set([id]);
const inYear = <W extends { readonly year: number }>(works: readonly W[], year: number): W[] =>
  works.filter((work) => work.year === year);

/** Share of each work in some cities, and whether any author is there. */
function outputOf(
  works: readonly TestWork[],
  cities: ReadonlySet<string>,
): Omit<PlaceCell, 'place' | 'year' | 'field' | 'works' | 'inside' | 'sincePolicy'> {
  const shares = works.flatMap(({ parts }) => {
    const own = parts.filter(({ place }) => cities.has(place));
    return own.length === 0 ? [] : [sum(own.map(({ share }) => share))];
  });
  return { share: sum(shares), count: shares.length, shareSquared: sum(shares.map((share) => share ** 2)) };
}

function expectPairs(
  rows: readonly PairCell[],
  works: Parameters<typeof linkByHand>[0],
  filter = { coaffiliation: true, capped: false },
  members = citiesOf,
): void {
  for (const row of rows) {
    const due = linkByHand(inYear(works, row.year), members(row.a.id), members(row.b.id), filter);
    for (const counting of ['full', 'fractional', 'partner', 'score'] as const)
      expect(row[counting], `${pairId(row)} ${row.year} ${counting}`).toBeCloseTo(due[counting], 6);
  }
  expect(rows.some(({ full }) => full === 0)).toBe(true);
  expect(rows.some(({ full }) => full > 0)).toBe(true);
}

describe('a panel of pairs', () => {
  it.each([
    { coaffiliation: true, capped: false },
    { coaffiliation: false, capped: false },
    { coaffiliation: true, capped: true },
    { coaffiliation: false, capped: true },
  ])('has the joint works of every pair and year that the works have, zeros too, with %j', async (filter) => {
    const rows = await pairs({ top: 25, ...filter });
    expect(rows).toHaveLength(((25 * 24) / 2) * YEARS.length);
    expectPairs(rows, world.works, filter);
  });

  it('has each pair once, by the order of ids, and each of its years', async () => {
    const { rows, places: chosen, years } = await ask({ of: 'pairs', top: 20 });
    const ids = chosen.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(years).toEqual(YEARS);
    const due = ids.flatMap((a, i) =>
      ids.slice(i + 1).flatMap((b) => YEARS.map((year) => `${a}|${b} ${year}`)),
    );
    expect((rows as PairCell[]).map((row) => `${pairId(row)} ${row.year}`)).toEqual(due);
  });

  it.each([['province'], ['nation']])('of every %s is that of its cities together', async (kind) => {
    expectPairs(await pairs({ kind, top: 8 }), world.works);
  });

  it('of definitions that do not overlap is that of their cities, from the tables', async () => {
    expectPairs(await pairs({ place: ['jjj_13', 'yrd_41', 'gba_9_2'] }), world.works);
  });

  it('of places of several kinds and of regions of one’s own is told from works', async () => {
    const own = { name: 'Corridor', cities: ['cn:3205', 'cn:3301', 'cn:3401'] };
    const rows = await pairs({ place: ['cn:1100', 'iso:US', 'def:gba_9_2'], region: [own] });
    expect(new Set(rows.flatMap(({ a, b }) => [a.id, b.id]))).toEqual(
      new Set(['adhoc:Corridor', 'cn:1100', 'iso:US', 'def:gba_9_2']),
    );
    expectPairs(rows, world.works, undefined, (id) =>
      id === 'adhoc:Corridor' ? new Set(own.cities) : citiesOf(id),
    );
  });

  it('of a field, a topic, a sector and two sectors is of their works', async () => {
    const { subfield } = world.works.find(({ parts, subfield: one }) => parts.length > 2 && one > 0)!;
    const ofField = await pairs({ top: 12, field: String(subfield) });
    for (const row of ofField) {
      const works = world.works.filter((work) => work.subfield === subfield && work.year === row.year);
      const due = linkByHand(works, citiesOf(row.a.id), citiesOf(row.b.id), {
        coaffiliation: true,
        capped: false,
      });
      expect(row.full).toBe(due.full);
    }
    const { topic } = world.works.find((work) => work.parts.length > 2 && work.topic > 0)!;
    for (const row of await pairs({ top: 12, field: `T${topic}` })) {
      const works = world.works.filter((work) => work.topic === topic && work.year === row.year);
      const due = linkByHand(works, citiesOf(row.a.id), citiesOf(row.b.id), {
        coaffiliation: true,
        capped: false,
      });
      expect(row.full).toBe(due.full);
    }
    expectPairs(await pairs({ top: 12, sector: ['education'] }), ofSectors(world.works, ['education']));
    const both = ofTwoSectors(world.works, ['company', 'education']);
    const rows = await pairs({ top: 12, sector: ['company', 'education'] });
    for (const row of rows) {
      const due = linkByHand(inYear(both, row.year), citiesOf(row.a.id), citiesOf(row.b.id), {
        coaffiliation: true,
        capped: false,
      });
      expect(row.full).toBe(due.full);
      expect(row.score).toBeCloseTo(due.score, 6);
    }
    expect(rows.some(({ full }) => full > 0)).toBe(true);
  });

  it('says of a single year what links and ranking say', async () => {
    const rows = await pairs({ inside: 'yrd_41' });
    for (const year of [2015, 2018]) {
      const years = { from: year, to: year };
      const due = await links.run(
        world.observatory,
        links.params.parse({ place: 'yrd_41', top: 1000, years }),
      );
      const found = rows.filter((row) => row.year === year && row.full > 0);
      expect(found.length).toBeGreaterThan(0);
      expect(
        new Map(found.map((row) => [pairId(row), [row.full, row.fractional, row.partner, row.score]])),
      ).toEqual(
        new Map(due.rows.map((row) => [pairId(row), [row.full, row.fractional, row.partner, row.score]])),
      );
      const ranked = await ranking.run(
        world.observatory,
        ranking.params.parse({ top: 5000, years, draws: 100 }),
      );
      const shares = new Map(ranked.rows.map(({ place, share }) => [place.id, share]));
      for (const { a, b, aShare, bShare } of rows.filter((row) => row.year === year)) {
        expect(aShare).toBe(shares.get(a.id) ?? 0);
        expect(bShare).toBe(shares.get(b.id) ?? 0);
      }
    }
  });

  it('says how far apart two cities are, and whether they have nation, province and region in common', async () => {
    const rows = await pairs({
      place: ['cn:3205', 'cn:3201', 'cn:1100', 'gn:5128581', 'gn:4930956'],
      definition: ['yrd_41', 'jjj_13'],
    });
    const one = (a: string, b: string): PairCell =>
      rows.find((row) => pairId(row) === `${a}|${b}` && row.year === 2018)!;
    const points = await world.observatory.query<{ place: string; latitude: number; longitude: number }>(
      sql`SELECT place, latitude, longitude FROM places WHERE kind = 'city'`,
    );
    const at = new Map(points.map((row) => [row.place, row]));
    for (const { a, b, km } of rows) {
      const [here, there] = [at.get(a.id)!, at.get(b.id)!];
      expect(km).toBeCloseTo(kilometres(here.latitude, here.longitude, there.latitude, there.longitude), 0);
    }
    expect(one('cn:3201', 'cn:3205')).toMatchObject({
      sameNation: true,
      sameProvince: true,
      sameRegion: true,
      inside: 'def:yrd_41',
      sincePolicy: 0,
    });
    expect(one('cn:1100', 'cn:3205')).toMatchObject({
      sameNation: true,
      sameProvince: false,
      sameRegion: false,
      inside: null,
      sincePolicy: null,
    });
    expect(one('gn:4930956', 'gn:5128581')).toMatchObject({ sameNation: true, sameProvince: null });
    expect(one('cn:1100', 'gn:5128581')).toMatchObject({ sameNation: false, sameProvince: false });
    expect(rows.find((row) => row.inside !== null && row.year === 2014)!.sincePolicy).toBe(-4);
    const [region] = await pairs({ place: ['yrd_41', 'cn:1100'] });
    expect(region.km).toBeNull();
  });
});

describe('the arrays behind it', () => {
  it('have every row where it is said to be, whatever order the engine answers in', async () => {
    const population = await Population.of(world.observatory, { years: null, field: null, sector: null });
    const ids = ['cn:1100', 'cn:3100', 'cn:3201', 'cn:3205'];
    const members = ids.map((id) => ({ id, kind: 'city', cities: [id] }));
    const filter = { coaffiliation: true, capped: false };
    const { a, b, year, y } = await pairPanel(world.observatory, {
      population,
      places: members,
      years: YEARS,
      filter,
    });
    expect(a).toHaveLength(6 * 5);
    for (const [i, here] of ids.entries())
      for (const [j, there] of ids.entries())
        for (const [t, one] of YEARS.entries()) {
          if (j <= i) continue;
          const row = rowOf(4, 5, i, j, t);
          expect([a[row], b[row], year[row]]).toEqual([i, j, one]);
          const due = linkByHand(inYear(world.works, one), new Set([here]), new Set([there]), filter);
          expect(y.full[row]).toBe(due.full);
        }
    const wrong = { population, places: [...members].reverse(), years: YEARS, filter };
    await expect(pairPanel(world.observatory, wrong)).rejects.toThrow(RangeError);
    await expect(
      pairPanel(world.observatory, { population, places: members, years: [2015, 2015], filter }),
    ).rejects.toThrow(/2015 follows 2015/);
  });
});

describe('a panel of places', () => {
  it.each(['city', 'province', 'nation'])(
    'of every %s has the output of every year, zeros too',
    async (kind) => {
      const rows = await places({ kind, top: 500 });
      const ids = [...new Set(rows.map(({ place }) => place.id))];
      expect(rows.map(({ place, year }) => `${place.id} ${year}`)).toEqual(
        [...ids].sort().flatMap((id) => YEARS.map((year) => `${id} ${year}`)),
      );
      for (const row of rows) {
        const works = inYear(world.works, row.year);
        const due = outputOf(works, citiesOf(row.place.id));
        expect(row.works).toBe(works.length);
        expect(row.count).toBe(due.count);
        expect(row.share).toBeCloseTo(due.share, 7);
        expect(row.shareSquared).toBeCloseTo(due.shareSquared, 6);
      }
      expect(rows.some(({ count }) => count === 0)).toBe(true);
    },
  );

  it.each([
    ['domain', {}],
    ['field', {}],
    ['subfield', { region: [{ name: 'Own', cities: ['cn:3205', 'cn:3100'] }] }],
    ['field', { sector: ['education'] }],
  ])('by %s with %j has every field that has works, none among them', async (by, more) => {
    const rows = await places({ place: ['cn:1100', 'def:yrd_41'], by, ...more });
    const parents = await world.observatory.query<{ level: string; id: number; parent: number | null }>(
      sql`SELECT level, id, parent FROM fields`,
    );
    const up = (level: string, id: number): number =>
      parents.find((row) => row.level === level && row.id === id)!.parent ?? 0;
    const fieldOf = (subfield: number): number => {
      if (by === 'subfield') return subfield;
      const field = up('subfield', subfield);
      return by === 'field' ? field : up('field', field);
    };
    const works = 'sector' in more ? ofSectors(world.works, ['education']) : world.works;
    const fields = [...new Set(works.map(({ subfield }) => fieldOf(subfield)))].sort((a, b) => a - b);
    const units = new Set(rows.map(({ place }) => place.id));
    expect(rows).toHaveLength(units.size * YEARS.length * fields.length);
    expect([...new Set(rows.map(({ field }) => field!.id))].sort((a, b) => a - b)).toEqual(fields);
    for (const row of rows) {
      const own = works.filter((work) => work.year === row.year && fieldOf(work.subfield) === row.field!.id);
      const members = row.place.id === 'adhoc:Own' ? new Set(['cn:3205', 'cn:3100']) : citiesOf(row.place.id);
      const due = outputOf(own, members);
      expect(row.works).toBe(own.length);
      expect(row.count).toBe(due.count);
      expect(row.share).toBeCloseTo(due.share, 7);
      expect(row.shareSquared).toBeCloseTo(due.shareSquared, 6);
    }
  });
});

describe('what is cited', () => {
  it('is the hash of the rows as CSV without comments, of the parameters and of the manifest', async () => {
    const words = ['panel', 'pairs', world.folder, '--top', '8', '--years', '2015-2017'];
    const { code, out } = await synopolis(...words, '--format', 'csv');
    expect(code).toBe(0);
    const lines = out.split('\n').filter((line) => !line.startsWith('#'));
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    const { about } = await ask({ of: 'pairs', top: 8, years: { from: 2015, to: 2017 } });
    const { hash, rows, parameters, manifest } = about.cite!;
    expect(sha(lines.join('\n'))).toBe(rows);
    expect(sha(`${rows}\n${parameters}\n${manifest}\n`)).toBe(hash);
    expect(out).toContain(`# Cite as sha256:${hash}`);
    const again = await ask({ of: 'pairs', top: 8, years: { from: 2015, to: 2017 } });
    expect(JSON.stringify(again.about.cite)).toBe(JSON.stringify(about.cite));
    const other = await ask({ of: 'pairs', top: 8, years: { from: 2015, to: 2017 }, capped: true });
    expect(other.about.cite!.hash).not.toBe(hash);
    expect(other.about.cite!.manifest).toBe(manifest);
  });

  it.each([
    ['places', []],
    ['places', ['--by', 'domain']],
    ['pairs', []],
  ])('of %s %j comes with a dictionary of just the columns that are there', async (of, flags) => {
    for (const lang of ['en', 'zh']) {
      const { out } = await synopolis(
        'panel',
        of,
        world.folder,
        '--top',
        '3',
        ...flags,
        '--format',
        'csv',
        '--lang',
        lang,
      );
      const header = out
        .split('\n')
        .find((line) => !line.startsWith('#'))!
        .split(',');
      const told = [...out.matchAll(lang === 'en' ? /^# Column (\w+): .+\.$/gm : /^# 列 (\w+)：.+。$/gm)];
      expect(told.map(([, id]) => id)).toEqual(header);
    }
  });

  it('has words in both languages for every column', () => {
    for (const { title, what } of PANEL_COLUMNS)
      for (const { en, zh } of [title, what]) expect([en, zh].every((text) => text.length > 0)).toBe(true);
    expect(PANEL_COLUMNS.every(({ what }) => /\p{Script=Han}/u.test(what.zh))).toBe(true);
  });
});

describe('a panel that cannot answer says so', () => {
  it('of one place, one year, no works, and years without any', async () => {
    const alone = await ask({ of: 'pairs', place: ['cn:1100'] });
    expect(alone.rows).toEqual([]);
    expect(alone.about.notes.join()).toContain('fewer than two places have no pairs');
    const year = await ask({ of: 'places', top: 2, years: { from: 2015, to: 2015 } });
    expect(year.about.notes.join()).toContain('one year');
    const none = await ask({ of: 'pairs', years: { from: 1990, to: 1991 } });
    expect(none.rows).toEqual([]);
    expect(none.about.notes.join()).toContain('no works match these filters');
    const more = await ask({ of: 'places', top: 2, years: { from: 2012, to: 2015 } });
    expect(more.years).toEqual([2014, 2015]);
    expect(more.about.notes.join()).toContain('2012, 2013');
    expect(more.about.zh.notes.join()).toContain('2012、2013');
  });

  it('warns of a last year that seems not to be recorded in full', async () => {
    let n = 0;
    const late = await analysedWorld({
      works: 1200,
      seed: 17,
      change: (record) =>
        record.publication_year === 2018 && n++ % 3 !== 0 ? { ...record, publication_year: 2014 } : record,
    });
    const asked = panel.run(late.observatory, panel.params.parse({ of: 'places', top: 2 }));
    expect((await asked).about.warnings.join()).toContain('2018 has far fewer works');
    expect((await ask({ of: 'places', top: 2 })).about.warnings.join()).not.toContain('far fewer works');
    await late.close();
  });

  it('says that it was chosen by output, and of how many', async () => {
    const { about } = await ask({ of: 'places', top: 3 });
    expect(about.notes.join()).toContain(`the 3 of ${world.cities.length} places with most Share`);
    expect((await ask({ of: 'places', place: ['cn:1100'] })).about.notes.join()).not.toContain('most Share');
  });

  it.each([
    [{ of: 'pairs', place: ['yrd_41', 'yrd_27_central'] }, /have cities in common/],
    [{ of: 'pairs', place: ['cn:3100', 'yrd_41'] }, /have cities in common/],
    [{ of: 'pairs', place: ['cn:1100', 'cn:1100'] }, /given twice/],
    [{ of: 'pairs', place: ['cn:1100'], inside: 'yrd_41' }, /different sets of places/],
    [{ of: 'pairs', inside: 'yrd_41', kind: 'city' }, /different sets of places/],
    [{ of: 'pairs', inside: 'cn:1100' }, /is a city/],
    [{ of: 'pairs', by: 'domain' }, /cannot be split by field/],
    [{ of: 'places', capped: true }, /apply to pairs only/],
    [{ of: 'places', coaffiliation: false }, /apply to pairs only/],
    [{ of: 'places', sector: ['company', 'education'] }, /one sector/],
    [{ of: 'pairs', sector: ['education'], coaffiliation: false }, /not known by sector/],
    [{ of: 'places', field: 'T1', by: 'field' }, /one subfield/],
    [{ of: 'places', place: ['Atlantis'] }, /Atlantis/],
    [{ of: 'places', definition: ['nowhere'] }, /no region definition nowhere/],
  ])('refuses %j', async (params, what) => {
    await expect(ask(params)).rejects.toThrow(what);
  });

  it('refuses more rows than it makes, and says how many they would be', async () => {
    const long = await analysedWorld({ works: 300, seed: 5, years: [1960, 2018] });
    const years = new Set(long.works.map(({ year }) => year)).size;
    const n = ((long.cities.length * (long.cities.length - 1)) / 2) * years;
    expect(n).toBeGreaterThan(MOST_ROWS);
    const asked = panel.run(long.observatory, panel.params.parse({ of: 'pairs', top: 5000 }));
    await expect(asked).rejects.toThrow(`${n.toLocaleString('en')} rows, more than 1,000,000`);
    await long.close();
  });
});
