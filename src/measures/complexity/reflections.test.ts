import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryTables, nestedTable, SPECIALISED } from '../../../test/binary-tables.ts';
import { complexity } from './complexity.ts';
import { pearson } from '../association/correlation.ts';
import { diversity, ubiquity } from '../specialisation/diversity.ts';
import { matrixOf } from '../matrix.ts';
import { reflections } from './reflections.ts';

describe('reflections', () => {
  it('begin with diversity and ubiquity, and then take means of the other side', () => {
    // The fields of a are in 2 and 3 places; f is in the places a and c, of 2 and 3 fields.
    const [zero, one] = [reflections(SPECIALISED, 0), reflections(SPECIALISED, 1)];
    expect([...zero.ofPlaces]).toEqual([2, 2, 3]);
    expect([...zero.ofFields]).toEqual([2, 3, 2]);
    expect([...one.ofPlaces]).toEqual([2.5, 2.5, 7 / 3]);
    expect([...one.ofFields]).toEqual([2.5, 7 / 3, 2.5]);
    expect(one.omitted.map(({ axis, name, code }) => [axis, name, code])).toEqual([
      ['column', 'i', 'zero-margin'],
    ]);
  });

  it('of high order put places as complexity does', () => {
    const m = nestedTable(9, 12, 25);
    const { eci } = complexity(m);
    expect(Math.abs(pearson(reflections(m, 30).ofPlaces, eci!).value!)).toBeGreaterThan(0.999);
  });

  it('stay between the least and the greatest of where they began', () => {
    fc.assert(
      fc.property(binaryTables, fc.integer({ min: 0, max: 8 }), (m, n) => {
        const { ofPlaces, ofFields } = reflections(m, 2 * n);
        const within = (x: Float64Array, start: Float64Array): void => {
          const from = start.filter((k) => k > 0);
          for (const value of x) {
            expect(value).toBeGreaterThanOrEqual(Math.min(...from) - 1e-9);
            expect(value).toBeLessThanOrEqual(Math.max(...from) + 1e-9);
          }
        };
        within(ofPlaces, diversity(m));
        within(ofFields, ubiquity(m));
      }),
    );
  });

  it('are of a whole number, and of specialisations', () => {
    expect(() => reflections(SPECIALISED, -1)).toThrow('n must be a whole number from 0, got -1');
    expect(() => reflections(SPECIALISED, 0.5)).toThrow('n must be a whole number');
    expect(() => reflections(matrixOf([[2]]), 1)).toThrow('specialisations must be 0 or 1');
  });
});
