import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestedTable, nestedTables } from '../../../test/binary-tables.ts';
import { complexity, type Complexity } from './complexity.ts';
import { pearson } from '../association/correlation.ts';
import { diversity } from '../specialisation/diversity.ts';
import { at, matrixOf, type Matrix } from '../matrix.ts';
import { createRandom } from '../random.ts';

type Found = Extract<Complexity, { reason: null }>;

function found(of: Complexity): Found {
  if (of.reason !== null) throw new Error(of.reason);
  return of;
}

/** M_cc' by its definition. */
function byDefinition(m: Matrix): number[][] {
  const sum = (row: number[]): number => row.reduce((total, x) => total + x, 0);
  const rows = m.rows.map((_, i) => m.columns.map((__, j) => at(m, i, j)));
  const ubiquity = m.columns.map((_, j) => sum(rows.map((row) => row[j])));
  return rows.map((a) =>
    rows.map((b) => sum(a.map((x, j) => (x === 0 ? 0 : (x * b[j]) / (sum(a) * ubiquity[j]))))),
  );
}

describe('economic complexity', () => {
  it('of two pairs of places joined by one field, by hand', () => {
    // a, b share f; c, d share g; b and c share h. ECI is odd about the middle: −, −, +, + and orders a < b < c < d.
    const m = matrixOf(
      [
        [1, 0, 0],
        [1, 0, 1],
        [0, 1, 1],
        [0, 1, 0],
      ],
      ['a', 'b', 'c', 'd'],
      ['f', 'g', 'h'],
    );
    const { eci, pci, eigenvalues, anchor } = found(complexity(m));
    const turned = eci[0] < 0 ? eci : eci.map((x) => -x);
    expect(turned[0]).toBeLessThan(turned[1]);
    expect(turned[1]).toBeCloseTo(-turned[2], 12);
    expect(turned[0]).toBeCloseTo(-turned[3], 12);
    expect(eigenvalues[0]).toBeCloseTo(1, 13);
    expect(pci[2]).toBeCloseTo(0, 12);
    // Diversity 1, 2, 2, 1 is even about the middle: it says nothing of the sign.
    expect(anchor).toMatchObject({ by: 'greatest', correlation: null, weak: true });
  });

  it('is the second eigenvector of M_cc′, standardised, and the mean PCI of a place’s fields, on either side', () => {
    fc.assert(
      fc.property(nestedTables, (m) => {
        const one = complexity(m);
        if (one.reason !== null || one.eigengap < 1e-4) return;
        const kept = matrixOf(
          one.places.map((c) => one.fields.map((p) => at(m, m.rows.indexOf(c), m.columns.indexOf(p)))),
        );
        const { eci, pci } = one;
        const n = eci.length;
        expect(eci.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 9);
        expect(eci.reduce((sum, x) => sum + x * x, 0) / n).toBeCloseTo(1, 9);
        const k = diversity(kept);
        for (let i = 0; i < n; i++) {
          const mean = pci.reduce((sum, x, j) => sum + at(kept, i, j) * x, 0) / k[i];
          expect(mean).toBeCloseTo(eci[i], 8);
        }
        // M v = λ v, with v = ECI less its mean by diversity (the trivial vector).
        const shift = eci.reduce((sum, x, i) => sum + k[i] * x, 0) / k.reduce((sum, x) => sum + x, 0);
        const v = eci.map((x) => x - shift);
        for (const [i, row] of byDefinition(kept).entries()) {
          const product = row.reduce((sum, x, j) => sum + x * v[j], 0);
          expect(product).toBeCloseTo(one.eigenvalues[1] * v[i], 8);
        }
      }),
    );
  });

  it('does not change with the order of places and fields, or where every field stands twice', () => {
    fc.assert(
      fc.property(nestedTables, fc.integer({ min: 0, max: 1e6 }), (m, seed) => {
        const one = complexity(m);
        if (one.reason !== null || one.eigengap < 1e-3 || one.anchor.weak) return;
        const random = createRandom(seed);
        const shuffled = (names: readonly string[]): string[] =>
          names
            .map((name) => [random.uniform(), name] as const)
            .sort(([a], [b]) => a - b)
            .map(([, name]) => name);
        const [rows, columns] = [shuffled(m.rows), shuffled(m.columns)];
        const cell = (c: string, p: string): number => at(m, m.rows.indexOf(c), m.columns.indexOf(p));
        const turned = found(
          complexity(
            matrixOf(
              rows.map((c) => columns.map((p) => cell(c, p))),
              rows,
              columns,
            ),
          ),
        );
        const twice = found(
          complexity(
            matrixOf(
              m.rows.map((c) => [...m.columns, ...m.columns].map((p) => cell(c, p))),
              m.rows,
            ),
          ),
        );
        one.places.forEach((name, i) => {
          expect(turned.eci[turned.places.indexOf(name)]).toBeCloseTo(one.eci[i], 7);
          expect(twice.eci[twice.places.indexOf(name)]).toBeCloseTo(one.eci[i], 7);
        });
      }),
    );
  });

  it('is anchored to diversity, or to the year before, and keeps that sign', () => {
    const m = nestedTable(5, 14, 30);
    const one = found(complexity(m));
    expect(one.anchor.by).toBe('diversity');
    expect(pearson(one.eci, diversity(m)).value).toBeCloseTo(one.anchor.correlation!, 12);
    const before = new Map(one.places.map((name, i) => [name, -one.eci[i]]));
    const turned = found(complexity(m, before));
    expect(turned.anchor).toEqual({ by: 'previous', correlation: 1, weak: false });
    turned.eci.forEach((x, i) => expect(x).toBeCloseTo(-one.eci[i], 12));
    // Two places are too few to tell a direction.
    expect(found(complexity(m, new Map([...before].slice(0, 2)))).anchor.by).toBe('diversity');
  });

  it('is not identified in parts, at a tie, where all are alike, or for one place, and says which', () => {
    expect(
      complexity(
        matrixOf([
          [1, 1, 0],
          [1, 1, 0],
          [0, 0, 1],
        ]),
      ),
    ).toMatchObject({ eci: null, code: 'disconnected' });
    // Each two of three places share a field of their own: all turns of the plane are alike.
    expect(
      complexity(
        matrixOf([
          [1, 1, 0],
          [1, 0, 1],
          [0, 1, 1],
        ]),
      ),
    ).toMatchObject({ code: 'tied-eigenvalue' });
    expect(
      complexity(
        matrixOf([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toMatchObject({ code: 'no-variation' });
    expect(complexity(matrixOf([[1], [1]]))).toMatchObject({ code: 'no-variation' });
    expect(
      complexity(
        matrixOf([
          [1, 1],
          [0, 0],
        ]),
      ),
    ).toMatchObject({ code: 'too-few' });
    expect(() => complexity(matrixOf([[1, 2]]))).toThrow('specialisations must be 0 or 1');
  });

  it('omits places and fields without a specialisation', () => {
    const m = matrixOf([
      [1, 1, 1, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 0],
    ]);
    const one = found(complexity(m));
    expect(one.places).toEqual(['0', '1', '2']);
    expect(one.omitted.map(({ axis, name, code }) => [axis, name, code])).toEqual([
      ['row', '3', 'zero-margin'],
      ['column', '3', 'zero-margin'],
    ]);
  });
});
