import type { Institution } from '../expertise/corpus.ts';
import type { Experts, Expertise, Proof } from '../expertise/expertise.ts';
import type { Resource } from '../resource.ts';
import { headsFirst, highest } from './highest.ts';
import type { Need } from './need.ts';
import type { Explanation, Ranker } from './ranker.ts';
import type { Asker } from './reach.ts';
import type { FoundResource, ResourceSearch } from './search-resources.ts';

/** What holds less of a need than half does not answer it. */
const HALF = 0.5;

/** Whether something answers a need: it holds a head term, and half of all. */
export function answers({ head, coverage }: Pick<Explanation, 'head' | 'coverage'>): boolean {
  return head && coverage >= HALF;
}

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
  /** Words of the need that set the titles of these topics apart. */
  readonly keywords: readonly string[];
}
export type Match = MatchedResource | MatchedInstitution;

export interface Matches {
  /** Within reach, best first. */
  readonly matches: readonly Match[];
  /** How many within reach have anything to do with the need. */
  readonly within: number;
  /** Where nothing within reach answers the need: what does beyond it, the nearest of the best. */
  readonly beyond: Match | null;
}

/** The nearest beyond the reach is chosen from so many of the best, none much worse than the best of all. */
const BEYOND = 10;
const NEARLY = 0.7;

/**
 * Resources and institutions that answer a need, within the reach of the one that asks. What holds a head term of the need
 * goes before what does not; lists of both are merged by score, a resource before an institution of equal score.
 */
export async function matchNeed(
  need: Need,
  asker: Asker,
  { resources, expertise, rankers = [] }: Sources,
  top: number,
): Promise<Matches> {
  const limit = Math.max(top, BEYOND);
  const lists = [
    ...(resources === null ? [] : [await foundResources(need, asker, resources, rankers, limit)]),
    ...(expertise === null ? [] : [foundInstitutions(need, asker, expertise, limit)]),
  ];
  const merged = (of: 'found' | 'beyond'): Found[] =>
    lists.flatMap((list) => list[of]).sort((a, b) => Number(b.head) - Number(a.head) || b.score - a.score);
  const matches = merged('found')
    .slice(0, top)
    .map((one) => one.match());
  const within = lists.reduce((sum, { count }) => sum + count, 0);
  if (matches.some(({ explanation }) => answers(explanation))) return { matches, within, beyond: null };
  const others = merged('beyond').slice(0, BEYOND);
  const nearest = others
    .filter(({ score }) => score >= NEARLY * others[0].score)
    .map((one) => one.match())
    .filter(({ explanation }) => answers(explanation))
    .sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity));
  return { matches, within, beyond: nearest.at(0) ?? null };
}

interface Found {
  readonly score: number;
  readonly head: boolean;
  /** The whole, made only of what is shown. */
  readonly match: () => Match;
}
interface FoundList {
  readonly count: number;
  readonly found: readonly Found[];
  readonly beyond: readonly Found[];
}

async function foundResources(
  need: Need,
  asker: Asker,
  search: ResourceSearch,
  others: readonly Ranker[],
  limit: number,
): Promise<FoundList> {
  const { count, found, beyond } = await search.find(need, { limit, asked: asker.has, others });
  const asFound = ({ resource, score, head }: FoundResource): Found => ({
    score,
    head,
    match: (): MatchedResource => ({
      resource,
      score,
      explanation: search.explain(need, resource),
      km: asker.distance(resource.lat, resource.lon),
    }),
  });
  return { count, found: found.map(asFound), beyond: beyond.map(asFound) };
}

function foundInstitutions(need: Need, asker: Asker, expertise: Expertise, limit: number): FoundList {
  const { corpus } = expertise;
  const experts = expertise.rank(need);
  const { scores, heads } = experts;
  const [within, outside] = [new Float64Array(scores.length), new Float64Array(scores.length)];
  let count = 0;
  for (let i = 0; i < scores.length; i++) {
    if (!(scores[i] > 0)) continue;
    const near = asker.has({ place: corpus.institutions[i].city, region: null });
    (near ? within : outside)[i] = scores[i];
    if (near) count++;
  }
  const best = (of: Float64Array): Found[] =>
    highest(headsFirst(of, heads), limit).map((i) => ({
      score: scores[i],
      head: heads.has(i),
      match: () => matchedInstitution(i, need, expertise, experts, asker),
    }));
  return { count, found: best(within), beyond: best(outside) };
}

function matchedInstitution(
  i: number,
  need: Need,
  expertise: Expertise,
  experts: Experts,
  asker: Asker,
): MatchedInstitution {
  const { corpus } = expertise;
  const institution = corpus.institutions[i];
  const proofs = experts.proofs(i);
  const weights = new Map<number, number>();
  for (const { work, score, share } of proofs)
    weights.set(corpus.topicOf[work], (weights.get(corpus.topicOf[work]) ?? 0) + score * share);
  const topics = [...weights]
    .filter(([topic]) => corpus.topics[topic].id !== 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([topic]) => topic);
  return {
    institution,
    score: experts.scores[i],
    explanation: experts.explain(i),
    km: asker.distance(institution.latitude, institution.longitude),
    proofs,
    topics: topics.map((topic) => corpus.topics[topic].name),
    keywords: [...new Set(topics.flatMap((topic) => expertise.keywordsIn(need, topic)))],
  };
}
