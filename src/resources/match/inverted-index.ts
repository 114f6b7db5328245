import { bm25Idf, lengthened, saturated } from '../../measures/index.ts';
import { Growing } from './growing.ts';
import { holdsPhrase, type Phrase, phraseOf } from './phrase.ts';
import { type Piece, wordsOf } from './words.ts';

/** What a field of a document weighs, and how far its length is held against it (b of BM25). */
export interface FieldWeight {
  readonly weight: number;
  readonly b: number;
}

/** More of one word counts for little: most texts here are short. */
const K1 = 0.9;

/** Where one word stands: documents, ascending, and how much of it each has (BM25F's pseudo-frequency). */
export interface Postings {
  readonly documents: Uint32Array;
  readonly frequencies: Float32Array;
}

/**
 * Which documents hold which word, over several fields, on typed arrays: 8 bytes a posting. Frequencies of fields are added
 * with their weights and lengths before they saturate (BM25F; see `bm25.ts` of the measures).
 */
export class InvertedIndex {
  private constructor(
    readonly size: number,
    private readonly terms: ReadonlyMap<string, number>,
    private readonly starts: Uint32Array,
    private readonly documents: Uint32Array,
    private readonly frequencies: Float32Array,
    private readonly vocabulary: readonly string[],
    private readonly texts: Texts,
    readonly k1: number,
  ) {}

  /**
   * @param size number of documents
   * @param weights of the fields, by name
   * @param textOf what a field of document d holds
   */
  static build<F extends string>(
    size: number,
    weights: Readonly<Record<F, FieldWeight>>,
    textOf: (document: number, field: F) => string,
    k1 = K1,
  ): InvertedIndex {
    const fields = Object.keys(weights) as F[];
    const terms = new Map<string, number>();
    const lengths = fields.map(() => new Float64Array(size));
    const entries = { term: new Growing(Uint32Array), count: new Growing(Uint32Array) };
    // Entries of a document lie together, field by field; ends[d * fields + f] says where each stops.
    const ends = new Uint32Array(size * fields.length);
    // Hosts, kinds and places come again and again.
    const readOnce = remembering((text: string) => ({ words: wordsOf(text), pieces: phraseOf(text) }));
    const texts = new Texts(fields.length);
    for (let d = 0; d < size; d++)
      for (const [f, field] of fields.entries()) {
        const counts = new Map<number, number>();
        const { words, pieces } = readOnce(textOf(d, field));
        texts.add(pieces);
        for (const word of words) {
          let term = terms.get(word);
          if (term === undefined) terms.set(word, (term = terms.size));
          counts.set(term, (counts.get(term) ?? 0) + 1);
        }
        lengths[f][d] = words.length;
        for (const [term, count] of counts) {
          entries.term.push(term);
          entries.count.push(count);
        }
        ends[d * fields.length + f] = entries.term.length;
      }
    const means = lengths.map((of) => of.reduce((sum, length) => sum + length, 0) / size);
    const part = (f: number, d: number, count: number): number => {
      const { weight, b } = weights[fields[f]];
      return weight * lengthened(count, lengths[f][d], means[f], b);
    };
    const { starts, documents, frequencies } = gather(size, fields.length, terms.size, entries, ends, part);
    const vocabulary = [...terms.keys()].sort();
    return new InvertedIndex(size, terms, starts, documents, frequencies, vocabulary, texts, k1);
  }

  /** Whether one field of a document has a phrase. */
  holdsPhrase(document: number, phrase: Phrase): boolean {
    return this.texts.of(document).some((text) => holdsPhrase(text, phrase));
  }

  /** Where a word stands; null where no document has it. */
  postings(word: string): Postings | null {
    const term = this.terms.get(word);
    if (term === undefined) return null;
    const [start, end] = [this.starts[term], this.starts[term + 1]];
    return {
      documents: this.documents.subarray(start, end),
      frequencies: this.frequencies.subarray(start, end),
    };
  }

  has(word: string): boolean {
    return this.terms.has(word);
  }

  /** How much a word says (Lucene's idf); the most there is for a word that no document has. */
  idf(word: string): number {
    return bm25Idf(this.size, this.postings(word)?.documents.length ?? 0, 'lucene');
  }

  /** What of a pseudo-frequency counts, 0 … 1. */
  saturated(frequency: number): number {
    return saturated(frequency, this.k1);
  }

  /** Pseudo-frequency of a word in one document; 0 where it has none. */
  frequency(word: string, document: number): number {
    const found = this.postings(word);
    if (found === null) return 0;
    const { documents, frequencies } = found;
    let [low, high] = [0, documents.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (documents[middle] < document) low = middle + 1;
      else high = middle;
    }
    return low < documents.length && documents[low] === document ? frequencies[low] : 0;
  }

  /** All words that begin so, in their order. */
  *beginning(prefix: string): Generator<string> {
    let [low, high] = [0, this.vocabulary.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.vocabulary[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.vocabulary.length && this.vocabulary[at].startsWith(prefix); at++)
      yield this.vocabulary[at];
  }

  /** What it takes, in numbers: words, postings, and bytes of its arrays. */
  get extent(): { readonly words: number; readonly postings: number; readonly bytes: number } {
    const arrays = [this.starts, this.documents, this.frequencies, ...this.texts.arrays];
    return {
      words: this.terms.size,
      postings: this.documents.length,
      bytes: arrays.reduce((sum, array) => sum + array.byteLength, 0),
    };
  }
}

/** The texts of documents as they were read, a number a piece: whether words stand together is seen there. */
class Texts {
  private readonly numbers = new Map<string, number>();
  private readonly pieces: Piece[] = [];
  private readonly sequence = new Growing(Uint32Array);
  private readonly ends = new Growing(Uint32Array);

  constructor(private readonly fields: number) {}

  /** The next field of the next document. */
  add(phrase: Phrase): void {
    for (const piece of phrase) {
      let number = this.numbers.get(piece.text);
      if (number === undefined) {
        this.numbers.set(piece.text, (number = this.pieces.length));
        this.pieces.push(piece);
      }
      this.sequence.push(number);
    }
    this.ends.push(this.sequence.length);
  }

  /** The fields of a document. */
  of(document: number): Phrase[] {
    const [sequence, ends] = [this.sequence.values, this.ends.values];
    return Array.from({ length: this.fields }, (_, field) => {
      const at = document * this.fields + field;
      return Array.from(sequence.subarray(at === 0 ? 0 : ends[at - 1], ends[at]), (n) => this.pieces[n]);
    });
  }

  get arrays(): readonly Uint32Array[] {
    return [this.sequence.values, this.ends.values];
  }
}

/** From entries by document to postings by word, the fields of a document added up. */
function gather(
  size: number,
  fields: number,
  words: number,
  entries: { readonly term: Growing<Uint32Array>; readonly count: Growing<Uint32Array> },
  ends: Uint32Array,
  part: (field: number, document: number, count: number) => number,
): { starts: Uint32Array; documents: Uint32Array; frequencies: Float32Array } {
  const [termOf, countOf] = [entries.term.values, entries.count.values];
  const last = new Int32Array(words).fill(-1);
  const starts = new Uint32Array(words + 1);
  // Once to count the documents of a word, once to fill them in.
  const walk = (visit: (term: number, document: number, frequency: number, first: boolean) => void): void => {
    last.fill(-1);
    let at = 0;
    for (let d = 0; d < size; d++)
      for (let f = 0; f < fields; f++)
        for (; at < ends[d * fields + f]; at++) {
          const term = termOf[at];
          visit(term, d, part(f, d, countOf[at]), last[term] !== d);
          last[term] = d;
        }
  };
  walk((term, _d, _part, first) => {
    if (first) starts[term + 1]++;
  });
  for (let term = 0; term < words; term++) starts[term + 1] += starts[term];
  const documents = new Uint32Array(starts[words]);
  const frequencies = new Float32Array(starts[words]);
  const filled = starts.slice(0, words);
  walk((term, d, frequency, first) => {
    if (first) documents[filled[term]++] = d;
    frequencies[filled[term] - 1] += frequency;
  });
  return { starts, documents, frequencies };
}

const REMEMBERED = 10_000;

function remembering<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? of(text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, found);
    return found;
  };
}
