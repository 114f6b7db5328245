import type { InvertedIndex } from './inverted-index.ts';
import type { Need, Notion } from './need.ts';
import { isWeak } from './words.ts';

/** How well every document of a collection answers a need. One of embeddings may stand beside the one of words. */
export interface Ranker {
  readonly id: string;
  /** One score a document, none negative; 0 says that it has nothing to do with the need. */
  score(need: Need): Float64Array | Promise<Float64Array>;
}

/** What of a need a document holds. */
export interface Explanation {
  /** Labels of the notions found, most telling first, and those that are missing. */
  readonly found: readonly string[];
  readonly missing: readonly string[];
  /** The words of the document that were matched. */
  readonly words: readonly string[];
  /** The part of the need that it holds, by how much its notions say, 0 … 1. */
  readonly coverage: number;
}

interface Variant {
  readonly word: string;
  readonly weight: number;
}

/** A word of another ending counts as much of the word itself as they have in common, and a little less. */
const ENDING = 0.8;
const FAMILIES = 10_000;
/** Words of any need, whatever it is about, say half of what others of their rarity do. */
const WEAK = 0.5;

/**
 * Ranks by words. A notion counts W, what the words say with which the collection speaks of it (mean idf sum of its
 * sayings), times the best of its sayings:
 *
 *     score_d = Σ_n W_n · max_s w_s · Σ_t idf_t · v_t · f_td/(f_td + k1) / Σ_t idf_t
 *
 * For a need of single words without a glossary that is BM25F (Lucene's idf). The maximum keeps a notion that stands in
 * a document in two languages from counting twice. v_t is 1 for the word itself, and less for one with the same
 * beginning (robot, robotics).
 */
export class WordRanker implements Ranker {
  readonly id = 'words';
  /** Variants of words asked for lately. */
  private readonly family = new Map<string, readonly Variant[]>();
  private readonly sum: Float64Array;
  private readonly best: Float64Array;
  private readonly word: Float64Array;

  constructor(readonly index: InvertedIndex) {
    [this.sum, this.best, this.word] = [0, 1, 2].map(() => new Float64Array(index.size));
  }

  score({ notions }: Need): Float64Array {
    const total = new Float64Array(this.index.size);
    for (const notion of notions) {
      const worth = this.worth(notion);
      const touched: number[] = [];
      for (const { words, weight } of notion.sayings) this.say(words, weight, touched);
      for (const d of touched) {
        total[d] += worth * this.best[d];
        this.best[d] = 0;
      }
    }
    return total;
  }

  /** What a document would score that holds the whole need, of every word as much as one can. */
  most({ notions }: Need): number {
    return notions.reduce((sum, notion) => sum + this.worth(notion), 0);
  }

  /** What of the need one document holds. */
  explain({ notions }: Need, document: number): Explanation {
    const rows = notions.map((notion) => {
      let [part, words]: [number, string[]] = [0, []];
      for (const saying of notion.sayings) {
        const held = saying.words.map((word) =>
          this.variants(word).find((variant) => this.index.frequency(variant.word, document) > 0),
        );
        const whole = saying.words.reduce((sum, word) => sum + this.says(word), 0);
        const have = saying.words.reduce(
          (sum, word, i) => sum + (held[i] === undefined ? 0 : this.says(word) * held[i].weight),
          0,
        );
        if ((saying.weight * have) / whole > part)
          [part, words] = [(saying.weight * have) / whole, held.flatMap((variant) => variant?.word ?? [])];
      }
      return { label: notion.label, worth: this.worth(notion), part, words };
    });
    const all = rows.reduce((sum, { worth }) => sum + worth, 0);
    const found = rows.filter(({ part }) => part > 0).sort((a, b) => b.part * b.worth - a.part * a.worth);
    return {
      found: found.map(({ label }) => label),
      missing: rows.filter(({ part }) => part === 0).map(({ label }) => label),
      words: [...new Set(found.flatMap(({ words }) => words))],
      coverage: Math.min(1, found.reduce((sum, { part, worth }) => sum + part * worth, 0) / all),
    };
  }

  /** How much a word says by itself: its idf, half of it for a word of any need. */
  private says(word: string): number {
    return this.index.idf(word) * (isWeak(word) ? WEAK : 1);
  }

  /** How much a notion says: the mean over its sayings that the collection knows; the most, where it knows none. */
  private worth({ sayings }: Notion): number {
    const known = sayings.filter(({ words }) => words.some((word) => this.variants(word).length > 0));
    const of = (words: readonly string[]): number =>
      words.reduce((sum, word) => sum + (this.index.has(word) ? this.says(word) : 0), 0);
    const worths = known.map(({ words }) => of(words)).filter((worth) => worth > 0);
    return worths.length === 0
      ? this.index.idf('')
      : worths.reduce((sum, worth) => sum + worth, 0) / worths.length;
  }

  /** Raises `best` to what this saying is worth in every document that has a word of it. */
  private say(words: readonly string[], weight: number, touched: number[]): void {
    const { sum, best } = this;
    const own: number[] = [];
    let whole = 0;
    for (const word of words) {
      const idf = this.says(word);
      whole += idf;
      this.each(word, (d, part) => {
        if (sum[d] === 0) own.push(d);
        sum[d] += idf * part;
      });
    }
    for (const d of own) {
      const value = weight * (sum[d] / whole);
      sum[d] = 0;
      if (best[d] === 0) touched.push(d);
      if (value > best[d]) best[d] = value;
    }
  }

  /** Every document that has the word or one of its variants, once, with the best of them. */
  private each(word: string, visit: (document: number, part: number) => void): void {
    const variants = this.variants(word);
    const touched: number[] = [];
    for (const variant of variants) {
      const { documents, frequencies } = this.index.postings(variant.word)!;
      for (let i = 0; i < documents.length; i++) {
        const part = variant.weight * this.index.saturated(frequencies[i]);
        if (variants.length === 1) visit(documents[i], part);
        else {
          if (this.word[documents[i]] === 0) touched.push(documents[i]);
          this.word[documents[i]] = Math.max(this.word[documents[i]], part);
        }
      }
    }
    for (const d of touched) {
      visit(d, this.word[d]);
      this.word[d] = 0;
    }
  }

  /** The word, where the collection has it, and those of the same beginning. */
  private variants(word: string): readonly Variant[] {
    const known = this.family.get(word);
    if (known !== undefined) return known;
    if (this.family.size >= FAMILIES) this.family.clear();
    const found = this.familyOf(word);
    this.family.set(word, found);
    return found;
  }

  private familyOf(word: string): Variant[] {
    const found: Variant[] = this.index.has(word) ? [{ word, weight: 1 }] : [];
    if (!/^[a-z]{5,}$/.test(word)) return found;
    for (const other of this.index.beginning(word.slice(0, 5))) {
      const alike = other === word ? 0 : likeness(word, other);
      if (alike > 0) found.push({ word: other, weight: ENDING * alike });
    }
    return found;
  }
}

/**
 * The part of the longer of two words that both begin with, where they are likely of one family: one begins with the
 * other (robot, robotic) and is 0.6 of it, or both share six letters and 0.77 of the longer (catalyst, catalysis); else 0.
 */
export function likeness(a: string, b: string): number {
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  const alike = common / Math.max(a.length, b.length);
  const begins = common === Math.min(a.length, b.length);
  return (begins && alike >= 0.6) || (common >= 6 && alike >= 0.77) ? alike : 0;
}
