import { fuse } from '../../measures/index.ts';
import type { Bilingual } from '../../base/index.ts';
import type { Candidate, Network } from './network.ts';
import type { UnnamedRow } from './question.ts';
import { distanceTo, type Subject } from './subject.ts';
import { jointWhy, likelyWhy } from './texts.ts';

/** One works hardly with another that has less than this part of the joint works to be expected. */
const HARDLY = 0.5;

/** What rows are made of. */
export interface Context {
  readonly network: Network;
  readonly subject: Subject;
  readonly subfields: ReadonlyMap<number, { readonly name: string; readonly nameZh: string | null }>;
}

function rowOf(candidate: Candidate, { subject }: Context): Omit<UnnamedRow, 'section' | 'why' | 'whyZh'> {
  const { id, name, nameZh, city, works, weight, expected, common, alike } = candidate;
  return {
    ...{ of: 'institution' in (subject.party ?? {}) ? 'institution' : 'place', id, name, nameZh },
    ...{ works, common, alike, score: null, km: distanceOf(candidate, subject) },
    city: city === id ? null : city,
    ratio: expected === 0 ? null : weight / expected,
  };
}

/** The partners with most joint works. */
export function jointRows(context: Context, top: number): UnnamedRow[] {
  return context.network.candidates
    .filter(({ works }) => works > 0)
    .sort((a, b) => b.works - a.works || (a.id < b.id ? -1 : 1))
    .slice(0, top)
    .map((candidate) => ({
      ...rowOf(candidate, context),
      section: 'joint',
      ...asWhy(jointWhy(candidate.works)),
    }));
}

/** Those that it works with not at all or hardly, best by common partners, likeness and nearness. */
export function likelyRows(context: Context, most: number): UnnamedRow[] {
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
      ...asWhy(whyLikely(open[i], context)),
    }));
}

const asWhy = ({ en, zh }: Bilingual) => ({ why: en, whyZh: zh });

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

function whyLikely(candidate: Candidate, { network, subject, subfields }: Context): Bilingual {
  const { common, alike, works, expected, fields } = candidate;
  // What it has and the other has little of: where it would add most.
  const all = (of: ReadonlyMap<number, number>): number =>
    [...of.values()].reduce((sum, x) => sum + x, 0) || 1;
  const [mine, theirs] = [all(network.own), all(fields)];
  const brings = [...fields]
    .map(([id, share]) => ({ id, more: share / theirs - (network.own.get(id) ?? 0) / mine }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more || a.id - b.id)
    .slice(0, 2)
    .map(({ id }) => subfields.get(id) ?? { name: String(id), nameZh: null });
  return likelyWhy({ ...{ works, expected, common, alike, brings }, km: distanceOf(candidate, subject) });
}

function distanceOf({ latitude, longitude }: Candidate, subject: Subject): number | null {
  return distanceTo(subject, latitude, longitude);
}
