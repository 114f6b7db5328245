import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sums, valueAt } from '../defined-matrix.ts';
import { locationQuotient, locationQuotients } from './location-quotient.ts';
import { matrix, matrixOf } from '../matrix.ts';

const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .filter((nested) => nested.flat().some((value) => value > 0)),
  );

describe('the location quotient', () => {
  it('is the part in the place over the part in all, by hand', () => {
    // 6 of 10 in the place, 20 of 100 in all.
    expect(locationQuotient({ cell: 6, row: 10, column: 20, total: 100 }).value).toBeCloseTo(3, 15);
    const { matrix: m, omitted } = locationQuotients(
      matrixOf(
        [
          [6, 4],
          [14, 76],
        ],
        ['a', 'b'],
        ['f', 'g'],
      ),
    );
    expect(omitted).toEqual([]);
    expect([...m.values].map((value) => Number(value.toFixed(6)))).toEqual([3, 0.5, 0.777778, 1.055556]);
  });

  it('is undefined for a place or a field with nothing, and never 0 or NaN there', () => {
    const x = matrixOf(
      [
        [1, 0, 2],
        [0, 0, 0],
      ],
      ['a', 'b'],
      ['f', 'g', 'h'],
    );
    const all = locationQuotients(x);
    expect(all.matrix.rows).toEqual(['a']);
    expect(all.matrix.columns).toEqual(['f', 'h']);
    expect(valueAt(all, 'a', 'h')).toEqual({ value: 1, reason: null });
    expect(valueAt(all, 'b', 'f')).toMatchObject({ value: null, code: 'zero-margin' });
    expect(valueAt(all, 'a', 'g').reason).toBe('no place has anything in the field');
    expect(() => valueAt(all, 'z', 'f')).toThrow('no row z');
    expect(locationQuotient({ cell: 0, row: 0, column: 3, total: 9 })).toMatchObject({ code: 'zero-margin' });
    expect(locationQuotient({ cell: 0, row: 3, column: 0, total: 9 })).toMatchObject({ code: 'zero-margin' });
  });

  it('averages to 1 by what was to be expected, and does not change where the whole table is scaled', () => {
    fc.assert(
      fc.property(table, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (nested, scale) => {
        const x = matrixOf(nested);
        const { matrix: m } = locationQuotients(x);
        const scaled = locationQuotients(
          matrix(
            x.rows,
            x.columns,
            x.values.map((value) => value * scale),
          ),
        );
        scaled.matrix.values.forEach((value, i) => expect(value).toBeCloseTo(m.values[i], 9));
        const { columns, total } = sums(x);
        for (const [i] of m.rows.entries()) {
          const mean = m.columns.reduce(
            (sum, name, j) => sum + (columns[Number(name)] / total) * m.values[i * m.columns.length + j],
            0,
          );
          expect(mean).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('changes where one row is scaled: the row moves what all is', () => {
    const [before, after] = [
      [
        [6, 4],
        [14, 76],
      ],
      [
        [60, 40],
        [14, 76],
      ],
    ].map((nested) => locationQuotients(matrixOf(nested)));
    expect(after.matrix.values[0]).not.toBeCloseTo(before.matrix.values[0], 1);
  });

  it('is not asked of negative amounts, or of a cell above its row', () => {
    expect(() => locationQuotients(matrixOf([[1, -2]]))).toThrow('amount 1 is -2');
    expect(() => locationQuotient({ cell: 5, row: 4, column: 9, total: 20 })).toThrow('a cell of 5');
    expect(() => locationQuotient({ cell: NaN, row: 4, column: 9, total: 20 })).toThrow(RangeError);
  });
});
