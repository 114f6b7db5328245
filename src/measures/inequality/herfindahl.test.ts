import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { herfindahl } from './herfindahl.ts';

describe('the Herfindahl–Hirschman index', () => {
  it('by hand: half, a quarter and a quarter are 3/8', () => {
    expect(herfindahl([2, 1, 1]).value).toBeCloseTo(3 / 8, 15);
  });

  it('is 1 in one field; n equal ones have 1/n', () => {
    expect(herfindahl([0, 7])).toEqual({ value: 1, reason: null });
    expect(herfindahl(new Array<number>(8).fill(3)).value).toBeCloseTo(1 / 8, 15);
  });

  it('keeps its bounds, ignores order, unit and empty fields, and halves where every field splits in halves', () => {
    const amounts = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, (x) => {
        const hhi = herfindahl(x).value!;
        expect(hhi).toBeGreaterThanOrEqual(1 / x.length - 1e-12);
        expect(hhi).toBeLessThanOrEqual(1 + 1e-12);
        expect(herfindahl([0, ...x.map((value) => 5 * value).reverse()]).value).toBeCloseTo(hhi, 12);
        expect(herfindahl(x.flatMap((value) => [value / 2, value / 2])).value).toBeCloseTo(hhi / 2, 12);
      }),
    );
  });

  it('is undefined of nothing, and not asked of negative amounts', () => {
    expect(herfindahl([])).toMatchObject({ value: null, code: 'empty' });
    expect(herfindahl([0, 0])).toMatchObject({ value: null, code: 'empty' });
    expect(() => herfindahl([1, -1])).toThrow('amount 1 is -1');
  });
});
