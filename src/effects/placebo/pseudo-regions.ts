import { EstimationError, messages } from '../estimation-error.ts';
import { checkParts } from '../../measures/arguments.ts';
import { createRandom, type Random } from '../../measures/index.ts';
import { checkRegionParts, citiesOf, type RegionPolicy } from '../event-study/region-policy.ts';

/** How placebo regions are drawn. */
export interface PseudoRegionOptions {
  readonly draws: number;
  readonly seed: number;
  /** How far a placebo region is to be from the region in distance and in volume: 0.25 is a quarter more or less. */
  readonly caliper: number;
}

export interface PseudoRegions {
  /** Cities of each by their places in `labels`, ascending; no two are the same. */
  readonly groups: readonly Int32Array[];
  readonly labels: readonly (string | number)[];
  /** Mean distance and volume of each against the region's. */
  readonly distance: Float64Array | null;
  readonly volume: Float64Array;
  /** How many of them lie within the caliper. */
  readonly within: number;
}

/** Where too few match, the nearest of the others are taken as far as this factor. */
const FARTHEST = 5;
/** Proposals for each group that is wanted. */
const PROPOSALS = 400;

/**
 * Groups of other cities that could have been the region: as many cities, about as far apart (mean distance of their
 * pairs) and about as active (mean flow of their cities in the years before the policy, in logarithms). A group grows
 * around a city drawn at random, from its nearest, how near being drawn too, so that compact groups come up. Where fewer
 * match than are asked for, those that come nearest follow, up to five times or a fifth; there may still be fewer.
 *
 * @throws RangeError where there are fewer cities outside the region than in it
 */
export function pseudoRegions(given: RegionPolicy, options: PseudoRegionOptions): PseudoRegions {
  checkRegionParts(given);
  checkParts('options', options, { draws: 'number', seed: 'number', caliper: 'number' });
  const { first, second, labels, inside } = citiesOf(given);
  const count = labels.length;
  const own = Int32Array.from(placesOf(inside, 1));
  const others = Int32Array.from(placesOf(inside, 0));
  if (others.length < own.length)
    throw new EstimationError(messages.fewOthers({ cities: own.length, others: others.length }));
  const volumes = volumesBefore(given, first, second, count);
  const distances = given.distance === undefined ? null : distancesOf(given.distance, first, second, count);
  const target = {
    volume: meanOf(own, volumes),
    distance: distances === null ? 0 : meanDistance(own, distances, count),
  };
  const random = createRandom(options.seed);
  const found = new Map<string, Candidate>();
  const limit = Math.log1p(options.caliper);
  let within = 0;
  for (let turn = 0; turn < options.draws * PROPOSALS && within < options.draws; turn++) {
    const group = propose(others, own.length, distances, count, random);
    const key = group.join();
    if (found.has(key)) continue;
    const volume = meanOf(group, volumes) - target.volume;
    const distance =
      distances === null ? 0 : Math.log(meanDistance(group, distances, count) / target.distance);
    const off = Math.max(Math.abs(volume), Math.abs(distance));
    if (!(off <= Math.log(FARTHEST))) continue;
    found.set(key, { group, distance: Math.exp(distance), volume: Math.exp(volume), off });
    if (off <= limit) within += 1;
  }
  const near = [...found.values()].filter(({ off }) => off <= limit);
  const far = [...found.values()].filter(({ off }) => off > limit).sort((a, b) => a.off - b.off);
  const all = [...near, ...far].slice(0, options.draws);
  return Object.freeze({
    groups: all.map(({ group }) => group),
    labels,
    distance: distances === null ? null : Float64Array.from(all, ({ distance }) => distance),
    volume: Float64Array.from(all, ({ volume }) => volume),
    within,
  });
}

interface Candidate {
  readonly group: Int32Array;
  readonly distance: number;
  readonly volume: number;
  /** The greater of both mismatches, in logarithms. */
  readonly off: number;
}

function* placesOf(marks: Uint8Array, mark: number): Generator<number> {
  for (let i = 0; i < marks.length; i++) if (marks[i] === mark) yield i;
}

/** A city drawn, and others from its nearest, as many of these as are drawn to be within reach. */
function propose(
  cities: Int32Array,
  size: number,
  distances: Float64Array | null,
  count: number,
  random: Random,
): Int32Array {
  const pool = cities.slice();
  if (distances !== null && size < pool.length) {
    const centre = pool[random.integer(pool.length)];
    const far = (city: number): number => {
      const distance = distances[centre * count + city];
      if (city === centre) return -1;
      return Number.isNaN(distance) ? Number.MAX_VALUE : distance;
    };
    pool.sort((a, b) => far(a) - far(b));
    const reach = size + random.integer(pool.length - size + 1);
    const near = pool.subarray(1, reach);
    random.shuffle(near);
  } else random.shuffle(pool);
  return pool.slice(0, size).sort();
}

/** ln(1 + flow before the policy) of each city. */
function volumesBefore(
  given: RegionPolicy,
  first: Int32Array,
  second: Int32Array,
  count: number,
): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0; i < first.length; i++) {
    if ((given.year[i] as number) >= given.from) continue;
    sums[first[i]] += given.flow[i];
    sums[second[i]] += given.flow[i];
  }
  return sums.map((sum) => Math.log1p(sum));
}

function distancesOf(
  rows: ArrayLike<number>,
  first: Int32Array,
  second: Int32Array,
  count: number,
): Float64Array {
  if (rows.length !== first.length)
    throw new RangeError(`distance must have ${first.length} rows as flows have, got ${rows.length}`);
  const all = new Float64Array(count * count).fill(NaN);
  for (let i = 0; i < rows.length; i++) {
    if (!(rows[i] >= 0)) throw new RangeError(`distance must be 0 or more, number ${i} is ${rows[i]}`);
    all[first[i] * count + second[i]] = all[second[i] * count + first[i]] = rows[i];
  }
  return all;
}

function meanOf(group: Int32Array, values: Float64Array): number {
  return group.reduce((sum, city) => sum + values[city], 0) / group.length;
}

/** Of the pairs of a group for which a distance is known; NaN where none is. */
function meanDistance(group: Int32Array, distances: Float64Array, count: number): number {
  let [sum, pairs] = [0, 0];
  for (let a = 0; a < group.length; a++)
    for (let b = 0; b < a; b++) {
      const distance = distances[group[a] * count + group[b]];
      if (Number.isNaN(distance)) continue;
      sum += distance;
      pairs += 1;
    }
  return sum / pairs;
}
