import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diversity } from './diversity.ts';
import { matrixOf } from '../matrix.ts';
import { poissonQuotientInterval } from './location-quotient-interval.ts';
import { specialisationSensitivity, specialisations } from './specialisations.ts';

const X = matrixOf(
  [
    [6, 4, 0],
    [14, 76, 0],
    [3, 0, 1],
  ],
  ['a', 'b', 'c'],
  ['f', 'g', 'h'],
);

describe('specialisations', () => {
  it('are quotients from the threshold on, itself included', () => {
    expect([...specialisations(X).matrix.values]).toEqual([1, 0, 0, 0, 1, 0, 1, 0, 1]);
    const even = matrixOf([
      [1, 3],
      [2, 6],
    ]);
    expect([...specialisations(even).matrix.values]).toEqual([1, 1, 1, 1]);
    // 0.1 + 0.2 and 0.3: quotients of 1 but for rounding.
    const thirds = matrixOf([
      [0.1, 0.3],
      [0.2, 0.6],
      [0.3, 0.9],
    ]);
    expect(specialisations(thirds).matrix.values.every((value) => value === 1)).toBe(true);
  });

  it('are guarded against small counts by a minimum, or by the lower end of the interval', () => {
    expect([...specialisations(X, { minimum: 5 }).matrix.values]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 0]);
    const sure = specialisations(X, { level: 0.95 }).matrix;
    const margins = [
      { cell: 6, row: 10, column: 23, total: 104 },
      { cell: 76, row: 90, column: 80, total: 104 },
    ];
    expect(sure.values[0]).toBe(poissonQuotientInterval(margins[0]).low! >= 1 ? 1 : 0);
    expect(sure.values[4]).toBe(poissonQuotientInterval(margins[1]).low! >= 1 ? 1 : 0);
    expect(sure.values[8]).toBe(0);
  });

  it('are fewer the higher the threshold, and say how much hangs on it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }), {
          minLength: 2,
          maxLength: 5,
        }),
        (nested) => {
          const [base, loose, strict, sure] = specialisationSensitivity(matrixOf(nested));
          expect(loose.cells).toBeGreaterThanOrEqual(base.cells);
          expect(strict.cells).toBeLessThanOrEqual(base.cells);
          expect(sure.cells).toBeLessThanOrEqual(base.cells);
          if (base.cells > 0) expect(base.agreement).toBe(1);
          if (base.cells > 0) expect(loose.agreement).toBeCloseTo(base.cells / loose.cells, 12);
        },
      ),
    );
  });

  it('omit places and fields with nothing, and keep those without a specialisation', () => {
    const found = specialisations(
      matrixOf([
        [0, 0, 0],
        [1, 2, 0],
      ]),
    );
    expect(found.omitted.map(({ axis, name, code }) => [axis, name, code])).toEqual([
      ['row', '0', 'zero-margin'],
      ['column', '2', 'zero-margin'],
    ]);
    const none = specialisations(X, { minimum: 100 }).matrix;
    expect([...diversity(none)]).toEqual([0, 0, 0]);
    expect(specialisationSensitivity(X, [{ minimum: 100 }])[0].agreement).toBeNull();
  });

  it('are not asked of a rule that is none', () => {
    expect(() => specialisations(X, { threshold: 0 })).toThrow('threshold');
    expect(() => specialisations(X, { minimum: NaN })).toThrow('minimum');
    expect(() => specialisations(X, { level: 2 })).toThrow('a level lies between 0 and 1');
    expect(() => specialisations(matrixOf([[-1]]))).toThrow(RangeError);
  });
});
