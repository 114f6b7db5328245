import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse, type Fusion, FUSIONS } from './rank-fusion.ts';

fc.configureGlobal({ seed: 2 ** 30 });

// Three works of scores 3, 2, 1: candidate 0 is behind the first and last, candidate 1 behind the second, 2 behind none.
const votes = { size: 3, candidates: [0, 1, 0], ranks: [1, 2, 3], scores: [3, 2, 1] };

describe('rank fusion', () => {
  it.each<[Fusion, number, number]>([
    ['votes', 2, 1],
    ['comb-sum', 4, 2],
    ['comb-max', 3, 2],
    ['comb-mnz', 8, 2],
    ['exp-comb-sum', 1 + Math.exp(-2), Math.exp(-1)],
    ['reciprocal-rank', 1 + 1 / 3, 1 / 2],
    ['rrf', 1 / 61 + 1 / 63, 1 / 62],
  ])('%s by hand', (method, first, second) => {
    const fused = fuse(votes, method);
    expect(fused[0]).toBeCloseTo(first, 14);
    expect(fused[1]).toBeCloseTo(second, 14);
    expect(fused[2]).toBe(0);
  });

  it('weighs a vote by the candidate’s part in what voted', () => {
    const weighted = { ...votes, weights: [0.5, 1, 0] };
    expect([...fuse(weighted, 'comb-sum')]).toEqual([1.5, 2, 0]);
    expect([...fuse(weighted, 'votes')]).toEqual([0.5, 1, 0]);
    expect([...fuse(weighted, 'comb-max')]).toEqual([1.5, 2, 0]);
  });

  it('has nothing to say without votes', () => {
    const none = { size: 2, candidates: [], ranks: [], scores: [] };
    for (const method of FUSIONS) expect([...fuse(none, method)]).toEqual([0, 0]);
  });

  it('refuses what cannot be a vote', () => {
    const bad = (change: object, what: string): void =>
      expect(() => fuse({ ...votes, ...change }, 'comb-sum')).toThrow(what);
    bad({ candidates: [0, 1, 3] }, 'candidates must be whole numbers from 0 to 2, got 3');
    bad({ ranks: [0, 1, 2] }, 'ranks must be 1 or more, got 0');
    bad({ scores: [1, NaN, 1] }, 'scores must be finite');
    bad({ scores: [1, -1, 1] }, 'scores must be finite and 0 or more, got -1');
    bad({ weights: [1, -1, 1] }, 'weights must be 0 or more, got -1');
    bad({ ranks: [1] }, '3 candidates, 1 ranks');
    bad({ size: 0.5 }, 'size must be');
    expect(() => fuse(votes, 'rrf', -1)).toThrow('k must be 0 or more, got -1');
    expect(() => fuse(votes, 'borda' as Fusion)).toThrow('method must be one of votes');
    expect(fuse({ ...votes, scores: [-1, -2, -3] }, 'exp-comb-sum')[0]).toBeGreaterThan(1);
  });

  it('does not depend on the order of the votes, and one more vote lowers nobody', () => {
    const vote = fc.tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 5, noNaN: true }),
    );
    const cast = (list: readonly [number, number, number][]) => ({
      size: 4,
      candidates: list.map(([candidate]) => candidate),
      ranks: list.map(([, rank]) => rank),
      scores: list.map(([, , score]) => score),
    });
    fc.assert(
      fc.property(fc.array(vote, { minLength: 1 }), (list) => {
        for (const method of FUSIONS) {
          const fused = fuse(cast(list), method);
          const turned = fuse(cast([...list].reverse()), method);
          for (const [i, score] of fused.entries()) expect(turned[i]).toBeCloseTo(score, 9);
          if (method === 'exp-comb-sum') continue;
          const fewer = fuse(cast(list.slice(1)), method);
          for (const [i, score] of fused.entries()) expect(score).toBeGreaterThanOrEqual(fewer[i] - 1e-12);
        }
      }),
    );
  });
});
