import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestedTable, nestedTables } from '../../../test/binary-tables.ts';
import { complexityOutlook } from './complexity-outlook.ts';
import { valueAt } from '../defined-matrix.ts';
import { at } from '../matrix.ts';
import { proximity } from './proximity.ts';
import { relatednessDensity } from './relatedness-density.ts';

describe('the complexity outlook', () => {
  it('is what its definition says, cell by cell', () => {
    fc.assert(
      fc.property(nestedTables, (m) => {
        const phi = proximity(m).matrix;
        const q = m.columns.map((_, j) => Math.sin(3 * j) * 2);
        const density = relatednessDensity(m, phi, { ownField: 'in' });
        const { index, gain } = complexityOutlook(m, phi, q, { ownField: 'in' });
        const reach = phi.columns.map((_, j) => phi.rows.reduce((sum, __, i) => sum + at(phi, i, j), 0));
        m.rows.forEach((c, i) => {
          let sum = 0;
          m.columns.forEach((p, j) => {
            const { value } = valueAt(gain, c, p);
            const own = phi.columns.indexOf(p);
            if (own < 0) {
              expect(value).toBeNull();
              return;
            }
            if (at(m, i, j) === 1) {
              expect(value).toBe(0);
              return;
            }
            sum += valueAt(density, c, p).value! * q[j];
            const due = phi.columns.reduce((total, other, l) => {
              const at2 = m.columns.indexOf(other);
              return total + ((1 - at(m, i, at2)) * at(phi, l, own) * q[at2]) / reach[l];
            }, 0);
            expect(value).toBeCloseTo(due, 10);
          });
          expect(index[i]).toBeCloseTo(sum, 10);
        });
      }),
    );
  });

  it('is not asked with another number of complexities', () => {
    const m = nestedTable(1, 5, 6);
    const phi = proximity(m).matrix;
    expect(() => complexityOutlook(m, phi, [1], { ownField: 'in' })).toThrow('6 fields, 1 complexities');
    expect(() => complexityOutlook(m, phi, new Array<number>(6).fill(NaN), { ownField: 'in' })).toThrow(
      'finite',
    );
  });
});
