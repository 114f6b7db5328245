import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryTables, SPECIALISED } from '../../../test/binary-tables.ts';
import { diversity, ubiquity } from './diversity.ts';
import { matrix, matrixOf } from '../matrix.ts';

describe('diversity and ubiquity', () => {
  it('count the fields of each place and the places of each field', () => {
    expect([...diversity(SPECIALISED)]).toEqual([2, 2, 3]);
    expect([...ubiquity(SPECIALISED)]).toEqual([2, 3, 2, 0]);
  });

  it('sum to the same, within what there is, and change places where the table is turned', () => {
    fc.assert(
      fc.property(binaryTables, (m) => {
        const [k, u] = [diversity(m), ubiquity(m)];
        const sum = (x: Float64Array): number => x.reduce((total, value) => total + value, 0);
        expect(sum(k)).toBe(sum(u));
        expect(Math.max(...k)).toBeLessThanOrEqual(m.columns.length);
        expect(Math.max(...u)).toBeLessThanOrEqual(m.rows.length);
        const width = m.columns.length;
        const turned = m.columns.flatMap((_, j) => m.rows.map((__, i) => m.values[i * width + j]));
        expect(diversity(matrix(m.columns, m.rows, turned))).toEqual(u);
      }),
    );
  });

  it('are counts of specialisations only', () => {
    expect(() => diversity(matrixOf([[0.5]]))).toThrow('specialisations must be 0 or 1, got 0.5');
    expect(() => ubiquity(matrixOf([[1, 2]]))).toThrow('got 2 at row 0, column 1');
  });
});
