import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewAndMany } from '../../../test/few-and-many.ts';
import { binaryTables, SPECIALISED } from '../../../test/binary-tables.ts';
import { addedDensity, completingFields, complementarity } from './complementarity.ts';
import { valueAt } from '../defined-matrix.ts';
import { at, matrixOf } from '../matrix.ts';
import { proximity } from './proximity.ts';
import { relatednessDensity } from './relatedness-density.ts';

describe('complementarity', () => {
  fewAndMany(
    'is the mean of what a partner adds over the fields a place lacks, and never more than is missing',
    { few: 25, many: 100 },
    (numRuns) => {
      fc.assert(
        fc.property(binaryTables, (m) => {
          const phi = proximity(m).matrix;
          for (const ownField of ['in', 'out'] as const) {
            const all = complementarity(m, phi, { ownField });
            const own = relatednessDensity(m, phi, { ownField });
            const some = m.rows.filter((_, i) => i % 2 === 0);
            const few = complementarity(m, phi, { ownField, receivers: some });
            for (const receiver of some)
              for (const giver of m.rows)
                expect(valueAt(few, receiver, giver)).toEqual(valueAt(all, receiver, giver));
            for (const [r, receiver] of m.rows.slice(0, 4).entries()) {
              const added = addedDensity(m, phi, receiver, { ownField });
              for (const giver of m.rows.slice(0, 4)) {
                const lacking = added.matrix.columns.filter(
                  (name) => at(m, r, m.columns.indexOf(name)) === 0,
                );
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
        { numRuns },
      );
    },
  );

  it('is not symmetric: a place with everything completes all, and nobody completes it', () => {
    const all = complementarity(SPECIALISED, proximity(SPECIALISED).matrix, { ownField: 'in' });
    expect(valueAt(all, 'a', 'c').value).toBeCloseTo(1 / (1 + 2 / 3 + 1 / 2), 14);
    expect(valueAt(all, 'c', 'a')).toMatchObject({ value: null, code: 'empty' });
    expect(() => addedDensity(SPECIALISED, proximity(SPECIALISED).matrix, 'z', { ownField: 'in' })).toThrow(
      'receiver must be a row',
    );
  });
});

describe('the fields in which a partner completes a place', () => {
  fewAndMany(
    'are those that it has and the place lacks, and add up to its complementarity',
    { few: 25, many: 100 },
    (numRuns) => {
      fc.assert(
        fc.property(binaryTables, (m) => {
          const phi = proximity(m).matrix;
          for (const ownField of ['in', 'out'] as const) {
            const all = complementarity(m, phi, { ownField });
            for (const [r, receiver] of m.rows.slice(0, 4).entries()) {
              const fields = completingFields(m, phi, receiver, { ownField });
              for (const [s, giver] of m.rows.slice(0, 4).entries()) {
                const { value } = valueAt(all, receiver, giver);
                if (value === null) {
                  expect(fields.matrix.columns).toEqual([]);
                  continue;
                }
                const parts = fields.matrix.columns.map((_, j) => at(fields.matrix, s, j));
                expect(parts.reduce((sum, x) => sum + x, 0)).toBeCloseTo(value, 12);
                for (const [j, name] of fields.matrix.columns.entries()) {
                  const column = m.columns.indexOf(name);
                  if (at(m, s, column) === 0 || at(m, r, column) === 1) expect(parts[j]).toBe(0);
                }
              }
            }
          }
        }),
        { numRuns },
      );
    },
  );

  it('are as worked out by hand, and refused of a place that is no row', () => {
    // a lacks q and r.
    const m = matrixOf(
      [
        [1, 0, 0],
        [0, 1, 1],
      ],
      ['a', 'b'],
      ['p', 'q', 'r'],
    );
    const phi = matrixOf(
      [
        [0, 0.5, 1],
        [0.5, 0, 1],
        [1, 1, 0],
      ],
      ['p', 'q', 'r'],
      ['p', 'q', 'r'],
    );
    const { matrix } = completingFields(m, phi, 'a', { ownField: 'out' });
    // q gives 0 to q and 1/2 to r; r gives 1/1.5 to q and 0 to r; each over the two fields that a lacks.
    expect(at(matrix, 1, 0)).toBe(0);
    expect(at(matrix, 1, 1)).toBeCloseTo(1 / 4, 14);
    expect(at(matrix, 1, 2)).toBeCloseTo(1 / 3, 14);
    expect(() => completingFields(m, phi, 'z', { ownField: 'in' })).toThrow('receiver must be a row');
  });
});
