import type { Random } from '../measures/random.ts';

import { chance, pick } from './sampling.ts';
import type { World } from './world.ts';

/** One authorship. */
export interface Member {
  /** Number of the author, 0 for one without an id. */
  readonly author: number;
  /** Positions in the world's institutions; {@link UNKNOWN} stands for one that no list of institutions has. */
  readonly institutions: readonly number[];
}

export const UNKNOWN = -1;
/** Author ids of an institution run from its position × this. */
const POOL = 4096;

const NO_INSTITUTION = 0.05;
const UNKNOWN_INSTITUTION = 0.01;
const CO_AFFILIATED = 0.08;
const CO_AFFILIATED_ELSEWHERE = 0.45;
const PARENT_TOO = 0.25;
const NO_AUTHOR_ID = 0.01;
const AUTHOR_TWICE = 0.003;
const HYPERAUTHORED = 0.0004;
const LARGEST_TEAM = 3500;
const SAME_INSTITUTION = 0.65;

/**
 * The authors of a work led from a city. Team sizes are lognormal (median 3 to 4, mean under 5), and 0.04 % of the
 * works have more than 100 authors, Pareto with exponent 1 (a tenth of these over 1,000). A team of up to 100 sits in
 * 1, 2, 3, … cities (half in one), the others chosen by gravity from the lead; larger ones draw an eighth of their
 * number of cities from the whole world.
 */
export function drawTeam(
  world: World,
  random: Random,
  lead: number,
  year: number,
  size: number | null,
): Member[] {
  const authors = size ?? teamSize(random);
  const cities =
    authors > 100
      ? worldwide(world, random, lead, year, authors)
      : nearby(world, random, lead, year, authors);
  const first = cities.map((city) => anyInstitution(world, random, city));
  const seen = new Set<number>();
  const members: Member[] = [];
  for (let i = 0; i < authors; i++) {
    // One author in each city before any has two; from there the lead has half of them.
    const at = i < cities.length ? i : chance(random, 0.5) ? 0 : random.integer(cities.length);
    const city = cities[at];
    const home =
      chance(random, SAME_INSTITUTION) || i < cities.length ? first[at] : anyInstitution(world, random, city);
    const author = chance(random, NO_AUTHOR_ID) ? 0 : drawAuthor(world, random, home, seen);
    members.push({ author, institutions: affiliations(world, random, home, city, year) });
  }
  if (members.length > 2 && chance(random, AUTHOR_TWICE)) {
    const last = members.pop()!;
    members.push({ author: members[0].author, institutions: last.institutions });
  }
  return members;
}

function teamSize(random: Random): number {
  if (chance(random, HYPERAUTHORED))
    return Math.min(LARGEST_TEAM, Math.ceil(100 / (1 - random.uniform())) + 1);
  return Math.min(100, Math.max(1, Math.round(Math.exp(1.25 + 0.65 * random.normal()))));
}

function nearby(world: World, random: Random, lead: number, year: number, authors: number): number[] {
  const cities = [lead];
  while (cities.length < authors && cities.length < 12 && chance(random, cities.length === 1 ? 0.5 : 0.35)) {
    const partner = pick(random, world.geography.partners(lead, year));
    if (!cities.includes(partner)) cities.push(partner);
  }
  return cities;
}

function worldwide(world: World, random: Random, lead: number, year: number, authors: number): number[] {
  const cities = new Set([lead]);
  for (let draws = Math.ceil(authors / 8); draws > 0; draws--)
    cities.add(pick(random, world.geography.leads(year)));
  return [...cities];
}

function anyInstitution(world: World, random: Random, city: number): number {
  const { members, sums } = world.byCity[city];
  return members[pick(random, sums)];
}

/** An author of the institution who is not yet in the team, the prolific ones more often; visitors once all are in. */
function drawAuthor(world: World, random: Random, institution: number, seen: Set<number>): number {
  const staff = Math.min(POOL - 1, world.institutions[institution].authors);
  const start = Math.floor(staff * random.uniform() ** 2);
  for (let step = 0; step < POOL - 1; step++) {
    const author = institution * POOL + 1 + (step < staff ? (start + step) % staff : step);
    if (seen.has(author)) continue;
    seen.add(author);
    return author;
  }
  throw new Error(`one institution cannot give ${POOL} authors to a work`);
}

function affiliations(world: World, random: Random, home: number, city: number, year: number): number[] {
  if (chance(random, NO_INSTITUTION)) return [];
  if (chance(random, UNKNOWN_INSTITUTION)) return [UNKNOWN];
  const list = [home];
  if (chance(random, CO_AFFILIATED)) {
    const elsewhere = chance(random, CO_AFFILIATED_ELSEWHERE);
    const second = anyInstitution(
      world,
      random,
      elsewhere ? pick(random, world.geography.partners(city, year)) : city,
    );
    if (second !== home) list.push(second);
  }
  const parent = world.institutions[home].ancestors.at(0);
  if (parent !== undefined && !list.includes(parent) && chance(random, PARENT_TOO)) list.push(parent);
  return list;
}
