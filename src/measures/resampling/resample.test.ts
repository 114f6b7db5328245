import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { bootstrapWorks, everyResample, multinomialWeights, poissonWeights } from './resample.ts';

const total = (weights: Int32Array): number => weights.reduce((sum, weight) => sum + weight, 0);

describe('a resample of works', () => {
  it('holds as many works as there are, when their number is fixed', () => {
    const random = createRandom(1);
    for (let draw = 0; draw < 20; draw++) expect(total(multinomialWeights(50, random))).toBe(50);
  });

  it('holds a random number with Poisson weights, as many on average', () => {
    const random = createRandom(1);
    const sizes = Array.from({ length: 2000 }, () => total(poissonWeights(50, random)));
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    const variance = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length;
    expect(Math.abs(mean - 50)).toBeLessThan(4 * Math.sqrt(50 / 2000));
    expect(Math.abs(variance - 50)).toBeLessThan(4 * 50 * Math.sqrt(2 / 2000));
  });
});

describe('the bootstrap over works', () => {
  const shares = [1, 0.5, 0.25, 0, 0];
  const statistic = (weights: Int32Array): number[] => [
    shares.reduce((sum, s, w) => sum + s * weights[w], 0),
  ];
  const variance = (drawn: Float64Array): number =>
    drawn.reduce((sum, x) => sum + (x - 1.75) ** 2, 0) / drawn.length;

  it('has the variance of its formula: Σs² − S²/n at fixed n, Σs² with Poisson weights', () => {
    const fixed = bootstrapWorks({ works: 5, draws: 20_000, seed: 1, statistic });
    expect(Math.abs(variance(fixed) / 0.7 - 1)).toBeLessThan(0.04);
    const poisson = bootstrapWorks({ works: 5, draws: 20_000, seed: 1, weighting: 'poisson', statistic });
    expect(Math.abs(variance(poisson) / 1.3125 - 1)).toBeLessThan(0.05);
  });

  it('lays several numbers of a draw side by side and repeats itself for the same seed', () => {
    const run = (seed: number): Float64Array =>
      bootstrapWorks({ works: 3, draws: 4, seed, statistic: (weights) => [weights[0], total(weights)] });
    expect(run(2)).toHaveLength(8);
    expect([1, 3, 5, 7].map((k) => run(2)[k])).toEqual([3, 3, 3, 3]);
    expect(run(2)).toEqual(run(2));
    expect(run(2)).not.toEqual(run(3));
  });

  it('refuses no works, no draws, and a statistic that changes its length', () => {
    expect(() => bootstrapWorks({ works: 0, draws: 1, seed: 1, statistic })).toThrow(/works/);
    expect(() => bootstrapWorks({ works: 1, draws: 0.5, seed: 1, statistic })).toThrow(/draws/);
    let calls = 0;
    const growing = (): number[] => new Array<number>(++calls).fill(0);
    expect(() => bootstrapWorks({ works: 2, draws: 2, seed: 1, statistic: growing })).toThrow(
      /1 numbers and then 2/,
    );
  });
});

describe('all resamples', () => {
  it('are C(2n − 1, n) with probabilities that sum to 1', () => {
    for (const [n, count] of [
      [1, 1],
      [2, 3],
      [5, 126],
      [8, 6435],
    ]) {
      const all = [...everyResample(n)];
      expect(all).toHaveLength(count);
      expect(all.reduce((sum, resample) => sum + resample.probability, 0)).toBeCloseTo(1, 12);
      expect(all.every((resample) => total(resample.weights) === n)).toBe(true);
    }
  });

  it('are the ordered draws, counted', () => {
    const twice = [...everyResample(2)].find((resample) => resample.weights[0] === 1)!;
    expect(twice.probability).toBe(0.5);
  });

  it('are refused where they are too many to list', () => {
    expect(() => [...everyResample(11)]).toThrow(/1 to 10/);
    expect(() => [...everyResample(0)]).toThrow(RangeError);
  });
});
