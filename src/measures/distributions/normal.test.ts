import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from './normal.ts';

// Reference values: mpmath with 30 digits.
const CDF: [number, number][] = [
  [-8, 6.2209605742717841e-16],
  [-6, 9.8658764503769814e-10],
  [-3, 0.0013498980316300945],
  [-1, 0.15865525393145705],
  [-0.1, 0.46017216272297102],
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [2, 0.97724986805182079],
  [5, 0.99999971334842812],
  [7.5, 0.99999999999996809],
];
const QUANTILES: [number, number][] = [
  [1e-12, -7.0344838253011319],
  [0.001, -3.0902323061678135],
  [0.025, -1.9599639845400542],
  [0.2, -0.84162123357291421],
  [0.5, 0],
  [0.9, 1.2815515655446005],
  [0.975, 1.9599639845400542],
  [0.995, 2.5758293035489008],
];

describe('the normal distribution', () => {
  it.each(CDF)('has Φ(%d) = %d to 1e-15', (x, p) => {
    expect(Math.abs(normalCdf(x) - p)).toBeLessThanOrEqual(1e-15);
  });

  it('keeps its digits in the lower tail', () => {
    for (const [x, p] of [
      [-5.6, 1.0717590258310893e-8],
      [-7.5, 3.190891672910891e-14],
      [-10, 7.619853024160526e-24],
      [-20, 2.753624118606233e-89],
      [-37, 5.725571222524577e-300],
    ])
      expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(1e-14);
  });

  it.each(QUANTILES)('has quantile %d at %d to 1e-14', (p, x) => {
    expect(Math.abs(normalQuantile(p) - x)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(x)));
  });

  it('inverts itself across the seams of its approximations', () => {
    for (let p = 0.0005; p < 1; p += 0.0005)
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(2e-15);
    for (let x = -7.2; x < -6.9; x += 0.01)
      expect(Math.abs(normalQuantile(normalCdf(x)) / x - 1)).toBeLessThan(1e-5);
  });

  it('ends at 0 and 1, and has no value at NaN nor a quantile outside (0, 1)', () => {
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
    for (const p of [0, 1, -0.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });

  it('rises, and is even about 0', () => {
    const point = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(normalCdf(a) + normalCdf(-a)).toBeCloseTo(1, 14);
        expect(normalCdf(Math.min(a, b))).toBeLessThanOrEqual(normalCdf(Math.max(a, b)));
      }),
    );
  });
});
