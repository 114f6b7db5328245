import fc from 'fast-check';
import { pairs, undirectedEffects, type FixedEffect } from '../src/effects/index.ts';

/** A small panel of flows: cities at both ends, years, and two regressors that no effect makes up. */
export interface SmallPanel {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly year: readonly number[];
  readonly y: readonly number[];
  readonly x: readonly number[];
  readonly z: readonly number[];
}

/** Flows of every two of some cities in some years, one direction; zeros are common but no pair is without flows. */
export const anyPanel: fc.Arbitrary<SmallPanel> = fc
  .record({ cities: fc.integer({ min: 5, max: 7 }), years: fc.integer({ min: 3, max: 4 }) })
  .chain(({ cities, years }) => {
    const rows = ((cities * (cities - 1)) / 2) * years;
    const many = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
      fc.array(one, { minLength: rows, maxLength: rows });
    return fc
      .record({
        y: many(
          fc.oneof(
            { weight: 1, arbitrary: fc.constant(0) },
            { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) },
          ),
        ),
        x: many(fc.integer({ min: -20, max: 20 })),
        z: many(fc.integer({ min: -20, max: 20 })),
      })
      .map(({ y, x, z }) => {
        const [first, second, year]: number[][] = [[], [], []];
        for (let a = 0; a < cities; a++)
          for (let b = a + 1; b < cities; b++)
            for (let t = 0; t < years; t++) {
              first.push(a);
              second.push(b);
              year.push(2010 + t);
            }
        return { first, second, year, y, x: x.map((value) => value / 10), z: z.map((value) => value / 10) };
      });
  })
  .filter(({ first, second, year, y }) => {
    // A city without flows in a year, or a pair without any, is for tests of their own.
    const total = new Map<string, number>();
    for (const [i, value] of y.entries())
      for (const key of [`${first[i]},${year[i]}`, `${second[i]},${year[i]}`, `${first[i]}-${second[i]}`])
        total.set(key, (total.get(key) ?? 0) + value);
    return [...total.values()].every((value) => value > 0);
  });

/** Effects of a panel: of pairs and of cities in years at both ends; or of pairs and years alone. */
export function effectsOf(panel: SmallPanel, kind: 'undirected' | 'simple'): readonly FixedEffect[] {
  return kind === 'undirected'
    ? undirectedEffects(panel)
    : [
        { name: 'pair', of: pairs(panel) },
        { name: 'year', of: panel.year },
      ];
}

/** An order of n rows, by sorting them by draws. */
export function anyOrder(n: number): fc.Arbitrary<number[]> {
  return fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n, maxLength: n })
    .map((draws) => draws.map((_, i) => i).sort((i, j) => draws[i] - draws[j]));
}
