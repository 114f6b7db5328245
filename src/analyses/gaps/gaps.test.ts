import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { synopolis } from '../../../test/cli/shell.ts';
import { gaps } from './analysis.ts';
import type { Gaps } from './question.ts';
import { findingsIn } from '../../../test/findings-in.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 5 });
});
afterAll(() => world.close());

const ask = (region: string, params: Record<string, unknown> = {}): Promise<Gaps> =>
  gaps.run(world.observatory, gaps.params.parse({ region, least: 1, top: 300, ...params }));

/** Share of cities that pass, by subfield. */
function sharesOf(passes: (city: string) => boolean): Map<number, number> {
  const shares = new Map<number, number>();
  for (const { subfield, parts } of world.works)
    for (const { place, share } of parts)
      if (subfield !== 0 && passes(place)) shares.set(subfield, (shares.get(subfield) ?? 0) + share);
  return shares;
}
const all = (shares: ReadonlyMap<number, number>): number =>
  [...shares.values()].reduce((sum, share) => sum + share, 0);

describe('gaps', () => {
  it('say that nothing can be told of a place without works, rather than that it lacks nothing', async () => {
    const { rows, about } = await ask('yrd_41', { years: { from: 1900, to: 1901 } });
    expect(rows).toEqual([]);
    expect(about.warnings.join()).toContain('its gaps are undefined');
    const told = await ask('yrd_41');
    expect(told.about.warnings.join()).not.toContain('undefined');
  });

  it('have the location quotients that brute force finds, all below the limit', async () => {
    const { rows, nation } = await ask('yrd_41');
    expect(nation.id).toBe('iso:CN');
    const members = world.members.get('def:yrd_41')!;
    const china = world.members.get('iso:CN')!;
    const own = sharesOf((city) => members.has(city));
    const whole = sharesOf((city) => china.has(city));
    expect(rows.length).toBeGreaterThan(3);
    for (const { field, share, due, quotient } of rows) {
      expect(share).toBeCloseTo(own.get(field.id) ?? 0, 6);
      expect(due).toBeCloseTo((all(own) * whole.get(field.id)!) / all(whole), 6);
      expect(quotient).toBeCloseTo(share / due, 6);
      expect(quotient).toBeLessThan(0.8);
    }
  });

  it('leaves out no field that fits', async () => {
    const { rows } = await ask('yrd_41');
    const members = world.members.get('def:yrd_41')!;
    const china = world.members.get('iso:CN')!;
    const own = sharesOf((city) => members.has(city));
    const whole = sharesOf((city) => china.has(city));
    const lq = (shares: Map<number, number>, field: number): number =>
      (shares.get(field) ?? 0) / all(shares) / (whole.get(field)! / all(whole));
    const cities = [...china]
      .filter((city) => !members.has(city))
      .map((city) => sharesOf((one) => one === city));
    const due = [...whole.keys()].filter(
      (field) =>
        lq(own, field) < 0.8 &&
        cities.some((shares) => (shares.get(field) ?? 0) >= 1 && lq(shares, field) >= 1),
    );
    expect(new Set(rows.map(({ field }) => field.id))).toEqual(new Set(due));
  });

  it('stand in the order of what is lacking, each with cities of the nation outside the place', async () => {
    const { rows, completing } = await ask('yrd_41');
    const lacking = rows.map(({ due, share }) => due - share);
    expect(lacking).toEqual([...lacking].sort((a, b) => b - a));
    const members = world.members.get('def:yrd_41')!;
    const china = world.members.get('iso:CN')!;
    for (const { nearest, strongest, specialised, density } of rows) {
      for (const city of [nearest, strongest]) {
        expect(china.has(city.id)).toBe(true);
        expect(members.has(city.id)).toBe(false);
        expect(city.quotient).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(city.share).toBeGreaterThanOrEqual(1);
      }
      expect(nearest.km!).toBeLessThanOrEqual(strongest.km!);
      expect(strongest.share).toBeGreaterThanOrEqual(nearest.share);
      expect(specialised).toBeGreaterThan(0);
      if (density !== null) expect(density).toBeLessThanOrEqual(1);
    }
    const added = completing.map((one) => one.added);
    expect(added).toEqual([...added].sort((a, b) => b - a));
    for (const { id } of completing) expect(members.has(id)).toBe(false);
  });

  it('are fewer where a city must do more to count as specialised, and none where nobody does enough', async () => {
    const few = await ask('yrd_41', { least: 5 });
    expect(few.rows.length).toBeLessThan((await ask('yrd_41')).rows.length);
    const none = await ask('yrd_41', { least: 1e5 });
    expect(none.rows).toEqual([]);
    expect(none.completing).toEqual([]);
  });

  it('are told in Chinese when asked to', async () => {
    const answer = await ask('yrd_41');
    const said = [...findingsIn(gaps, answer, 'zh'), ...answer.about.zh.notes, answer.about.zh.counting];
    expect(said[0]).toBe('长三角（41市）（def:yrd_41），与中国其他城市相比。');
    for (const text of said) expect(text).toMatch(/\p{Script=Han}/u);
    for (const row of answer.rows)
      expect(gaps.columns[0].value(row, 'zh')).toBe(row.field.nameZh ?? row.field.name);
  });

  it('on the command line are printed with the cities that complete the place', async () => {
    const { code, out } = await synopolis('gaps', 'cn-p:32', world.folder, '--least', '1', '--top', '3');
    expect(code).toBe(0);
    expect(out).toContain('Jiangsu (cn-p:32) against other cities of China.');
    expect(out).toContain('would come from');
  });

  it.each([
    [['iso:CN'], 1, /is a nation/],
    [['Suzhou'], 1, /fits 2 places/],
    [[], 2, /missing required argument 'region'/],
    [['yrd_41', '--below', '2'], 2, /--below/],
  ])('refuses %j', async (words, code, what) => {
    const [first, ...flags] = words;
    const said = await synopolis('gaps', ...(words.length === 0 ? [] : [first, world.folder, ...flags]));
    expect([said.code, said.out]).toEqual([code, '']);
    expect(said.err).toMatch(what);
  });
});
