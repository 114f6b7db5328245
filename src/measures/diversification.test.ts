import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { herfindahl, shannon, variety } from './diversification.ts';

describe('how widely a place is spread over fields', () => {
  it('by hand: half, a quarter and a quarter', () => {
    expect(shannon([2, 1, 1], 2).value).toBeCloseTo(1.5, 15);
    expect(shannon([2, 1, 1]).value).toBeCloseTo(1.5 * Math.LN2, 15);
    expect(herfindahl([2, 1, 1]).value).toBeCloseTo(3 / 8, 15);
    expect(variety([2, 1, 0, 1])).toBe(3);
    expect(variety([2, 1, 0, 1], 1)).toBe(1);
  });

  it('is 0 and 1 in one field; n equal ones have log n and 1/n', () => {
    expect(shannon([0, 7])).toEqual({ value: 0, reason: null });
    expect(herfindahl([0, 7]).value).toBe(1);
    expect(shannon(new Array<number>(8).fill(3), 2).value).toBeCloseTo(3, 15);
    expect(herfindahl(new Array<number>(8).fill(3)).value).toBeCloseTo(1 / 8, 15);
  });

  it('keeps its bounds, ignores order, unit and empty fields, and adds log 2 where every field splits in halves', () => {
    const amounts = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, (x) => {
        const [h, hhi] = [shannon(x).value!, herfindahl(x).value!];
        expect(h).toBeGreaterThanOrEqual(0);
        expect(h).toBeLessThanOrEqual(Math.log(x.length) + 1e-12);
        expect(hhi).toBeGreaterThanOrEqual(1 / x.length - 1e-12);
        expect(hhi).toBeLessThanOrEqual(1 + 1e-12);
        // Equal fields of the entropy are never fewer than those of the index (Hill numbers of order 1 and 2).
        expect(Math.exp(h)).toBeGreaterThanOrEqual(1 / hhi - 1e-9);
        const turned = [0, ...x.map((value) => 5 * value).reverse()];
        expect(shannon(turned).value).toBeCloseTo(h, 12);
        expect(herfindahl(turned).value).toBeCloseTo(hhi, 12);
        const halves = x.flatMap((value) => [value / 2, value / 2]);
        expect(shannon(halves).value).toBeCloseTo(h + Math.LN2, 12);
        expect(herfindahl(halves).value).toBeCloseTo(hhi / 2, 12);
      }),
    );
  });

  it('is undefined of nothing, and not asked of negative amounts', () => {
    for (const measure of [shannon, herfindahl]) {
      expect(measure([])).toMatchObject({ value: null, code: 'empty' });
      expect(measure([0, 0])).toMatchObject({ value: null, code: 'empty' });
      expect(() => measure([1, -1])).toThrow('amount 1 is -1');
    }
    expect(() => shannon([1], 1)).toThrow('base must lie above 1');
    expect(() => variety([1], -1)).toThrow('above');
    expect(() => variety([NaN])).toThrow(RangeError);
  });
});
