import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rsca } from './rsca.ts';

describe('the symmetric form of a location quotient', () => {
  it('puts half and double equally far from 0, and stays below 1', () => {
    expect(rsca(0)).toBe(-1);
    expect(rsca(1)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (quotient) => {
        expect(rsca(quotient)).toBeCloseTo(-rsca(1 / quotient), 12);
        expect(Math.abs(rsca(quotient))).toBeLessThan(1);
      }),
    );
    expect(() => rsca(-0.1)).toThrow(RangeError);
  });
});
