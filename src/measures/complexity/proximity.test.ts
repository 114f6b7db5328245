import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryTables, SPECIALISED } from '../../../test/binary-tables.ts';
import { at, matrixOf } from '../matrix.ts';
import { proximity } from './proximity.ts';

describe('proximity', () => {
  it('is the smaller conditional probability, by hand; a field of nobody is omitted', () => {
    const { matrix: phi, omitted } = proximity(SPECIALISED);
    expect(phi.columns).toEqual(['f', 'g', 'h']);
    // Ubiquity 2, 3, 2; together f–g 2, f–h 1, g–h 2.
    expect([...phi.values]).toEqual([1, 2 / 3, 1 / 2, 2 / 3, 1, 2 / 3, 1 / 2, 2 / 3, 1]);
    expect(omitted.map(({ axis, name, code }) => [axis, name, code])).toEqual([
      ['column', 'i', 'zero-margin'],
      ['row', 'i', 'zero-margin'],
    ]);
  });

  it('is symmetric, from 0 to 1, and the same in any order and for places doubled', () => {
    fc.assert(
      fc.property(binaryTables, (m) => {
        const phi = proximity(m).matrix;
        const n = phi.columns.length;
        const rows = m.rows.map((_, i) => m.columns.map((__, j) => at(m, i, j)));
        const doubled = proximity(matrixOf([...rows, ...[...rows].reverse()], undefined, m.columns)).matrix;
        for (let p = 0; p < n; p++)
          for (let q = 0; q < n; q++) {
            const [a, b] = [m.columns.indexOf(phi.columns[p]), m.columns.indexOf(phi.columns[q])];
            const [k, l] = [a, b].map((j) => rows.reduce((sum, row) => sum + row[j], 0));
            const both = rows.reduce((sum, row) => sum + row[a] * row[b], 0);
            expect(at(phi, p, q)).toBe(both / Math.max(k, l));
            expect(at(phi, q, p)).toBe(at(phi, p, q));
            expect(at(doubled, p, q)).toBe(at(phi, p, q));
          }
      }),
    );
    expect(() => proximity(matrixOf([[2]]))).toThrow('specialisations must be 0 or 1');
  });
});
