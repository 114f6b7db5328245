import type { InvertedIndex } from '../match/inverted-index.ts';
import { isWeak } from '../match/words.ts';

/** So many words a topic, each in so many of its works at least: fewer are chance. */
const MOST = 10;
const LEAST = 5;
/** χ² with one degree of freedom beyond which one word in a thousand lies by chance. */
const SURE = 10.83;

/**
 * The words that set the titles of each topic apart: those more frequent in them than in all titles, by the log-likelihood
 * ratio of works with and without the word, inside and outside the topic,
 *
 *     G² = 2 Σ O ln(O/E),   E = row sum · column sum / W   (O = 0 adds nothing)
 *
 * the ten highest above 10.83, of words that five works of the topic hold or more. Words of any need say nothing of a
 * topic and are left out, and so are numbers; ties go by word.
 *
 * Source: Dunning 1993, Computational Linguistics 19:61.
 *
 * @param titles index of W titles
 * @param topicOf W topics, 0 … topics − 1
 * @returns for each topic its words as the index has them, the most telling first; none where no word is one
 */
export function keywordsOf(titles: InvertedIndex, topicOf: ArrayLike<number>, topics: number): string[][] {
  const works = new Float64Array(topics);
  for (let work = 0; work < topicOf.length; work++) works[topicOf[work]]++;
  const telling: { word: string; ratio: number }[][] = Array.from({ length: topics }, () => []);
  const counts = new Float64Array(topics);
  for (const word of titles.beginning('')) {
    const { documents } = titles.postings(word)!;
    if (documents.length < LEAST || isWeak(word) || /^\d/.test(word)) continue;
    const touched: number[] = [];
    for (const work of documents) if (counts[topicOf[work]]++ === 0) touched.push(topicOf[work]);
    for (const topic of touched) {
      const inside = counts[topic];
      counts[topic] = 0;
      if (inside < LEAST || inside * topicOf.length <= works[topic] * documents.length) continue;
      const ratio = logLikelihoodRatio(inside, works[topic], documents.length, topicOf.length);
      if (ratio > SURE) telling[topic].push({ word, ratio });
    }
  }
  return telling.map((words) =>
    words
      .sort((a, b) => b.ratio - a.ratio || (a.word < b.word ? -1 : 1))
      .slice(0, MOST)
      .map(({ word }) => word),
  );
}

/** G² of a table of two by two, from one of its cells and the sums. */
function logLikelihoodRatio(both: number, row: number, column: number, all: number): number {
  const cells = [
    [both, row, column],
    [row - both, row, all - column],
    [column - both, all - row, column],
    [all - row - column + both, all - row, all - column],
  ];
  return (
    2 *
    cells.reduce((sum, [seen, r, c]) => sum + (seen === 0 ? 0 : seen * Math.log((seen * all) / (r * c))), 0)
  );
}
