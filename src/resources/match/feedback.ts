import type { InvertedIndex } from './inverted-index.ts';
import { highest } from './highest.ts';
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
 * over the 20 words with the most p·idf, for documents that have a word of the need themselves.
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
    // What has no word of the need itself is not found by words that others have.
    for (let i = 0; i < documents.length; i++)
      if (scores[documents[i]] > 0) fed[documents[i]] += WEIGHT * worth * index.saturated(frequencies[i]);
  }
  return fed;
}
