import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { synopolis } from '../../../test/cli/shell.ts';
import { sql } from '../../engine/sql.ts';
import { Directory } from '../../resources/index.ts';
import { match } from './analysis.ts';
import type { Match } from './question.ts';
import { findingsIn } from '../../../test/findings-in.ts';

let world: AnalysedWorld;
const folder = mkdtempSync(join(tmpdir(), 'match-'));
beforeAll(async () => {
  world = await analysedWorld({ works: 1500, seed: 23 });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const ask = (need: string, params: Record<string, unknown> = {}): Promise<Match> =>
  match.run(world.observatory, match.params.parse({ need, ...params }));
const alone = (need: string, params: Record<string, unknown> = {}): Promise<Match> =>
  match.alone!(match.params.parse({ need, ...params }));

describe('match', () => {
  it('finds resources without an observatory, with why and how sure', async () => {
    const { rows, about, answered } = await alone('neutron scattering');
    expect(answered).toBe(true);
    expect(rows).toHaveLength(10);
    expect(rows.map(({ resource }) => resource!.id)).toContain('csns');
    for (const { institution, sure, why, score, coverage } of rows) {
      expect(institution).toBeNull();
      expect(sure).toMatch(/^(source read|recalled)/);
      expect(why.notions.length).toBeGreaterThan(0);
      expect(score).toBeGreaterThan(0);
      expect(coverage).toBeLessThanOrEqual(1);
    }
    expect(about.observatory).toBeNull();
  });

  it('finds institutions by their works, with titles that prove it', async () => {
    const { rows } = await ask('Catalysis', { of: 'institutions' });
    expect(rows.length).toBeGreaterThan(0);
    const [first] = rows;
    expect(first.resource).toBeNull();
    const ids = first.why.works.map(({ id }) => Number(id.slice(1)));
    expect(ids.length).toBeGreaterThan(0);
    const own = world.works.filter(({ institutions }) =>
      institutions.some(({ institution }) => institution === first.institution!.id),
    );
    for (const id of ids) expect(own.map((work) => work.id)).toContain(id);
  });

  it('keeps to what is within reach', async () => {
    const near = await ask('supercomputing', { place: 'yrd_41' });
    for (const { place } of near.rows) expect(world.members.get('def:yrd_41')).toContain(place!.id);
    const { rows } = await ask('supercomputing', { place: 'cn:3205', top: 30 });
    expect(rows.some(({ place }) => place !== null && !place.id.startsWith('cn:32'))).toBe(true);
    for (const { km, place } of rows) if (place?.id === 'cn:3205') expect(km).toBeLessThan(40);
  });

  it('says that nobody is there, and where the nearest is', async () => {
    const answer = await alone('neutron scattering', { place: 'cn:4403', reach: 'city', of: 'resources' });
    expect(answer.answered).toBe(false);
    expect(answer.beyond!.resource!.id).toBe('cityu-ihep-neutron');
    expect(answer.beyond!.km).toBeLessThan(100);
    expect(findingsIn(match, answer).at(-1)).toMatch(
      /^Nothing listed in Shenzhen mentions “neutron scattering”; the nearest is .* \(cityu-ihep-neutron\) in Hong Kong, \d\d km away\./,
    );
  });

  it('says plainly where nothing listed mentions what the need is about, and in each row', async () => {
    const answer = await alone('perovskite stability test');
    expect(answer).toMatchObject({ heads: ['perovskite'], answered: false });
    expect(findingsIn(match, answer)[1]).toBe(
      'Nothing listed in the world mentions “perovskite”. The rows below match other words of the need only.',
    );
    expect(findingsIn(match, answer, 'zh')[1]).toBe(
      '全球范围内所列资源与机构均未提及“perovskite”。下列各行只与需求中的其他词相符。',
    );
    const why = match.columns.find(({ id }) => id === 'why')!;
    for (const row of answer.rows) {
      expect(row.lacks).toEqual(['perovskite']);
      expect(why.value(row)).toMatch(/does not mention “perovskite”$/);
    }
  });

  it('says which wording of the glossary stands in a row instead of the need’s', async () => {
    const { rows } = await alone('cryo-electron microscopy');
    const embl = rows.find(({ resource }) => resource!.id === 'w-embl')!;
    expect(embl.why.found).toEqual(['cryo electron microscopy (as “structural biology”)']);
    expect(embl.lacks).toEqual([]);
  });

  it('says how many rows lie outside the city with most of what could be matched, as counting does', async () => {
    const { rows, spread } = await alone('chip', { place: 'gba', top: 30 });
    const listed = (await Directory.open()).resources.flatMap(({ place, region }) =>
      region === 'gba' || world.members.get('def:gba_9_2')!.has(place ?? '') ? (place ?? []) : [],
    );
    const count = (wanted: string): number => listed.filter((place) => place === wanted).length;
    const most = Math.max(...listed.map(count));
    const { id } = spread!.leading;
    expect(count(id)).toBe(most);
    expect(spread!.matchable).toEqual({ leading: most, all: listed.length });
    const located = rows.filter(({ place }) => place !== null);
    expect(spread).toMatchObject({
      located: located.length,
      outside: located.filter(({ place }) => place!.id !== id).length,
    });
    expect(findingsIn(match, await alone('chip', { place: 'gba' }))[1]).toMatch(
      /^\d+ of \d+ rows with a place lies? outside \S+, which has most of what could be matched \(\d+ of \d+\)\.$/,
    );
    expect((await alone('chip', { place: 'cn:4403', reach: 'city' })).spread).toBeNull();
    expect((await alone('chip')).spread).not.toBeNull();
  });

  it('counts institutions with works among what could be matched', async () => {
    const { spread } = await ask('Oncology', { of: 'institutions' });
    const cities = await world.observatory.query<{ city: string; n: number }>(sql`
      SELECT city, count(*) AS n FROM institutions WHERE city IS NOT NULL
        AND institution IN (SELECT institution FROM work_institutions) GROUP BY city ORDER BY n DESC, city`);
    expect(spread!.leading.id).toBe(cities[0].city);
    expect(spread!.matchable).toEqual({
      leading: cities[0].n,
      all: cities.reduce((sum, { n }) => sum + n, 0),
    });
  });

  it('is told in Chinese when asked to', async () => {
    const answer = await ask('Oncology 肿瘤', { place: 'yrd_41', top: 20 });
    const said = [...findingsIn(match, answer, 'zh'), ...answer.about.zh.notes, answer.about.zh.counting];
    for (const text of said) expect(text).toMatch(/\p{Script=Han}/u);
    expect(said[0]).toMatch(/^所求：/);
    const column = (id: string) => match.columns.find((one) => one.id === id)!;
    for (const row of answer.rows) {
      expect(column('of').value(row, 'zh')).toMatch(/^(?:资源|机构)$/);
      expect(column('sure').value(row, 'zh')).toMatch(/^[\p{Script=Han}\d（“]/u);
      if (row.place !== null)
        expect(column('place').value(row, 'zh')).toBe(row.place.nameZh ?? row.place.name);
    }
    expect(column('of').value(answer.rows[0])).toMatch(/^(?:resource|institution)$/);
  });

  it('counts joint works with the city that asks, as brute force does', async () => {
    const city = 'cn:1100';
    const { rows } = await ask('Oncology', { place: city, of: 'institutions', top: 50 });
    const others = rows.filter(({ joint }) => joint !== null);
    expect(others.some(({ joint }) => joint!.works > 0)).toBe(true);
    for (const { institution, joint, place } of others) {
      expect(place?.id).not.toBe(city);
      const due = world.works.filter(
        ({ institutions, parts }) =>
          institutions.some((one) => one.institution === institution!.id) &&
          parts.some((part) => part.place === city),
      ).length;
      expect(joint).toEqual({ works: due, with: 'institution' });
    }
  });

  it('counts joint works with the institution that asks', async () => {
    const [{ institution }] = await world.observatory.query<{ institution: string }>(
      sql`SELECT institution FROM work_institutions GROUP BY institution ORDER BY count(*) DESC, institution LIMIT 1`,
    );
    const { rows } = await ask('Oncology', { from: institution, of: 'institutions', top: 50 });
    for (const { institution: other, joint } of rows) {
      const due = world.works.filter(({ institutions }) =>
        [institution, other!.id].every((id) => institutions.some((one) => one.institution === id)),
      ).length;
      expect(joint).toEqual(other!.id === institution ? null : { works: due, with: 'institution' });
    }
  });

  it('tells places of one name apart by what each lies in, in both languages', async () => {
    const own = join(folder, 'cambridges.csv');
    const rowOf = (id: string, place: string): string => `${id},Glass oven ${id},instrument,${place},ours`;
    const head = 'id,name_en,kind,place,source';
    writeFileSync(own, [head, rowOf('first', 'gn:4931972'), rowOf('second', 'gn:2653941')].join('\n'));
    const placesOf = async (): Promise<unknown> => {
      const { rows } = await alone('glass oven', { resources: [own], of: 'resources' });
      const found = rows.filter(({ resource }) => ['first', 'second'].includes(resource!.id));
      return Object.fromEntries(
        found.map(({ resource, place }) => [resource!.id, [place!.name, place!.nameZh]]),
      );
    };
    expect(await placesOf()).toEqual({
      first: ['Cambridge, Massachusetts', '剑桥（马萨诸塞州）'],
      second: ['Cambridge, England', '剑桥（英格兰）'],
    });
    writeFileSync(own, [head, rowOf('second', 'gn:2653941')].join('\n'));
    expect(await placesOf()).toEqual({ second: ['Cambridge', '剑桥'] });
  });

  it('takes a list of one’s own', async () => {
    const own = join(folder, 'own.csv');
    writeFileSync(
      own,
      'id,name_en,kind,place,source,fields,contact\nmy-oven,Glass oven of Lake Park,instrument,cn:3205,own list,glass melting,oven@example.org\n',
    );
    const { rows } = await alone('glass oven', { resources: [own], of: 'resources' });
    expect(rows[0].resource).toMatchObject({ id: 'my-oven', contact: 'oven@example.org' });
    expect((await alone('glass oven')).rows.map(({ resource }) => resource!.id)).not.toContain('my-oven');
  });

  it('gives the same to the same question', async () => {
    const [one, other] = [await ask('laser', { of: 'both' }), await ask('laser', { of: 'both' })];
    expect(one).toEqual(other);
    const scores = one.rows.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it.each([
    ['', {}, 'The need is empty'],
    ['of the', {}, 'no word that says what is needed'],
    ['我们需要的', {}, 'no word that says what is needed'],
    ['？！…', {}, 'no word that says what is needed'],
    ['laser', { place: 'Atlantis' }, 'Atlantis'],
    ['laser', { reach: 'city' }, '`reach=city` needs a place'],
    ['laser', { of: 'institutions' }, 'Institutions come from an observatory'],
    ['laser', { from: 'x' }, 'Joint works come from an observatory'],
  ])('refuses “%s” with %j', async (need, params, what) => {
    await expect(alone(need, params)).rejects.toThrow(what);
  });

  it('reads mixed scripts as it reads each', async () => {
    const { notions, rows } = await alone('MEMS传感器 packaging 封装');
    expect(notions).toEqual(expect.arrayContaining(['mems', '传感器']));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('cuts a need of ten thousand words, and says so', async () => {
    const { about, rows } = await alone('laser '.repeat(1) + 'neutron crystal magnet '.repeat(3333));
    expect(about.notes.join()).toContain('only the first');
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('match on the command line', () => {
  it('prints resources as JSON with their ids, without an observatory', async () => {
    const { code, out } = await synopolis(
      ...['match', '同步辐射光源', '--of', 'resources', '--top', '3', '--format', 'json'],
    );
    expect(code).toBe(0);
    const { rows } = JSON.parse(out) as Match;
    expect(rows).toHaveLength(3);
    for (const { resource } of rows) expect(resource!.id).toMatch(/^[a-z0-9-]+$/);
  });

  it('asks the observatory that is named', async () => {
    const { code, out } = await synopolis('match', 'Oncology', world.folder, '--of', 'institutions');
    expect(code).toBe(0);
    expect(out).toContain('synthetic demonstration');
    expect(out).toMatch(/\d works? of this observatory/);
  });

  it('writes a shortlist as CSV and as a spreadsheet', async () => {
    for (const name of ['short.csv', 'short.xlsx']) {
      const out = join(folder, name);
      expect((await synopolis('match', 'wind tunnel', '--out', out)).code).toBe(0);
    }
    const csv = (await synopolis('match', 'wind tunnel', '--format', 'csv')).out;
    const head = csv.split('\n').find((line) => line.startsWith('rank,'))!;
    expect(head.split(',')).toEqual(
      expect.arrayContaining(['id', 'score', 'why', 'missing', 'sure', 'contact']),
    );
    expect(csv).toContain('# No observatory was open.');
  });

  it.each([
    [[''], 1, /The need is empty/],
    [[], 2, /missing required argument 'need'/],
    [['laser', '--of', 'people'], 2, /Allowed choices/],
    [['laser', '--top', '0'], 2, /--top must be at least 1/],
    [['laser', '--half-life', '-1'], 2, /--half-life must be above 0, not -1/],
    [['laser', '--size', '7'], 2, /--size must be at most 1, not 7/],
    [['laser', '--reach', 'moon'], 2, /Allowed choices/],
    [['laser', '--place', 'Suzhou'], 1, /fits 2 places/],
    [['wind', 'tunnel'], 1, /no folder tunnel.* stand in "quotes"/],
  ])('refuses %j', async (words, code, what) => {
    const said = await synopolis('match', ...words);
    expect([said.code, said.out]).toEqual([code, '']);
    expect(said.err).toMatch(what);
  });
});
