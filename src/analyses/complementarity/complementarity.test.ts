import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, type TestWork } from '../../../test/analysed-world.ts';
import {
  cellsOf,
  densityByHand,
  type Phi,
  proximityByHand,
  sharesByHand,
  specialisedByHand,
} from '../../../test/specialisation-by-hand.ts';
import { sql } from '../../engine/sql.ts';
import { createRandom } from '../../measures/index.ts';
import { kilometres } from '../../places/index.ts';
import { complementarity } from './analysis.ts';
import type { Complementarity, ComplementarityRow, Completion } from './question.ts';
import { links } from '../links/analysis.ts';
import { findingsIn } from '../../../test/findings-in.ts';

const LEAST = 2;
const ENOUGH = 30;

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 4000, seed: 21 });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Complementarity> =>
  complementarity.run(
    world.observatory,
    complementarity.params.parse({
      ...{ of: 'field', least: LEAST, enough: ENOUGH, peers: 8, top: 200, draws: 100, belowMinimum: true },
      ...params,
    }),
  );

/** What was told once, for all that look at it. */
const known = new Map<string, Promise<Complementarity>>();
function inside(place: string): Promise<Complementarity> {
  const found = known.get(place) ?? ask({ place });
  known.set(place, found);
  return found;
}
const fieldOf = ({ subfield }: TestWork): string => String(Math.floor(subfield / 100));
const withField = (): TestWork[] => world.works.filter(({ subfield }) => subfield !== 0);

/** What s adds around every field that r lacks, as a mean: own density with s's fields less that without. */
function byHand(r: ReadonlySet<string>, s: ReadonlySet<string>, phi: Phi): number | null {
  const lacking = [...phi.keys()].filter((field) => !r.has(field));
  const together = new Set([...r, ...s]);
  const added = lacking.flatMap((field) => {
    const own = densityByHand(r, field, phi);
    return own === null ? [] : [densityByHand(together, field, phi)! - own];
  });
  return added.length === 0 ? null : added.reduce((sum, x) => sum + x, 0) / added.length;
}

interface Hand {
  readonly of: (city: string) => ReadonlySet<string>;
  readonly phi: Phi;
  readonly cities: readonly string[];
}

/** Specialisations of all cities, proximity from those with enough works outside some. */
function handOf(own: ReadonlySet<string>): Hand {
  const table = sharesByHand(withField(), fieldOf);
  const many = [...table.works].flatMap(([city, n]) => (n >= ENOUGH ? [city] : []));
  const { of } = specialisedByHand(table, LEAST);
  const outside = many.filter((city) => !own.has(city));
  expect(outside.length).toBeGreaterThan(10);
  const asked = [...own].filter((city) => table.shares.has(city));
  return {
    of,
    phi: proximityByHand(outside.map(of)),
    cities: [...new Set([...many, ...asked])].sort(),
  };
}

const sides = ({ a, b, toA, toB }: ComplementarityRow): [string, string, Completion][] => [
  [a.id, b.id, toA],
  [b.id, a.id, toB],
];

describe('complementarity', () => {
  it('of the cities of a region is what brute force over works finds, both ways', async () => {
    const own = world.members.get('def:yrd_41')!;
    const { of, phi } = handOf(own);
    const answer = await inside('def:yrd_41');
    expect(answer.pairs).toBe((own.size * (own.size - 1)) / 2);
    let compared = 0;
    for (const row of answer.rows)
      for (const [receiver, giver, { value, fields, reason }] of sides(row)) {
        if (of(receiver).size === 0 || of(giver).size === 0) {
          expect(value).toBeNull();
          expect(reason!.en).toMatch(/not specialised in any field|no Share/);
          continue;
        }
        compared += 1;
        expect(value).toBeCloseTo(byHand(of(receiver), of(giver), phi)!, 9);
        for (const { field } of fields) {
          expect(of(giver).has(String(field.id))).toBe(true);
          expect(of(receiver).has(String(field.id))).toBe(false);
        }
      }
    expect(compared).toBeGreaterThan(20);
    const means = answer.rows.map(({ mutual }) => mutual ?? -1);
    expect(means).toEqual([...means].sort((x, y) => y - x));
    expect(answer.known).toBe((await ask({ place: 'def:yrd_41', by: 'percentile' })).known);
  });

  it('names the fields that bring most, with the quotients of both, and all of them bring the whole', async () => {
    const own = new Set(['cn:3100', 'cn:1100']);
    const { of, phi } = handOf(own);
    const answer = await ask({ place: 'cn:3100', with: 'cn:1100', named: 50 });
    const [row] = answer.rows;
    for (const [receiver, giver, { value, fields }] of sides(row)) {
      const quotients = (city: string): ((field: string) => number) => {
        const { cells, rows, columns, total } = cellsOf(withField(), fieldOf, new Set([city]), null);
        return (field) => (cells.get(field)?.share ?? 0) / rows / (columns.get(field)! / total);
      };
      const [theirs, mine] = [quotients(giver), quotients(receiver)];
      expect(fields.length).toBeGreaterThan(2);
      for (const [i, { field, giver: has, receiver: lacks, added }] of fields.entries()) {
        expect(has).toBeCloseTo(theirs(String(field.id)), 8);
        expect(lacks).toBeCloseTo(mine(String(field.id)), 8);
        expect(lacks).toBeLessThan(1);
        // Without the field, the giver brings so much less.
        const without = new Set([...of(giver)].filter((one) => one !== String(field.id)));
        expect(added).toBeCloseTo(value! - byHand(of(receiver), without, phi)!, 9);
        if (i > 0) expect(added).toBeLessThanOrEqual(fields[i - 1].added);
      }
    }
  });

  it('stands where it does among partners of like diversity', async () => {
    const own = world.members.get('def:gba_9_2')!;
    const { of, phi, cities } = handOf(own);
    const answer = await inside('def:gba_9_2');
    let compared = 0;
    for (const row of answer.rows)
      for (const [receiver, giver, { value, percentile }] of sides(row)) {
        if (value === null) continue;
        compared += 1;
        const others = cities.filter((city) => city !== receiver && city !== giver);
        const away = (city: string): number => Math.abs(of(city).size - of(giver).size);
        const last = others.map(away).sort((x, y) => x - y)[7];
        const near = others.filter((city) => away(city) <= last);
        const values = near.map((city) => byHand(of(receiver), of(city), phi)!);
        const below = values.filter((x) => x < value - 1e-9).length;
        const alike = values.filter((x) => Math.abs(x - value) <= 1e-9).length;
        expect(percentile).toBeCloseTo((below + alike / 2) / near.length, 9);
      }
    expect(compared).toBeGreaterThan(5);
    const ordered = (await ask({ place: 'def:gba_9_2', by: 'percentile' })).rows.map(({ toA, toB }) =>
      toA.percentile === null || toB.percentile === null ? -2 : toA.percentile + toB.percentile,
    );
    expect(ordered).toEqual([...ordered].sort((x, y) => y - x));
  });

  it('stands beside joint works and what was to be expected, likeness and distance', async () => {
    const answer = await inside('def:gba_9_2');
    const points = new Map(
      (
        await world.observatory.query<{ place: string; latitude: number; longitude: number }>(
          sql`SELECT place, latitude, longitude FROM places WHERE kind = 'city'`,
        )
      ).map((point) => [point.place, point]),
    );
    for (const { a, b, works, ratio, ratioInterval, similarity, km } of answer.rows.slice(0, 6)) {
      const [link] = (await links.run(world.observatory, links.params.parse({ place: a.id, with: b.id })))
        .rows;
      expect([works, ratio, ratioInterval]).toEqual([link.works, link.ratio, link.ratioInterval]);
      const [x, y] = [a, b].map(({ id }) => cellsOf(withField(), fieldOf, new Set([id]), null));
      const fields = new Set([...x.cells.keys(), ...y.cells.keys()]);
      let common = 0;
      for (const field of fields)
        common += Math.min(
          (x.cells.get(field)?.share ?? 0) / x.rows,
          (y.cells.get(field)?.share ?? 0) / y.rows,
        );
      if (similarity !== null) expect(similarity).toBeCloseTo(common, 9);
      const [here, there] = [points.get(a.id)!, points.get(b.id)!];
      expect(km).toBeCloseTo(kilometres(here.latitude, here.longitude, there.latitude, there.longitude), 9);
    }
  });

  it('has intervals as a bootstrap over works has them', { tags: 'full' }, async () => {
    const [a, b] = ['cn:3100', 'cn:1100'];
    const { phi } = handOf(new Set([a, b]));
    const answer = await ask({ place: a, with: b, draws: 1000 });
    const random = createRandom(9);
    const drawn: [number[], number[]] = [[], []];
    const works = withField();
    const all = cellsOf(works, fieldOf, new Set([a]), null);
    for (let draw = 0; draw < 400; draw++) {
      const again = works.flatMap((work) => Array.from({ length: random.poisson() }, () => work));
      const [x, y] = [a, b].map((city) => {
        const { cells, rows, columns, total } = cellsOf(again, fieldOf, new Set([city]), null);
        return new Set(
          [...all.columns.keys()].filter((field) => {
            const share = cells.get(field)?.share ?? 0;
            return share >= LEAST && share / rows / ((columns.get(field) ?? Infinity) / total) >= 1;
          }),
        );
      });
      drawn[0].push(byHand(x, y, phi)!);
      drawn[1].push(byHand(y, x, phi)!);
    }
    for (const [k, side] of (['toA', 'toB'] as const).entries()) {
      const sorted = drawn[k].sort((x, y) => x - y);
      const { interval } = answer.rows[0][side];
      expect(Math.abs(interval![0] - sorted[9])).toBeLessThan(0.04);
      expect(Math.abs(interval![1] - sorted[389])).toBeLessThan(0.04);
    }
  });

  it('between two places holds the cities of one against those of the other, whichever comes first', async () => {
    const [jjj, gba] = ['def:jjj_13', 'def:gba_9_2'].map((id) => world.members.get(id)!);
    const answer = await ask({ place: 'def:jjj_13', with: 'def:gba_9_2' });
    expect(answer.pairs).toBe(jjj.size * gba.size);
    for (const { a, b } of answer.rows) {
      expect(jjj.has(a.id)).toBe(true);
      expect(gba.has(b.id)).toBe(true);
    }
    const turned = await ask({ place: 'def:gba_9_2', with: 'def:jjj_13' });
    const [first] = answer.rows;
    const same = turned.rows.find(({ a, b }) => a.id === first.b.id && b.id === first.a.id)!;
    expect([same.toA.value, same.toB.value, same.works]).toEqual([
      first.toB.value,
      first.toA.value,
      first.works,
    ]);
  });

  it('is the same for the same seed, byte by byte', async () => {
    const first = JSON.stringify(await inside('def:gba_9_2'));
    expect(JSON.stringify(await ask({ place: 'def:gba_9_2' }))).toBe(first);
  });

  it('says why nothing can be told rather than a number', async () => {
    const few = await ask({ place: 'def:gba_9_2', enough: 1e6 });
    expect(few.known).toBe(0);
    expect(few.rows[0].toA).toMatchObject({ value: null, interval: null, percentile: null });
    expect(few.rows[0].toA.reason!.en).toContain('too few cities');
    expect(few.about.warnings.join()).toContain('too few cities');
    const one = await ask({ place: 'def:gba_9_2', of: 'subfield', field: '1702' });
    expect(one.rows[0].toB.reason!.zh).toContain('只有一个领域');
    const none = await ask({ place: 'def:gba_9_2', years: { from: 1990, to: 1991 } });
    expect(none.rows.every(({ toA, toB }) => toA.value === null && toB.reason !== null)).toBe(true);
    expect(none.about.notes.join()).toContain('no works match these filters');
    const alone = await ask({ region: [{ name: 'One', cities: ['cn:3100'] }] });
    expect(alone.rows).toEqual([]);
    expect(alone.about.notes.join()).toContain('fewer than two cities');
    expect(findingsIn(complementarity, alone)[0]).toContain('fewer than two cities');
    expect(findingsIn(complementarity, alone, 'zh')[0]).toContain('不足两个城市');
  });

  it('says that it is a potential, in both languages, and refuses what has no pairs', async () => {
    const answer = await inside('def:gba_9_2');
    expect(findingsIn(complementarity, answer).join()).toContain('a potential, not collaboration');
    expect(findingsIn(complementarity, answer, 'zh').join()).toContain('潜力而非合作');
    expect(answer.about.zh.notes).toHaveLength(answer.about.notes.length);
    await expect(ask({})).rejects.toThrow('No place is given');
    await expect(ask({ place: 'cn:3100' })).rejects.toThrow('has no pairs inside');
    await expect(ask({ place: 'def:yrd_41', with: 'cn:3100' })).rejects.toThrow('share 1 city');
    await expect(ask({ place: 'Atlantis' })).rejects.toThrow();
  });

  it('has no value for a city below the minimum where that is not asked for, and says why', async () => {
    const params = { place: 'def:jjj_13' };
    const all = await inside(params.place);
    const some = await ask({ ...params, belowMinimum: false });
    const valued = ({ rows }: typeof all): number =>
      rows.filter(({ toA, toB }) => toA.value !== null || toB.value !== null).length;
    expect(valued(all)).toBeGreaterThan(0);
    expect(valued(some)).toBeLessThan(valued(all));
    expect(some.about.notes.join()).not.toContain('below the minimum are shown');
    expect(all.about.notes.concat(all.about.warnings).join()).toContain('below the minimum are shown');
  });
});
