import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from './false-discovery.ts';

describe('p adjusted for the false discovery rate', () => {
  it('is min over k ≥ i of p·m/k, by hand, in the order given', () => {
    // 0.01·4/1 = 0.04, 0.02·4/2 = 0.04, 0.03·4/3 = 0.04, 0.5·4/4
    const adjusted = benjaminiHochberg([0.5, 0.03, 0.01, 0.02]);
    for (const [i, q] of [0.5, 0.04, 0.04, 0.04].entries()) expect(adjusted[i]).toBeCloseTo(q, 15);
    expect([...benjaminiHochberg([0.9, 0.8])]).toEqual([0.9, 0.9]);
    expect([...benjaminiHochberg([0.2])]).toEqual([0.2]);
    expect([...benjaminiHochberg([])]).toEqual([]);
  });

  it('never falls below p, keeps its order, is at most the largest p, and finds what the step-up rule finds', () => {
    const level = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(0.05, 0.2),
        (p, alpha) => {
          const q = benjaminiHochberg(p);
          const order = p.map((_, i) => i).sort((i, j) => p[i] - p[j]);
          for (const i of p.keys()) {
            expect(q[i]).toBeGreaterThanOrEqual(p[i]);
            expect(q[i]).toBeLessThanOrEqual(Math.max(...p));
          }
          for (let k = 1; k < order.length; k++) expect(q[order[k]]).toBeGreaterThanOrEqual(q[order[k - 1]]);
          // The rule itself: the largest k with p_(k)·m/k ≤ α; all up to it are discoveries.
          let found = 0;
          order.forEach((i, k) => {
            if (p[i] * (p.length / (k + 1)) <= alpha) found = k + 1;
          });
          expect(q.filter((value) => value <= alpha)).toHaveLength(found);
        },
      ),
    );
  });

  it('refuses what is no probability', () => {
    expect(() => benjaminiHochberg([0.1, 1.2])).toThrow('p 1 is 1.2');
    expect(() => benjaminiHochberg([NaN])).toThrow(RangeError);
  });
});
