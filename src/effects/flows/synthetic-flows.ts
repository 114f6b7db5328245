import { checkParts } from '../../measures/arguments.ts';
import { checkFinite } from '../../measures/finite.ts';
import { greatCircle } from '../../measures/spatial/great-circle.ts';
import { createRandom, type Random } from '../../measures/random.ts';

/** What a synthetic world of flows is like. Everything but the seed has a default. */
export interface SyntheticWorld {
  readonly seed: number;
  /** Cities; they fall into `regions` of equal size. */
  readonly cities?: number;
  readonly regions?: number;
  /** First and last year. */
  readonly from?: number;
  readonly to?: number;
  /** First year of the policy of region 0. */
  readonly policy?: number;
  /** What the policy adds to the logarithm of flows inside region 0, from its year on. */
  readonly effect?: number;
  /** What it adds in the first, second, … year of the policy, the last going on; in place of `effect`. */
  readonly path?: readonly number[];
  /** Mean flow between two cities, about. */
  readonly mean?: number;
  /** Standard deviations of shocks to a logarithm: of a pair in a year, and of the inside of any region in a year. */
  readonly pairShock?: number;
  readonly regionShock?: number;
}

/** Flows without direction between cities, year by year, and the truth behind them. */
export interface SyntheticFlows {
  readonly cities: readonly {
    readonly name: string;
    readonly region: number;
    readonly latitude: number;
    readonly longitude: number;
  }[];
  /** Cities at the ends of each row, first < second; the year; the flow. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly year: Int32Array;
  readonly flow: Float64Array;
  /** Great-circle distance of the ends in kilometres. */
  readonly distance: Float64Array;
  /** The region both ends lie in; −1 where they lie in two. */
  readonly inside: Int32Array;
  /** The effect that was put in, in the year of each row, were it inside region 0 and after its policy; else 0. */
  readonly truth: Float64Array;
}

/**
 * Flows that were made, with a known effect: cities of unlike size that grow at their own pace, distance that hinders,
 * and Poisson draws around exp(a_it + a_jt + n_ij + effect + shocks). For tests, simulations and the pages of docs; the
 * same seed gives the same flows.
 *
 * @throws RangeError for fewer than two cities a region, years the wrong way round, or a policy outside them; for cities,
 * regions or years that are no whole numbers, a mean not above 0, shocks below 0, anything infinite or NaN
 */
export function syntheticFlows(world: SyntheticWorld): SyntheticFlows {
  checkParts('world', world, { seed: 'number' });
  const { cities: count = 40, regions = 4, from = 2008, to = 2019, policy = 2014 } = world;
  checkWorld(world);
  if (!(regions >= 1 && count >= 2 * regions))
    throw new RangeError(`cities must be two or more in each of ${regions} regions, got ${count}`);
  if (!(from < policy && policy <= to))
    throw new RangeError(`the policy must come after ${from} and not after ${to}, got ${policy}`);
  const random = createRandom(world.seed);
  const cities = place(count, regions, random);
  const years = to - from + 1;
  const pull = pulls(count, years, random);
  const rows = ((count * (count - 1)) / 2) * years;
  const flows = {
    first: new Int32Array(rows),
    second: new Int32Array(rows),
    year: new Int32Array(rows),
    flow: new Float64Array(rows),
    distance: new Float64Array(rows),
    inside: new Int32Array(rows),
    truth: new Float64Array(rows),
  };
  const common = Array.from({ length: regions * years }, () => (world.regionShock ?? 0) * random.normal());
  const base = Math.log(world.mean ?? 3);
  let at = 0;
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const [one, other] = [cities[a], cities[b]];
      const distance = greatCircle(one.latitude, one.longitude, other.latitude, other.longitude);
      const inside = one.region === other.region ? one.region : -1;
      const bond = base - 0.4 * Math.log((distance + 30) / 700) + 0.3 * random.normal();
      for (let t = 0; t < years; t++, at++) {
        const truth = inside === 0 ? effectIn(world, from + t - policy) : 0;
        const shock =
          (world.pairShock ?? 0) * random.normal() + (inside < 0 ? 0 : common[inside * years + t]);
        flows.first[at] = a;
        flows.second[at] = b;
        flows.year[at] = from + t;
        flows.distance[at] = distance;
        flows.inside[at] = inside;
        flows.truth[at] = truth;
        flows.flow[at] = poisson(
          Math.exp(bond + pull[a * years + t] + pull[b * years + t] + truth + shock),
          random,
        );
      }
    }
  return Object.freeze({ cities, ...flows });
}

function checkWorld(world: SyntheticWorld): void {
  for (const name of ['cities', 'regions', 'from', 'to', 'policy'] as const)
    if (world[name] !== undefined && !Number.isSafeInteger(world[name]))
      throw new RangeError(`${name} must be a whole number, got ${world[name]}`);
  for (const name of ['pairShock', 'regionShock'] as const)
    if (world[name] !== undefined && !(world[name] >= 0 && world[name] < Infinity))
      throw new RangeError(`${name} must be a finite number, 0 or more, got ${world[name]}`);
  if (world.mean !== undefined && !(world.mean > 0 && world.mean < Infinity))
    throw new RangeError(`mean must be a finite number above 0, got ${world.mean}`);
  checkFinite('effect', [world.effect ?? 0]);
  checkFinite('path', world.path ?? []);
}

function effectIn({ path, effect = 0.4 }: SyntheticWorld, since: number): number {
  if (since < 0) return 0;
  return path === undefined || path.length === 0 ? effect : path[Math.min(since, path.length - 1)];
}

/** Regions lie around a middle, near enough for their outskirts to mix; the cities of one about its centre. */
function place(count: number, regions: number, random: Random): SyntheticFlows['cities'] {
  return Array.from({ length: count }, (_, k) => {
    const region = k % regions;
    const angle = (2 * Math.PI * region) / regions;
    return Object.freeze({
      name: `City ${k + 1}`,
      region,
      latitude: 31 + 3 * Math.sin(angle) + 1.8 * random.normal(),
      longitude: 114 + 3.5 * Math.cos(angle) + 2.1 * random.normal(),
    });
  });
}

/** The part of a city in the logarithm of its flows, city after city: its size, its pace, and what the year brings. */
function pulls(count: number, years: number, random: Random): Float64Array {
  const pull = new Float64Array(count * years);
  for (let k = 0; k < count; k++) {
    const [size, pace] = [0.6 * random.normal(), 0.04 + 0.02 * random.normal()];
    for (let t = 0; t < years; t++)
      pull[k * years + t] = size + pace * (t - years / 2) + 0.1 * random.normal();
  }
  return pull;
}

/** A Poisson draw: by products of uniforms for small means, in halves for large ones (a sum of two draws is one). */
function poisson(mean: number, random: Random): number {
  if (mean > 30) return poisson(mean / 2, random) + poisson(mean / 2, random);
  const limit = Math.exp(-mean);
  let draws = -1;
  for (let left = 1; left > limit; left *= random.uniform()) draws += 1;
  return draws;
}
