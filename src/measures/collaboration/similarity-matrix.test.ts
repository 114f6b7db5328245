import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, matrix, matrixOf, type Matrix } from '../matrix.ts';
import { similarityMatrix, type SimilarityMeasure } from './similarity-matrix.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const names = ['a', 'b', 'c', 'd'];
const joint = matrixOf(
  [
    [9, 6, 2, 0],
    [6, 0, 0, 0],
    [2, 0, 5, 0],
    [0, 0, 0, 7],
  ],
  names,
  names,
);
const ALL: readonly SimilarityMeasure[] = ['association', 'probability', 'salton', 'jaccard', 'inclusion'];

describe('similarity of all pairs', () => {
  it('on collaborations, by hand, the diagonal left out', () => {
    // S = 8, 6, 2, 0 and T = 16.
    const ab = (measure: SimilarityMeasure): number =>
      at(similarityMatrix(joint, measure, { of: 'collaborations' }), 0, 1);
    expect(ab('association')).toBe((6 * 16) / 48);
    expect(ab('salton')).toBeCloseTo(6 / Math.sqrt(48), 15);
    expect(ab('jaccard')).toBe(6 / 8);
    expect(ab('inclusion')).toBe(1);
    expect(ab('probability')).toBeCloseTo(12 / (48 / 8 + 48 / 10), 15);
  });

  it('on works is another number', () => {
    const margin = { of: 'works', works: [20, 10, 8, 4], total: 40 } as const;
    expect(at(similarityMatrix(joint, 'association', margin), 0, 1)).toBe((6 * 40) / 200);
    expect(at(similarityMatrix(joint, 'jaccard', margin), 0, 1)).toBe(6 / 24);
    expect(() => similarityMatrix(joint, 'probability', margin)).toThrow('of collaborations');
  });

  it('is 0 without joint works, of a place without partners too, and on the diagonal', () => {
    for (const measure of ALL) {
      const table = similarityMatrix(joint, measure, { of: 'collaborations' });
      expect([at(table, 1, 2), at(table, 0, 3), at(table, 3, 3), at(table, 0, 0)]).toEqual([0, 0, 0, 0]);
      expect(table.rows).toEqual(names);
    }
  });

  it('refuses works that cannot be, by name', () => {
    const of =
      (works: number[], total = 40) =>
      () =>
        similarityMatrix(joint, 'salton', { of: 'works', works, total });
    expect(of([5, 10, 8, 4])).toThrow('from the 6 joint works of a to the 40 works in all, got 5');
    expect(of([20, 10, 8, 4], 15)).toThrow('to the 15 works in all, got 20');
    expect(of([20, 10])).toThrow('works must be one for each of 4 places, got 2');
    expect(of([20, 10, 8, NaN])).toThrow(RangeError);
    expect(() => similarityMatrix(joint, 'dice' as 'jaccard', { of: 'collaborations' })).toThrow(
      'measure must be one of',
    );
    expect(() => similarityMatrix(matrixOf([[0, 1]]), 'salton', { of: 'collaborations' })).toThrow(
      'same places',
    );
  });
});

describe('for any joint works, similarity', () => {
  const tables = fc.array(fc.nat(9), { minLength: 10, maxLength: 10 }).map((c): Matrix => {
    const n = 5;
    const cell = (i: number, j: number): number =>
      i === j ? 0 : c[(Math.max(i, j) * (Math.max(i, j) - 1)) / 2 + Math.min(i, j)];
    const five = ['a', 'b', 'c', 'd', 'e'];
    return matrix(
      five,
      five,
      Array.from({ length: n * n }, (_, k) => cell(Math.floor(k / n), k % n)),
    );
  });

  it('is symmetric, does not change with the unit, and lies in [0, 1] for sets', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...ALL), (table, measure) => {
        const own = similarityMatrix(table, measure, { of: 'collaborations' });
        const thrice = matrix(
          table.rows,
          table.columns,
          table.values.map((c) => 3 * c),
        );
        const scaled = similarityMatrix(thrice, measure, { of: 'collaborations' });
        for (let i = 0; i < 5; i++)
          for (let j = 0; j < 5; j++) {
            expect(at(own, i, j)).toBe(at(own, j, i));
            expect(at(scaled, i, j)).toBeCloseTo(at(own, i, j), 12);
            if (measure === 'salton' || measure === 'jaccard' || measure === 'inclusion')
              expect(at(own, i, j)).toBeLessThanOrEqual(1 + 1e-12);
          }
      }),
    );
  });
});
