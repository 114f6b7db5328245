import { append } from '../measures/extremes.ts';
import { streamOf } from './sampling.ts';

/** A region as the synthetic world needs it: a named set of cities, and the year of its policy if it has one. */
export interface WorldRegion {
  readonly id: string;
  readonly name: string;
  readonly policyYear: number | null;
  /** Place ids of its cities. */
  readonly members: readonly string[];
}

export type Direction = 'up' | 'none' | 'down';

/** What really happens to a region of the synthetic world, known because we made it. */
export interface RegionTruth {
  /** The widest of the definitions that overlap; the change is in the links among its cities. */
  readonly region: string;
  readonly name: string;
  /** All definitions that share a city with it, directly or through others: one region idea changes once. */
  readonly definitions: readonly string[];
  readonly policyYear: number;
  /** True when the region has no policy year and was given a pseudo-year. */
  readonly yearDrawn: boolean;
  readonly direction: Direction;
  /**
   * From the year after `policyYear`, a city of the region chooses a partner in the region with this times the weight
   * of before (partners outside keep theirs). 1 for *none*; *up* lies in 1.8 … 2.6, *down* is the inverse of such.
   */
  readonly factor: number;
}

const DIRECTIONS = ['up', 'none', 'down'] as const;

/**
 * Draws for every region whether its cities integrate after the policy year: up, none or down with equal probability,
 * and as even as their number allows (the regions are shuffled and dealt out), so that a world has some of each.
 *
 * The draw sees the seed and the regions' ids, nothing else: not the nation, the cities or the policy. A region without
 * a policy year gets a pseudo-year inside `years`, so that regions with and without one can be told apart only by
 * `yearDrawn`. Overlapping definitions (the Delta of 41 and of 27 cities) share one draw, in the widest one's name.
 *
 * @param years first and last year of the world
 * @returns one row per group of overlapping definitions, by region id
 */
export function drawTruth(
  regions: readonly WorldRegion[],
  seed: number,
  years: readonly [number, number],
): readonly RegionTruth[] {
  const start = streamOf(seed, 'truth').integer(DIRECTIONS.length);
  return overlapping(regions)
    .map((group) => {
      const widest = group.reduce((a, b) =>
        b.members.length > a.members.length || (b.members.length === a.members.length && b.id < a.id) ? b : a,
      );
      const random = streamOf(seed, 'truth', widest.id);
      return { group, widest, random, place: random.uniform() };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ group, widest, random }, dealt) => {
      const direction = DIRECTIONS[(start + dealt) % DIRECTIONS.length];
      const strength = Math.round((1.8 + 0.8 * random.uniform()) * 100) / 100;
      const pseudo = years[0] + Math.round((years[1] - years[0]) * (0.3 + 0.4 * random.uniform()));
      return {
        region: widest.id,
        name: widest.name,
        definitions: group.map((region) => region.id).sort(),
        policyYear: widest.policyYear ?? pseudo,
        yearDrawn: widest.policyYear === null,
        direction,
        factor: direction === 'up' ? strength : direction === 'down' ? 1 / strength : 1,
      };
    })
    .sort((a, b) => (a.region < b.region ? -1 : 1));
}

/** Groups of regions connected through common cities. */
function overlapping(regions: readonly WorldRegion[]): WorldRegion[][] {
  const groups: { cities: Set<string>; regions: WorldRegion[] }[] = [];
  for (const region of regions) {
    const joined = { cities: new Set(region.members), regions: [region] };
    for (let i = groups.length - 1; i >= 0; i--) {
      const group = groups[i];
      if (!region.members.some((city) => group.cities.has(city))) continue;
      for (const city of group.cities) joined.cities.add(city);
      append(joined.regions, group.regions);
      groups.splice(i, 1);
    }
    groups.push(joined);
  }
  return groups.map((group) => group.regions);
}
