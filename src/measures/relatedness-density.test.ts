import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedDensity, complementarity } from './complementarity.ts';
import { valueAt } from './defined-matrix.ts';
import { at, matrixOf, type Matrix } from './matrix.ts';
import { proximity } from './proximity.ts';
import { relatednessDensity } from './relatedness-density.ts';

const M = matrixOf(
  [
    [1, 1, 0, 0],
    [0, 1, 1, 0],
    [1, 1, 1, 0],
  ],
  ['a', 'b', 'c'],
  ['f', 'g', 'h', 'i'],
);

const binary = fc
  .tuple(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 2, max: 9 }), fc.integer())
  .map(([rows, columns, seed]) => {
    let state = seed | 0;
    const next = (): number => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      return (state >>> 16) % 3 === 0 ? 1 : 0;
    };
    return matrixOf(Array.from({ length: rows }, () => Array.from({ length: columns }, next)));
  });

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

describe('proximity', () => {
  it('is the smaller conditional probability, by hand; a field of nobody is omitted', () => {
    const { matrix: phi, omitted } = proximity(M);
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
      fc.property(binary, (m) => {
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

describe('relatedness density', () => {
  it('is which part of what is related a place has, own field in or out, by hand', () => {
    const phi = proximity(M).matrix;
    const [own, without] = (['in', 'out'] as const).map((ownField) =>
      relatednessDensity(M, phi, { ownField }),
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

  it('is the sum of its definition for any places, fields and order of fields, from 0 to 1', () => {
    fc.assert(
      fc.property(binary, (m) => {
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
            m.rows.forEach((row, i) =>
              m.columns.forEach((column, j) => {
                const { value } = valueAt(density, row, column);
                const expected = due[i * m.columns.length + j];
                if (expected === null) expect(value).toBeNull();
                else expect(value).toBeCloseTo(expected, 12);
                if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
                if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12);
              }),
            );
          }
        }
      }),
    );
  });

  it('is not asked with a relatedness that is none', () => {
    expect(() => relatednessDensity(M, matrixOf([[1, 2]]), { ownField: 'in' })).toThrow('the same fields');
    const negative = matrixOf([
      [1, -0.1],
      [-0.1, 1],
    ]);
    expect(() => relatednessDensity(M, negative, { ownField: 'in' })).toThrow('relatedness 1 is -0.1');
  });
});

describe('complementarity', () => {
  it('is the mean of what a partner adds over the fields a place lacks, and never more than is missing', () => {
    fc.assert(
      fc.property(binary, (m) => {
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
    const all = complementarity(M, proximity(M).matrix, { ownField: 'in' });
    expect(valueAt(all, 'a', 'c').value).toBeCloseTo(1 / (1 + 2 / 3 + 1 / 2), 14);
    expect(valueAt(all, 'c', 'a')).toMatchObject({ value: null, code: 'empty' });
    expect(() => addedDensity(M, proximity(M).matrix, 'z', { ownField: 'in' })).toThrow(
      'receiver must be a row',
    );
  });
});
