import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewAndMany } from '../../../test/few-and-many.ts';
import { valueAt } from '../defined-matrix.ts';
import { matrixOf, type Matrix } from '../matrix.ts';
import { proximityDensity } from './proximity-density.ts';
import { proximity } from './proximity.ts';
import { createRandom } from '../random.ts';
import type { OwnField } from './relatedness.ts';
import { relatednessDensity } from './relatedness-density.ts';

function draw(seed: number, places: number, fields: readonly string[]): Matrix {
  const random = createRandom(seed);
  const rows = Array.from({ length: places }, () => {
    const able = random.uniform();
    return fields.map((_, j) => (random.uniform() < able * (0.1 + (j % 7) / 8) ? 1 : 0));
  });
  return matrixOf(rows, undefined, fields);
}

const names = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, j) => `f${from + j}`);

describe('relatedness density under proximity, without the proximities', () => {
  fewAndMany(
    'is that of the two steps, own field in and out, of the same places and of others with other fields',
    { few: 15, many: 100 },
    (numRuns) => {
      fc.assert(
        fc.property(
          fc.nat(1e6),
          fc.integer({ min: 1, max: 40 }),
          fc.integer({ min: 1, max: 50 }),
          (seed, places, n) => {
            const m = draw(seed, places, names(0, n));
            const of = draw(seed + 1, 1 + (seed % 25), names(Math.floor(n / 3), n + 6).reverse());
            for (const ownField of ['in', 'out'] as const)
              for (const other of [m, of]) {
                const due = relatednessDensity(m, proximity(other).matrix, { ownField });
                const found = proximityDensity(m, { ownField, of: other });
                expect(found.matrix.columns).toEqual(due.matrix.columns);
                found.matrix.values.forEach((value, i) => {
                  expect(value).toBeCloseTo(due.matrix.values[i], 11);
                  expect(value === 0).toBe(due.matrix.values[i] < 1e-9);
                });
              }
          },
        ),
        { numRuns },
      );
    },
  );

  it('omits a field of nobody, one that stands alone, and one that is not there', () => {
    const m = matrixOf(
      [
        [1, 0, 0, 1],
        [0, 1, 0, 0],
      ],
      ['a', 'b'],
      ['f', 'g', 'h', 'i'],
    );
    const found = proximityDensity(m, { ownField: 'out' });
    expect(found.matrix.columns).toEqual(['f', 'i']);
    expect(valueAt(found, 'a', 'g')).toMatchObject({ code: 'zero-margin' });
    expect(valueAt(found, 'a', 'i').value).toBe(1);
    expect(valueAt(found, 'b', 'i').value).toBe(0);
    const other = matrixOf([[1, 1]], undefined, ['f', 'g']);
    expect(valueAt(proximityDensity(m, { ownField: 'in', of: other }), 'a', 'h').reason).toBe(
      'the field is not in the relatedness',
    );
    expect(() => proximityDensity(m, { ownField: 'both' as OwnField })).toThrow(
      'ownField must be in or out, got both',
    );
    expect(() => proximityDensity(matrixOf([[2]]), { ownField: 'in' })).toThrow('must be 0 or 1');
  });
});
