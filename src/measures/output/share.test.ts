import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWorks } from '../../../test/any-works.ts';
import { groupParts, shares, splitWork, type Author, type Whereabouts } from './share.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const CITIES: Record<string, string> = {
  peking: 'cn:1100',
  tsinghua: 'cn:1100',
  academy: 'cn:1100',
  nanjing: 'cn:3201',
  fudan: 'cn:3100',
};
const whereabouts: Whereabouts = {
  placeOf: (institution) => CITIES[institution] ?? null,
  ancestorsOf: (institution) => (institution === 'institute' ? ['institute', 'academy'] : []),
};
const author = (id: string | null, ...institutions: string[]): Author => ({ id, institutions });
const split = (...authors: Author[]): ReturnType<typeof splitWork> => splitWork({ authors }, whereabouts);
const shareOf = (work: ReturnType<typeof splitWork>): Record<string, number> =>
  Object.fromEntries(work.parts.map(({ place, share }) => [place, share]));

describe('the Share of a work', () => {
  it('is split equally by authors, and an author’s part by her institutions', () => {
    const work = split(author('a', 'peking'), author('b', 'peking', 'nanjing'));
    expect(shareOf(work)).toEqual({ 'cn:1100': 0.75, 'cn:3201': 0.25 });
    expect(work.parts[0].authors).toEqual([0, 1]);
    expect(work.parts[1].authors).toEqual([1]);
  });

  it('counts an author who stands twice once, with all her institutions, each once', () => {
    const work = split(author('a', 'peking'), author('b', 'fudan'), author('a', 'nanjing', 'peking'));
    expect(work.authors).toBe(2);
    expect(shareOf(work)).toEqual({ 'cn:1100': 0.25, 'cn:3100': 0.5, 'cn:3201': 0.25 });
  });

  it('takes each author without an id as a person of her own', () => {
    const work = split(author(null, 'peking'), author(null, 'fudan'), author(null, 'fudan'));
    expect(work.authors).toBe(3);
    expect(shareOf(work)['cn:3100']).toBeCloseTo(2 / 3, 15);
  });

  it('never takes an author without an id for one whose id looks like a position', () => {
    expect(split(author('0', 'peking'), author(null, 'fudan'), author('position 1', 'fudan')).authors).toBe(
      3,
    );
  });

  it('drops an institution that another of the author’s descends from, even if that one has no place', () => {
    const both = split(author('a', 'academy', 'institute'));
    expect(both.parts).toEqual([]);
    expect(both.unlocated).toEqual([{ reason: 'no place', share: 1 }]);
    const elsewhere = split(author('a', 'academy'), author('b', 'institute'));
    expect(shareOf(elsewhere)).toEqual({ 'cn:1100': 0.5 });
  });

  it('keeps two institutions that name each other as ancestors', () => {
    const circular: Whereabouts = { placeOf: (id) => id, ancestorsOf: (id) => (id === 'x' ? ['y'] : ['x']) };
    expect(splitWork({ authors: [author('a', 'x', 'y')] }, circular).parts).toHaveLength(2);
  });

  it('leaves unlocated what has no place, with its reason, and spreads it over nobody', () => {
    const work = split(author('a', 'peking', 'unknown'), author('b'));
    expect(shareOf(work)).toEqual({ 'cn:1100': 0.25 });
    expect(work.unlocated).toEqual([
      { reason: 'no place', share: 0.25 },
      { reason: 'no institution', share: 0.5 },
    ]);
    expect(split().unlocated).toEqual([{ reason: 'no author', share: 1 }]);
  });

  it('of a region is the sum of its cities’, its authors united', () => {
    const work = split(author('a', 'nanjing', 'fudan'), author('b', 'nanjing'), author('c', 'peking'));
    const delta = groupParts(work, (place) => (place.startsWith('cn:3') ? 'def:delta' : null));
    expect(delta.parts).toHaveLength(1);
    expect(delta.parts[0].place).toBe('def:delta');
    expect(delta.parts[0].share).toBeCloseTo(2 / 3, 15);
    expect(delta.parts[0].authors).toEqual([0, 1]);
  });
});

describe('Share and Count over works', () => {
  it('count a work once for each of its places', () => {
    const result = shares([
      split(author('a', 'peking', 'tsinghua')),
      split(author('a', 'peking', 'fudan')),
      split(),
    ]);
    expect(result.works).toBe(3);
    expect(result.places).toEqual([
      { place: 'cn:1100', share: 1.5, count: 2 },
      { place: 'cn:3100', share: 0.5, count: 1 },
    ]);
    expect(result.unlocated).toEqual([{ reason: 'no author', share: 1 }]);
  });

  it('cannot be changed afterwards', () => {
    const result = shares([split(author('a', 'peking'))]);
    expect(
      Object.isFrozen(result) && Object.isFrozen(result.places) && Object.isFrozen(result.places[0]),
    ).toBe(true);
  });
});

describe('a Share that is none', () => {
  it('is refused, in works made by hand', () => {
    for (const share of [-0.1, NaN, Infinity]) {
      const work = { authors: 1, parts: [{ place: 'a', share, authors: [0] }], unlocated: [] };
      expect(() => shares([work])).toThrow(`share 0 is ${share}, and must be 0 or more`);
      expect(() => groupParts(work, (place) => place)).toThrow(`share 0 is ${share}`);
      const lost = { authors: 1, parts: [], unlocated: [{ reason: 'no place' as const, share }] };
      expect(() => shares([lost])).toThrow(`unlocated share 0 is ${share}`);
    }
  });
});

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('for any works', () => {
  it('Σ Share + unlocated = number of works', () => {
    fc.assert(
      fc.property(anyWorks, (any) => {
        const result = shares(any);
        const sum = total(result.places.map((p) => p.share)) + total(result.unlocated.map((p) => p.share));
        expect(Math.abs(sum - any.length)).toBeLessThan(1e-9);
      }),
    );
  });

  it('the order of authors’ institutions and of works does not matter', () => {
    fc.assert(
      fc.property(anyWorks, (any) => {
        const forward = shares(any).places;
        const backward = shares(any.toReversed()).places;
        expect(backward.map((p) => [p.place, p.count])).toEqual(forward.map((p) => [p.place, p.count]));
        for (const [i, p] of forward.entries()) expect(backward[i].share).toBeCloseTo(p.share, 10);
      }),
    );
  });

  it('a region’s Share is the sum of its cities’ and its Count at most the sum', () => {
    fc.assert(
      fc.property(anyWorks, (any) => {
        const inRegion = (id: string): boolean => id < 'd';
        const cities = shares(any).places.filter((p) => inRegion(p.place));
        const region = shares(any.map((w) => groupParts(w, (id) => (inRegion(id) ? 'r' : null)))).places;
        expect(total(region.map((p) => p.share))).toBeCloseTo(total(cities.map((p) => p.share)), 10);
        expect(total(region.map((p) => p.count))).toBeLessThanOrEqual(total(cities.map((p) => p.count)));
      }),
    );
  });
});
