import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWorks, PLACES } from '../../../test/any-works.ts';
import { linkStrengths, links } from './links.ts';
import { groupParts, splitWork, type WorkParts } from '../output/share.ts';

fc.configureGlobal({ seed: 2 ** 30 });

/** A work whose authors sit in the places named, one list of places an author. */
const work = (...authors: string[][]): WorkParts =>
  splitWork(
    { authors: authors.map((institutions) => ({ id: null, institutions })) },
    { placeOf: (id) => id },
  );

describe('links', () => {
  it('are made by no work of one place', () => {
    expect(links([work(['a'], ['a']), work()]).pairs).toEqual([]);
    expect(links([work(['a'], ['a'])]).collaborativeWorks).toBe(0);
  });

  it('hold every counting of a pair side by side', () => {
    const { pairs, collaborativeWorks } = links([work(['a'], ['b']), work(['a'], ['a'], ['b'], ['c'])]);
    expect(collaborativeWorks).toBe(2);
    expect(pairs.map(({ a, b }) => a + b)).toEqual(['ab', 'ac', 'bc']);
    expect(pairs[0].full).toBe(2);
    expect(pairs[0].perPair).toBeCloseTo(1 + 1 / 3, 12);
    expect(pairs[0].perPartner).toBeCloseTo(1 + 1 / 2, 12);
    expect(pairs[0].score).toBeCloseTo(1 + 3 / 4, 12);
    expect(pairs[0].product).toBeCloseTo(1 / 4 + 1 / 8, 12);
  });

  it('lose a co-affiliation’s weight, its product excepted, and keep the work’s other pairs as they were', () => {
    // One author in a and b, another in c: a–b is co-affiliation, a–c and b–c are not.
    const works = [work(['a', 'b'], ['c'])];
    const [ab, ac, bc] = links(works, { withoutCoAffiliation: true }).pairs;
    expect([ab.full, ab.perPair, ab.perPartner, ab.score]).toEqual([0, 0, 0, 0]);
    expect(ab.product).toBeCloseTo(1 / 16, 12);
    expect([ac.perPair, bc.perPair]).toEqual([1 / 3, 1 / 3]);
    expect(links(works).pairs[0].full).toBe(1);
  });

  it('are not made by works above the author cap, which keep their product', () => {
    const big = work(...Array.from({ length: 101 }, (_, i) => [i === 0 ? 'a' : 'b']));
    const result = links([big, work(['a'], ['b'])], { authorCap: 100 });
    expect(result.collaborativeWorks).toBe(1);
    expect(result.cappedWorks).toBe(1);
    expect(result.pairs[0].full).toBe(1);
    expect(result.pairs[0].product).toBeCloseTo(0.25 + 100 / 101 ** 2, 12);
    expect(links([big]).pairs[0].full).toBe(1);
    expect(() => links([big], { authorCap: 0 })).toThrow(RangeError);
  });

  it('give a place one unit of strength a collaborative work under 1/(k − 1)', () => {
    const { pairs } = links([
      work(['a'], ['b'], ['c']),
      work(['a'], ['b']),
      work(['a'], ['b'], ['c'], ['d']),
    ]);
    const strengths = linkStrengths(pairs, ['a', 'b', 'c', 'd', 'e'], 'perPartner');
    for (const [i, expected] of [3, 3, 2, 1, 0].entries()) expect(strengths[i]).toBeCloseTo(expected, 12);
  });

  it('have strengths only for places that are listed, once', () => {
    const { pairs } = links([work(['a'], ['b'])]);
    expect(() => linkStrengths(pairs, ['a'], 'full')).toThrow(/not listed/);
    expect(() => linkStrengths(pairs, ['a', 'b', 'a'], 'full')).toThrow(/twice/);
  });

  it('are not made of Shares or weights that are none', () => {
    const [one] = links([work(['a'], ['b'])]).pairs;
    expect(() => linkStrengths([{ ...one, full: NaN }], ['a', 'b'], 'full')).toThrow('full 0 is NaN');
    expect(() => linkStrengths([one], ['a', 'b'], 'half' as 'full')).toThrow('half 0 is undefined');
    for (const share of [-1, NaN]) {
      const [p, q] = work(['a'], ['b']).parts;
      const bad = { authors: 2, parts: [{ ...p, share }, q], unlocated: [] };
      expect(() => links([bad])).toThrow(`Shares must be finite and 0 or more, got ${share} and 0.5`);
    }
  });
});

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('for any works', () => {
  it('the total of the 1/C(k, 2) counting is the number of collaborative works', () => {
    fc.assert(
      fc.property(anyWorks, (any) => {
        const { pairs, collaborativeWorks } = links(any);
        expect(total(pairs.map((pair) => pair.perPair))).toBeCloseTo(collaborativeWorks, 9);
      }),
    );
  });

  it('a place’s strength under 1/(k − 1) is its number of collaborative works', () => {
    fc.assert(
      fc.property(anyWorks, (any) => {
        const strengths = linkStrengths(links(any).pairs, PLACES, 'perPartner');
        for (const [i, name] of PLACES.entries()) {
          const joint = any.filter((w) => w.parts.length > 1 && w.parts.some((part) => part.place === name));
          expect(strengths[i]).toBeCloseTo(joint.length, 9);
        }
      }),
    );
  });

  it('the collaboration score is symmetric: renaming places backwards leaves every pair’s score', () => {
    fc.assert(
      fc.property(anyWorks, (any) => {
        const mirror = (id: string): string => String.fromCharCode(97 + 102 - id.charCodeAt(0));
        const mirrored = links(any.map((work) => groupParts(work, mirror))).pairs;
        const scores = new Map(mirrored.map((pair) => [mirror(pair.b) + mirror(pair.a), pair.score]));
        for (const pair of links(any).pairs) expect(scores.get(pair.a + pair.b)).toBeCloseTo(pair.score, 12);
      }),
    );
  });

  it('leaving out co-affiliation or large works never adds to a link, nor takes from a product', () => {
    fc.assert(
      fc.property(anyWorks, fc.integer({ min: 1, max: 6 }), (any, authorCap) => {
        const all = links(any).pairs;
        const fewer = links(any, { authorCap, withoutCoAffiliation: true }).pairs;
        expect(fewer.map((pair) => pair.a + pair.b)).toEqual(all.map((pair) => pair.a + pair.b));
        for (const [i, pair] of fewer.entries()) {
          expect(pair.product).toBe(all[i].product);
          for (const counting of ['full', 'perPair', 'perPartner', 'score'] as const)
            expect(pair[counting]).toBeLessThanOrEqual(all[i][counting] + 1e-12);
        }
      }),
    );
  });
});
