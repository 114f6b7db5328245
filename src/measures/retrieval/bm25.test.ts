import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bm25, bm25Idf, LUCENE, lengthened, OKAPI, saturated } from './bm25.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const texts = (...lines: string[]): string[][] =>
  lines.map((line) => line.split(' ').filter((word) => word !== ''));

describe('BM25', () => {
  it('of two documents of one length, by hand', () => {
    const documents = texts('solar cell', 'wind mill');
    const idf = Math.log(1 + 1.5 / 1.5);
    expect(bm25(documents, ['solar'])[0]).toBeCloseTo(idf / (1 + 1.2), 15);
    expect(bm25(documents, ['solar'])[1]).toBe(0);
    // Half of the documents have the word: Okapi's idf is ln 1.
    expect(bm25(documents, ['solar'], OKAPI)[0]).toBe(0);
  });

  it('holds length against a document, and not at all with b = 0', () => {
    const documents = texts('solar', 'solar a b c d e f');
    const [short, long] = bm25(documents, ['solar']);
    expect(short).toBeGreaterThan(long);
    const [x, y] = bm25(documents, ['solar'], { ...LUCENE, b: 0 });
    expect(x).toBe(y);
  });

  it('counts a repeated word of the query as often, and an unknown one not at all', () => {
    const documents = texts('solar cell', 'solar', 'wind');
    const [once] = bm25(documents, ['cell']);
    expect(bm25(documents, ['cell', 'cell'])[0]).toBeCloseTo(2 * once, 15);
    expect(bm25(documents, ['cell', 'tide'])[0]).toBe(once);
  });

  it('Okapi gives a word of most documents ε times the mean idf', () => {
    const documents = texts('a x', 'a y', 'a z', 'w');
    const idf = (n: number): number => Math.log((4 - n + 0.5) / (n + 0.5));
    const mean = (idf(3) + 4 * idf(1)) / 5;
    const floor = 0.25 * mean;
    const l = 7 / 4;
    expect(bm25(documents, ['a'], OKAPI)[0]).toBeCloseTo(
      (floor * 2.5) / (1 + 1.5 * (0.25 + (0.75 * 2) / l)),
      14,
    );
    expect(bm25Idf(4, 3, 'lucene')).toBeGreaterThan(0);
  });

  it('finds nothing in nothing', () => {
    expect([...bm25([], ['a'])]).toEqual([]);
    expect([...bm25([[], []], ['a'], OKAPI)]).toEqual([0, 0]);
    expect([...bm25(texts('a', 'b'), [])]).toEqual([0, 0]);
  });

  it('refuses parameters that are none', () => {
    expect(() => bm25([], [], { ...LUCENE, k1: -1 })).toThrow('k1 must be 0 or more, got -1');
    expect(() => bm25([], [], { ...LUCENE, k1: NaN })).toThrow(RangeError);
    expect(() => bm25([], [], { ...LUCENE, b: 1.5 })).toThrow('b must lie within 0 and 1, got 1.5');
    expect(() => bm25([], [], { ...OKAPI, epsilon: Infinity })).toThrow('epsilon must be finite');
    expect(() => bm25Idf(3, 4, 'lucene')).toThrow('holding must be a whole number from 0 to 3, got 4');
    expect(() => bm25Idf(-1, 0, 'lucene')).toThrow('documents must be');
    expect(() => bm25([], [], { ...LUCENE, variant: 'bm25+' as 'lucene' })).toThrow('lucene or okapi');
  });
});

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const documents = fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 });

describe('for any documents, BM25', () => {
  it('grows with the frequency of a word, all else alike', () => {
    fc.assert(
      fc.property(documents, word, ([first, ...others], term) => {
        // A filler becomes the word: neither the length nor who holds it changes.
        const padded = [term, ...first, 'filler', 'filler'];
        const more = [term, ...first, 'filler', term];
        const before = bm25([padded, ...others], [term])[0];
        expect(bm25([more, ...others], [term])[0]).toBeGreaterThan(before);
      }),
    );
  });

  it('does not depend on the order of documents or of words', () => {
    fc.assert(
      fc.property(documents, fc.array(word, { maxLength: 4 }), (given, query) => {
        for (const parameters of [LUCENE, OKAPI]) {
          const scores = bm25(given, query, parameters);
          const turned = bm25(
            given.map((words) => [...words].reverse()).reverse(),
            [...query].reverse(),
            parameters,
          );
          for (const [i, score] of [...turned].reverse().entries()) expect(score).toBeCloseTo(scores[i], 12);
        }
      }),
    );
  });

  it('of one word keeps its order when an unrelated document of mean length comes in', () => {
    fc.assert(
      fc.property(documents, word, (given, term) => {
        const size = given[0].length;
        const alike = given.map((words) => [...words, ...new Array<string>(8).fill('z')].slice(0, size));
        const before = bm25(alike, [term]);
        const after = bm25([...alike, new Array<string>(size).fill('y')], [term]);
        for (const i of alike.keys())
          for (const j of alike.keys()) expect(after[i] > after[j]).toBe(before[i] > before[j]);
      }),
    );
  });

  it('of Lucene is never negative and below the sum of the idf', () => {
    fc.assert(
      fc.property(documents, fc.array(word, { maxLength: 4 }), (given, query) => {
        const bound = query.reduce(
          (sum, term) =>
            sum + bm25Idf(given.length, given.filter((words) => words.includes(term)).length, 'lucene'),
          0,
        );
        for (const score of bm25(given, query)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(bound);
        }
      }),
    );
  });
});

describe('the parts of BM25', () => {
  it('saturate towards 1, and lengthen by the mean', () => {
    expect(saturated(0, 1.2)).toBe(0);
    expect(saturated(0, 0)).toBe(0);
    expect(saturated(3, 0)).toBe(1);
    expect(saturated(1.2, 1.2)).toBe(0.5);
    expect(lengthened(2, 10, 10, 0.75)).toBe(2);
    expect(lengthened(2, 20, 10, 1)).toBe(1);
    expect(lengthened(0, 0, 0, 0.75)).toBe(0);
  });

  it('refuse what is no frequency, length or parameter, by name', () => {
    expect(() => lengthened(-1, 10, 10, 0.75)).toThrow('frequency must be a finite number above 0, got -1');
    expect(() => lengthened(1, 0, 10, 1)).toThrow('length must be a finite number above 0, got 0');
    expect(() => lengthened(1, 10, 0, 0.75)).toThrow('meanLength must be a finite number above 0, got 0');
    expect(() => lengthened(1, 10, 10, 2)).toThrow('b must lie within 0 and 1, got 2');
    expect(() => saturated(NaN, 1.2)).toThrow('got NaN and 1.2');
    expect(() => saturated(1, -1)).toThrow('got 1 and -1');
  });
});
