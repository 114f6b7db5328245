import { describe, expect, it } from 'vitest';
import { isChinese } from '../../../test/english-run.ts';
import type { InputError } from '../../base/index.ts';
import { Glossary } from '../match/glossary.ts';
import { InvertedIndex } from '../match/inverted-index.ts';
import { parseNeed } from '../match/need.ts';
import type { Corpus } from './corpus.ts';
import { Expertise, type ExpertiseOptions } from './expertise.ts';
import { keywordsOf } from './keywords.ts';
import { hostNames, hostsOf, institutionOf, uniqueNames } from './institution-of.ts';

interface Work {
  readonly title: string;
  readonly year?: number;
  readonly topic?: number;
  readonly parts: Readonly<Record<string, number>>;
}

const TOPICS = ['', 'Ocean waves', 'Metal joining'];

/** A corpus from works written down. */
function corpusOf(works: readonly Work[], names: Readonly<Record<string, string>> = {}): Corpus {
  const ids = [
    ...new Set(works.flatMap(({ parts }) => Object.keys(parts)).concat(Object.keys(names))),
  ].sort();
  const flat = works.flatMap(({ parts }) => Object.entries(parts));
  const starts = Uint32Array.from([0, ...works.map((_, i) => countTo(works, i + 1))]);
  return {
    institutions: ids.map((id) => ({
      id,
      name: names[id] ?? id,
      types: ['education'],
      country: 'CN',
      city: null,
      latitude: null,
      longitude: null,
    })),
    topics: TOPICS.map((name, id) => ({ id, name, text: name })),
    works: Float64Array.from(works.keys(), (i) => i + 1),
    years: Int32Array.from(works, ({ year }) => year ?? 2020),
    topicOf: Int32Array.from(works, ({ topic }) => topic ?? 0),
    titleOf: (work) => works[work].title,
    starts,
    partOf: Uint32Array.from(flat, ([id]) => ids.indexOf(id)),
    shares: Float32Array.from(flat, ([, share]) => share),
    notes: [],
  };
}
const countTo = (works: readonly Work[], end: number): number =>
  works.slice(0, end).reduce((sum, { parts }) => sum + Object.keys(parts).length, 0);

const NONE = new Glossary([]);
function scoresOf(
  works: readonly Work[],
  need: string,
  options: ExpertiseOptions = {},
): Record<string, number> {
  const corpus = corpusOf(works);
  const { scores } = new Expertise(corpus, options).rank(parseNeed(need, NONE));
  return Object.fromEntries(corpus.institutions.map(({ id }, i) => [id, scores[i]]));
}

const filler = (id: string, n: number): Work[] =>
  Array.from({ length: n }, (_, i) => ({ title: `other matter ${i}`, parts: { [id]: 1 } }));

describe('keywords of a topic', () => {
  const named = (title: string, topic: number, n: number): Work[] =>
    Array.from({ length: n }, () => ({ title, topic, parts: { some: 1 } }));
  const works = [
    ...named('Swell and breaker heights', 1, 5),
    ...named('Seam cracks in a large breaker', 2, 5),
    ...named('Other matter', 2, 20),
    ...named('Rare fish', 1, 4),
  ];
  const { titleOf, topicOf } = corpusOf(works);
  const titles = InvertedIndex.build(works.length, { text: { weight: 1, b: 0 } }, titleOf);

  it('are those that its titles have more often than all, by how sure that is, in five works at least', () => {
    // Of 9 works, 5 have “swell”, of 25 others none: G² = 2 (5 ln(34/9) + 4 ln(34·4/(9·29)) + 25 ln(34/29)) = 16.0.
    // “breaker” is in 5 of 9 and 5 of 25: 3.8, no more than chance; “rare” in 4 works only; “large” says nothing.
    expect(keywordsOf(titles, topicOf, 3)).toEqual([[], ['height', 'swell'], ['matter', 'other']]);
  });

  it('lead from a need to works of the topic that have other words, and are told as they are written', () => {
    const corpus = corpusOf([...works, { title: 'Surf', topic: 1, parts: { surfers: 1 } }]);
    const expertise = new Expertise(corpus);
    const need = parseNeed('swells', NONE);
    const { scores, explain } = expertise.rank(need);
    const surfers = corpus.institutions.findIndex(({ id }) => id === 'surfers');
    expect(scores[surfers]).toBeGreaterThan(0);
    // The topic answers, not the work: it holds nothing of the need.
    expect(explain(surfers).coverage).toBe(0);
    expect(expertise.keywordsIn(need, 1)).toEqual(['swell']);
    expect(expertise.keywordsIn(parseNeed('heights', NONE), 1)).toEqual(['heights']);
    expect(expertise.keywordsIn(need, 2)).toEqual([]);
  });

  it('are none of works without a topic', () => {
    const without = corpusOf([...named('Swell', 0, 9), ...named('Other matter', 1, 20)]);
    const expertise = new Expertise(without);
    expect(expertise.keywordsIn(parseNeed('swell', NONE), 0)).toEqual([]);
  });
});

describe('expertise', () => {
  it('is of those whose works answer, and of nobody else', () => {
    const scores = scoresOf(
      [
        { title: 'Laser welding of steel', parts: { welders: 1 } },
        { title: 'Tides', parts: { sailors: 1 } },
      ],
      'laser welding',
    );
    expect(scores.welders).toBeGreaterThan(0);
    expect(scores.sailors).toBe(0);
  });

  it('divides a work among its authors: a thousandth of a work makes no expert', () => {
    const scores = scoresOf(
      [
        { title: 'Laser welding', parts: { alone: 1 } },
        { title: 'Laser welding', parts: { hyper: 0.001 } },
      ],
      'laser welding',
    );
    expect(scores.hyper).toBeLessThan(scores.alone / 100);
  });

  it('by hand: votes over the root of size and one', () => {
    // Two works of one score; the giant has 3 others. (1 · s)/√2 against (1 · s)/√5.
    const scores = scoresOf(
      [
        { title: 'welding', parts: { small: 1 } },
        { title: 'welding', parts: { giant: 1 } },
        ...filler('giant', 3),
      ],
      'welding',
    );
    expect(scores.giant / scores.small).toBeCloseTo(Math.sqrt(2 / 5), 6);
  });

  it('lets the giant win without the division, and hardly with it whole', () => {
    const works = [
      { title: 'welding', parts: { small: 1 } },
      { title: 'welding', parts: { giant: 1 } },
      { title: 'welding', parts: { giant: 1 } },
      ...filler('giant', 20),
    ];
    const plain = scoresOf(works, 'welding', { size: 0 });
    const divided = scoresOf(works, 'welding', { size: 1 });
    expect(plain.giant).toBeGreaterThan(plain.small);
    expect(divided.small).toBeGreaterThan(divided.giant);
  });

  it('weighs a work of a half-life ago half', () => {
    const works = [
      { title: 'welding', year: 2020, parts: { now: 1 } },
      { title: 'welding', year: 2010, parts: { then: 1 } },
    ];
    const { now, then } = scoresOf(works, 'welding', { halfLife: 10, size: 0 });
    expect(then / now).toBeCloseTo(1 / 2, 6);
  });

  it('hears the topic of a work whose title says nothing, for less', () => {
    const scores = scoresOf(
      [
        { title: 'On joining metal', topic: 0, parts: { titled: 1 } },
        { title: 'A study', topic: 2, parts: { topical: 1 } },
        { title: 'A study', topic: 1, parts: { neither: 1 } },
      ],
      'metal joining',
    );
    expect(scores.titled).toBeGreaterThan(scores.topical);
    expect(scores.topical).toBeGreaterThan(0);
    expect(scores.neither).toBe(0);
  });

  it('hears a name, and does not take it for a work', () => {
    const corpus = corpusOf([{ title: 'welding', parts: { a: 1 } }], {
      b: 'Institute of Welding',
      c: 'University of Elsewhere',
    });
    const { scores, proofs } = new Expertise(corpus).rank(parseNeed('welding', NONE));
    expect(scores[1]).toBeGreaterThan(0);
    expect(scores[0]).toBeGreaterThan(scores[1]);
    expect(scores[2]).toBe(0);
    expect(proofs(1)).toEqual([]);
  });

  it('names the works that prove it, the most telling first, and what is missing', () => {
    const corpus = corpusOf([
      { title: 'welding', parts: { a: 0.2, b: 0.8 } },
      { title: 'laser welding', parts: { a: 1 } },
      { title: 'tides', parts: { a: 1 } },
    ]);
    const { proofs, explain } = new Expertise(corpus).rank(parseNeed('laser welding of diamonds', NONE));
    expect(proofs(0).map(({ work }) => work)).toEqual([1, 0]);
    expect(explain(0)).toMatchObject({
      found: [{ label: 'laser' }, { label: 'welding' }],
      missing: ['diamonds'],
    });
    expect(proofs(1).map(({ work }) => work)).toEqual([0]);
  });

  it('of no works is nothing', () => {
    const corpus = corpusOf([]);
    expect([...new Expertise(corpus).rank(parseNeed('welding', NONE)).scores]).toEqual([]);
  });
});

describe('an institution that somebody means', () => {
  const { institutions } = corpusOf([], {
    '01aaaaa11': 'Lake University',
    '01bbbbb22': 'Lake University',
    '01ccccc33': 'Université de la Côte',
  });

  it('is told by id or by its whole name', () => {
    expect(institutionOf('https://ror.org/01aaaaa11', institutions).id).toBe('01aaaaa11');
    expect(institutionOf('universite de la cote', institutions).id).toBe('01ccccc33');
  });

  it('is refused where two bear the name, or none', () => {
    expect(() => institutionOf('Lake University', institutions)).toThrow(
      'is the name of 2 institutions: 01aaaaa11 (no city), 01bbbbb22',
    );
    expect(() => institutionOf('Lake', institutions)).toThrow('There is no institution “Lake” in');
    expect(() => institutionOf('', institutions)).toThrow('There is no institution “”');
    for (const text of ['Lake University', 'Lake'])
      expect(() => institutionOf(text, institutions)).toThrow(
        expect.toSatisfy((error: InputError) => isChinese(error.text('zh'))),
      );
  });

  it('is found as a host by each name of a list, short forms spelt out; a name of two leads nowhere', () => {
    expect(hostNames('Institute of Physics, CAS (East Campus)')).toEqual([
      'Institute of Physics, CAS (East Campus)',
      'Institute of Physics, Chinese Academy of Sciences',
      'Institute of Physics',
    ]);
    const lake = { ...institutions[0], id: '01ddddd44', name: 'University of the Seas (Lake)' };
    const sea = { ...institutions[0], id: '01eeeee55', name: 'University of the Seas' };
    const both = uniqueNames([lake, sea]);
    expect(hostsOf('University of the Seas (Lake); University of the Seas', both)).toEqual([lake, sea]);
    expect(hostsOf('University of the Seas (Harbour)', both)).toEqual([sea]);
    const byName = uniqueNames(institutions);
    expect(hostsOf('Université de la Côte (main)', byName).map(({ id }) => id)).toEqual(['01ccccc33']);
    expect(hostsOf('Lake University', byName)).toEqual([]);
    expect(hostsOf(null, byName)).toEqual([]);
  });
});
