import { fuse } from '../../measures/index.ts';
import type { Directory } from '../directory.ts';
import type { Resource } from '../resource.ts';
import { feedBack } from './feedback.ts';
import { headsFirst, highest } from './highest.ts';
import { InvertedIndex } from './inverted-index.ts';
import type { Need } from './need.ts';
import { type Explanation, type Ranker, WordRanker } from './ranker.ts';
import { RESOURCE_FIELDS, resourceText } from './resource-texts.ts';

/** A resource that answers a need. */
export interface FoundResource {
  readonly resource: Resource;
  /** Its part of what a resource would score that holds the whole need; with more rankers, of the best fused score. */
  readonly score: number;
  /** Whether it holds a head term of the need; what does goes before what does not. */
  readonly head: boolean;
}

export interface FindOptions {
  readonly limit?: number;
  readonly asked?: (resource: Resource) => boolean;
  readonly others?: readonly Ranker[];
}

export interface FoundResources {
  /** How many of those asked for have anything to do with the need. */
  readonly count: number;
  readonly found: readonly FoundResource[];
  /** The best of the others. */
  readonly beyond: readonly FoundResource[];
}

/** The resources of a directory, ready to be searched. */
export class ResourceSearch {
  private constructor(
    readonly directory: Directory,
    private readonly words: WordRanker,
  ) {}

  static build(directory: Directory): ResourceSearch {
    const { resources } = directory;
    const index = InvertedIndex.build(resources.length, RESOURCE_FIELDS, (d, field) =>
      resourceText(resources[d], field, directory),
    );
    return new ResourceSearch(directory, new WordRanker(index));
  }

  get extent(): InvertedIndex['extent'] {
    return this.words.index.extent;
  }

  /**
   * The resources that have anything to do with a need, best first: those with a head term before those without, then by
   * score; of equal scores those whose source was read before those recalled, then by id. Rankers of one's own (of embeddings, say; scores in the order of the directory) are fused
   * with that of words by reciprocal rank.
   *
   * @param limit how many of those asked for, and of the others
   * @param asked those that are asked for, all where left out
   */
  async find(
    need: Need,
    { limit = Infinity, asked = () => true, others = [] }: FindOptions = {},
  ): Promise<FoundResources> {
    const { resources } = this.directory;
    const scores = await this.scores(need, others);
    const [found, beyond] = [new Float64Array(scores.length), new Float64Array(scores.length)];
    let count = 0;
    for (let d = 0; d < scores.length; d++) {
      if (!(scores[d] > 0)) continue;
      const within = asked(resources[d]);
      (within ? found : beyond)[d] = scores[d];
      if (within) count++;
    }
    const heads = new Set<number>();
    for (let d = 0; d < scores.length; d++) if (scores[d] > 0 && this.words.holdsHead(need, d)) heads.add(d);
    return { count, found: this.best(found, heads, limit), beyond: this.best(beyond, heads, limit) };
  }

  private async scores(need: Need, others: readonly Ranker[]): Promise<Float64Array> {
    const { resources } = this.directory;
    const fieldsOf = (d: number): string => resources[d].fields.join(' · ');
    const fed = feedBack(this.words.index, fieldsOf, this.words.score(need));
    const most = this.words.most(need);
    const own = fed.map((score) => score / most);
    if (others.length === 0) return own;
    const rankings: ArrayLike<number>[] = [own];
    for (const ranker of others) {
      const scores = await ranker.score(need);
      if (scores.length !== resources.length)
        throw new RangeError(`${ranker.id} scored ${scores.length} of ${resources.length} resources`);
      rankings.push(scores);
    }
    return fusedByRank(rankings);
  }

  /** The first of a ranking, ties in their order. */
  private best(scores: Float64Array, heads: ReadonlySet<number>, limit: number): FoundResource[] {
    const { resources } = this.directory;
    const ranked = headsFirst(scores, heads);
    const key = (d: number): number => Math.round(ranked[d] * 1e9);
    const recalled = (d: number): number => (resources[d].sourceStatus === 'recalled' ? 1 : 0);
    const last = highest(ranked, Math.min(limit, ranked.length)).at(-1);
    if (last === undefined) return [];
    const least = key(last);
    const order: number[] = [];
    for (let d = 0; d < ranked.length; d++) if (ranked[d] > 0 && key(d) >= least) order.push(d);
    order.sort(
      (a, b) => key(b) - key(a) || recalled(a) - recalled(b) || (resources[a].id < resources[b].id ? -1 : 1),
    );
    return order
      .slice(0, limit)
      .map((d) => ({ resource: resources[d], score: scores[d], head: heads.has(d) }));
  }

  /** What of the need a resource holds. */
  explain(need: Need, resource: Resource): Explanation {
    return this.words.explain(need, this.directory.resources.indexOf(resource));
  }
}

/** Several scores of each document as one: reciprocal rank fusion, the best 1. */
function fusedByRank(rankings: readonly ArrayLike<number>[]): Float64Array {
  const [candidates, ranks, scores]: number[][] = [[], [], []];
  for (const ranking of rankings) {
    const order = Array.from(ranking, (_, d) => d)
      .filter((d) => ranking[d] > 0)
      .sort((a, b) => ranking[b] - ranking[a] || a - b);
    for (const [at, d] of order.entries()) {
      candidates.push(d);
      // Equal scores share a rank.
      const tied = at > 0 && ranking[order[at - 1]] === ranking[d];
      ranks.push(tied ? ranks[ranks.length - 1] : at + 1);
      scores.push(ranking[d]);
    }
  }
  const fused = fuse({ size: rankings[0].length, candidates, ranks, scores }, 'rrf');
  const top = fused.reduce((most, score) => Math.max(most, score), 0);
  return top === 0 ? fused : fused.map((score) => score / top);
}
