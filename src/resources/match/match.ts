import type { Corpus, Institution } from '../expertise/corpus.ts';
import type { Experts, Expertise, Proof } from '../expertise/expertise.ts';
import type { Resource } from '../resource.ts';
import type { Need } from './need.ts';
import type { Explanation, Ranker } from './ranker.ts';
import type { Asker } from './reach.ts';
import type { ResourceSearch } from './search-resources.ts';

/** What holds less of a need than half does not answer it. */
export const ANSWERS = 0.5;

/** What a match must be asked of. */
export interface Sources {
  readonly resources: ResourceSearch | null;
  readonly expertise: Expertise | null;
  /** Rankers of resources beside that of words. */
  readonly rankers?: readonly Ranker[];
}

interface Matched {
  readonly score: number;
  readonly explanation: Explanation;
  /** Kilometres from the one that asks; null where one of the two is no point, or no place asks. */
  readonly km: number | null;
}
export interface MatchedResource extends Matched {
  readonly resource: Resource;
}
export interface MatchedInstitution extends Matched {
  readonly institution: Institution;
  readonly proofs: readonly Proof[];
  /** Topics of the works that speak for it, by their weight. */
  readonly topics: readonly string[];
}
export type Match = MatchedResource | MatchedInstitution;

export interface Matches {
  /** Within reach, best first. */
  readonly matches: readonly Match[];
  /** How many within reach have anything to do with the need. */
  readonly within: number;
  /** Where nothing within reach answers half of the need: what does beyond it, the nearest of the best. */
  readonly beyond: Match | null;
}

/** The nearest beyond the reach is chosen from so many of the best, none much worse than the best of all. */
const BEYOND = 10;
const NEARLY = 0.7;

/**
 * Resources and institutions that answer a need, within the reach of the one that asks. Lists of both are merged by score;
 * a resource goes before an institution of equal score.
 */
export async function matchNeed(need: Need, asker: Asker, sources: Sources, top: number): Promise<Matches> {
  const resources = await foundResources(need, asker, sources);
  const institutions = foundInstitutions(need, asker, sources.expertise);
  const merged = [...resources, ...institutions].sort((a, b) => b.score - a.score);
  const within = merged.filter((one) => one.within);
  const matches = within.slice(0, top).map((one) => one.match());
  const answered = matches.some(({ explanation }) => explanation.coverage >= ANSWERS);
  const others = answered ? [] : merged.filter((one) => !one.within);
  const beyond = others
    .filter(({ score }, at) => at < BEYOND && score >= NEARLY * others[0].score)
    .map((one) => one.match())
    .filter(({ explanation }) => explanation.coverage >= ANSWERS)
    .sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity));
  return { matches, within: within.length, beyond: beyond.at(0) ?? null };
}

interface Found {
  readonly score: number;
  readonly within: boolean;
  readonly match: () => Match;
}

async function foundResources(need: Need, asker: Asker, { resources, rankers }: Sources): Promise<Found[]> {
  if (resources === null) return [];
  const found = await resources.find(need, rankers);
  return found.map(({ resource, score }) => ({
    score,
    within: asker.has(resource),
    match: (): MatchedResource => ({
      resource,
      score,
      explanation: resources.explain(need, resource),
      km: asker.distance(resource.lat, resource.lon),
    }),
  }));
}

function foundInstitutions(need: Need, asker: Asker, expertise: Expertise | null): Found[] {
  if (expertise === null) return [];
  const { corpus } = expertise;
  const experts = expertise.rank(need);
  const order = [...experts.scores.keys()]
    .filter((i) => experts.scores[i] > 0)
    .sort((a, b) => experts.scores[b] - experts.scores[a] || a - b);
  return order.map((i) => ({
    score: experts.scores[i],
    within: asker.has({ place: corpus.institutions[i].city, region: null }),
    match: () => matchedInstitution(i, corpus, experts, asker),
  }));
}

function matchedInstitution(i: number, corpus: Corpus, experts: Experts, asker: Asker): MatchedInstitution {
  const institution = corpus.institutions[i];
  const proofs = experts.proofs(i);
  const weights = new Map<number, number>();
  for (const { work, score, share } of proofs)
    weights.set(corpus.topicOf[work], (weights.get(corpus.topicOf[work]) ?? 0) + score * share);
  return {
    institution,
    score: experts.scores[i],
    explanation: experts.explain(i),
    km: asker.distance(institution.latitude, institution.longitude),
    proofs,
    topics: [...weights]
      .filter(([topic]) => corpus.topics[topic].id !== 0)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3)
      .map(([topic]) => corpus.topics[topic].name),
  };
}
