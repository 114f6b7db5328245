import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recallAt } from './recall.ts';

fc.configureGlobal({ seed: 2 ** 30 });

describe('recall', () => {
  it('is the part of the relevant that stands among the first k', () => {
    expect(recallAt(['a', 'x', 'b', 'y'], ['a', 'b', 'c', 'd'], 3)).toEqual({ value: 0.5, reason: null });
    expect(recallAt(['a', 'x', 'b'], new Set(['b']), 2).value).toBe(0);
    expect(recallAt([], ['a'], 10).value).toBe(0);
  });

  it('is undefined where nothing is relevant, and refuses a rank that is none or an id ranked twice', () => {
    expect(recallAt(['a'], [], 3)).toMatchObject({ value: null, code: 'empty' });
    expect(() => recallAt(['a'], ['a'], 0)).toThrow('k must be a whole number from 1, got 0');
    expect(() => recallAt(['a', 'b', 'a'], ['a'], 1)).toThrow('a stands there twice');
  });

  it('grows with k up to what was found, for any ranking', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1 });
    fc.assert(
      fc.property(ids, ids, (ranked, relevant) => {
        let before = 0;
        for (let k = 1; k <= ranked.length; k++) {
          const { value } = recallAt(ranked, relevant, k);
          expect(value).toBeGreaterThanOrEqual(before);
          before = value!;
        }
        const found = relevant.filter((id) => ranked.includes(id)).length;
        expect(before).toBe(found / relevant.length);
      }),
    );
  });
});
