import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedInside,
  expectedPair,
  expectedTable,
  independencePair,
  quasiIndependence,
} from './expected.ts';
import { ipf } from './ipf.ts';
import { at, matrixOf } from '../matrix.ts';
import { createRandom } from '../random.ts';

fc.configureGlobal({ seed: 2 ** 30 });

/** The largest relative error of the margins a_i(A − a_i), the sum taken afresh over the other places. */
function marginError(strengths: ArrayLike<number>, a: Float64Array): number {
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    let others = 0;
    for (let j = 0; j < a.length; j++) if (j !== i) others += a[j];
    const margin = a[i] * others;
    worst = Math.max(worst, strengths[i] === 0 ? margin : Math.abs(margin / strengths[i] - 1));
  }
  return worst;
}

/** A random symmetric table with an empty diagonal: what strengths can come from. */
function randomTable(n: number, seed: number): number[][] {
  const random = createRandom(seed);
  const table = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++)
      table[i][j] = table[j][i] = random.uniform() < 0.3 ? 0 : random.uniform() ** 2 * 100;
  return table;
}
const margins = (table: readonly (readonly number[])[]): number[] =>
  table.map((row) => row.reduce((sum, value) => sum + value, 0));

describe('quasi-independence', () => {
  it('is the fixed point of iterative proportional fitting with an empty diagonal', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const table = randomTable(5 + (seed % 9), seed);
      const fit = quasiIndependence(margins(table));
      const reference = ipf(matrixOf(table), (i, j) => i === j);
      expect(fit.reason).toBeNull();
      expect(reference.reason).toBeNull();
      for (let i = 0; i < table.length; i++)
        for (let j = 0; j < i; j++)
          expect(Math.abs(expectedPair(fit, i, j)! - at(reference.value!, i, j))).toBeLessThan(1e-9);
    }
  });

  it('of equal strengths spreads each over all the others', () => {
    const fit = quasiIndependence([6, 6, 6, 6]);
    expect(expectedPair(fit, 0, 3)).toBeCloseTo(2, 12);
    expect(expectedInside(fit, [0, 1, 2])).toBeCloseTo(6, 12);
  });

  it('gives three places their table exactly, as three margins leave no freedom', () => {
    const fit = quasiIndependence([1 + 2, 1 + 5, 2 + 5]);
    expect(expectedPair(fit, 0, 1)).toBeCloseTo(1, 12);
    expect(expectedPair(fit, 0, 2)).toBeCloseTo(2, 12);
    expect(expectedPair(fit, 1, 2)).toBeCloseTo(5, 12);
  });

  it('gives two places all their links, beside any number of empty ones', () => {
    const fit = quasiIndependence([0, 7, 0, 7]);
    expect(fit.reason).toBeNull();
    expect(expectedPair(fit, 1, 3)).toBeCloseTo(7, 12);
    expect(expectedPair(fit, 0, 3)).toBe(0);
  });

  it('holds the margins of a dominating place, whose a exceeds half of the total', () => {
    const strengths = [99, 40, 30, 20, 10];
    const fit = quasiIndependence(strengths);
    expect(fit.a[0]).toBeGreaterThan(fit.total / 2);
    expect(marginError(strengths, fit.a)).toBeLessThan(1e-12);
  });

  it('holds the margins between the two regimes, and when the two strongest places tie', () => {
    for (const strengths of [
      [3, 3, 1e-9],
      [3, 3, 1],
      [2, 2, 2],
      [5, 5, 4, 1e-6],
      [1, 1, 1, 1 - 1e-12],
    ])
      expect(marginError(strengths, quasiIndependence(strengths).a)).toBeLessThan(1e-10);
    // a_1 = A/2 exactly: u = (1/2, 1/4, 1/4), S ∝ u(1 − u) = (1/4, 3/16, 3/16).
    const fit = quasiIndependence([4, 3, 3]);
    expect(fit.a[0] / fit.total).toBeCloseTo(0.5, 12);
    expect(expectedPair(fit, 1, 2)).toBeCloseTo(1, 12);
  });

  it('holds the margins of near-stars, whatever the remaining gap', () => {
    for (const gap of [1e-2, 1e-5, 1e-8, 1e-10]) {
      const strengths = [100 * (1 - gap), 50, 30, 20];
      const fit = quasiIndependence(strengths);
      expect(fit.reason).toBeNull();
      expect(marginError(strengths, fit.a)).toBeLessThan(1e-10);
    }
  });

  it('does not exist for a star, for one place alone, or without links', () => {
    const star = quasiIndependence([10, 5, 3, 2]);
    expect(star.reason).toBe('one place holds half of all links');
    expect(star.converged).toBe(false);
    expect(expectedPair(star, 0, 1)).toBeNull();
    expect(expectedInside(star, [0, 1])).toBeNull();
    expect(quasiIndependence([11, 5, 3, 2]).reason).toBe('one place holds half of all links');
    expect(quasiIndependence([4, 0]).reason).toBe('one place holds half of all links');
    expect(quasiIndependence([3, 4]).reason).toBe('one place holds half of all links');
    expect(quasiIndependence([0, 0, 0]).reason).toBe('no links');
    expect(quasiIndependence([]).reason).toBe('no links');
  });

  it('scales with the strengths, to units of 2^-30 as well as to works', () => {
    const strengths = [5, 4, 3, 2, 1];
    const works = quasiIndependence(strengths);
    const units = quasiIndependence(strengths.map((s) => s * 2 ** 30));
    expect(expectedInside(units, [0, 2, 4])! / 2 ** 30).toBeCloseTo(expectedInside(works, [0, 2, 4])!, 12);
  });

  it('fits 10,000 heavy-tailed places to 1e-10 in a handful of passes over them', () => {
    const random = createRandom(11);
    for (const exponent of [1.05, 1.5, 3]) {
      const strengths = Float64Array.from(
        { length: 10_000 },
        () => (1 - random.uniform()) ** (-1 / exponent),
      );
      const fit = quasiIndependence(strengths);
      expect(fit.reason).toBeNull();
      expect(fit.iterations).toBeLessThan(20);
      let worst = 0;
      for (let i = 0; i < strengths.length; i++)
        worst = Math.max(worst, Math.abs((fit.a[i] * (fit.total - fit.a[i])) / strengths[i] - 1));
      expect(worst).toBeLessThan(1e-10);
    }
  });

  it('sums to the total of all links over all places', () => {
    const strengths = [9, 8, 4, 4, 3, 1];
    const fit = quasiIndependence(strengths);
    expect(expectedInside(fit, [0, 1, 2, 3, 4, 5])).toBeCloseTo(29 / 2, 12);
    expect(expectedInside(fit, [3])).toBe(0);
  });

  it('refuses strengths and places that cannot be', () => {
    expect(() => quasiIndependence([1, -1, 2])).toThrow(RangeError);
    expect(() => quasiIndependence([1, Number.NaN, 2])).toThrow(/at 1/);
    const fit = quasiIndependence([1, 1, 1]);
    expect(() => expectedPair(fit, 1, 1)).toThrow(/itself/);
    expect(() => expectedPair(fit, 0, 3)).toThrow(/no place 3/);
    expect(() => expectedInside(fit, [0, 1, 0])).toThrow(/twice/);
  });
});

describe('independence', () => {
  it('is the product of the strengths over their sum, undefined without links', () => {
    expect(independencePair([46, 56, 33, 11], 0, 1).value).toBeCloseTo(17.643835616438356, 12);
    expect(independencePair([0, 0], 0, 1)).toEqual({ value: null, reason: 'no links', code: 'empty' });
  });

  it('refuses strengths and places that cannot be', () => {
    expect(() => independencePair([1, -1], 0, 1)).toThrow('strength 1 is -1');
    expect(() => independencePair([1, NaN], 0, 1)).toThrow('strength 1 is NaN');
    expect(() => independencePair([1, 1], 0, 2)).toThrow('no place 2 among 2');
  });
});

describe('the table that quasi-independence expects', () => {
  it('has every pair, an empty diagonal and the strengths as margins, by the names of the places', () => {
    const strengths = [46, 56, 33, 11];
    const fit = quasiIndependence(strengths);
    const { value } = expectedTable(fit, ['a', 'b', 'c', 'd']);
    expect(value!.rows).toEqual(['a', 'b', 'c', 'd']);
    for (let i = 0; i < 4; i++) {
      expect(at(value!, i, i)).toBe(0);
      const row = [0, 1, 2, 3].map((j) => at(value!, i, j));
      expect(row.reduce((sum, cell) => sum + cell)).toBeCloseTo(strengths[i], 10);
      for (let j = 0; j < i; j++) expect(row[j]).toBe(expectedPair(fit, i, j));
    }
  });

  it('is undefined as the fit is, with its code', () => {
    expect(expectedTable(quasiIndependence([0, 0]), ['a', 'b'])).toMatchObject({
      value: null,
      code: 'empty',
    });
    expect(expectedTable(quasiIndependence([10, 5, 3, 2]), ['a', 'b', 'c', 'd'])).toEqual({
      value: null,
      reason: 'one place holds half of all links',
      code: 'infinite',
    });
    expect(() => expectedTable(quasiIndependence([1, 1]), ['a'])).toThrow(
      'one for each of 2 strengths, got 1',
    );
  });
});

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

  it('quasi-independence holds every margin to 1e-10', () => {
    fc.assert(
      fc.property(strengths, (S) => {
        const fit = quasiIndependence(S);
        expect(fit.reason).toBeNull();
        expect(marginError(S, fit.a)).toBeLessThan(1e-10);
      }),
    );
  });
});
