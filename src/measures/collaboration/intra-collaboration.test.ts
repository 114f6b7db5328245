import { describe, expect, it } from 'vitest';
import {
  linkParts,
  REGION,
  resample,
  statistic,
  synthesise,
  INTRA,
  RATIO,
  DRAWS,
} from '../../../test/judged-works.ts';
import { intraCollaboration } from './intra-collaboration.ts';
import { percentileInterval } from '../resampling/interval.ts';
import type { WorkParts } from '../output/share.ts';

/** A work of these places, an author each. */
const work = (...places: string[]): WorkParts => ({
  authors: places.length,
  parts: [...places].sort().map((place, k) => ({ place, share: 1 / places.length, authors: [k] })),
  unlocated: [],
});

describe('a region’s collaboration', () => {
  it('by hand: a work of k places gives each of its pairs 1/(k − 1)', () => {
    const works = [
      work('a', 'b'),
      work('a', 'b', 'x'),
      work('a', 'x'),
      work('x', 'y'),
      work('y', 'a', 'b'),
      work('a'),
    ];
    const found = intraCollaboration(works, ['a', 'b']);
    // Inside 1 + ½ + ½; across ½·2, 1, ½·2.
    expect(found).toMatchObject({ works: 6, collaborativeWorks: 5, jointWorks: 3, inside: 2, across: 3 });
    expect(found.intraShare.value).toBe(2 / 5);
    expect(found.eiIndex.value).toBeCloseTo(1 / 5, 15);
    // Strengths a 4, b 3, x 3, y 2: E_ab + E_ax + E_ay = 4 and so on; the expected share has E_ab only once in its ends.
    const { value: E } = found.expectedInside;
    expect(found.expectedShare.value).toBeCloseTo(E! / (7 - E!), 14);
    expect(found.ratio.value).toBeCloseTo(2 / E!, 14);
  });

  it('of all places is all inside, as expected', () => {
    const works = [work('a', 'b'), work('b', 'c'), work('a', 'c', 'd'), work('a', 'd'), work('b', 'd')];
    const found = intraCollaboration(works, ['a', 'b', 'c', 'd']);
    expect(found.intraShare.value).toBe(1);
    expect(found.expectedShare.value).toBeCloseTo(1, 12);
    expect(found.ratio.value).toBeCloseTo(1, 12);
    expect(found.intraInterval).toMatchObject({ low: null, reason: 'no variation between works' });
  });

  it('leaves out works of more authors than the cap', () => {
    const works = [work('a', 'b'), work('a', 'b', 'x', 'y')];
    expect(intraCollaboration(works, ['a', 'b'], { authorCap: 3 })).toMatchObject({
      collaborativeWorks: 1,
      across: 0,
    });
    expect(() => intraCollaboration(works, ['a'], { authorCap: 0 })).toThrow(
      'authorCap must be a number from 1',
    );
  });

  it('is undefined without links, of one place, and where one place holds half of all links', () => {
    const none = intraCollaboration([work('a'), work('b')], ['a', 'b']);
    expect(none.intraShare).toMatchObject({ value: null, code: 'empty' });
    expect(none.ratio).toMatchObject({ value: null, code: 'empty' });
    const works = [work('a', 'b'), work('b', 'c'), work('c', 'a')];
    expect(intraCollaboration(works, ['a']).ratio).toMatchObject({ value: null, code: 'zero-margin' });
    const star = intraCollaboration([work('hub', 'a'), work('hub', 'b'), work('hub', 'c')], ['hub', 'a']);
    expect(star.intraShare.value).toBe(1 / 3);
    expect(star.ratio).toMatchObject({ value: null, code: 'infinite' });
    expect(star.ratioInterval).toMatchObject({ low: null, reason: 'one place holds half of all links' });
    expect(() => intraCollaboration(works, ['a', 'a'])).toThrow('each place once');
  });

  it(
    'has the intervals of a plain bootstrap over works, in 5,000 works of 60 cities',
    { tags: 'full' },
    () => {
      const works = synthesise(3);
      const parts = works.map(linkParts);
      const observed = statistic(works, parts, new Float64Array(works.length).fill(1));
      const drawn = resample(works, parts, 7);
      const found = intraCollaboration(
        works.map(({ cities, shares }) => ({
          authors: cities.length,
          parts: cities.map((city, k) => ({ place: String(city), share: shares[k], authors: [k] })),
          unlocated: [],
        })),
        REGION.map(String),
      );
      expect(DRAWS).toBeGreaterThanOrEqual(1000);
      for (const [estimate, interval, at] of [
        [found.intraShare, found.intraInterval, INTRA.perPartner],
        [found.ratio, found.ratioInterval, RATIO],
      ] as const) {
        expect(estimate.value).toBeCloseTo(observed[at], 10);
        const due = percentileInterval(drawn[at], 0.95);
        const width = due.high - due.low;
        expect(Math.abs(interval.low! - due.low) / width).toBeLessThan(0.06);
        expect(Math.abs(interval.high! - due.high) / width).toBeLessThan(0.06);
      }
    },
  );
});
