import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryTables } from '../../../test/binary-tables.ts';
import { matrixOf } from '../matrix.ts';
import { proximity } from './proximity.ts';
import { checkOwnField, relate, type OwnField } from './relatedness.ts';

const M = matrixOf([[1, 1, 0]], ['a'], ['f', 'g', 'alone']);
const PHI = matrixOf(
  [
    [1, 0.5, 0],
    [0.5, 1, 0],
    [0, 0, 1],
  ],
  ['g', 'h', 'alone'],
  ['g', 'h', 'alone'],
);

describe('specialisations brought together with a relatedness', () => {
  it('go by the names of fields; what is not there, or related to no other, is omitted', () => {
    const found = relate(M, PHI, 'out');
    // f is not in φ; h is a field that no place has; alone is related to itself only.
    expect(found.sets.map((set) => [...set])).toEqual([[0]]);
    expect(found.fields).toEqual([{ column: 1, field: 0 }]);
    expect([...found.reach]).toEqual([0.5, 0.5, 0]);
    expect(found.omitted.map(({ name, reason, code }) => [name, reason, code])).toEqual([
      ['f', 'the field is not in the relatedness', 'zero-margin'],
      ['alone', 'the field is related to no other', 'zero-margin'],
    ]);
    expect(relate(M, PHI, 'in').fields.map(({ column }) => column)).toEqual([1, 2]);
  });

  it('reach as far with the own field as without it and 1 more, where φ is proximity', () => {
    fc.assert(
      fc.property(binaryTables, (m) => {
        const phi = proximity(m).matrix;
        const [within, without] = [relate(m, phi, 'in').reach, relate(m, phi, 'out').reach];
        within.forEach((reach, p) => expect(reach - without[p]).toBeCloseTo(1, 12));
      }),
    );
  });

  it('leave the relatedness that was handed in as it is, and refuse one that is none', () => {
    const before = [...PHI.values];
    relate(M, PHI, 'out');
    expect([...PHI.values]).toEqual(before);
    expect(() => relate(M, matrixOf([[1, 2]]), 'in')).toThrow('the same fields as rows and as columns');
    expect(() => relate(M, matrixOf([[-1]]), 'in')).toThrow('relatedness 0 is -1');
    expect(() => checkOwnField('both' as OwnField)).toThrow('ownField must be in or out, got both');
  });
});
