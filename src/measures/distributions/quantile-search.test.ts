import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileSearch, type Tail } from './quantile-search.ts';

/** The logistic distribution: both tails and the density by itself, log-concave. */
function logistic(u: number): { lower: number; upper: number; density: number } {
  const [lower, upper] = [1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u))];
  return { lower, upper, density: lower * upper };
}

describe('a search for a quantile', () => {
  it('finds the logit of p on either side, from wherever it starts', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        fc.double({ min: -30, max: 30, noNaN: true }),
        (p, start) => {
          const logit = Math.log(p) - Math.log1p(-p);
          expect(quantileSearch(logistic, p, 'lower', start)).toBeCloseTo(logit, 9);
          expect(quantileSearch(logistic, p, 'upper', start)).toBeCloseTo(-logit, 9);
        },
      ),
    );
  });

  it('keeps the digits of a small p', () => {
    expect(quantileSearch(logistic, 1e-200, 'upper', 0) / (200 * Math.LN10)).toBeCloseTo(1, 13);
  });

  it('is not asked for 0 or 1, or on a side that is none', () => {
    for (const p of [0, 1, NaN])
      expect(() => quantileSearch(logistic, p, 'lower', 0)).toThrow('between 0 and 1');
    expect(() => quantileSearch(logistic, 0.5, 'both' as Tail, 0)).toThrow(
      'tail must be lower or upper, got both',
    );
  });
});
