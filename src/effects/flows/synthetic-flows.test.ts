import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../measures/index.ts';
import { coefficientOf } from '../ppml/estimate.ts';
import { POLICY, policyEffect } from '../event-study/policy-effect.ts';
import { syntheticFlows, type SyntheticWorld } from './synthetic-flows.ts';
import { undirectedEffects } from './undirected.ts';

describe('synthetic flows', () => {
  const world = syntheticFlows({ seed: 3, cities: 9, regions: 3, from: 2010, to: 2013, policy: 2012 });

  it('are the same for the same seed, and others for another', () => {
    const again = syntheticFlows({ seed: 3, cities: 9, regions: 3, from: 2010, to: 2013, policy: 2012 });
    expect(again).toEqual(world);
    expect(
      syntheticFlows({ seed: 4, cities: 9, regions: 3, from: 2010, to: 2013, policy: 2012 }).flow,
    ).not.toEqual(world.flow);
  });

  it('have each two cities once a year, with their distance and the region both are in', () => {
    expect(world.flow).toHaveLength(36 * 4);
    const rows = new Set(
      Array.from(world.flow, (_, i) => `${world.first[i]},${world.second[i]},${world.year[i]}`),
    );
    expect(rows.size).toBe(36 * 4);
    for (const [i, flow] of world.flow.entries()) {
      expect(Number.isSafeInteger(flow) && flow >= 0).toBe(true);
      const [a, b] = [world.cities[world.first[i]], world.cities[world.second[i]]];
      expect(world.first[i]).toBeLessThan(world.second[i]);
      expect(world.inside[i]).toBe(a.region === b.region ? a.region : -1);
      expect(world.distance[i]).toBe(greatCircle(a.latitude, a.longitude, b.latitude, b.longitude));
    }
  });

  it('say what was put in: the effect inside region 0 from the policy on, and nothing elsewhere', () => {
    const told = syntheticFlows({
      seed: 3,
      cities: 9,
      regions: 3,
      from: 2010,
      to: 2013,
      policy: 2012,
      effect: 0.7,
    });
    for (const [i, truth] of told.truth.entries())
      expect(truth).toBe(told.inside[i] === 0 && told.year[i] >= 2012 ? 0.7 : 0);
    const path = syntheticFlows({
      seed: 3,
      cities: 9,
      regions: 3,
      from: 2010,
      to: 2014,
      policy: 2012,
      path: [0.1, 0.5],
    });
    const inYear = new Map(
      Array.from(path.truth, (truth, i) => [path.inside[i] === 0 ? path.year[i] : 0, truth]),
    );
    expect(inYear).toEqual(
      new Map([
        [0, 0],
        [2010, 0],
        [2011, 0],
        [2012, 0.1],
        [2013, 0.5],
        [2014, 0.5],
      ]),
    );
  });

  it.each([3, 300])(
    'are Poisson around their means, of about %d, and hold the effect that was put in',
    (mean) => {
      const flows = syntheticFlows({ seed: 8, cities: 14, regions: 2, effect: 0.5, mean });
      const estimate = policyEffect(
        { y: flows.flow, regressors: {}, effects: undirectedEffects(flows) },
        { time: flows.year, treated: flows.inside.map((region) => (region === 0 ? 1 : 0)), from: 2014 },
      );
      const { estimate: b, standardError } = coefficientOf(estimate, POLICY);
      expect(Math.abs(b! - 0.5) / standardError!).toBeLessThan(3);
      // Σ (y − μ)²/μ over what is to spare is 1 where variance and mean are alike, ± √(2/850).
      const pearson = estimate.rows.reduce(
        (sum, row, k) => sum + (flows.flow[row] - estimate.fitted[k]) ** 2 / estimate.fitted[k],
        0,
      );
      const spare = estimate.sample.used - 91 - 14 * 12 + 14 - 1;
      expect(Math.abs(pearson / spare - 1)).toBeLessThan(4 * Math.sqrt(2 / spare));
      const total = flows.flow.reduce((sum, flow) => sum + flow, 0) / flows.flow.length;
      expect(Math.abs(Math.log(total / mean))).toBeLessThan(1);
    },
  );

  it.each<[string, Partial<SyntheticWorld>, string]>([
    [
      'fewer than two cities a region',
      { cities: 7, regions: 4 },
      'cities must be two or more in each of 4 regions, got 7',
    ],
    ['no region', { regions: 0 }, 'cities must be two or more in each of 0 regions, got 40'],
    [
      'a policy in the first year',
      { from: 2014 },
      'the policy must come after 2014 and not after 2019, got 2014',
    ],
    [
      'a policy after the last',
      { policy: 2020 },
      'the policy must come after 2008 and not after 2019, got 2020',
    ],
    ['half a city', { cities: 9.5 }, 'cities must be a whole number, got 9.5'],
    ['half a year', { to: 2019.5 }, 'to must be a whole number, got 2019.5'],
    ['a mean of 0', { mean: 0 }, 'mean must be a finite number above 0, got 0'],
    ['a mean that is NaN', { mean: NaN }, 'mean must be a finite number above 0, got NaN'],
    ['a negative shock', { pairShock: -1 }, 'pairShock must be a finite number, 0 or more, got -1'],
    ['an infinite effect', { effect: Infinity }, 'effect must be finite, number 0 is Infinity'],
    ['a path with NaN', { path: [0, NaN] }, 'path must be finite, number 1 is NaN'],
    ['no seed', { seed: -1 }, 'seed must be a whole number'],
  ])('are refused with %s', (_, change, message) => {
    expect(() => syntheticFlows({ seed: 1, ...change })).toThrow(message);
  });
});
