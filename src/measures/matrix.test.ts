import { describe, expect, it } from 'vitest';
import { at, matrix, matrixOf } from './matrix.ts';

describe('a matrix', () => {
  it('has its values by row, and its rows and columns named once', () => {
    const m = matrix(['a', 'b'], ['x', 'y', 'z'], [1, 2, 3, 4, 5, 6]);
    expect(at(m, 0, 2)).toBe(3);
    expect(at(m, 1, 0)).toBe(4);
    expect(m).toEqual(
      matrixOf(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        ['a', 'b'],
        ['x', 'y', 'z'],
      ),
    );
  });

  it('takes the number of a row or column for its name where it has none', () => {
    expect(matrixOf([[1, 2]])).toMatchObject({ rows: ['0'], columns: ['0', '1'] });
    expect(matrixOf([]).values).toHaveLength(0);
  });

  it('keeps its own copy, and its names cannot be changed', () => {
    const values = new Float64Array([1]);
    const rows = ['a'];
    const m = matrix(rows, ['x'], values);
    values[0] = 2;
    rows[0] = 'b';
    expect([at(m, 0, 0), m.rows[0]]).toEqual([1, 'a']);
    expect([m, m.rows, m.columns].every(Object.isFrozen)).toBe(true);
  });

  it('refuses a wrong number of values, a name that stands twice, and what is not finite', () => {
    expect(() => matrix(['a'], ['x', 'y'], [1])).toThrow(
      'values must be 1 rows × 2 columns = 2 numbers, got 1',
    );
    expect(() => matrix(['a', 'a'], ['x'], [1, 2])).toThrow('rows must have different names, got a twice');
    expect(() => matrix(['a'], ['x', 'x'], [1, 2])).toThrow('columns must have different names, got x twice');
    expect(() => matrix(['a'], ['x', 'y'], [1, NaN])).toThrow(
      'values must be finite, got NaN at row a, column y',
    );
    expect(() => matrixOf([[1, 2], [3]])).toThrow('nested must have 2 numbers in every row, got 1 in row 1');
  });
});
