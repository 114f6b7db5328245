import type { InvertedIndex } from './inverted-index.ts';
import type { Need, Notion, Saying } from './need.ts';
import type { Phrase } from './phrase.ts';
import { likeness } from './stem.ts';
import { isWeak } from './words.ts';

/** How well every document of a collection answers a need. One of embeddings may stand beside the one of words. */
export interface Ranker {
  readonly id: string;
  /** One score a document, none negative; 0 says that it has nothing to do with the need. */
  score(need: Need): Float64Array | Promise<Float64Array>;
}

/** A notion of a need in a document. */
export interface FoundNotion {
  readonly label: string;
  /** The wording of the glossary that stands there instead; null where words of the need do. */
  readonly wording: string | null;
  /** Whether only a part of its words is there. */
  readonly partly: boolean;
}

/** What of a need a document holds. */
export interface Explanation {
  /** The notions found, most telling first, and the labels of those of which nothing is there. */
  readonly found: readonly FoundNotion[];
  readonly missing: readonly string[];
  /** Whether it holds one of the head terms whole, in words of the need or of the glossary. */
  readonly head: boolean;
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
 * beginning (robot, robotics). A wording of the glossary counts only where its words stand together: single words of
 * it say something else (structural biology, structural mechanics).
 */
export class WordRanker implements Ranker {
  readonly id = 'words';
  /** Variants of words asked for lately. */
  private readonly family = new Map<string, readonly Variant[]>();
  private readonly sum: Float64Array;
  private readonly have: Uint16Array;
  private readonly best: Float64Array;
  private readonly word: Float64Array;

  constructor(readonly index: InvertedIndex) {
    [this.sum, this.best, this.word] = [0, 1, 2].map(() => new Float64Array(index.size));
    this.have = new Uint16Array(index.size);
  }

  score({ notions }: Need): Float64Array {
    const total = new Float64Array(this.index.size);
    for (const notion of notions) {
      const worth = this.worth(notion);
      const touched: number[] = [];
      for (const saying of notion.sayings) this.say(saying, touched);
      for (const d of touched) {
        total[d] += worth * this.best[d];
        this.best[d] = 0;
      }
    }
    return total;
  }

  /** Whether a document holds one of the head terms whole. */
  holdsHead({ notions }: Need, document: number): boolean {
    return notions.some(
      ({ head, sayings }) => head && sayings.some((saying) => this.holdsWhole(saying, document)),
    );
  }

  /** What a document would score that holds the whole need, of every word as much as one can. */
  most({ notions }: Need): number {
    return notions.reduce((sum, notion) => sum + this.worth(notion), 0);
  }

  /** What of the need one document holds. */
  explain({ notions }: Need, document: number): Explanation {
    const rows = notions.map((notion) => {
      let [part, words, best]: [number, string[], Saying | null] = [0, [], null];
      for (const saying of notion.sayings) {
        if (saying.phrase !== null && !this.holdsWhole(saying, document)) continue;
        const held = saying.words.map((word) => this.heldIn(word, document));
        const whole = saying.words.reduce((sum, word) => sum + this.says(word), 0);
        const have = saying.words.reduce(
          (sum, word, i) => sum + (held[i] === undefined ? 0 : this.says(word) * held[i].weight),
          0,
        );
        if ((saying.weight * have) / whole > part)
          [part, words, best] = [
            (saying.weight * have) / whole,
            held.flatMap((variant) => variant?.word ?? []),
            saying,
          ];
      }
      const whole = notion.sayings.some((saying) => this.holdsWhole(saying, document));
      return { notion, worth: this.worth(notion), part, words, best, whole };
    });
    const all = rows.reduce((sum, { worth }) => sum + worth, 0);
    const found = rows.filter(({ part }) => part > 0).sort((a, b) => b.part * b.worth - a.part * a.worth);
    return {
      found: found.map(({ notion, best, whole }) => ({
        label: notion.label,
        wording: best?.phrase?.term ?? null,
        partly: !whole,
      })),
      missing: rows.filter(({ part }) => part === 0).map(({ notion }) => notion.label),
      head: rows.some(({ notion, whole }) => notion.head && whole),
      words: [...new Set(found.flatMap(({ words }) => words))],
      coverage: Math.min(1, found.reduce((sum, { part, worth }) => sum + part * worth, 0) / all),
    };
  }

  private heldIn(word: string, document: number): Variant | undefined {
    return this.variants(word).find((variant) => this.index.frequency(variant.word, document) > 0);
  }

  /** Whether all words of a saying stand in a document, and together where they must. */
  private holdsWhole({ words, phrase }: Saying, document: number): boolean {
    return (
      words.every((word) => this.heldIn(word, document) !== undefined) &&
      (phrase === null || this.holds(phrase.pieces, document))
    );
  }

  /** Whether the words of a phrase, all of which are in a document, stand together there: one always does. */
  private holds(phrase: Phrase, document: number): boolean {
    return (phrase.length === 1 && !phrase[0].han) || this.index.holdsPhrase(document, phrase);
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

  /** Raises `best` to what this saying is worth in every document that has a word of it, or the phrase that it is. */
  private say({ words, weight, phrase }: Saying, touched: number[]): void {
    const { sum, have, best } = this;
    const own: number[] = [];
    let whole = 0;
    for (const word of words) {
      const idf = this.says(word);
      whole += idf;
      this.each(word, (d, part) => {
        if (have[d]++ === 0) own.push(d);
        sum[d] += idf * part;
      });
    }
    for (const d of own) {
      const value = weight * (sum[d] / whole);
      const all = have[d] === words.length;
      sum[d] = 0;
      have[d] = 0;
      // Whether words stand together is read from the text: only where all of them are there, and it would count.
      if (value <= best[d] || (phrase !== null && !(all && this.holds(phrase.pieces, d)))) continue;
      if (best[d] === 0) touched.push(d);
      best[d] = value;
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
