import { describe, expect, it } from 'vitest';
import { collaborationScore, isCoAffiliation, pairWeights } from './pair-weights.ts';

describe('the weights of a work’s pairs', () => {
  it('are 1, 1/C(k, 2) and 1/(k − 1)', () => {
    expect(pairWeights(2)).toEqual({ full: 1, perPair: 1, perPartner: 1 });
    expect(pairWeights(4)).toEqual({ full: 1, perPair: 1 / 6, perPartner: 1 / 3 });
  });

  it('do not exist for a work of one place or none', () => {
    expect(pairWeights(1)).toBeNull();
    expect(pairWeights(0)).toBeNull();
    for (const places of [2.5, -1, NaN])
      expect(() => pairWeights(places)).toThrow(`whole number of places, not ${places}`);
  });

  it('score a joint work by the parts of both', () => {
    expect(collaborationScore(0.25, 0.5)).toBe(0.75);
    for (const share of [-1, NaN, Infinity])
      expect(() => collaborationScore(share, 0.5)).toThrow(`got ${share} and 0.5`);
  });
});

describe('co-affiliation', () => {
  it('is one author with an institution in either place', () => {
    expect(isCoAffiliation([0], [0])).toBe(true);
  });

  it('is a place whose authors all have the other as well', () => {
    expect(isCoAffiliation([0, 1, 2], [1])).toBe(true);
    expect(isCoAffiliation([2], [0, 1, 2])).toBe(true);
  });

  it('is not a meeting: someone in each place who is not in the other', () => {
    expect(isCoAffiliation([0], [1])).toBe(false);
    expect(isCoAffiliation([0, 1], [1, 2])).toBe(false);
  });
});
