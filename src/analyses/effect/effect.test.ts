import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { placeboRegions, policyEffect, regionDesign, type RegionPolicy } from '../../effects/index.ts';
import { greatCircle } from '../../measures/index.ts';
import { sql } from '../../engine/sql.ts';
import { effect } from './analysis.ts';
import type { Effect } from './question.ts';
import { findingsIn } from '../../../test/findings-in.ts';

const YEARS: readonly [number, number] = [2013, 2022];
let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 6000, seed: 5, years: YEARS });
});
afterAll(() => world.close());

const QUICK = { sensitivity: false, draws: 0, controls: 3 };
const ask = (params: Record<string, unknown>): Promise<Effect> =>
  effect.run(world.observatory, effect.params.parse({ ...QUICK, ...params }));

/** What was estimated once, for all that look at it. */
const known = new Map<number, Promise<Effect>>();
function plain({ draws }: { draws: number }): Promise<Effect> {
  const found = known.get(draws) ?? ask({ place: 'yrd_41', policy: 2017, draws });
  known.set(draws, found);
  return found;
}

/** Joint works of the cities of an answer, year by year, from the works one by one: pairs × years, zeros written out. */
function byHand(answer: Effect): RegionPolicy {
  const ids = [...answer.cities, ...answer.controls].map(({ id }) => id).sort();
  const inside = new Set(answer.cities.map(({ id }) => id));
  const { year: policy, from } = answer.policy!;
  const joint = new Map<string, number>();
  for (const { year, parts, capped, authors } of world.works) {
    if (capped || authors === 0) continue;
    const cities = [...new Set(parts.map(({ place }) => place))].filter((city) => ids.includes(city)).sort();
    for (const [i, a] of cities.entries())
      for (const b of cities.slice(i + 1))
        joint.set(`${a} ${b} ${year}`, (joint.get(`${a} ${b} ${year}`) ?? 0) + 1);
  }
  const rows: [string, string, number, number][] = [];
  for (const [i, a] of ids.entries())
    for (const b of ids.slice(i + 1))
      for (let year = YEARS[0]; year <= YEARS[1]; year++)
        if (year < policy || year >= from) rows.push([a, b, year, joint.get(`${a} ${b} ${year}`) ?? 0]);
  return {
    first: rows.map(([a]) => a),
    second: rows.map(([, b]) => b),
    year: rows.map(([, , year]) => year),
    flow: rows.map(([, , , flow]) => flow),
    region: [...inside],
    from,
  };
}

describe('the effect of a policy', () => {
  it('says which controls have a policy of their own, and leaves them out where asked to', async () => {
    const rows = await world.observatory.query<{ city: string }>(sql`
      SELECT DISTINCT r.city FROM region_cities r JOIN places p ON p.place = r.region
      WHERE p.policy_year BETWEEN ${YEARS[0]} AND ${YEARS[1]}`);
    const treated = new Set(rows.map(({ city }) => city));
    const [all, clean] = [
      await plain({ draws: 0 }),
      await ask({ place: 'yrd_41', policy: 2017, untreated: true }),
    ];
    const among = ({ controls }: Effect): number => controls.filter(({ id }) => treated.has(id)).length;
    expect(among(all)).toBeGreaterThan(0);
    expect(all.about.notes.join()).toContain(`${among(all)} of these others belong to regions with a policy`);
    expect(among(clean)).toBe(0);
    expect(clean.controls.length).toBeGreaterThan(50);
    expect(clean.about.notes.join()).not.toContain('a policy of their own');
  });

  it('is that of the flows counted from the works one by one', async () => {
    const answer = await plain({ draws: 0 });
    const given = byHand(answer);
    const { model, policy, clusters } = regionDesign(given);
    const [due] = policyEffect(model, policy, { errors: { kind: 'cluster', by: clusters } }).coefficients;
    const [row] = answer.rows;
    expect(row.section).toBe('effect');
    expect(row.estimate).toBeCloseTo(due.estimate!, 9);
    expect(row.standardError).toBeCloseTo(due.standardError!, 9);
    expect(row.change).toBeCloseTo(Math.expm1(due.estimate!), 9);
    expect(row.changeInterval![0]).toBeCloseTo(Math.expm1(due.interval![0]), 9);
    expect(answer.fit!.sample.rows).toBe(given.flow.length);
    expect(answer.fit!.sample.zeros).toBe(Array.from(given.flow).filter((flow) => flow === 0).length);
  });

  it('is held against the placebo regions that the same flows give', async () => {
    const answer = await ask({ place: 'yrd_41', policy: 2017, draws: 39, refits: 2, seed: 4 });
    const given = byHand(answer);
    const places = await world.observatory.query<{ place: string; latitude: number; longitude: number }>(
      sql`SELECT place, latitude, longitude FROM places WHERE kind = 'city'`,
    );
    const at = new Map(places.map((row) => [row.place, row]));
    const distance = Array.from(given.first as readonly string[], (a, i) => {
      const [here, there] = [at.get(a)!, at.get(given.second[i] as string)!];
      return greatCircle(here.latitude, here.longitude, there.latitude, there.longitude);
    });
    const due = placeboRegions({ ...given, distance }, { seed: 4, draws: 39 });
    expect(due.distribution.length).toBeGreaterThan(0);
    expect(answer.placebo!.p).toBe(due.p);
    expect(answer.placebo!.distribution).toHaveLength(due.distribution.length);
    answer.placebo!.distribution.forEach((value, k) => expect(value).toBeCloseTo(due.distribution[k], 7));
    const whole = await ask({ place: 'yrd_41', policy: 2017, draws: 9, refits: 9, seed: 4 });
    const refitted = placeboRegions({ ...given, distance }, { seed: 4, draws: 9, refit: true });
    expect(whole.placebo!.p).toBe(refitted.p);
    whole.placebo!.distribution.forEach((value, k) => expect(value).toBeCloseTo(refitted.distribution[k], 7));
  });

  it('takes the year of the definition, and leaves out the years that the lag takes', async () => {
    const { policy, about, rows } = await ask({ place: 'yrd_41', lag: 2 });
    expect(policy).toEqual({ year: 2018, from: 2020 });
    expect(about.notes).toContainEqual(expect.stringContaining('2018 to 2019 are left out'));
    expect(rows.filter(({ section }) => section === 'event').map(({ since }) => since)).toEqual([
      -5, -4, -3, -2, -1, 0, 1, 2, 3, 4,
    ]);
  });

  it(
    'is reported under other countings, lags, co-affiliation and delineations, each equal to its own question',
    { tags: 'full' },
    async () => {
      const asked = { place: 'yrd_41', policy: 2017 };
      const { rows } = await ask({ ...asked, sensitivity: true });
      const others = rows.filter(({ section }) => section === 'sensitivity');
      const named = (what: string) => others.find((row) => row.what.en.includes(what));
      for (const [what, params] of [
        ['1/(k−1)', { counting: 'partner' }],
        ['lag of 3', { lag: 3 }],
        ['without co-affiliation', { coaffiliation: false }],
        ['27 cities', { place: 'yrd_27_central' }],
      ] as const) {
        const [due] = (await ask({ ...asked, ...params })).rows;
        expect(named(what)?.estimate, what).toBe(due.estimate);
      }
      const clean = await ask({ ...asked, untreated: true });
      expect(named('against cities of no region')!.estimate).toBeCloseTo(clean.rows[0].estimate!, 12);
    },
  );

  it('says what may be said, and never that a policy caused it without what nobody can read from works', async () => {
    const answer = await plain({ draws: 39 });
    expect(answer.sentence!.en).not.toContain('caused');
    expect(answer.conditions.map(({ id }) => id)).toContain('assigned');
    const assumed = await ask({ place: 'yrd_41', policy: 2017, draws: 19, assume: ['assigned'] });
    expect(assumed.conditions.find(({ id }) => id === 'assigned')!.holds).toBe(true);
    expect(findingsIn(effect, answer, 'zh')[0]).toMatch(/[一-鿿]/);
  });

  it('calls placebo regions alike in distance and volume only as far as they are', async () => {
    const answer = await plain({ draws: 39 });
    const { within, distribution } = answer.placebo!;
    const drawn = distribution.length;
    expect(within).toBeLessThan(drawn);
    const say = (alike: number): string =>
      findingsIn(effect, { ...answer, placebo: { ...answer.placebo!, within: alike } }).join(' ');
    expect(say(within)).toContain(
      within === 0
        ? 'None of them is like it in distance and volume.'
        : `Only ${within} of them ${within === 1 ? 'is' : 'are'} like it in distance and volume.`,
    );
    expect(say(drawn)).not.toContain('in distance and volume');
  });

  it('rests on the pairs and joint works inside that the works one by one give, and says so in every export', async () => {
    const answer = await plain({ draws: 0 });
    const { first, second, year, flow, region } = byHand(answer);
    const inside = new Set(region);
    const rows = Array.from(flow, (works, i) => ({
      works,
      year: year[i] as number,
      a: first[i],
      b: second[i],
    }));
    const own = rows.filter(({ a, b }) => inside.has(a as string) && inside.has(b as string));
    const pairs = new Set(own.filter(({ works }) => works > 0).map(({ a, b }) => `${a} ${b}`)).size;
    const sum = (after: boolean): number =>
      own.filter((row) => row.year >= 2018 === after).reduce((all, { works }) => all + works, 0);
    const n = answer.cities.length;
    expect(answer.treated).toEqual({
      pairs,
      allPairs: (n * (n - 1)) / 2,
      before: { from: 2013, to: 2016, works: sum(false) },
      after: { from: 2018, to: 2022, works: sum(true) },
    });
    expect(answer.rows[0].what.en).toContain(
      `pairs: ${pairs}; works: ${sum(false)} before, ${sum(true)} after`,
    );
    expect(answer.sentence!.en).toContain(
      `(${pairs} of ${(n * (n - 1)) / 2} pairs of cities with ${sum(false)}`,
    );
  });

  it('warns in what it says of itself where the placebo regions are not centred on zero', async () => {
    const answer = await plain({ draws: 39 });
    const { distribution } = answer.placebo!;
    const below = distribution.filter((b) => b < 0).length / distribution.length;
    const off = below < 0.25 || below > 0.75;
    expect(answer.about.warnings.some((one) => one.includes('not centred on zero'))).toBe(off);
    expect(answer.sentence!.en.includes('not centred on zero')).toBe(off);
  });

  it('is the same for the same seed, to the last digit', { tags: 'full' }, async () => {
    const asked = { place: 'yrd_41', policy: 2017, draws: 19, sensitivity: true };
    expect(await ask(asked)).toEqual(await ask(asked));
  });
});

describe('an effect that cannot be told', () => {
  const why = async (params: Record<string, unknown>): Promise<string> => {
    const { rows, fit, sentence, about } = await ask(params);
    expect(fit).toBeNull();
    expect(sentence).toBeNull();
    expect(rows[0]).toMatchObject({ section: 'effect', estimate: null, change: null, p: null });
    expect(about.notes).toContain(rows[0].reason!.en);
    expect(about.zh.notes).toContain(rows[0].reason!.zh);
    return rows[0].reason!.en;
  };

  it('says so where no policy year is known', async () => {
    const region = [{ name: 'Own', cities: ['cn:1100', 'cn:1200'] }];
    expect(await why({ region })).toContain('give the year of the policy');
  });

  it('says so where no year lies before the policy, or after it', async () => {
    expect(await why({ place: 'yrd_41', policy: 2013 })).toContain('before the policy');
    expect(await why({ place: 'yrd_41', policy: 2022, lag: 1 })).toContain('before the policy');
    expect(await why({ place: 'yrd_41', policy: 2017, years: { from: 2017, to: 2017 } })).toContain('before');
  });

  it('says so of a region whose cities have no works under the filters', async () => {
    const region = [{ name: 'Own', cities: ['cn:1100'] }];
    expect(await why({ region, policy: 2017 })).toContain('fewer than two cities');
  });

  it('refuses a city, and a region that is unknown', async () => {
    await expect(ask({ place: 'cn:1100' })).rejects.toThrow('is a city');
    await expect(ask({ place: 'def:nowhere' })).rejects.toThrow('no region definition');
    await expect(ask({})).rejects.toThrow('No region is given');
  });
});
