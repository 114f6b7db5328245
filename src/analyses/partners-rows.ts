import { fuse } from '../measures/index.ts';
import { kilometres } from '../places/index.ts';
import type { Directory } from '../resources/index.ts';
import type { Candidate, Network } from './partners-network.ts';
import type { PartnersRow } from './partners-question.ts';
import type { Subject } from './partners-subject.ts';

/** One works hardly with another that has less than this part of the joint works to be expected. */
const HARDLY = 0.5;

/** What rows are made of. */
export interface Context {
  readonly network: Network;
  readonly subject: Subject;
  readonly directory: Directory;
  readonly subfields: ReadonlyMap<number, string>;
}

const NOTHING = { works: null, ratio: null, common: null, alike: null, km: null, score: null };

/** Partners that lists name: of the resource, or of resources in the place or hosted by the institution. */
export function namedRows(
  subject: Subject,
  directory: Directory,
  known: readonly { readonly id: string; readonly name: string }[],
): PartnersRow[] {
  const cities = new Set(
    subject.kind === 'place' && subject.party !== null && 'cities' in subject.party
      ? subject.party.cities
      : [],
  );
  const own =
    subject.resource === null
      ? directory.resources.filter(
          ({ place, host }) =>
            (place !== null && cities.has(place)) ||
            (subject.kind === 'institution' && host !== null && host.includes(subject.name)),
        )
      : [subject.resource];
  // A partner of several stands there once.
  const naming = new Map<string, string[]>();
  for (const { id, partners } of own)
    for (const name of partners) naming.set(name, [...(naming.get(name) ?? []), id]);
  const host = subject.resource?.host ?? null;
  return [
    ...(host === null ? [] : [{ name: host, why: `host of ${subject.id}` }]),
    ...[...naming].map(([name, ids]) => ({ name, why: `named as partner of ${ids.join(', ')}` })),
  ].map(({ name, why }) => ({
    ...NOTHING,
    section: 'named' as const,
    id: known.find((one) => one.name === name)?.id ?? null,
    name,
    place: null,
    why,
  }));
}

function rowOf(candidate: Candidate, { subject, directory }: Context): Omit<PartnersRow, 'section' | 'why'> {
  const { id, name, city, works, weight, expected, common, alike } = candidate;
  return {
    ...{ id, name, works, common, alike, score: null, km: distanceOf(candidate, subject) },
    place: city === null || city === id ? null : directory.facts.name(city),
    ratio: expected === 0 ? null : weight / expected,
  };
}

/** The partners with most joint works. */
export function jointRows(context: Context, top: number): PartnersRow[] {
  return context.network.candidates
    .filter(({ works }) => works > 0)
    .sort((a, b) => b.works - a.works || (a.id < b.id ? -1 : 1))
    .slice(0, top)
    .map((candidate) => ({
      ...rowOf(candidate, context),
      section: 'joint',
      why: `${candidate.works} joint ${candidate.works === 1 ? 'work' : 'works'}`,
    }));
}

/** Those that it works with not at all or hardly, best by common partners, likeness and nearness. */
export function likelyRows(context: Context, most: number): PartnersRow[] {
  const { network, subject } = context;
  const open = network.candidates.filter(
    ({ works, weight, expected, alike }) => alike > 0 && (works === 0 || weight < HARDLY * expected),
  );
  const scores = fusedScores(open, subject);
  return [...open.keys()]
    .sort((a, b) => scores[b] - scores[a] || (open[a].id < open[b].id ? -1 : 1))
    .slice(0, most)
    .map((i) => ({
      ...rowOf(open[i], context),
      section: 'likely',
      score: scores[i],
      why: whyLikely(open[i], context),
    }));
}

/** Reciprocal rank fusion of three rankings; who has nothing in one is not in it. */
function fusedScores(open: readonly Candidate[], subject: Subject): Float64Array {
  const rankings = [
    (one: Candidate) => one.allocation,
    (one: Candidate) => one.alike,
    (one: Candidate) => 1 / (1 + (distanceOf(one, subject) ?? Infinity)),
  ];
  const [candidates, ranks, scores]: number[][] = [[], [], []];
  for (const of of rankings) {
    const values = open.map(of);
    const order = [...open.keys()]
      .filter((i) => values[i] > 0)
      .sort((a, b) => values[b] - values[a] || a - b);
    for (const [at, i] of order.entries()) {
      const tied = at > 0 && values[order[at - 1]] === values[i];
      candidates.push(i);
      ranks.push(tied ? ranks[ranks.length - 1] : at + 1);
      scores.push(values[i]);
    }
  }
  return fuse({ size: open.length, candidates, ranks, scores }, 'rrf');
}

function whyLikely(candidate: Candidate, { network, subject, subfields }: Context): string {
  const { common, alike, works, expected, fields } = candidate;
  const km = distanceOf(candidate, subject);
  // What it has and the other has little of: where it would add most.
  const all = (of: ReadonlyMap<number, number>): number =>
    [...of.values()].reduce((sum, x) => sum + x, 0) || 1;
  const [mine, theirs] = [all(network.own), all(fields)];
  const brings = [...fields]
    .map(([id, share]) => ({ id, more: share / theirs - (network.own.get(id) ?? 0) / mine }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more || a.id - b.id)
    .slice(0, 2)
    .map(({ id }) => subfields.get(id) ?? String(id));
  return [
    works === 0 ? 'no joint work yet' : `${works} joint where more were to be expected`,
    ...(expected >= 1 ? [`${expected.toFixed(1)} expected`] : []),
    ...(common > 0 ? [`${common} common ${common === 1 ? 'partner' : 'partners'}`] : []),
    `subfields alike by ${alike.toFixed(2)}`,
    ...(brings.length > 0 ? [`brings ${brings.join(' and ')}`] : []),
    ...(km === null ? [] : [`${km.toFixed(0)} km`]),
  ].join('; ');
}

function distanceOf(one: Candidate, { latitude, longitude }: Subject): number | null {
  return latitude === null || longitude === null || one.latitude === null || one.longitude === null
    ? null
    : kilometres(latitude, longitude, one.latitude, one.longitude);
}
