import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviance, lnGamma, stirlingError } from './ln-gamma.ts';

/** Relative difference. */
const off = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

describe('ln Γ', () => {
  it('of whole and half numbers, and near 0', () => {
    expect(lnGamma(1)).toBeCloseTo(0, 14);
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(off(lnGamma(21), Math.log(2432902008176640000))).toBeLessThan(1e-15);
    expect(off(lnGamma(1e-10), 23.025850929882736)).toBeLessThan(1e-15);
  });

  it('rises by ln x from x to x + 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (x) => {
        expect(Math.abs(lnGamma(x + 1) - lnGamma(x) - Math.log(x))).toBeLessThan(
          1e-14 * (1 + Math.abs(lnGamma(x))) + 1e-13,
        );
      }),
    );
  });

  it('is of finite numbers above 0', () => {
    for (const x of [0, -1, NaN, Infinity]) expect(() => lnGamma(x)).toThrow('finite numbers above 0');
  });
});

describe('Stirling’s error', () => {
  it('of 1 is what his formula lacks there, and falls as 1/12n', () => {
    expect(stirlingError(1)).toBeCloseTo(1 - Math.log(2 * Math.PI) / 2, 14);
    expect(stirlingError(1e6) * 12e6).toBeCloseTo(1, 10);
    expect(() => stirlingError(0)).toThrow('numbers above 0, got 0');
  });
});

describe('the deviance', () => {
  it('is 0 at the mean, x ln(x/m) + m − x elsewhere, and m where there is nothing', () => {
    expect(deviance(3, 3)).toBe(0);
    expect(deviance(8, 2)).toBeCloseTo(8 * Math.log(4) - 6, 14);
    expect(deviance(0, 2)).toBe(2);
    // Plain arithmetic has no digit left of (10⁻⁸)²/2 here.
    expect(off(deviance(1 + 1e-8, 1), 0.5e-16)).toBeLessThan(1e-7);
  });

  it('is never below 0, and one formula where its two ways meet', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e3, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (m, r) => {
          const x = r * m;
          expect(deviance(x, m)).toBeGreaterThanOrEqual(0);
          expect(deviance(x, m)).toBeCloseTo(x * Math.log(x / m) + m - x, 9);
        },
      ),
    );
  });

  it('is of a number from 0 and a mean above 0', () => {
    expect(() => deviance(-1, 2)).toThrow('x must be 0 or more, got -1');
    expect(() => deviance(1, 0)).toThrow('m must lie above 0, got 0');
    expect(() => deviance(NaN, 1)).toThrow(RangeError);
  });
});
