import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  affinityOfCollaborations,
  affinityOfWorks,
  inclusion,
  jaccard,
  saltonCosine,
  steijnProbability,
} from './similarity.ts';

describe('similarity', () => {
  it('is 1 on average for places that meet as often as chance has it', () => {
    expect(affinityOfWorks(10, 100, 50, 500).value).toBe(1);
    expect(affinityOfCollaborations(5, 100, 50, 1000).value).toBe(1);
  });

  it('differs with the margin: collaborations are not works', () => {
    expect(affinityOfWorks(10, 100, 50, 500).value).not.toBe(affinityOfCollaborations(10, 40, 30, 500).value);
  });

  it('by Steijn corrects for the missing self-pairs: three equal places are exactly as expected', () => {
    // c = 1 for each pair, S = 2, T = 6: under self-pairs the affinity would be 1.5.
    expect(affinityOfCollaborations(1, 2, 2, 6).value).toBe(1.5);
    expect(steijnProbability(1, 2, 2, 6).value).toBeCloseTo(1, 15);
  });

  it('of sets: cosine, Jaccard and inclusion', () => {
    expect(saltonCosine(6, 9, 16).value).toBe(0.5);
    expect(jaccard(6, 9, 16).value).toBe(6 / 19);
    expect(inclusion(6, 9, 16).value).toBe(6 / 9);
    expect(inclusion(9, 9, 16).value).toBe(1);
  });

  it('of two places that share nothing is 0, of a place without any margin undefined', () => {
    for (const measure of [saltonCosine, jaccard, inclusion]) {
      expect(measure(0, 5, 7).value).toBe(0);
      expect(measure(0, 0, 7)).toEqual({
        value: null,
        reason: 'the margin of a place is 0',
        code: 'zero-margin',
      });
    }
    for (const measure of [affinityOfCollaborations, affinityOfWorks, steijnProbability]) {
      expect(measure(0, 5, 7, 20).value).toBe(0);
      expect(measure(0, 5, 0, 20).value).toBeNull();
    }
    expect(steijnProbability(5, 10, 5, 10).reason).toBe('one place holds all links');
  });

  it('is not asked of negative numbers, or of none', () => {
    expect(() => saltonCosine(-1, 5, 7)).toThrow('joint must be a number from 0, got -1');
    expect(() => jaccard(1, NaN, 7)).toThrow('mi must be a number from 0, got NaN');
    expect(() => inclusion(1, 5, Infinity)).toThrow('mj must be');
    expect(() => affinityOfWorks(1, 5, 7, NaN)).toThrow('N must be');
    expect(() => affinityOfCollaborations(1, 5, 7, -2)).toThrow('T must be');
    expect(() => steijnProbability(1, -5, 7, 20)).toThrow('Si must be');
  });
});

describe('for any two places, similarity', () => {
  it('is symmetric, does not change with the unit, and of sets lies in [0, 1], inclusion first and Jaccard last', () => {
    const places = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }))
      .chain(([m, n]) => fc.tuple(fc.constant(m), fc.constant(n), fc.nat(Math.min(m, n))));
    fc.assert(
      fc.property(places, ([m, n, joint]) => {
        for (const measure of [affinityOfCollaborations, affinityOfWorks, steijnProbability]) {
          const own = measure(joint, m, n, 1200).value!;
          expect(measure(joint, n, m, 1200).value).toBeCloseTo(own, 12);
          expect(measure(3 * joint, 3 * m, 3 * n, 3600).value).toBeCloseTo(own, 10);
          expect(own).toBeGreaterThanOrEqual(0);
        }
        const [least, middle, most] = [jaccard, saltonCosine, inclusion].map((measure) => {
          const own = measure(joint, m, n).value!;
          expect(measure(joint, n, m).value).toBeCloseTo(own, 12);
          expect(measure(3 * joint, 3 * m, 3 * n).value).toBeCloseTo(own, 12);
          return own;
        });
        expect(least).toBeGreaterThanOrEqual(0);
        expect(middle).toBeGreaterThanOrEqual(least - 1e-12);
        expect(most).toBeGreaterThanOrEqual(middle - 1e-12);
        expect(most).toBeLessThanOrEqual(1);
      }),
      { seed: 20 },
    );
  });
});
