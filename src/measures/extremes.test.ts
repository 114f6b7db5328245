import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, greatest, least } from './extremes.ts';

describe('the greatest and the least', () => {
  it('are those of Math, of no values and with undefined ones too', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (values) => {
        expect(greatest(values)).toBe(Math.max(...values));
        expect(least(values)).toBe(Math.min(...values));
      }),
    );
  });

  it('are found of a million values, and as many are added to a list', () => {
    const values = Array.from({ length: 1_000_000 }, (_, i) => i);
    expect([greatest(values), least(values)]).toEqual([999_999, 0]);
    const list = [-1];
    append(list, values);
    expect(list).toHaveLength(1_000_001);
  });
});
