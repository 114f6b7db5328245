import type { InvertedIndex } from './inverted-index.ts';
import { wordsOf } from './words.ts';

/** How many of the best documents lend their words, how many words, and how much these count. */
const DOCUMENTS = 5;
const WORDS = 20;
const WEIGHT = 0.25;

/**
 * Scores after the words of the fields that the best documents name are asked too, with a lower weight: a need for one
 * thing brings what it goes with. Pseudo-relevance feedback in the manner of RM3 (Lavrenko & Croft 2001, SIGIR):
 *
 *     score′_d = score_d + ¼ Σ_t p_t · idf_t · f_td/(f_td + k1),   p_t = Σ_best score·[t in it] / Σ_best score
 *
 * over the 20 words with the most p·idf. Where nothing was found, nothing comes of it.
 *
 * @param fieldsOf text of the fields of a document
 */
export function feedBack(
  index: InvertedIndex,
  fieldsOf: (document: number) => string,
  scores: Float64Array,
): Float64Array {
  const best = highest(scores, DOCUMENTS);
  const all = best.reduce((sum, d) => sum + scores[d], 0);
  const parts = new Map<string, number>();
  for (const d of best)
    for (const word of new Set(wordsOf(fieldsOf(d))))
      parts.set(word, (parts.get(word) ?? 0) + scores[d] / all);
  const words = [...parts]
    .map(([word, part]) => ({ word, worth: part * index.idf(word) }))
    .sort((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1))
    .slice(0, WORDS);
  const fed = Float64Array.from(scores);
  for (const { word, worth } of words) {
    const found = index.postings(word);
    if (found === null) continue;
    const { documents, frequencies } = found;
    for (let i = 0; i < documents.length; i++)
      fed[documents[i]] += WEIGHT * worth * index.saturated(frequencies[i]);
  }
  return fed;
}

/** The numbers of the n highest scores above 0, best first; of equal ones the first. */
export function highest(scores: ArrayLike<number>, n: number): number[] {
  const heap: number[] = [];
  // A heap of the best so far, the worst of them on top.
  const worse = (a: number, b: number): boolean =>
    scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
  const sink = (at: number): void => {
    for (let parent = at; ;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      let least = parent;
      if (left < heap.length && worse(heap[left], heap[least])) least = left;
      if (right < heap.length && worse(heap[right], heap[least])) least = right;
      if (least === parent) return;
      [heap[parent], heap[least]] = [heap[least], heap[parent]];
      parent = least;
    }
  };
  for (let d = 0; d < scores.length; d++) {
    if (!(scores[d] > 0)) continue;
    if (heap.length < n) {
      heap.push(d);
      if (heap.length === n) for (let at = (n >> 1) - 1; at >= 0; at--) sink(at);
    } else if (n > 0 && worse(heap[0], d)) {
      heap[0] = d;
      sink(0);
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}
