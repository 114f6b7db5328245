import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { editDistance, nearMisses } from './misspelt.ts';

describe('editDistance', () => {
  it.each([
    ['london', 'london', 0],
    ['londn', 'london', 1],
    ['lnodon', 'london', 1],
    ['lundun', 'london', 2],
    ['paris', 'london', 3],
    ['', 'ab', 2],
  ])('%s → %s is %i, at a limit of 2', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });

  it('is symmetric and zero only for the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b, 100)).toBe(editDistance(b, a, 100));
        expect(editDistance(a, b, 100) === 0).toBe(a === b);
      }),
    );
  });
});

describe('nearMisses', () => {
  it('gives the nearest first, and leaves the name itself and far ones out', () => {
    expect(nearMisses('suzhou', ['suzhou', 'zuzhou', 'fuzhuo', 'beijing'], 5)).toEqual([
      { key: 'zuzhou', distance: 1 },
      { key: 'fuzhuo', distance: 2 },
    ]);
  });

  it('has none for a name of two letters, to which everything is near', () => {
    expect(nearMisses('ii', ['io', 'i'], 5)).toEqual([]);
  });
});
