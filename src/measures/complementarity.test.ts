import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryTables, SPECIALISED } from '../../test/binary-tables.ts';
import { addedDensity, complementarity } from './complementarity.ts';
import { valueAt } from './defined-matrix.ts';
import { at } from './matrix.ts';
import { proximity } from './proximity.ts';
import { relatednessDensity } from './relatedness-density.ts';

describe('complementarity', () => {
  it('is the mean of what a partner adds over the fields a place lacks, and never more than is missing', () => {
    fc.assert(
      fc.property(binaryTables, (m) => {
        const phi = proximity(m).matrix;
        for (const ownField of ['in', 'out'] as const) {
          const all = complementarity(m, phi, { ownField });
          const own = relatednessDensity(m, phi, { ownField });
          for (const [r, receiver] of m.rows.slice(0, 4).entries()) {
            const added = addedDensity(m, phi, receiver, { ownField });
            for (const giver of m.rows.slice(0, 4)) {
              const lacking = added.matrix.columns.filter((name) => at(m, r, m.columns.indexOf(name)) === 0);
              const values = lacking.map((name) => valueAt(added, giver, name).value!);
              const { value, reason } = valueAt(all, receiver, giver);
              if (lacking.length === 0) expect(reason).toBe('the place lacks no field');
              else expect(value).toBeCloseTo(values.reduce((sum, x) => sum + x, 0) / lacking.length, 12);
              if (giver === receiver && value !== null) expect(value).toBe(0);
              for (const name of added.matrix.columns)
                expect(
                  valueAt(added, giver, name).value! + valueAt(own, receiver, name).value!,
                ).toBeLessThanOrEqual(1 + 1e-12);
            }
          }
        }
      }),
    );
  });

  it('is not symmetric: a place with everything completes all, and nobody completes it', () => {
    const all = complementarity(SPECIALISED, proximity(SPECIALISED).matrix, { ownField: 'in' });
    expect(valueAt(all, 'a', 'c').value).toBeCloseTo(1 / (1 + 2 / 3 + 1 / 2), 14);
    expect(valueAt(all, 'c', 'a')).toMatchObject({ value: null, code: 'empty' });
    expect(() => addedDensity(SPECIALISED, proximity(SPECIALISED).matrix, 'z', { ownField: 'in' })).toThrow(
      'receiver must be a row',
    );
  });
});
