import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryTables } from '../../test/binary-tables.ts';
import { checkBinary, columnBits, countBits } from './binary.ts';
import { at, matrixOf } from './matrix.ts';

describe('a matrix of 0 and 1', () => {
  it('holds nothing else, and says where it does', () => {
    expect(() => checkBinary(matrixOf([[0, 1]]))).not.toThrow();
    const half = matrixOf([[0, 1, 0.5]], ['a'], ['f', 'g', 'h']);
    expect(() => checkBinary(half)).toThrow('specialisations must be 0 or 1, got 0.5 at row a, column h');
  });

  it('as bits by column counts rows that two columns have both', () => {
    fc.assert(
      fc.property(binaryTables, (m) => {
        const { bits, words } = columnBits(m);
        const last = m.columns.length - 1;
        let [both, plain] = [0, 0];
        for (let w = 0; w < words; w++) both += countBits(bits[w] & bits[last * words + w]);
        for (let i = 0; i < m.rows.length; i++) plain += at(m, i, 0) * at(m, i, last);
        expect(both).toBe(plain);
      }),
    );
  });

  it('counts the bits of a word, its sign among them', () => {
    expect([0, 1, 6, -1, 1 << 31].map(countBits)).toEqual([0, 1, 2, 32, 1]);
  });
});
