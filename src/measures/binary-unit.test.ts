import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryExponent, inBinaryUnit, timesPowerOfTwo } from './binary-unit.ts';

describe('the binary unit of numbers', () => {
  it('takes the greatest to between 1 and 2, and changes no digit', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, (values) => {
        const unit = inBinaryUnit(values);
        const most = unit.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
        expect(most === 0 || (most >= 1 && most < 2)).toBe(true);
        const exponent = binaryExponent(values);
        // What lies far below the greatest may leave the range of numbers.
        for (const [i, value] of values.entries())
          if (Math.abs(unit[i]) > 1e-300) expect(timesPowerOfTwo(unit[i], exponent)).toBe(value);
      }),
      { seed: 2, numRuns: 500 },
    );
    expect([binaryExponent([]), binaryExponent([0, -0])]).toEqual([0, 0]);
    expect(inBinaryUnit([Number.MIN_VALUE, 0])).toEqual(Float64Array.of(1, 0));
    expect(inBinaryUnit([Number.MAX_VALUE])[0]).toBe(2 - Number.EPSILON);
  });
});
