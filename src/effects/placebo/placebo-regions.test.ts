import { describe, expect, it } from 'vitest';
import { coefficientOf } from '../ppml/estimate.ts';
import { placeboP } from './placebo.ts';
import { placeboRegions } from './placebo-regions.ts';
import { POLICY, policyEffect, withPolicy } from '../event-study/policy-effect.ts';
import { ppml } from '../ppml/ppml.ts';
import { regionDesign, type RegionPolicy } from '../event-study/region-policy.ts';
import { syntheticFlows } from '../flows/synthetic-flows.ts';

const FROM = 2013;
/** Thin enough for pairs without any flow, which are left out. */
const world = syntheticFlows({
  seed: 3,
  cities: 16,
  regions: 4,
  from: 2011,
  to: 2014,
  policy: FROM,
  mean: 0.8,
  effect: 0.4,
});
const region = [0, 4, 8, 12];
const given: RegionPolicy = { ...world, region, from: FROM };
const { model, policy } = regionDesign(given);
const groups = [
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [15, 2, 1, 3],
];

/** The coefficient of a group with the policy, beside that of the region, by the estimator itself. */
function beside(group: readonly number[]): number | null {
  const inside = (city: number): boolean => group.includes(city);
  const placebo = Array.from(world.first, (a, i) =>
    inside(a) && inside(world.second[i]) && world.year[i] >= FROM ? 1 : 0,
  );
  const whole = withPolicy(model, policy);
  return coefficientOf(ppml({ ...whole, regressors: { ...whole.regressors, placebo } }), 'placebo').estimate;
}

describe('a placebo of regions', () => {
  const full = placeboRegions(given, { seed: 1, refit: true }, groups);

  it('gives each group the policy beside the region, which keeps its own', () => {
    expect(policyEffect(model, policy).sample.used).toBeLessThan(world.flow.length);
    expect(full.observed).toBe(coefficientOf(policyEffect(model, policy), POLICY).estimate);
    expect(full.distribution).toHaveLength(4);
    for (const [k, group] of groups.entries()) expect(full.distribution[k]).toBeCloseTo(beside(group)!, 9);
    expect(full.drawn).toEqual(['1, 5, 9, 13', '2, 6, 10, 14', '3, 7, 11, 15', '1, 2, 3, 15']);
    expect(full.p).toBe(placeboP(full.observed, groups.map(beside) as number[], 'two-sided'));
    expect(full).toMatchObject({ kind: 'regions', by: 'refit', seed: null, match: null });
  });

  it('goes by one step where it is not told to go on, near to what refits give', () => {
    const quick = placeboRegions(given, { seed: 1, refit: 2 }, groups);
    const gaps = Array.from(quick.distribution, (once, k) => Math.abs(once - full.distribution[k]));
    expect(quick.by).toBe('one-step');
    expect(Math.max(...gaps)).toBeGreaterThan(1e-6);
    for (const [k, gap] of gaps.entries()) expect(gap).toBeLessThan(0.02 + full.distribution[k] ** 2);
    expect(quick.compared).toMatchObject({ refits: 2, p: null });
    expect(quick.compared!.worst).toBeCloseTo(Math.max(gaps[0], gaps[1]), 9);
    expect(full.compared).toMatchObject({ refits: 4, p: full.p });
    expect(full.compared!.worst).toBeCloseTo(Math.max(...gaps), 9);
    expect(placeboRegions(given, { seed: 1 }, groups).compared).toBeNull();
  });

  it('warns where one step is far off, unless all were refitted', () => {
    const rough = {
      ...given,
      flow: world.flow.map((y, i) =>
        groups[0].includes(world.first[i]) && groups[0].includes(world.second[i]) && world.year[i] >= FROM
          ? 0.05 * y
          : y,
      ),
    };
    const [quick, exact] = [1, true].map((refit) => placeboRegions(rough, { seed: 1, refit }, [groups[0]]));
    expect(quick.compared!.worst).toBeGreaterThan(0.1);
    expect(quick.warnings.map(({ en }) => en)).toContain(
      `one step is up to ${quick.compared!.worst.toFixed(2)} off what a refit of the same placebo region gives: have all of them refitted where p is near the level`,
    );
    for (const { warnings } of [exact, full])
      expect(warnings.filter(({ en }) => en.includes('one step'))).toEqual([]);
  });

  it('leaves out groups of which nothing can be told, and says how many there were', () => {
    const { drawn, distribution, warnings } = placeboRegions(given, { seed: 1 }, [[1], groups[1]]);
    expect(drawn).toEqual(['2, 6, 10, 14']);
    expect(distribution).toHaveLength(1);
    expect(warnings.map(({ en }) => en)).toContain('only 1 of 2 placebos could be found that match');
  });

  it('counts only what is greater, where it is asked so', () => {
    const { observed, distribution, p, tails } = placeboRegions(given, { seed: 1, tails: 'greater' }, groups);
    expect(tails).toBe('greater');
    expect(p).toBe((1 + distribution.filter((value) => value >= observed).length) / 5);
  });

  it.each<[string, readonly (readonly (string | number)[])[], string]>([
    ['a city of the region', [[1, 4]], 'cities of a placebo must lie outside the region, 4 does not'],
    ['a city without rows', [[1, 99]], 'cities of a placebo must have rows, 99 has none'],
  ])('is refused with %s in a group', (_, wrong, message) => {
    expect(() => placeboRegions(given, { seed: 1 }, wrong)).toThrow(message);
  });
});

describe('a placebo of drawn regions', () => {
  it('says how well they match, and gives the same for a seed', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => placeboRegions(given, { draws: 25, seed }));
    expect(one.distribution).toHaveLength(25);
    expect(again.distribution).toEqual(one.distribution);
    expect(other.distribution).not.toEqual(one.distribution);
    expect([one.seed, other.seed]).toEqual([1, 2]);
    for (const drawn of one.drawn) {
      const cities = drawn.split(', ').map(Number);
      expect(new Set(cities).size).toBe(4);
      expect(cities.some((city) => region.includes(city))).toBe(false);
    }
    const { within, distance, volume } = one.match!;
    expect(within).toBe(25);
    for (const mean of [distance!, volume]) expect(Math.abs(Math.log(mean))).toBeLessThan(Math.log(1.25));
  });

  it('warns where they match badly, and speaks of distances only where there are any', () => {
    const tight = placeboRegions(given, { draws: 20, seed: 1, caliper: 0.01 });
    expect(tight.match!.within).toBeLessThan(20);
    expect(tight.warnings.map(({ en }) => en)).toEqual([
      expect.stringMatching(
        /^only \d+ of 20 placebo regions match the region closely: on average their cities lie \d\.\d times as far apart and have \d\.\d times its volume$/,
      ),
    ]);
    const { first, second, year, flow } = world;
    const blind = placeboRegions(
      { first, second, year, flow, region, from: FROM },
      { draws: 20, seed: 1, caliper: 0.001 },
    );
    expect(blind.match!.distance).toBeNull();
    expect(blind.warnings.map(({ en }) => en)).toEqual([
      'no distances were given: placebo regions match in size and volume only',
      expect.stringMatching(/^only \d+ of 20 .* on average their cities have \d\.\d times its volume$/),
    ]);
    expect(blind.warnings[1].zh).not.toContain('距离');
  });

  it.each([
    [{ draws: 0 }, 'draws must be a whole number, 1 or more, got 0'],
    [{ draws: 1.5 }, 'draws must be a whole number, 1 or more, got 1.5'],
    [{ caliper: 0 }, 'caliper must be above 0, got 0'],
    [{ caliper: NaN }, 'caliper must be above 0, got NaN'],
  ])('is refused with %o', (options, message) => {
    expect(() => placeboRegions(given, { seed: 1, ...options })).toThrow(message);
  });

  it('is refused where the effect of the region itself cannot be told', () => {
    // Three pairs of three cities in each year: the levels of the cities fit them whatever the policy did.
    const rows = Array.from(world.first.keys()).filter((i) => world.first[i] < 3 && world.second[i] < 3);
    const of = (list: ArrayLike<number>): number[] => rows.map((i) => list[i]);
    const three: RegionPolicy = {
      first: of(world.first),
      second: of(world.second),
      year: of(world.year),
      flow: rows.map((_, k) => 1 + ((k * 7) % 5)),
      region: [0, 1],
      from: FROM,
    };
    expect(() => placeboRegions(three, { seed: 1 })).toThrow(
      'the effect cannot be estimated: the fixed effects take all of the regressor',
    );
  });
});
