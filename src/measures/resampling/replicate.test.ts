import { describe, expect, it } from 'vitest';
import { POISSON_THRESHOLDS, REPLICATE_P, REPLICATE_Q, poissonWeight, replicateKeys } from './replicate.ts';

/** The formula of the doc comment in whole numbers of any size. */
function byBigInt(keys: { a: number; b: number; k: number }, id: number): number {
  const p = BigInt(REPLICATE_P);
  const x =
    ((BigInt(id) % p) * BigInt(keys.a) +
      (BigInt(id) % BigInt(REPLICATE_Q)) * BigInt(keys.b) +
      BigInt(keys.k)) %
    p;
  const y = x ** 5n % p;
  return POISSON_THRESHOLDS.filter((threshold) => y >= BigInt(threshold)).length;
}

describe('the weight of a work in a replicate', () => {
  it('is the formula, also for ids beyond 32 bits', () => {
    for (let replicate = 0; replicate < 20; replicate++) {
      const keys = replicateKeys(1, replicate);
      for (const id of [
        0,
        1,
        2,
        741_638_887,
        2_741_809_807,
        REPLICATE_P - 1,
        REPLICATE_P,
        REPLICATE_P + 1,
        2 * REPLICATE_P,
        2 ** 52,
        7_100_000_123,
        Number.MAX_SAFE_INTEGER,
      ])
        expect(poissonWeight(keys, id)).toBe(byBigInt(keys, id));
    }
  });

  it('never needs a number beyond a BIGINT', () => {
    const top = BigInt(REPLICATE_P - 1);
    expect(2n * top * top + top).toBeLessThan(2n ** 63n);
  });

  it('has thresholds at the cumulative Poisson probabilities', () => {
    expect(POISSON_THRESHOLDS.slice(0, 3)).toEqual([790_015_084, 1_580_030_168, 1_975_037_710]);
    expect(POISSON_THRESHOLDS.at(-1)).toBeLessThan(REPLICATE_P);
    expect([...POISSON_THRESHOLDS].sort((x, y) => x - y)).toEqual(POISSON_THRESHOLDS);
  });

  it('is Poisson with mean 1 over works, and unrelated between replicates and neighbouring works', () => {
    const n = 50_000;
    const [first, second] = [replicateKeys(3, 0), replicateKeys(3, 1)];
    const w = Array.from({ length: n }, (_, i) => poissonWeight(first, 2_000_000_000 + i));
    const v = Array.from({ length: n }, (_, i) => poissonWeight(second, 2_000_000_000 + i));
    const covariance = (x: number[], y: number[]): number =>
      x.reduce((sum, value, i) => sum + (value - 1) * (y[i] - 1), 0) / x.length;
    const bound = 4 / Math.sqrt(n);
    expect(Math.abs(w.reduce((sum, x) => sum + x, 0) / n - 1)).toBeLessThan(bound);
    expect(Math.abs(covariance(w, w) - 1)).toBeLessThan(2 * bound);
    expect(Math.abs(covariance(w, v))).toBeLessThan(bound);
    expect(Math.abs(covariance(w.slice(1), w.slice(0, -1)))).toBeLessThan(bound);
    const triple = w.slice(2).reduce((sum, x, i) => sum + (x - 1) * (w[i] - 1) * (w[i + 1] - 1), 0) / (n - 2);
    expect(Math.abs(triple)).toBeLessThan(bound);
  });

  it('is uncorrelated between two works over replicates', () => {
    const n = 5_000;
    let sum = 0;
    for (let replicate = 0; replicate < n; replicate++) {
      const keys = replicateKeys(9, replicate);
      sum += (poissonWeight(keys, 1_000) - 1) * (poissonWeight(keys, 1_001) - 1);
    }
    expect(Math.abs(sum / n)).toBeLessThan(4 / Math.sqrt(n));
  });

  it('refuses an id that is no whole number', () => {
    expect(() => poissonWeight(replicateKeys(1, 0), 1.5)).toThrow(RangeError);
    expect(() => poissonWeight(replicateKeys(1, 0), -1)).toThrow(RangeError);
  });
});
