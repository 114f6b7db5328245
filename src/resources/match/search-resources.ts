import type { Directory } from '../directory.ts';
import type { Resource } from '../resource.ts';
import { feedBack } from './feedback.ts';
import { InvertedIndex } from './inverted-index.ts';
import type { Need } from './need.ts';
import { type Explanation, type Ranker, WordRanker } from './ranker.ts';
import { RESOURCE_FIELDS, resourceText } from './resource-texts.ts';
import { fuse } from '../../measures/index.ts';

/** A resource that answers a need. */
export interface FoundResource {
  readonly resource: Resource;
  /** Its part of what a resource would score that holds the whole need; with more rankers, of the best fused score. */
  readonly score: number;
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
   * All resources that have anything to do with a need, best first; of equal scores those whose source was read before
   * those recalled, then by id. Rankers of one's own (of embeddings, say; scores in the order of the directory) are fused
   * with that of words by reciprocal rank.
   */
  async find(need: Need, others: readonly Ranker[] = []): Promise<FoundResource[]> {
    const { resources } = this.directory;
    const fieldsOf = (d: number): string => resources[d].fields.join(' · ');
    const fed = feedBack(this.words.index, fieldsOf, this.words.score(need));
    const most = this.words.most(need);
    const own = fed.map((score) => score / most);
    const rankings: ArrayLike<number>[] = [own];
    for (const ranker of others) {
      const scores = await ranker.score(need);
      if (scores.length !== resources.length)
        throw new RangeError(`${ranker.id} scored ${scores.length} of ${resources.length} resources`);
      rankings.push(scores);
    }
    const scores = rankings.length === 1 ? own : fusedByRank(rankings);
    const key = (d: number): number => Math.round(scores[d] * 1e9);
    const recalled = (d: number): number => (resources[d].sourceStatus === 'recalled' ? 1 : 0);
    return [...resources.keys()]
      .filter((d) => scores[d] > 0)
      .sort(
        (a, b) =>
          key(b) - key(a) || recalled(a) - recalled(b) || (resources[a].id < resources[b].id ? -1 : 1),
      )
      .map((d) => ({ resource: resources[d], score: scores[d] }));
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
