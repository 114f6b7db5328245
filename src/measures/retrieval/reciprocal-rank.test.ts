import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recallAt } from './recall.ts';
import { meanReciprocalRank, reciprocalRank } from './reciprocal-rank.ts';

describe('reciprocal rank', () => {
  it('is 1/r of the first that helps, 0 where none does, undefined where none could', () => {
    expect(reciprocalRank(['x', 'a', 'b'], ['a', 'b']).value).toBe(1 / 2);
    expect(reciprocalRank(['x'], ['a']).value).toBe(0);
    expect(reciprocalRank(['x'], [])).toMatchObject({ value: null, code: 'empty' });
    expect(() => reciprocalRank(['x', 'x'], ['a'])).toThrow('x stands there twice');
  });

  it('is averaged over the queries that have something to find', () => {
    const queries = [
      { ranked: ['a'], relevant: ['a'] },
      { ranked: ['x', 'y', 'z', 'a'], relevant: ['a'] },
      { ranked: ['x'], relevant: [] },
    ];
    expect(meanReciprocalRank(queries).value).toBe((1 + 1 / 4) / 2);
    expect(meanReciprocalRank(queries.slice(2))).toMatchObject({ value: null, code: 'empty' });
  });

  it('is 1 over the first k at which recall is above 0, for any ranking', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    fc.assert(
      fc.property(ids, ids, (ranked, relevant) => {
        const first = ranked.findIndex((_, i) => recallAt(ranked, relevant, i + 1).value! > 0);
        const { value } = reciprocalRank(ranked, relevant);
        expect(value).toBe(first < 0 ? 0 : 1 / (first + 1));
        // What stands behind the first that helps does not matter.
        if (first >= 0) expect(reciprocalRank(ranked.slice(0, first + 1), relevant).value).toBe(value);
      }),
      { seed: 12 },
    );
  });
});
