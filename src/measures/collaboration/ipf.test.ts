import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipf } from './ipf.ts';
import { at, matrix, matrixOf } from '../matrix.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const diagonal = (i: number, j: number): boolean => i === j;

describe('iterative proportional fitting', () => {
  it('without structural zeros is independence', () => {
    const fit = ipf(
      matrixOf([
        [10, 20],
        [30, 60],
      ]),
      () => false,
    );
    expect(at(fit.value!, 0, 0)).toBeCloseTo((30 * 40) / 120, 12);
    expect(fit.iterations).toBeLessThanOrEqual(2);
  });

  it('keeps both margins of a table that is not symmetric, its structural zeros and its names', () => {
    const observed = [
      [0, 7, 2],
      [3, 0, 9],
      [5, 1, 0],
      [2, 2, 2],
    ];
    const { value } = ipf(matrixOf(observed, ['a', 'b', 'c', 'd'], ['x', 'y', 'z']), diagonal);
    expect([value!.rows, value!.columns]).toEqual([
      ['a', 'b', 'c', 'd'],
      ['x', 'y', 'z'],
    ]);
    const e = (i: number, j: number): number => at(value!, i, j);
    for (let i = 0; i < 4; i++) expect(sum([0, 1, 2].map((j) => e(i, j)))).toBeCloseTo(sum(observed[i]), 10);
    for (let j = 0; j < 3; j++)
      expect(sum([0, 1, 2, 3].map((i) => e(i, j)))).toBeCloseTo(sum(observed.map((row) => row[j])), 10);
    expect([e(0, 0), e(1, 1), e(2, 2)]).toEqual([0, 0, 0]);
    // Quasi-independence: odds ratios of open cells are 1.
    expect((e(3, 1) * e(0, 2)) / (e(3, 2) * e(0, 1))).toBeCloseTo(1, 10);
  });

  it('gives an empty row and column zeros', () => {
    const table = [
      [0, 3, 0],
      [3, 0, 0],
      [0, 0, 0],
    ];
    expect([...ipf(matrixOf(table), diagonal).value!.values]).toEqual(table.flat());
  });

  it('has no fit, and says why, where the margins cannot be met', () => {
    const star = [
      [0, 5, 3, 2],
      [5, 0, 0, 0],
      [3, 0, 0, 0],
      [2, 0, 0, 0],
    ];
    expect(ipf(matrixOf(star), diagonal, { maxIterations: 500 })).toEqual({
      value: null,
      reason: 'the iteration did not meet the margins',
      code: 'not-converged',
      iterations: 500,
    });
  });

  it('leaves weight in structural zeros out of the margins', () => {
    const closed = ipf(
      matrixOf([
        [4, 1],
        [1, 1],
      ]),
      (i) => i === 0,
    );
    expect([...closed.value!.values]).toEqual([0, 0, 1, 1]);
  });

  it('refuses limits that are none', () => {
    const table = matrixOf([[1]]);
    for (const tolerance of [0, NaN, Infinity])
      expect(() => ipf(table, () => false, { tolerance })).toThrow(
        `tolerance must be a finite number above 0, got ${tolerance}`,
      );
    for (const maxIterations of [0, 1.5, Infinity])
      expect(() => ipf(table, () => false, { maxIterations })).toThrow(`from 1, got ${maxIterations}`);
  });

  it('refuses a negative cell, by its names', () => {
    expect(() => ipf(matrixOf([[1, -2]], ['a'], ['x', 'y']), () => false)).toThrow(
      'observed must be 0 or more, got -2 at row a, column y',
    );
  });
});

describe('for any symmetric table, iterative proportional fitting', () => {
  const tables = fc.integer({ min: 4, max: 8 }).chain((n) =>
    fc
      .array(fc.double({ min: 1, max: 20, noNaN: true }), { minLength: n * n, maxLength: n * n })
      .map((cells) => {
        const names = Array.from({ length: n }, (_, i) => String(i));
        const cell = (i: number, j: number): number => (i === j ? 0 : cells[i < j ? i * n + j : j * n + i]);
        return matrix(
          names,
          names,
          cells.map((_, k) => cell(Math.floor(k / n), k % n)),
        );
      }),
  );

  it('is symmetric, holds margins to 1e-10, and scales with the table', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const n = table.rows.length;
        const fit = ipf(table, diagonal);
        fc.pre(fit.value !== null);
        const twice = ipf(
          matrix(
            table.rows,
            table.columns,
            table.values.map((x) => 2 * x),
          ),
          diagonal,
        );
        for (let i = 0; i < n; i++) {
          const [own, due] = [fit.value, table].map((m) => sum([...m.values.slice(i * n, (i + 1) * n)]));
          expect(Math.abs(own / due - 1)).toBeLessThan(1e-10);
          for (let j = 0; j < n; j++) {
            expect(at(fit.value, i, j)).toBeCloseTo(at(fit.value, j, i), 9);
            expect(at(twice.value!, i, j)).toBeCloseTo(2 * at(fit.value, i, j), 9);
          }
        }
      }),
    );
  });
});
