import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bm25 } from '../../measures/index.ts';
import { feedBack } from './feedback.ts';
import { Glossary } from './glossary.ts';
import { highest } from './highest.ts';
import { InvertedIndex } from './inverted-index.ts';
import { parseNeed } from './need.ts';
import { WordRanker } from './ranker.ts';
import { likeness } from './stem.ts';
import { wordsOf } from './words.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const NONE = new Glossary([]);
const one = { text: { weight: 1, b: 0.75 } };
const ranker = (texts: readonly string[], k1 = 1.2): WordRanker =>
  new WordRanker(InvertedIndex.build(texts.length, one, (d) => texts[d], k1));
const score = (texts: readonly string[], need: string, glossary = NONE): number[] => [
  ...ranker(texts).score(parseNeed(need, glossary)),
];

const TEXTS = ['laser welding of steel', 'laser optics', 'steel casting, steel rolling and more', 'tides'];

describe('the ranker of words', () => {
  it('is BM25 for single words of one field', () => {
    const due = bm25(TEXTS.map(wordsOf), ['laser', 'steel']);
    for (const [d, value] of score(TEXTS, 'laser steel').entries()) expect(value).toBeCloseTo(due[d], 6);
  });

  it('adds fields with their weights: a word in a name is worth more than in a note', () => {
    const documents = [
      { name: 'laser', note: 'steel' },
      { name: 'steel', note: 'laser' },
      { name: 'tides', note: 'moon' },
    ];
    const weights = { name: { weight: 2, b: 0 }, note: { weight: 0.5, b: 0 } };
    const built = InvertedIndex.build(3, weights, (d, field) => documents[d][field]);
    const [first, second, third] = new WordRanker(built).score(parseNeed('laser', NONE));
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
    expect(third).toBe(0);
    expect(built.frequency('laser', 0)).toBe(2);
    expect(built.frequency('laser', 1)).toBe(0.5);
    expect(built.frequency('laser', 2)).toBe(0);
    expect(built.postings('nothing')).toBeNull();
  });

  it('counts a notion once that stands there in two languages, and finds it in the other', () => {
    const glossary = new Glossary([{ en: 'welding', zh: '焊接', aliases: [] }]);
    const [both, english, chinese, neither] = score(
      ['welding 焊接', 'welding', '焊接', 'tides'],
      '焊接',
      glossary,
    );
    expect(both).toBeLessThan(1.1 * Math.max(english, chinese));
    expect(english).toBeGreaterThan(0);
    expect(chinese).toBeGreaterThan(english);
    expect(neither).toBe(0);
  });

  it('takes a wording of the glossary as a phrase: its single words say something else', () => {
    const glossary = new Glossary([
      { en: 'cryo-electron microscopy', zh: '冷冻电镜', aliases: ['structural biology'] },
    ]);
    const texts = ['structural biology', 'structural mechanics', 'biology of structures', '冷冻', 'tides'];
    const [whole, ...others] = score(texts, 'cryo-electron microscopy', glossary);
    expect(whole).toBeGreaterThan(0);
    expect(others).toEqual([0, 0, 0, 0]);
    const { found, head } = ranker(texts).explain(parseNeed('冷冻电镜', glossary), 0);
    expect(found).toEqual([{ label: '冷冻电镜', wording: 'structural biology', partly: false }]);
    expect(head).toBe(true);
    // Words of the need itself count each.
    const part = ranker(texts).explain(parseNeed('冷冻电镜', glossary), 3);
    expect(part.found).toEqual([{ label: '冷冻电镜', wording: null, partly: true }]);
    expect(part.head).toBe(false);
  });

  it('gives a word of any need less than one that names the matter', () => {
    const [matter, any] = score(['oven', 'product', 'tides'], 'oven products');
    expect(matter).toBeCloseTo(2 * any, 12);
  });

  it('finds another form of a word, for less', () => {
    const [same, family, other] = score(['robot', 'robotics', 'tides'], 'robot');
    expect(same).toBeGreaterThan(family);
    expect(family).toBeGreaterThan(0);
    expect(other).toBe(0);
    expect(likeness('catalyst', 'catalysi')).toBeGreaterThan(0);
    expect(likeness('neutron', 'neutral')).toBe(0);
  });

  it('says which notions it found, and which are missing', () => {
    const need = parseNeed('laser welding of diamonds', NONE);
    const explained = ranker(TEXTS).explain(need, 0);
    expect(new Set(explained.found.map(({ label }) => label))).toEqual(new Set(['laser', 'welding']));
    expect(explained.missing).toEqual(['diamonds']);
    expect(explained.coverage).toBeGreaterThan(0.3);
    expect(explained.coverage).toBeLessThan(1);
    expect(ranker(TEXTS).explain(parseNeed('laser welding', NONE), 0).coverage).toBe(1);
    expect(ranker(TEXTS).explain(need, 3)).toEqual({
      found: [],
      missing: need.notions.map(({ label }) => label),
      head: false,
      words: [],
      coverage: 0,
    });
  });

  it('never scores above what the whole need is worth', () => {
    const need = parseNeed('laser welding steel', NONE);
    const own = ranker(TEXTS);
    for (const value of own.score(need)) expect(value).toBeLessThanOrEqual(own.most(need));
  });

  it('answers alike when it is asked again', () => {
    const own = ranker(TEXTS);
    const need = parseNeed('laser welding steel', NONE);
    expect([...own.score(need)]).toEqual([...own.score(need)]);
  });
});

const word = fc.constantFrom('laser', 'steel', 'tide', 'crystal', 'magnet', 'plasma');
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const texts = fc.array(text, { minLength: 2, maxLength: 8 });

describe('for any documents, the ranker', () => {
  it('does not depend on their order', () => {
    fc.assert(
      fc.property(texts, text, (given, need) => {
        const scores = score(given, need);
        const turned = score([...given].reverse(), need).reverse();
        for (const [d, value] of turned.entries()) expect(value).toBeCloseTo(scores[d], 6);
      }),
    );
  });

  it('of one word keeps its order when an unrelated document comes in', () => {
    fc.assert(
      fc.property(texts, word, (given, need) => {
        const before = score(given, need);
        const after = score([...given, 'zebra '.repeat(3)], need);
        for (const i of given.keys())
          for (const j of given.keys())
            if (before[i] > 1.001 * before[j] && given[i].split(' ').length === given[j].split(' ').length)
              expect(after[i]).toBeGreaterThan(after[j]);
      }),
    );
  });

  it('grows when a filler becomes the word that is asked for', () => {
    fc.assert(
      fc.property(texts, word, ([first, ...others], need) => {
        const before = score([`${first} filler ${need}`, ...others], need)[0];
        const after = score([`${first} ${need} ${need}`, ...others], need)[0];
        expect(after).toBeGreaterThan(before);
      }),
    );
  });
});

describe('feedback', () => {
  it('raises what shares words with the best documents, brings nothing without a word of the need, and lowers none', () => {
    const all = ['laser welding of steel', 'laser and tides', 'laser welding', 'welding robots', 'tides'];
    const own = ranker(all);
    const scores = own.score(parseNeed('laser', NONE));
    const fed = feedBack(own.index, (d) => all[d], scores);
    expect(fed[2] - scores[2]).toBeGreaterThan(fed[1] - scores[1]);
    expect([fed[3], fed[4]]).toEqual([0, 0]);
    for (const [d, value] of fed.entries()) expect(value).toBeGreaterThanOrEqual(scores[d]);
  });

  it('of nothing is nothing', () => {
    expect([...feedBack(ranker(TEXTS).index, (d) => TEXTS[d], new Float64Array(4))]).toEqual([0, 0, 0, 0]);
  });
});

describe('the n highest', () => {
  it('are those of a whole sort, the first of equal ones first, and only above 0', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), fc.integer({ min: 0, max: 12 }), (scores, n) => {
        const due = [...scores.keys()]
          .filter((d) => scores[d] > 0)
          .sort((a, b) => scores[b] - scores[a] || a - b)
          .slice(0, n);
        expect(highest(scores, n)).toEqual(due);
      }),
    );
  });
});
