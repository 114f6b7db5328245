import { describe, expect, it } from 'vitest';
import { expectMean, expectRate, mean, rate } from '../../test/monte-carlo.ts';
import { createRandom } from '../measures/index.ts';
import {
  type Coefficient,
  coefficientOf,
  cross,
  type Estimate,
  eventStudy,
  jackknifeCities,
  placeboRegions,
  POLICY,
  policyEffect,
  ppml,
  regionDesign,
  type RegionPolicy,
  type SyntheticFlows,
  syntheticFlows,
  type SyntheticWorld,
  undirectedEffects,
  withPolicy,
} from './index.ts';

const YEARS = { from: 2012, to: 2017, policy: 2015 };

interface World extends RegionPolicy {
  readonly flows: SyntheticFlows;
}

/** Worlds of known truth, one a seed. Region 0 has the policy. */
function worlds(count: number, like: Omit<SyntheticWorld, 'seed'>): World[] {
  return Array.from({ length: count }, (_, k) => {
    const flows = syntheticFlows({ ...like, seed: k + 1 });
    return { ...flows, flows, region: citiesOf(flows, 0), from: like.policy ?? 2014 };
  });
}

function citiesOf({ cities }: SyntheticFlows, region: number): number[] {
  return cities.flatMap((city, at) => (city.region === region ? [at] : []));
}

function clustered(world: RegionPolicy): { estimate: Estimate; effect: Coefficient } {
  const { model, policy, clusters } = regionDesign(world);
  const estimate = policyEffect(model, policy, { errors: { kind: 'cluster', by: clusters } });
  return { estimate, effect: coefficientOf(estimate, POLICY) };
}

/** p is a multiple of 1/(1 + placebos), and so is the level it is held against, but for rounding. */
const rejects = (ps: readonly (number | null)[], level: number): boolean[] =>
  ps.map((p) => p! <= level + 1e-12);
const covers = ({ interval }: Coefficient, truth: number): boolean =>
  interval![0] <= truth && truth <= interval![1];

describe('the effect of a policy, where only pairs move', { tags: 'full' }, () => {
  it.each([
    { shocks: 'draws alone', pairShock: 0 },
    { shocks: 'pairs that have years of their own', pairShock: 0.3 },
  ])(
    'is right on average, and its interval holds the truth in 95 of 100 worlds: $shocks',
    ({ pairShock }) => {
      const long = { from: 2010, to: 2017, policy: 2014 };
      const found = worlds(300, { ...long, cities: 24, regions: 2, effect: 0.3, pairShock }).map(clustered);
      expect(found.every(({ estimate }) => estimate.convergence.converged)).toBe(true);
      expectMean(
        found.map(({ effect }) => effect.estimate!),
        0.3,
      );
      expectRate(
        found.map(({ effect }) => covers(effect, 0.3)),
        0.95,
      );
    },
  );

  it('has an error by cities left out that is about √(2m/(m − 2)) of that by pairs, m cities in the region', () => {
    const ratios = worlds(8, { ...YEARS, cities: 24, regions: 4, effect: 0 }).map((world) => {
      const { model, policy } = regionDesign(world);
      const ends = [world.first, world.second] as const;
      const { standardError } = jackknifeCities(withPolicy(model, policy), ends, POLICY);
      return standardError / clustered(world).effect.standardError!;
    });
    expect(Math.abs(mean(ratios) - Math.sqrt((2 * 6) / (6 - 2)))).toBeLessThan(0.2);
  });
});

describe('placebo regions', { tags: 'full' }, () => {
  const ps = (count: number, draws: number, like: Partial<SyntheticWorld>): (number | null)[] =>
    worlds(count, { ...YEARS, cities: 30, regions: 5, ...like }).map(
      (world, k) => placeboRegions(world, { draws, seed: k + 1 }).p,
    );

  it('find a policy that was none in as many worlds as the level allows', () => {
    const none = ps(200, 19, { effect: 0 });
    for (const level of [0.05, 0.1, 0.2]) expectRate(rejects(none, level), level);
  });

  it('find an effect the more often the greater it is', () => {
    const [weak, strong] = [0.2, 0.5].map((effect) => rate(rejects(ps(40, 39, { effect }), 0.05)));
    expect(strong).toBeGreaterThan(0.9);
    expect(weak).toBeGreaterThan(0.15);
    expect(weak).toBeLessThan(0.7);
  });

  it('find too much where regions have years of their own, which cancel in groups drawn across regions', () => {
    const shaken = ps(40, 39, { effect: 0, regionShock: 0.3 });
    expect(rate(rejects(shaken, 0.05))).toBeGreaterThan(0.15);
  });
});

describe('regions that have good years and bad ones of their own', { tags: 'full' }, () => {
  const like = { from: 2013, to: 2014, policy: 2014, cities: 60, regions: 20 };
  const shaken = worlds(70, { ...like, regionShock: 0.4, effect: 0 });

  it('make errors clustered by pair far too small: no effect is found to be one in a third of worlds or more', () => {
    expect(rate(shaken.map((world) => covers(clustered(world).effect, 0)))).toBeLessThan(2 / 3);
  });

  it('are held to the level by other real regions, which have such years too', () => {
    const ps = shaken.map((world) => {
      const others = Array.from({ length: like.regions - 1 }, (_, k) => citiesOf(world.flows, k + 1));
      return placeboRegions(world, { seed: 1 }, others).p;
    });
    for (const level of [0.05, 0.1, 0.2]) expectRate(rejects(ps, level), level);
  });
});

describe(
  'effects of "first" and "second" cities in years, on flows without direction',
  { tags: 'full' },
  () => {
    const few = worlds(40, { ...YEARS, cities: 12, regions: 3, effect: 0.4 });

    function halfPanel(world: World): number {
      const { model, policy } = regionDesign(world);
      const effects = [
        undirectedEffects(world)[0],
        { name: 'first city-year', of: cross(world.first, world.year) },
        { name: 'second city-year', of: cross(world.second, world.year) },
      ];
      return coefficientOf(ppml({ ...withPolicy(model, policy), effects }), POLICY).estimate!;
    }

    /** The same flows with cities in the order of another alphabet: in half of the pairs the other comes first. */
    function renamed(world: World, seed: number): World {
      const place = Int32Array.from(world.flows.cities, (_, k) => k);
      createRandom(seed).shuffle(place);
      const { first, second } = world.flows;
      const turned = Array.from(first, (a, i) => place[a] > place[second[i]]);
      const end = (kept: ArrayLike<number>, other: ArrayLike<number>): number[] =>
        turned.map((turn, i) => (turn ? other[i] : kept[i]));
      return { ...world, first: end(first, second), second: end(second, first) };
    }

    it('give another answer when cities are renamed; one effect at either end does not', () => {
      const moved = few.map((world, k) => {
        const again = renamed(world, k + 1);
        const { estimate, standardError } = clustered(world).effect;
        expect(clustered(again).effect.estimate).toBeCloseTo(estimate!, 10);
        return Math.abs(halfPanel(again) - halfPanel(world)) / standardError!;
      });
      expect(mean(moved)).toBeGreaterThan(0.3);
      expect(Math.max(...moved)).toBeGreaterThan(1);
    });

    it('are not needed: one effect at either end is right on average', () => {
      expectMean(
        few.map((world) => clustered(world).effect.estimate!),
        0.4,
      );
    });
  },
);

describe('an event study', { tags: 'full' }, () => {
  it('finds how an effect grows, nothing before it, and pre-trends as often as chance does', () => {
    const path = [0.1, 0.3, 0.5];
    const studies = worlds(60, { ...YEARS, cities: 24, regions: 2, path }).map((world) => {
      const { model, policy, clusters } = regionDesign(world);
      return eventStudy(model, policy, { errors: { kind: 'cluster', by: clusters } });
    });
    const since = studies[0].points.map((point) => point.since);
    expect(since).toEqual([-3, -2, -1, 0, 1, 2]);
    for (const [at, year] of since.entries())
      if (year !== -1)
        expectMean(
          studies.map(({ points }) => points[at].coefficient!.estimate!),
          year < 0 ? 0 : path[year],
        );
    expectRate(
      studies.map(({ pretrend }) => pretrend!.p <= 0.05),
      0.05,
    );
  });
});
