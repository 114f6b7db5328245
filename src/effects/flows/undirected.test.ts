import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPanel } from '../../../test/any-flows.ts';
import { ppml } from '../ppml/ppml.ts';
import { pairClusters, pairs, undirectedEffects } from './undirected.ts';

describe('flows without direction', () => {
  it('have one pair whichever end comes first, and a city with itself', () => {
    expect(pairs({ first: ['a', 'b', 'b', 'c'], second: ['b', 'a', 'b', 'a'] })).toEqual(
      Int32Array.of(0, 0, 2, 1),
    );
    expect(pairClusters({ first: [1, 2], second: [2, 1] })).toEqual([
      { name: 'pair', of: Int32Array.of(0, 0) },
    ]);
  });

  it('have one effect of a city in a year, at whichever end it stands', () => {
    const [pair, city] = undirectedEffects({
      first: ['a', 'b', 'b'],
      second: ['b', 'c', 'a'],
      year: [2010, 2010, 2011],
    });
    expect(pair).toEqual({ name: 'pair', of: Int32Array.of(0, 1, 0) });
    // a 2010, a 2011, b 2010, b 2011, c 2010.
    expect(city).toEqual({ name: 'city-year', ends: [Int32Array.of(0, 2, 3), Int32Array.of(2, 4, 1)] });
  });

  it('are estimated alike whichever end of a pair is named first', () => {
    fc.assert(
      fc.property(anyPanel, (panel) => {
        const of = (turn: (i: number) => boolean): ReturnType<typeof ppml> => {
          const swapped = {
            first: panel.first.map((city, i) => (turn(i) ? panel.second[i] : city)),
            second: panel.second.map((city, i) => (turn(i) ? panel.first[i] : city)),
            year: panel.year,
          };
          return ppml(
            { y: panel.y, regressors: { x: panel.x }, effects: undirectedEffects(swapped) },
            { errors: { kind: 'cluster', by: pairClusters(swapped) } },
          );
        };
        const [one, other] = [of(() => false), of((i) => i % 3 === 0)];
        const [a, b] = [one.coefficients[0], other.coefficients[0]];
        if (a.estimate === null) expect(b).toEqual(a);
        else {
          expect(b.estimate).toBeCloseTo(a.estimate, 8);
          expect(b.standardError! - a.standardError!).toBeCloseTo(0, 7);
        }
        expect(other.sample).toEqual(one.sample);
      }),
      { seed: 3, numRuns: 30 },
    );
  });

  it('are refused with lists of unlike lengths, NaN, or cities told by numbers at one end and texts at the other', () => {
    expect(() => undirectedEffects({ first: [1, 2], second: [2], year: [1, 1] })).toThrow(
      'ends must have 2 rows, got 1',
    );
    expect(() => undirectedEffects({ first: [1, 2], second: [2, 3], year: [1] })).toThrow(
      'year must have 2 rows, got 1',
    );
    expect(() => undirectedEffects({ first: [1, NaN], second: [2, 3], year: [1, 1] })).toThrow(
      'number 1 is NaN',
    );
    expect(() => pairs({ first: ['1', '2'], second: [2, 3] })).toThrow(
      'ends must be all numbers or all texts',
    );
    expect(() => pairs({ first: [1, 2, 3], second: [2, 3] })).toThrow('ends must have 3 rows, got 2');
  });
});
