import { bm25, type Bm25Parameters, LUCENE, OKAPI } from '../../src/measures/retrieval/bm25.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Collection {
  readonly corpus: readonly string[];
  readonly queries: readonly string[];
  readonly tokenizer: string;
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Scores of each query against each document, in both variants. */
export const adapter: Adapter = {
  cases: /^bm25/,
  check({ inputs, params, expected, tolerance }) {
    const { corpus, queries, tokenizer } = inputs[0] as Collection;
    if (tokenizer !== 'whitespace') throw new Error(`no tokenizer ${tokenizer}`);
    const documents = corpus.map(words);
    const same = (standard: Bm25Parameters) => (scores: number[][], key: string) => {
      const own = { ...standard, ...(params as Partial<Bm25Parameters>) };
      close(
        queries.map((query) => [...bm25(documents, words(query), own)]),
        scores,
        tolerance.abs,
        key,
      );
    };
    eachKey(expected, { lucene: same(LUCENE), rank_bm25_okapi: same(OKAPI) });
  },
};
