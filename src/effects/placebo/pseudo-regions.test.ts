import { describe, expect, it } from 'vitest';
import { pseudoRegions } from './pseudo-regions.ts';
import { citiesOf, type RegionPolicy } from '../event-study/region-policy.ts';
import { syntheticFlows } from '../flows/synthetic-flows.ts';

const FROM = 2013;
const world = syntheticFlows({ seed: 2, cities: 12, regions: 4, from: 2011, to: 2014, policy: FROM });
const given: RegionPolicy = { ...world, region: [0, 4, 8], from: FROM };
const region = [0, 4, 8];
const others = world.cities.map((_, city) => city).filter((city) => !region.includes(city));

/** Every group of three cities outside the region: 84 of them. */
const all = others.flatMap((a, i) =>
  others.slice(i + 1).flatMap((b, j) => others.slice(i + j + 2).map((c) => [a, b, c])),
);

function meanDistance(group: readonly number[]): number {
  const rows = Array.from(world.distance.keys()).filter(
    (i) => world.year[i] === 2011 && group.includes(world.first[i]) && group.includes(world.second[i]),
  );
  expect(rows).toHaveLength((group.length * (group.length - 1)) / 2);
  return rows.reduce((sum, i) => sum + world.distance[i], 0) / rows.length;
}

/** Mean over cities of ln(1 + all their flows before the policy). */
function meanVolume(group: readonly number[]): number {
  const sums = group.map((city) =>
    world.flow.reduce(
      (sum, flow, i) =>
        world.year[i] < FROM && (world.first[i] === city || world.second[i] === city) ? sum + flow : sum,
      0,
    ),
  );
  return sums.reduce((sum, flow) => sum + Math.log(1 + flow), 0) / group.length;
}

const measured = all.map((group) => {
  const distance = meanDistance(group) / meanDistance(region);
  const volume = Math.exp(meanVolume(group) - meanVolume(region));
  const off = Math.max(Math.abs(Math.log(distance)), Math.abs(Math.log(volume)));
  return { key: labelled(group), distance, volume, off };
});

/** Cities by their labels, ascending. */
function labelled(group: ArrayLike<number>, labels?: readonly (string | number)[]): string {
  return Array.from(group, (city) => Number(labels?.[city] ?? city))
    .sort((a, b) => a - b)
    .join();
}

describe('placebo regions', () => {
  const drawn = pseudoRegions(given, { draws: 84, seed: 1, caliper: 0.25 });
  const keys = drawn.groups.map((group) => labelled(group, drawn.labels));

  it('are different groups of as many cities, none of the region', () => {
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(measured.map((one) => one.key)).toContain(key);
  });

  it('have the distances and volumes of their cities against those of the region', () => {
    for (const [k, key] of keys.entries()) {
      const due = measured.find((one) => one.key === key)!;
      expect(drawn.distance![k]).toBeCloseTo(due.distance, 10);
      expect(drawn.volume[k]).toBeCloseTo(due.volume, 10);
    }
  });

  it('are all that lie within the caliper, then the nearest of the others', () => {
    const near = measured.filter(({ off }) => off <= Math.log(1.25));
    const far = measured.filter(({ off }) => off > Math.log(1.25));
    expect(near.length).toBeGreaterThan(2);
    expect(far.length).toBeGreaterThan(20);
    expect(drawn.within).toBe(near.length);
    expect(keys.slice(0, near.length).sort()).toEqual(near.map(({ key }) => key).sort());
    expect(keys.slice(near.length)).toEqual(far.toSorted((a, b) => a.off - b.off).map(({ key }) => key));
  });

  it('are none that lie more than five times as far apart', () => {
    const own = (i: number): boolean => region.includes(world.first[i]) && region.includes(world.second[i]);
    const { groups, labels } = pseudoRegions(
      { ...given, distance: world.distance.map((value, i) => (own(i) ? value / 4 : value)) },
      { draws: 84, seed: 1, caliper: 0.25 },
    );
    const due = measured.filter(({ off, distance }) => off <= Math.log(5) && 4 * distance <= 5);
    expect([due.length > 10, due.length < 70]).toEqual([true, true]);
    expect(groups.map((group) => labelled(group, labels)).sort()).toEqual(due.map(({ key }) => key).sort());
  });

  it('stop where as many match as are asked for, the same ones for a seed', () => {
    const three = (seed: number): string[] => {
      const found = pseudoRegions(given, { draws: 3, seed, caliper: 1 });
      expect([found.within, found.groups.length]).toEqual([3, 3]);
      return found.groups.map((group) => labelled(group, found.labels));
    };
    expect(three(1)).toEqual(three(1));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => three(seed).join(' '))).size).toBeGreaterThan(1);
  });

  it('match in size and volume alone where no distances are given', () => {
    const { first, second, year, flow } = world;
    const { groups, labels, distance, volume, within } = pseudoRegions(
      { first, second, year, flow, region, from: FROM },
      { draws: 84, seed: 1, caliper: 0.25 },
    );
    expect(distance).toBeNull();
    const near = measured.filter((one) => Math.abs(Math.log(one.volume)) <= Math.log(1.25));
    expect(within).toBe(near.length);
    expect(
      groups
        .slice(0, within)
        .map((group) => labelled(group, labels))
        .sort(),
    ).toEqual(near.map(({ key }) => key).sort());
    expect(volume.slice(0, within).every((factor) => factor <= 1.25 && factor >= 0.8)).toBe(true);
  });

  it('do without the distances of pairs that have no rows', () => {
    const [a, b] = others;
    const rows = Array.from(world.first.keys()).filter((i) => world.first[i] !== a || world.second[i] !== b);
    const of = <T>(list: ArrayLike<T>): T[] => rows.map((i) => list[i]);
    const thin: RegionPolicy = {
      first: of(world.first),
      second: of(world.second),
      year: of(world.year),
      flow: of(world.flow),
      distance: of(world.distance),
      region,
      from: FROM,
    };
    const { groups, labels, distance } = pseudoRegions(thin, { draws: 84, seed: 1, caliper: 0.25 });
    expect(labels).toEqual(citiesOf(thin).labels);
    const at = groups.findIndex((group) => labelled(group, labels) === labelled([a, b, others[2]]));
    const known = [a, b].map((city) => meanDistance([city, others[2]]));
    expect(distance![at]).toBeCloseTo((known[0] + known[1]) / 2 / meanDistance(region), 10);
    expect(distance!.every((factor) => factor > 0)).toBe(true);
  });

  it('are refused where fewer cities lie outside than inside, and for distances that are none', () => {
    const options = { draws: 1, seed: 1, caliper: 0.25 };
    expect(() => pseudoRegions({ ...given, region: [0, 1, 2, 3, 4, 5, 6] }, options)).toThrow(
      'there must be 7 cities outside the region to draw one as large, got 5',
    );
    expect(() => pseudoRegions({ ...given, distance: [1] }, options)).toThrow(
      `distance must have ${world.first.length} rows as flows have, got 1`,
    );
    for (const wrong of [-1, NaN])
      expect(() =>
        pseudoRegions(
          { ...given, distance: world.distance.map((value, i) => (i === 2 ? wrong : value)) },
          options,
        ),
      ).toThrow(`distance must be 0 or more, number 2 is ${wrong}`);
  });
});
