import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, type TestWork } from '../../../test/analysed-world.ts';
import { synopolis } from '../../../test/cli/shell.ts';
import { sql } from '../../engine/sql.ts';
import { partners } from './analysis.ts';
import type { Partners, PartnersRow } from './question.ts';
import { findingsIn } from '../../../test/findings-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'partners-'));
let world: AnalysedWorld;
/** Works that make links. */
let works: readonly TestWork[];
beforeAll(async () => {
  world = await analysedWorld({ works: 1500, seed: 23 });
  works = world.works.filter(({ capped }) => !capped);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const ask = (who: string, params: Record<string, unknown> = {}): Promise<Partners> =>
  partners.run(world.observatory, partners.params.parse({ who, ...params }));
const of = ({ rows }: Partners, section: PartnersRow['section']): PartnersRow[] =>
  rows.filter((row) => row.section === section);
const citiesOf = (work: TestWork): Set<string> => new Set(work.parts.map(({ place }) => place));

describe('partners', () => {
  it('of a city have as many joint works as brute force finds, most first', async () => {
    const joint = of(await ask('cn:1100', { top: 200 }), 'joint');
    const due = new Map<string, number>();
    for (const work of works) {
      const cities = citiesOf(work);
      if (!cities.delete('cn:1100')) continue;
      for (const city of cities) due.set(city, (due.get(city) ?? 0) + 1);
    }
    expect(joint.length).toBeGreaterThan(10);
    expect(new Map(joint.map(({ id, works: n }) => [id, n]))).toEqual(due);
    expect(joint.map(({ works: n }) => n)).toEqual([...due.values()].sort((a, b) => b - a));
  });

  it('of a region lie outside it, and count a work once', async () => {
    const members = world.members.get('def:yrd_41')!;
    const joint = of(await ask('yrd_41', { top: 200 }), 'joint');
    for (const { id, works: n } of joint) {
      expect(members.has(id!)).toBe(false);
      const due = works.filter((work) => {
        const cities = citiesOf(work);
        return cities.has(id!) && [...cities].some((city) => members.has(city));
      }).length;
      expect(n).toBe(due);
    }
  });

  it('of an institution are institutions, its own city’s too', async () => {
    const [{ institution }] = await world.observatory.query<{ institution: string }>(
      sql`SELECT institution FROM work_institutions GROUP BY institution ORDER BY count(*) DESC, institution LIMIT 1`,
    );
    const answer = await ask(institution, { top: 200 });
    expect(answer.subject).toMatchObject({ kind: 'institution', id: institution });
    const joint = of(answer, 'joint');
    expect(joint.length).toBeGreaterThan(0);
    for (const { id, works: n } of joint) {
      const due = works.filter(({ institutions }) =>
        [institution, id].every((one) => institutions.some((part) => part.institution === one)),
      ).length;
      expect(n).toBe(due);
    }
  });

  it('that are likely work with it not at all, or less than half as much as was to be expected', async () => {
    const likely = of(await ask('cn:3205', { likely: 20 }), 'likely');
    expect(likely.length).toBeGreaterThan(0);
    for (const { works: n, ratio, alike, why, score } of likely) {
      expect(n === 0 || ratio! < 0.5).toBe(true);
      expect(alike).toBeGreaterThan(0);
      expect(alike).toBeLessThanOrEqual(1 + 1e-9);
      expect(why).toContain('subfields alike by');
      expect(score).toBeGreaterThan(0);
    }
    const scores = likely.map(({ score }) => score!);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('have common partners as brute force counts them', async () => {
    const city = 'cn:3205';
    const neighbours = new Map<string, Set<string>>();
    for (const work of works) {
      const cities = citiesOf(work);
      for (const a of cities) {
        const others = neighbours.get(a) ?? new Set<string>();
        for (const b of cities) if (a !== b) others.add(b);
        neighbours.set(a, others);
      }
    }
    const own = neighbours.get(city)!;
    expect(own.size).toBeLessThan(300);
    for (const { id, common } of of(await ask(city, { likely: 20 }), 'likely')) {
      const due = [...(neighbours.get(id!) ?? [])].filter((one) => own.has(one)).length;
      expect(common).toBe(due);
    }
  });

  it('of a resource are those that its list names, with its host, without an observatory too', async () => {
    const answer = await partners.alone!(partners.params.parse({ who: 'csns' }));
    expect(answer.subject).toMatchObject({ kind: 'resource', id: 'csns' });
    expect(answer.rows.map(({ name }) => name)).toEqual([
      'Institute of High Energy Physics, CAS (Spallation Neutron Source Science Center)',
      'Dongguan University of Technology',
      'City University of Hong Kong',
    ]);
    expect(answer.rows.map(({ section }) => section)).toEqual(['named', 'named', 'named']);
  });

  it('of a resource whose host is unknown are those of its city, and the answer says so', async () => {
    const answer = await ask('csns');
    expect(answer.about.notes.join()).toContain('those of Dongguan stand for it');
    expect(of(answer, 'named')).toHaveLength(3);
  });

  it('that lists name have the id of the resource, institution or place of exactly that name', async () => {
    const named = async (who: string) =>
      Object.fromEntries(
        (await partners.alone!(partners.params.parse({ who }))).rows.map((row) => [row.name, row]),
      );
    const ofCsns = await named('csns');
    expect(Object.values(ofCsns).map(({ of: kind, id }) => [kind, id])).toEqual([
      ['resource', 'ihep'],
      [null, null],
      [null, null],
    ]);
    expect(Object.values(ofCsns)[0]).toMatchObject({ nameZh: '中国科学院高能物理研究所', place: 'Beijing' });
    const ofCluster = await named('amc-cd-aero');
    expect(ofCluster.Deyang).toMatchObject({ of: 'place', id: 'cn:5106', nameZh: '德阳市' });
    const ofSuzhou = await named('cn:3205');
    expect(ofSuzhou['Shenzhen platform']).toMatchObject({ of: null, id: null, km: null });
  });

  it('of an institution are what it hosts by exact name, and what names it, in the observatory that has it', async () => {
    const [{ name }] = await world.observatory.query<{ name: string }>(
      sql`SELECT name FROM institutions GROUP BY name
        HAVING count(*) = 1 AND max(city) = 'cn:3100' ORDER BY name LIMIT 1`,
    );
    const list = join(folder, 'hosts.csv');
    writeFileSync(
      list,
      [
        'id,name_en,kind,place,source,host,partners',
        `mine,A laboratory,laboratory,cn:3205,own list,${name},Wuxi`,
        `near,Another,laboratory,cn:3205,own list,${name} Annex,`,
        `naming,A third,laboratory,cn:3202,own list,Somebody,${name}`,
      ].join('\n'),
    );
    const { rows } = await ask(name, { resources: [list], top: 1, likely: 0 });
    const own = rows.filter(({ section }) => section === 'named');
    expect(own.map(({ id, why }) => [id, why])).toEqual([
      ['cn:3202', 'named as partner of mine'],
      ['mine', 'hosted by it'],
      ['naming', 'names it as partner'],
    ]);
  });

  it('of cities of one name are told apart by what each lies in, in both languages', async () => {
    const list = join(folder, 'cambridges.csv');
    writeFileSync(
      list,
      [
        'id,name_en,kind,place,source,host,partners',
        'own,A laboratory,laboratory,cn:3205,own list,,First; Second',
        'first,First,laboratory,gn:4931972,own list,,',
        'second,Second,laboratory,gn:2653941,own list,,',
      ].join('\n'),
    );
    const placesOf = async (who: string): Promise<unknown> => {
      const { rows } = await partners.alone!(partners.params.parse({ who, resources: [list] }));
      return rows
        .filter(({ name }) => ['First', 'Second'].includes(name))
        .map(({ place, placeZh }) => [place, placeZh]);
    };
    expect(await placesOf('own')).toEqual([
      ['Cambridge, Massachusetts', '剑桥（马萨诸塞州）'],
      ['Cambridge, England', '剑桥（英格兰）'],
    ]);
    writeFileSync(list, readFileSync(list, 'utf8').replace('First; Second', 'Second'));
    expect(await placesOf('own')).toEqual([['Cambridge', '剑桥']]);
  });

  it('of a region are no cities of its own', async () => {
    const { rows } = await partners.alone!(partners.params.parse({ who: 'gba_9_2' }));
    const places = rows.filter(({ of: kind }) => kind === 'place').map(({ id }) => id);
    for (const id of places) expect(world.members.get('def:gba_9_2')!.has(id!)).toBe(false);
    expect(rows.map(({ name }) => name)).not.toContain('Foshan');
  });

  it('are told in Chinese when asked to', async () => {
    const answer = await ask('cn:3205', { top: 3, likely: 3 });
    const said = [...findingsIn(partners, answer, 'zh'), ...answer.about.zh.notes];
    for (const text of said) expect(text).toMatch(/\p{Script=Han}/u);
    for (const row of answer.rows) {
      expect(row.whyZh).toMatch(/\p{Script=Han}/u);
      expect(partners.columns[0].value(row, 'zh')).toMatch(/^(?:名录|合作|可能)$/);
    }
  });

  it('that lists name several times stand there once', async () => {
    const named = of(await ask('cn:1100'), 'named').map(({ name }) => name);
    expect(named.length).toBeGreaterThan(3);
    expect(new Set(named).size).toBe(named.length);
  });
});

describe('partners on the command line', () => {
  it('prints a table, and JSON', async () => {
    const { code, out } = await synopolis('partners', 'cn:1100', world.folder, '--top', '3');
    expect(code).toBe(0);
    expect(out).toContain('Beijing (cn:1100), a place.');
    const json = await synopolis('partners', 'csns', '--format', 'json');
    expect((JSON.parse(json.out) as Partners).subject.id).toBe('csns');
  });

  it.each([
    [['Nowhere at all'], 1, /not a known resource, institution or place/],
    [['Suzhou'], 1, /fits 2 places/],
    [[], 2, /missing required argument 'who'/],
    [['csns', '--likely', '99'], 2, /--likely must be at most 50/],
  ])('refuses %j', async (words, code, what) => {
    const said = await synopolis('partners', ...words);
    expect([said.code, said.out]).toEqual([code, '']);
    expect(said.err).toMatch(what);
  });
});
