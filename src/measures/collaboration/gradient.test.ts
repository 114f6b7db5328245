import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedInside, expectedPair, quasiIndependence } from './expected.ts';
import { gradientInside, gradientPair } from './gradient.ts';

fc.configureGlobal({ seed: 2 ** 30 });

/** Central finite differences of E_R in every strength. */
function differences(strengths: number[], members: number[]): number[] {
  return strengths.map((strength, i) => {
    const step = 1e-5 * strength;
    const at = (value: number): number =>
      expectedInside(quasiIndependence(strengths.with(i, value)), members)!;
    return (at(strength + step) - at(strength - step)) / (2 * step);
  });
}

const CASES: [string, number[], number[]][] = [
  ['many comparable places', [9, 8, 7, 6, 5, 5, 4, 3, 2, 1], [0, 3, 4, 9]],
  ['a dominating place inside', [90, 40, 30, 20, 10], [0, 2, 3]],
  ['a dominating place outside', [90, 40, 30, 20, 10], [1, 2, 4]],
  ['a place at exactly half of A, where its diagonal term vanishes', [4, 3, 3], [1, 2]],
  ['three places, whose table is fixed', [3, 6, 7], [0, 1]],
  ['tied strongest places', [10, 10, 3, 2, 1], [0, 1, 4]],
];

describe('the gradient of an expected value', () => {
  it.each(CASES)('agrees with finite differences: %s', (_, strengths, members) => {
    const gradient = gradientInside(quasiIndependence(strengths), members)!;
    for (const [i, difference] of differences(strengths, members).entries())
      expect(Math.abs(gradient[i] - difference)).toBeLessThan(1e-6);
  });

  it.each(CASES)('gives the expected value back when summed over strengths: %s', (_, strengths, members) => {
    const fit = quasiIndependence(strengths);
    const gradient = gradientInside(fit, members)!;
    const sum = strengths.reduce((total, strength, i) => total + strength * gradient[i], 0);
    expect(sum).toBeCloseTo(expectedInside(fit, members)!, 10);
  });

  it('of all links is one half for every place: a link adds to two strengths', () => {
    const gradient = gradientInside(quasiIndependence([5, 4, 3, 2]), [0, 1, 2, 3])!;
    for (const value of gradient) expect(value).toBeCloseTo(0.5, 12);
  });

  it('of a pair is that of the region of the two', () => {
    const fit = quasiIndependence([5, 4, 3, 2]);
    expect(gradientPair(fit, 1, 3)).toEqual(gradientInside(fit, [3, 1]));
  });

  it('of a place that has no links yet says what a first link would do', () => {
    const strengths = [5, 4, 3, 0];
    const gradient = gradientPair(quasiIndependence(strengths), 0, 3)!;
    const step = 1e-6;
    const after = expectedPair(quasiIndependence([5, 4, 3, step]), 0, 3)!;
    expect(gradient[3]).toBeCloseTo(after / step, 4);
  });

  it('of two places alone, whose strengths can only move together, is one half each', () => {
    expect(gradientPair(quasiIndependence([7, 0, 7]), 0, 2)).toEqual(Float64Array.of(0.5, 0, 0.5));
  });

  it('is undefined without a fit', () => {
    expect(gradientInside(quasiIndependence([10, 5, 3, 2]), [0, 1])).toBeNull();
  });
});

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('for any strengths of a table', () => {
  /** A symmetric table of positive weights on n ≥ 4 places, as its strengths. */
  const strengths = fc.integer({ min: 4, max: 12 }).chain((n) =>
    fc
      .array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), {
        minLength: (n * (n - 1)) / 2,
        maxLength: (n * (n - 1)) / 2,
      })
      .map((weights) => {
        const S = new Float64Array(n);
        let next = 0;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < i; j++) {
            S[i] += weights[next];
            S[j] += weights[next++];
          }
        return S;
      }),
  );

  it('the gradient gives the expected value back: E is of degree one', () => {
    fc.assert(
      fc.property(strengths, (S) => {
        const fit = quasiIndependence(S);
        const gradient = gradientInside(fit, [0, 1, 3])!;
        const terms = [...S].map((strength, i) => strength * gradient[i]);
        const size = total(terms.map(Math.abs));
        expect(Math.abs(total(terms) - expectedInside(fit, [0, 1, 3])!)).toBeLessThan(1e-10 * size);
      }),
    );
  });
});
