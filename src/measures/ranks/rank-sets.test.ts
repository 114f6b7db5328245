import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointRankIntervals } from './joint-ranks.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { createRandom } from '../random.ts';
import { marginalRankSets, simultaneousRankSets } from './rank-sets.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const diagonal = (variances: readonly number[]): Float64Array => {
  const n = variances.length;
  return Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? variances[k / (n + 1)] : 0));
};
const ends = (sets: readonly { low: number; high: number }[]) => sets.map(({ low, high }) => [low, high]);

describe('rank sets', () => {
  it('of two places ask one difference, two-sided', () => {
    const critical = normalQuantile(0.975) * Math.SQRT2;
    for (const [gap, due] of [
      [
        0.9 * critical,
        [
          [1, 2],
          [1, 2],
        ],
      ],
      [
        1.1 * critical,
        [
          [1, 1],
          [2, 2],
        ],
      ],
    ] as const)
      for (const sets of [simultaneousRankSets, marginalRankSets])
        expect(
          ends(sets({ totals: [gap, 0], covariance: diagonal([1, 1]), draws: 20_000, seed: 1 })),
        ).toEqual(due);
  });

  it('tell nothing apart where all are tied, and all where nothing is near', () => {
    const covariance = diagonal([1, 1, 1, 1]);
    expect(ends(simultaneousRankSets({ totals: [5, 5, 5, 5], covariance, seed: 1 }))).toEqual([
      [1, 4],
      [1, 4],
      [1, 4],
      [1, 4],
    ]);
    expect(ends(simultaneousRankSets({ totals: [10, 30, 20, 40], covariance, seed: 1 }))).toEqual([
      [4, 4],
      [2, 2],
      [3, 3],
      [1, 1],
    ]);
  });

  it('use the covariance: places that rise together are told apart more surely', () => {
    const together = [1, 0.95, 0.95, 1];
    const [first] = simultaneousRankSets({ totals: [11, 10], covariance: together, seed: 1 });
    const [apart] = simultaneousRankSets({ totals: [11, 10], covariance: diagonal([1, 1]), seed: 1 });
    expect([first.high, apart.high]).toEqual([1, 2]);
  });

  it('do not tell apart two places that no work tells apart', () => {
    const moved = [2, 2, 2, 2];
    expect(ends(simultaneousRankSets({ totals: [5, 3], covariance: moved, seed: 1 }))).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(ends(marginalRankSets({ totals: [5], covariance: [1], seed: 1 }))).toEqual([[1, 1]]);
  });

  it('refuse shapes that do not fit, what is not finite, and places that are not there', () => {
    const covariance = diagonal([1, 1]);
    expect(() => simultaneousRankSets({ totals: [1], covariance, seed: 1 })).toThrow('1 totals');
    expect(() => simultaneousRankSets({ totals: [1, NaN], covariance, seed: 1 })).toThrow(
      'totals must be finite',
    );
    expect(() => simultaneousRankSets({ totals: [1, 2], covariance, seed: 1, level: 1 })).toThrow('level');
    expect(() => simultaneousRankSets({ totals: [1, 2], covariance, seed: 1, draws: 0 })).toThrow('draws');
    expect(() => marginalRankSets({ totals: [1, 2], covariance, seed: 1 }, [2])).toThrow(
      'from 0 to 1, got 2',
    );
  });
});

describe('the promise of rank sets', () => {
  /** In how many of `rounds` draws of estimates around θ all true ranks, or the first place's, lie in their sets. */
  function coverage(
    theta: readonly number[],
    rounds: number,
  ): { all: number; own: number; intervals: number } {
    const n = theta.length;
    const covariance = diagonal(new Array<number>(n).fill(1));
    /** Of tied places, every rank that they could be given. */
    const truth = theta.map((value) => [
      1 + theta.filter((x) => x > value).length,
      n - theta.filter((x) => x < value).length,
    ]);
    const random = createRandom(8);
    let [all, own, intervals] = [0, 0, 0];
    for (let round = 0; round < rounds; round++) {
      const totals = theta.map((value) => value + random.normal());
      const input = { totals, covariance, seed: round, draws: 400 };
      const holds = ({ low, high }: { low: number; high: number }, i: number): boolean =>
        low <= truth[i][0] && truth[i][1] <= high;
      if (simultaneousRankSets(input).every(holds)) all += 1;
      if (holds(marginalRankSets(input, [0])[0], 0)) own += 1;
      if (jointRankIntervals(input).every(holds)) intervals += 1;
    }
    return { all: all / rounds, own: own / rounds, intervals: intervals / rounds };
  }

  it('is kept where places are tied, where intervals of resampled ranks break it', () => {
    const { all, own, intervals } = coverage([0, 0, 0, 0, 0, 0], 600);
    // Standard error of 0.95 over 600 rounds: 0.009.
    expect(all).toBeGreaterThan(0.92);
    expect(own).toBeGreaterThan(0.92);
    expect(intervals).toBeLessThan(0.5);
  });

  it('is kept where some are apart and some are near', () => {
    const { all, own } = coverage([8, 7.5, 7.5, 2, 1, -6], 400);
    expect(all).toBeGreaterThan(0.92);
    expect(own).toBeGreaterThan(0.92);
  });
});

describe('for any totals, rank sets', () => {
  const totals = fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 2, maxLength: 9 });

  it('hold the observed rank; marginal ones lie in simultaneous ones, and stepdown in those without', () => {
    fc.assert(
      fc.property(totals, (any) => {
        const input = {
          totals: any,
          covariance: diagonal(any.map((_, i) => 0.5 + (i % 3))),
          seed: 3,
          draws: 500,
        };
        const wide = simultaneousRankSets({ ...input, stepdown: false });
        const sets = simultaneousRankSets(input);
        const marginal = marginalRankSets(input);
        for (const [i, { rank, low, high }] of sets.entries()) {
          expect(low <= rank && rank <= high).toBe(true);
          expect(wide[i].low <= low && high <= wide[i].high).toBe(true);
          expect(low <= marginal[i].low && marginal[i].high <= high).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('do not change with the unit', () => {
    fc.assert(
      fc.property(totals, (any) => {
        const sets = (x: readonly number[], unit: number) =>
          ends(
            simultaneousRankSets({
              totals: x,
              covariance: diagonal(x.map(() => unit * unit)),
              seed: 3,
              draws: 300,
            }),
          );
        expect(
          sets(
            any.map((x) => 4 * x),
            4,
          ),
        ).toEqual(sets(any, 1));
      }),
      { numRuns: 60 },
    );
  });
});
