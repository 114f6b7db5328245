import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaConvergence, betaGradient, betaNoise, halfLifeOf, speedOf } from './convergence.ts';
import { createRandom } from '../random.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const fitOf = (...given: Parameters<typeof betaConvergence>) => {
  const fit = betaConvergence(...given);
  if (fit.beta === null) throw new Error(fit.reason);
  return fit;
};

describe('β', () => {
  it('recovers a known speed and half-life: gaps that close by a tenth a year', () => {
    const [lambda, years] = [-Math.log(0.9), 7];
    const first = [1, 3, 10, 40, 55];
    // Each gap to ln 20 shrinks by e^(−λT).
    const last = first.map((x) =>
      Math.exp(Math.log(20) + (Math.log(x) - Math.log(20)) * Math.exp(-lambda * years)),
    );
    const fit = fitOf(first, last, years);
    expect(fit.speed.value).toBeCloseTo(lambda, 12);
    expect(fit.halfLife.value).toBeCloseTo(Math.LN2 / lambda, 10);
    expect(fit.r2).toBeCloseTo(1, 12);
    expect(fit.standardError).toBe(0);
    expect(fit.p).toBeNull();
  });

  it('is not speed over the whole time: annualised, it uses T', () => {
    expect(speedOf(-0.05, 10).value).toBeCloseTo(-Math.log(0.5) / 10, 15);
    expect(speedOf(0, 10).value).toBe(0);
    expect(speedOf(-0.1, 10)).toMatchObject({ value: null, code: 'not-positive' });
    expect(halfLifeOf(speedOf(0.01, 10))).toMatchObject({ value: null, code: 'infinite' });
    expect(halfLifeOf(speedOf(-0.2, 10)).reason).toContain('overshoot');
  });

  it('of places that all grow alike is 0, whatever the unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 3, maxLength: 9 }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        (x, factor) => {
          fc.pre(Math.max(...x) > 1.1 * Math.min(...x));
          expect(
            fitOf(
              x,
              x.map((amount) => factor * amount),
              5,
            ).beta,
          ).toBeCloseTo(0, 12);
        },
      ),
    );
  });

  it('is undefined for two places, for one with nothing, and where all begin alike', () => {
    expect(betaConvergence([1, 2], [2, 3], 5)).toMatchObject({ beta: null, code: 'too-few' });
    expect(betaConvergence([1, 2, 0], [2, 3, 4], 5)).toMatchObject({ beta: null, code: 'not-positive' });
    expect(betaConvergence([0.3, 0.3, 0.3], [2, 3, 4], 5)).toMatchObject({
      beta: null,
      code: 'constant',
      speed: { value: null, code: 'constant' },
    });
  });

  it('refuses times, amounts and variances that are none, by name', () => {
    for (const years of [0, -1, NaN, Infinity]) {
      expect(() => betaConvergence([1, 2, 3], [1, 2, 3], years)).toThrow(
        `years must be a finite number above 0, got ${years}`,
      );
      expect(() => speedOf(-0.01, years)).toThrow('years must be');
      expect(() => betaNoise([1, 2], [0, 0], 0, years)).toThrow('years must be');
    }
    expect(() => betaConvergence([1, 2, 3], [1, 2], 3)).toThrow('3 places first, 2 last');
    expect(() => betaConvergence([1, 2, 3], [1, NaN, 3], 3)).toThrow('last 1 is NaN');
    expect(() => betaConvergence([1, -2, 3], [1, 2, 3], 3)).toThrow('first 1 is -2');
    expect(() => speedOf(NaN, 3)).toThrow('beta must be finite, got NaN');
    expect(() => betaNoise([1, 2], [0, -1], 0, 3)).toThrow('variance 1 is -1');
    expect(() => betaNoise([1, 2], [0], 0, 3)).toThrow('2 places, 1 variances');
  });

  it('moves by its gradient', () => {
    const [first, last, years] = [[1, 3, 10, 40], [4, 5, 22, 41], 6];
    const gradient = betaGradient(first, last, years)!;
    for (const side of ['first', 'last'] as const)
      for (const i of first.keys()) {
        const at = (by: number): number => {
          const moved = { first: [...first], last: [...last] };
          moved[side][i] *= Math.exp(by);
          return fitOf(moved.first, moved.last, years).beta;
        };
        expect((at(1e-6) - at(-1e-6)) / 2e-6).toBeCloseTo(gradient[side][i], 7);
      }
    expect(betaGradient([1, 1, 1], [1, 2, 3], 5)).toBeNull();
  });

  it('is drawn down by noise as much as it says', () => {
    // True β is 0: every place doubles. Starts are counts with a Poisson error.
    const random = createRandom(9);
    const sizes = Array.from({ length: 400 }, (_, i) => 20 + (i % 40));
    const first = sizes.map((mean) => {
      let count = 0;
      for (let k = 0; k < mean; k++) count += random.poisson();
      return Math.max(1, count);
    });
    const last = sizes.map((mean) => 2 * mean);
    const { beta } = fitOf(first, last, 5);
    const noise = betaNoise(first, first, beta, 5);
    expect(beta).toBeLessThan(-0.02);
    expect(Math.abs(noise.corrected.value!)).toBeLessThan(0.008);
    expect(noise.bias.value).toBeCloseTo(beta - noise.corrected.value!, 12);
    expect(noise.reliability).toBeGreaterThan(0.5);
    expect(noise.reliability).toBeLessThan(0.95);
  });

  it('has no correction where all that sets places apart is noise', () => {
    const noise = betaNoise([10, 11, 12], [50, 50, 50], -0.2, 5);
    expect(noise.reliability).toBe(0);
    expect(noise.corrected).toMatchObject({ value: null, code: 'not-identified' });
    expect(betaNoise([5, 5], [1, 1], 0, 3).bias).toMatchObject({ value: null, code: 'constant' });
    expect(betaNoise([10, 20, 40], [0, 0, 0], -0.1, 5)).toMatchObject({ reliability: 1, bias: { value: 0 } });
  });
});
