import { describe, expect, it } from 'vitest';
import { known, quotient, unknown } from './quantity.ts';

describe('a quantity', () => {
  it('is a finite number without a reason, or null with one', () => {
    expect(known(0.5)).toEqual({ value: 0.5, reason: null });
    expect(unknown('no works', 'empty')).toEqual({ value: null, reason: 'no works', code: 'empty' });
  });

  it('is never NaN or infinite', () => {
    expect(() => known(Number.NaN)).toThrow(RangeError);
    expect(() => known(Number.POSITIVE_INFINITY)).toThrow(/finite/);
  });

  it('of a division by zero is undefined, even for 0/0', () => {
    expect(quotient(3, 4, 'no works')).toEqual({ value: 0.75, reason: null });
    expect(quotient(3, 0, 'no works')).toEqual({ value: null, reason: 'no works', code: 'zero-margin' });
    expect(quotient(3, 0, 'no works', 'empty')).toMatchObject({ value: null, code: 'empty' });
    expect(quotient(0, 0, 'no works').value).toBeNull();
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(known(1))).toBe(true);
    expect(Object.isFrozen(unknown('no works', 'empty'))).toBe(true);
  });
});
