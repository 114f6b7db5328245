import type { Random } from '../measures/random.ts';

import { SOURCES_PER_SUBFIELD, TOPICS_PER_SUBFIELD } from './fields.ts';
import { chance, cumulative, pick, streamOf } from './sampling.ts';
import { drawTeam, type Member } from './team.ts';
import type { World } from './world.ts';

/** One work of the synthetic world, before it is written in the shape of a record. */
export interface SyntheticWork {
  /** 0, 1, 2, …; its OpenAlex id is W9 and this in nine digits. */
  readonly index: number;
  /** null for the few without one. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly type: string;
  /** Position in the list of subfields and number of the topic in it; null without a topic. */
  readonly subfield: number | null;
  readonly topic: number;
  readonly source: number;
  readonly citations: number;
  readonly retracted: boolean;
  readonly paratext: boolean;
  readonly extended: boolean;
  /** Written in the schema of 2022. */
  readonly older: boolean;
  readonly truncated: boolean;
  readonly members: readonly Member[];
}

const TYPES = [
  'article',
  'review',
  'preprint',
  'book-chapter',
  'dissertation',
  'dataset',
  'letter',
  'editorial',
  'paratext',
  'other',
];
const TYPE_SUMS = cumulative([73, 6, 8, 7, 2, 1.5, 0.8, 0.7, 0.4, 0.6]);
const NO_YEAR = 0.001;
const NO_TOPIC = 0.015;
const NO_AUTHORS = 0.005;
const RETRACTED = 0.002;
const EXTENDED = 0.02;
const OLDER_SCHEMA = 0.03;
const TRUNCATED = 0.0001;
/** What the record of a truncated work holds, as OpenAlex's lists do. */
const TRUNCATED_AT = 100;

/** The work with this index: a function of the world's seed and the index alone. */
export function drawWork(world: World, index: number): SyntheticWork {
  const random = streamOf(world.seed, 'work', index);
  const year = world.years[0] + pick(random, world.yearSums);
  const lead = pick(random, world.geography.leads(year));
  const subfield = pick(random, world.interests[lead]);
  const type = TYPES[pick(random, TYPE_SUMS)];
  const truncated = chance(random, TRUNCATED);
  const members = chance(random, NO_AUTHORS)
    ? []
    : drawTeam(world, random, lead, year, truncated ? TRUNCATED_AT : null);
  return {
    index,
    year: chance(random, NO_YEAR) ? null : year,
    month: 1 + random.integer(12),
    day: 1 + random.integer(28),
    type,
    subfield: chance(random, NO_TOPIC) ? null : subfield,
    topic: 1 + random.integer(TOPICS_PER_SUBFIELD),
    source: subfield * SOURCES_PER_SUBFIELD + Math.floor(SOURCES_PER_SUBFIELD * random.uniform() ** 2),
    citations: citations(random, world.years[1] - year),
    retracted: chance(random, RETRACTED),
    paratext: type === 'paratext',
    extended: chance(random, EXTENDED),
    older: chance(random, OLDER_SCHEMA),
    truncated,
    members,
  };
}

/** Lognormal, growing with age; a third or so have none. */
function citations(random: Random, age: number): number {
  return Math.floor(0.9 * (age + 0.5) * Math.exp(1.3 * random.normal() - 0.5));
}
