import { checkKind } from '../arguments.ts';

/** How a term's rarity and a document's length enter BM25. */
export interface Bm25Parameters {
  /** `lucene`: idf never negative, no factor (k1 + 1). `okapi`: as the Python package rank_bm25 has it. */
  readonly variant: 'lucene' | 'okapi';
  /** How soon more of the same word counts no more, 0 or more. */
  readonly k1: number;
  /** How far a long document is held against it, 0 … 1. */
  readonly b: number;
  /** `okapi` only: a negative idf becomes this part of the mean idf. */
  readonly epsilon: number;
}

/** Lucene's parameters: k1 = 1.2, b = 0.75. */
export const LUCENE: Bm25Parameters = Object.freeze({ variant: 'lucene', k1: 1.2, b: 0.75, epsilon: 0 });
/** Those of rank_bm25's BM25Okapi: k1 = 1.5, b = 0.75, ε = 0.25. */
export const OKAPI: Bm25Parameters = Object.freeze({ variant: 'okapi', k1: 1.5, b: 0.75, epsilon: 0.25 });

/**
 * How much a term says that n of N documents hold:
 *
 *     lucene  ln(1 + (N − n + ½)/(n + ½))     above 0
 *     okapi   ln((N − n + ½)/(n + ½))         negative where more than half of the documents hold it
 *
 * Source: Kamphuis et al. 2020, Which BM25 do you mean?, ECIR, doi:10.1007/978-3-030-45442-5_4.
 *
 * @throws RangeError where n or N is no whole number, or n is not within 0 … N
 */
export function bm25Idf(documents: number, holding: number, variant: Bm25Parameters['variant']): number {
  if (!Number.isInteger(documents) || documents < 0)
    throw new RangeError(`documents must be a whole number from 0, got ${documents}`);
  if (!Number.isInteger(holding) || holding < 0 || holding > documents)
    throw new RangeError(`holding must be a whole number from 0 to ${documents}, got ${holding}`);
  const odds = (documents - holding + 0.5) / (holding + 0.5);
  return variant === 'lucene' ? Math.log1p(odds) : Math.log(odds);
}

/**
 * A term's frequency in a field of a document against the field's length: f / (1 − b + b·l/l̄), with l̄ the mean length.
 * Summed over fields with weights it is BM25F's pseudo-frequency (Robertson & Zaragoza 2009, Foundations and Trends in
 * Information Retrieval 3:333). 0 for a frequency of 0, in an empty field too.
 *
 * @throws RangeError for a frequency below 0, b outside 0 … 1, or a term in a field whose length or mean length is not
 *   above 0
 */
export function lengthened(frequency: number, length: number, meanLength: number, b: number): number {
  if (frequency === 0) return 0;
  for (const [name, value] of [
    ['frequency', frequency],
    ['length', length],
    ['meanLength', meanLength],
  ] as const)
    if (!(value > 0) || !Number.isFinite(value))
      throw new RangeError(`${name} must be a finite number above 0, got ${value}`);
  checkB(b);
  return frequency / (1 - b + (b * length) / meanLength);
}

/**
 * What of a (pseudo-)frequency counts: f/(f + k1), 0 at 0, towards 1. Grows with f, and ever more slowly.
 *
 * @throws RangeError for a frequency or k1 that is not a number from 0
 */
export function saturated(frequency: number, k1: number): number {
  if (!(frequency >= 0 && frequency < Infinity && k1 >= 0 && k1 < Infinity))
    throw new RangeError(`frequency and k1 must be finite and 0 or more, got ${frequency} and ${k1}`);
  return frequency === 0 ? 0 : frequency / (frequency + k1);
}

/**
 * BM25: how well each document answers a query of words,
 *
 *     score_d = Σ_t idf_t · f_td (k1 + 1) / (f_td + k1 (1 − b + b·l_d/l̄))        `lucene` without (k1 + 1)
 *
 * over the query's words t, a repeated one counted as often; f_td how often document d has it, l_d the document's length
 * in words, l̄ the mean length. A word that no document has adds nothing. Documents without words score 0. In `okapi` a
 * negative idf is replaced by ε times the mean idf over all terms, which itself may be negative in a tiny collection.
 * Scores compare within one query and collection, not across.
 *
 * @param documents D documents as words; the caller tokenises
 * @param query words
 * @returns D scores
 * @throws RangeError for k1 below 0, b outside 0 … 1, or one of them not finite
 */
export function bm25(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  parameters: Bm25Parameters = LUCENE,
): Float64Array {
  checkKind('documents', documents, 'list');
  checkKind('query', query, 'list');
  checkKind('parameters', parameters, 'record');
  const { variant, k1, b, epsilon } = parameters;
  checkParameters(parameters);
  const scores = new Float64Array(documents.length);
  const counted = documents.map(count);
  const holding = new Map<string, number>();
  for (const terms of counted)
    for (const term of terms.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
  const mean = documents.reduce((sum, words) => sum + words.length, 0) / documents.length;
  const idf = new Map([...holding].map(([term, n]) => [term, bm25Idf(documents.length, n, variant)]));
  if (variant === 'okapi') {
    const floor = (epsilon * [...idf.values()].reduce((sum, value) => sum + value, 0)) / idf.size;
    for (const [term, value] of idf) if (value < 0) idf.set(term, floor);
  }
  for (const term of query) {
    const rarity = idf.get(term);
    if (rarity === undefined) continue;
    for (const [d, terms] of counted.entries()) {
      const f = terms.get(term);
      if (f === undefined) continue;
      const part = saturated(lengthened(f, documents[d].length, mean, b), k1);
      scores[d] += rarity * part * (variant === 'okapi' ? k1 + 1 : 1);
    }
  }
  return scores;
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function checkB(b: number): void {
  if (!(b >= 0 && b <= 1)) throw new RangeError(`b must lie within 0 and 1, got ${b}`);
}

/** @throws RangeError as {@link bm25} */
function checkParameters({ variant, k1, b, epsilon }: Bm25Parameters): void {
  if (!['lucene', 'okapi'].includes(variant))
    throw new RangeError(`variant must be lucene or okapi, got ${variant}`);
  if (!Number.isFinite(k1) || k1 < 0) throw new RangeError(`k1 must be 0 or more, got ${k1}`);
  checkB(b);
  if (!Number.isFinite(epsilon)) throw new RangeError(`epsilon must be finite, got ${epsilon}`);
}
