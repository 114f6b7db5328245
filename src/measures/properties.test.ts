import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedInside, quasiIndependence } from './expected.ts';
import { gradientInside } from './gradient.ts';
import { linkStrengths, links } from './links.ts';
import { competitionRanks } from './rank.ts';
import { groupParts, shares, splitWork, type WorkParts } from './share.ts';
import { UNITS, unitShares } from './units.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const place = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '');
const author = fc.record({
  id: fc.option(fc.constantFrom('1', '2', '3', '4')),
  institutions: fc.array(place, { maxLength: 4 }),
});
/** Works of up to seven authorships; the institution '' has no place. */
const works = fc.array(
  fc
    .array(author, { maxLength: 7 })
    .map((authors): WorkParts => splitWork({ authors }, { placeOf: (id) => (id === '' ? null : id) })),
  { maxLength: 30 },
);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('for any works', () => {
  it('Σ Share + unlocated = number of works, in floats and exactly in units', () => {
    fc.assert(
      fc.property(works, (any) => {
        const result = shares(any);
        const sum = total(result.places.map((p) => p.share)) + total(result.unlocated.map((p) => p.share));
        expect(Math.abs(sum - any.length)).toBeLessThan(1e-9);
        const units = any.map((work) =>
          total(unitShares([...work.parts, ...work.unlocated].map((p) => p.share))),
        );
        expect(total(units)).toBe(any.length * UNITS);
      }),
    );
  });

  it('the order of authors’ institutions and of works does not matter', () => {
    fc.assert(
      fc.property(works, (any) => {
        const forward = shares(any).places;
        const backward = shares(any.toReversed()).places;
        expect(backward.map((p) => [p.place, p.count])).toEqual(forward.map((p) => [p.place, p.count]));
        for (const [i, p] of forward.entries()) expect(backward[i].share).toBeCloseTo(p.share, 10);
      }),
    );
  });

  it('the total of the 1/C(k, 2) counting is the number of collaborative works', () => {
    fc.assert(
      fc.property(works, (any) => {
        const { pairs, collaborativeWorks } = links(any);
        expect(total(pairs.map((pair) => pair.perPair))).toBeCloseTo(collaborativeWorks, 9);
      }),
    );
  });

  it('a place’s strength under 1/(k − 1) is its number of collaborative works', () => {
    fc.assert(
      fc.property(works, (any) => {
        const names = ['a', 'b', 'c', 'd', 'e', 'f'];
        const strengths = linkStrengths(links(any).pairs, names, 'perPartner');
        for (const [i, name] of names.entries()) {
          const joint = any.filter((w) => w.parts.length > 1 && w.parts.some((part) => part.place === name));
          expect(strengths[i]).toBeCloseTo(joint.length, 9);
        }
      }),
    );
  });

  it('the collaboration score is symmetric: renaming places backwards leaves every pair’s score', () => {
    fc.assert(
      fc.property(works, (any) => {
        const mirror = (id: string): string => String.fromCharCode(97 + 102 - id.charCodeAt(0));
        const mirrored = links(any.map((work) => groupParts(work, mirror))).pairs;
        const scores = new Map(mirrored.map((pair) => [mirror(pair.b) + mirror(pair.a), pair.score]));
        for (const pair of links(any).pairs) expect(scores.get(pair.a + pair.b)).toBeCloseTo(pair.score, 12);
      }),
    );
  });

  it('leaving out co-affiliation or large works never adds to a link, nor takes from a product', () => {
    fc.assert(
      fc.property(works, fc.integer({ min: 1, max: 6 }), (any, authorCap) => {
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

  it('a region’s Share is the sum of its cities’ and its Count at most the sum', () => {
    fc.assert(
      fc.property(works, (any) => {
        const inRegion = (id: string): boolean => id < 'd';
        const cities = shares(any).places.filter((p) => inRegion(p.place));
        const region = shares(any.map((w) => groupParts(w, (id) => (inRegion(id) ? 'r' : null)))).places;
        expect(total(region.map((p) => p.share))).toBeCloseTo(total(cities.map((p) => p.share)), 10);
        expect(total(region.map((p) => p.count))).toBeLessThanOrEqual(total(cities.map((p) => p.count)));
      }),
    );
  });
});

describe('for any parts', () => {
  it('units are whole, not negative, in the order of the parts but for one unit a part, and sum to 2^30', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(parts, (any) => {
        fc.pre(any.some((part) => part > 1e-300));
        const units = unitShares(any);
        expect(total(units)).toBe(UNITS);
        expect(units.every((unit) => Number.isInteger(unit) && unit >= 0)).toBe(true);
        const sum = total(any);
        for (const [i, unit] of units.entries())
          expect(Math.abs(unit - (UNITS * any[i]) / sum)).toBeLessThanOrEqual(any.length);
      }),
    );
  });
});

describe('for any strengths of a table', () => {
  /** A symmetric table of positive weights on n ≥ 4 places, as its strengths. */
  const strengths = fc.integer({ min: 4, max: 12 }).chain((n) =>
    fc
      .array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), {
        minLength: (n * (n - 1)) / 2,
        maxLength: (n * (n - 1)) / 2,
      })
      .map((weights) => {
        const S = new Float64Array(n);
        let next = 0;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < i; j++) {
            S[i] += weights[next];
            S[j] += weights[next++];
          }
        return S;
      }),
  );

  it('quasi-independence holds every margin to 1e-10', () => {
    fc.assert(
      fc.property(strengths, (S) => {
        const fit = quasiIndependence(S);
        expect(fit.reason).toBeNull();
        for (let i = 0; i < S.length; i++) {
          let margin = 0;
          for (let j = 0; j < S.length; j++) if (j !== i) margin += fit.a[i] * fit.a[j];
          expect(Math.abs(margin / S[i] - 1)).toBeLessThan(1e-10);
        }
      }),
    );
  });

  it('the gradient gives the expected value back: E is of degree one', () => {
    fc.assert(
      fc.property(strengths, (S) => {
        const fit = quasiIndependence(S);
        const gradient = gradientInside(fit, [0, 1, 3])!;
        const terms = [...S].map((strength, i) => strength * gradient[i]);
        const size = total(terms.map(Math.abs));
        expect(Math.abs(total(terms) - expectedInside(fit, [0, 1, 3])!)).toBeLessThan(1e-10 * size);
      }),
    );
  });
});

describe('for any totals', () => {
  it('competition ranks count the strictly greater', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (totals) => {
        const ranks = competitionRanks(totals);
        for (const [i, value] of totals.entries())
          expect(ranks[i]).toBe(1 + totals.filter((other) => other > value).length);
      }),
    );
  });
});
