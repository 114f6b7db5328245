import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewAndMany } from '../../../test/few-and-many.ts';
import { binaryTables, SPECIALISED } from '../../../test/binary-tables.ts';
import { valueAt } from '../defined-matrix.ts';
import { at, matrixOf, type Matrix } from '../matrix.ts';
import { proximity } from './proximity.ts';
import type { OwnField } from './relatedness.ts';
import { relatednessDensity } from './relatedness-density.ts';

/** By the definitions, cell by cell. */
function densityByHand(m: Matrix, phi: Matrix, own: boolean): (number | null)[] {
  return m.rows.flatMap((_, i) =>
    m.columns.map((name) => {
      const p = phi.columns.indexOf(name);
      let [have, reach] = [0, 0];
      for (const [q, other] of phi.rows.entries()) {
        if (p < 0 || (q === p && !own)) continue;
        const j = m.columns.indexOf(other);
        reach += at(phi, q, p);
        have += (j < 0 ? 0 : at(m, i, j)) * at(phi, q, p);
      }
      return reach === 0 ? null : have / reach;
    }),
  );
}

describe('relatedness density', () => {
  it('is which part of what is related a place has, own field in or out, by hand', () => {
    const phi = proximity(SPECIALISED).matrix;
    const [own, without] = (['in', 'out'] as const).map((ownField) =>
      relatednessDensity(SPECIALISED, phi, { ownField }),
    );
    // Place a has f and g; around f: 1 + 2/3 of 1 + 2/3 + 1/2, and without f itself 2/3 of 2/3 + 1/2.
    expect(valueAt(own, 'a', 'f').value).toBeCloseTo((1 + 2 / 3) / (1 + 2 / 3 + 1 / 2), 14);
    expect(valueAt(without, 'a', 'f').value).toBeCloseTo(2 / 3 / (2 / 3 + 1 / 2), 14);
    expect(valueAt(own, 'a', 'h').value).toBeCloseTo((2 / 3 + 1 / 2) / (1 + 2 / 3 + 1 / 2), 14);
    expect(valueAt(own, 'c', 'h').value).toBe(1);
    expect(valueAt(own, 'a', 'i')).toMatchObject({ code: 'zero-margin' });
  });

  it('is undefined around a field related to no other, where its own does not count', () => {
    const phi = matrixOf(
      [
        [1, 0, 0],
        [0, 1, 0.5],
        [0, 0.5, 1],
      ],
      ['f', 'g', 'h'],
      ['f', 'g', 'h'],
    );
    const m = matrixOf([[1, 0, 1]], ['a'], ['f', 'g', 'h']);
    expect(valueAt(relatednessDensity(m, phi, { ownField: 'out' }), 'a', 'f')).toEqual({
      value: null,
      reason: 'the field is related to no other',
      code: 'zero-margin',
    });
    expect(valueAt(relatednessDensity(m, phi, { ownField: 'in' }), 'a', 'f').value).toBe(1);
  });

  fewAndMany(
    'is the sum of its definition for any places, fields and order of fields, from 0 to 1',
    { few: 25, many: 100 },
    (numRuns) => {
      fc.assert(
        fc.property(binaryTables, (m) => {
          const phi = proximity(m).matrix;
          const n = phi.columns.length;
          const back = [...phi.columns].reverse();
          const turned = matrixOf(
            back.map((_, i) => back.map((__, j) => at(phi, n - 1 - i, n - 1 - j))),
            back,
            back,
          );
          for (const ownField of ['in', 'out'] as const) {
            const due = densityByHand(m, phi, ownField === 'in');
            for (const one of [phi, turned]) {
              const density = relatednessDensity(m, one, { ownField });
              m.rows.forEach(
                (row, i) =>
                  m.columns.forEach((column, j) => {
                    const { value } = valueAt(density, row, column);
                    const expected = due[i * m.columns.length + j];
                    if (expected === null) expect(value).toBeNull();
                    else expect(value).toBeCloseTo(expected, 12);
                    if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
                    if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12);
                  }),
                { numRuns },
              );
            }
          }
        }),
      );
    },
  );

  it('is not asked with a relatedness that is none', () => {
    expect(() =>
      relatednessDensity(SPECIALISED, proximity(SPECIALISED).matrix, { ownField: 'both' as OwnField }),
    ).toThrow('ownField must be in or out, got both');
    expect(() => relatednessDensity(SPECIALISED, matrixOf([[1, 2]]), { ownField: 'in' })).toThrow(
      'the same fields',
    );
    const negative = matrixOf([
      [1, -0.1],
      [-0.1, 1],
    ]);
    expect(() => relatednessDensity(SPECIALISED, negative, { ownField: 'in' })).toThrow(
      'relatedness 1 is -0.1',
    );
  });
});
