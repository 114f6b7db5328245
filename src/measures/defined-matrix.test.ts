import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pick, sums, valueAt, withMargins } from './defined-matrix.ts';
import { matrixOf } from './matrix.ts';

const M = matrixOf(
  [
    [1, 0, 2],
    [0, 0, 0],
  ],
  ['a', 'b'],
  ['f', 'g', 'h'],
);

describe('a matrix of what is defined', () => {
  it('keeps rows and columns with a sum, and says of the others why not', () => {
    const kept = withMargins(M, 'nothing in the row', 'nothing in the column');
    expect([kept.rows, kept.columns]).toEqual([[0], [0, 2]]);
    const found = pick(M, kept, (i, j) => 10 * i + j);
    expect([found.matrix.rows, found.matrix.columns]).toEqual([['a'], ['f', 'h']]);
    expect([...found.matrix.values]).toEqual([0, 2]);
    expect(valueAt(found, 'a', 'h')).toEqual({ value: 2, reason: null });
    expect(valueAt(found, 'b', 'f')).toEqual({
      value: null,
      reason: 'nothing in the row',
      code: 'zero-margin',
    });
    expect(valueAt(found, 'a', 'g').reason).toBe('nothing in the column');
    expect(
      Object.isFrozen(found) && Object.isFrozen(found.omitted) && Object.isFrozen(found.omitted[0]),
    ).toBe(true);
  });

  it('knows no row or column that was never there', () => {
    const found = pick(M, withMargins(M, 'nothing in the row', 'nothing in the column'), () => 0);
    expect(() => valueAt(found, 'z', 'f')).toThrow('no row z');
    expect(() => valueAt(found, 'a', 'z')).toThrow('no column z');
  });

  it('has sums by row and by column that add up to the same', () => {
    const tables = fc.array(fc.array(fc.nat(99), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(tables, (nested) => {
        const { rows, columns, total } = sums(matrixOf(nested));
        expect(rows.reduce((sum, x) => sum + x, 0)).toBe(total);
        expect(columns.reduce((sum, x) => sum + x, 0)).toBe(total);
        expect(rows[0]).toBe(nested[0].reduce((sum, x) => sum + x, 0));
      }),
    );
  });
});
