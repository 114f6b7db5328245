import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { herfindahl } from './herfindahl.ts';
import { shannon } from './shannon.ts';

const amounts = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('Shannon’s entropy', () => {
  it('by hand: half, a quarter and a quarter are one and a half bits', () => {
    expect(shannon([2, 1, 1], 2).value).toBeCloseTo(1.5, 15);
    expect(shannon([2, 1, 1]).value).toBeCloseTo(1.5 * Math.LN2, 15);
  });

  it('is 0 in one field; n equal ones have log n', () => {
    expect(shannon([0, 7])).toEqual({ value: 0, reason: null });
    expect(shannon(new Array<number>(8).fill(3), 2).value).toBeCloseTo(3, 15);
  });

  it('keeps its bounds, ignores order, unit and empty fields, and adds log 2 where every field splits in halves', () => {
    fc.assert(
      fc.property(amounts, (x) => {
        const h = shannon(x).value!;
        expect(h).toBeGreaterThanOrEqual(0);
        expect(h).toBeLessThanOrEqual(Math.log(x.length) + 1e-12);
        // Equal fields of the entropy are never fewer than those of the index (Hill numbers of order 1 and 2).
        expect(Math.exp(h)).toBeGreaterThanOrEqual(1 / herfindahl(x).value! - 1e-9);
        expect(shannon([0, ...x.map((value) => 5 * value).reverse()]).value).toBeCloseTo(h, 12);
        expect(shannon(x.flatMap((value) => [value / 2, value / 2])).value).toBeCloseTo(h + Math.LN2, 12);
      }),
    );
  });

  it('is undefined of nothing, and not asked of negative amounts or of a base that is none', () => {
    expect(shannon([])).toMatchObject({ value: null, code: 'empty' });
    expect(shannon([0, 0])).toMatchObject({ value: null, code: 'empty' });
    expect(() => shannon([1, -1])).toThrow('amount 1 is -1');
    expect(() => shannon([1], 1)).toThrow('base must lie above 1');
    expect(() => shannon([1], Infinity)).toThrow('base must lie above 1');
  });
});
