import { expect } from 'vitest';
import { spatialWeights, standardiseRows } from '../src/measures/index.ts';
import type { Alternative, SpatialTest, SpatialWeights, Unknown } from '../src/measures/index.ts';

/** Five places in a line; and a lopsided table of weights. */
export const LINE = spatialWeights([[1], [0, 2], [1, 3], [2, 4], [3]]);
export const LOPSIDED = spatialWeights(
  [[1, 2], [0], [3, 4, 0], [1], [2]],
  [[1, 2], [0.5], [1, 1, 3], [2], [0.25]],
);
export const X = [1, 2, 4, 3, 9];

/** Weights as a table, 0 where two are no neighbours. */
export const table = (w: SpatialWeights): number[][] =>
  Array.from({ length: w.n }, (_, i) =>
    Array.from({ length: w.n }, (_, j) => {
      const at = w.neighbours.subarray(w.offsets[i], w.offsets[i + 1]).indexOf(j);
      return at < 0 ? 0 : w.weights[w.offsets[i] + at];
    }),
  );
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Σ_i Σ_j of anything over n × n. */
export const double = (n: number, of: (i: number, j: number) => number): number =>
  sum(Array.from({ length: n * n }, (_, k) => of(Math.floor(k / n), k % n)));

/** All orders of the values. */
export function orders(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((first, at) =>
    orders(values.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}

export function defined<T extends object>(result: T | Unknown): T {
  if ('code' in result) throw new Error(result.reason);
  return result;
}

type Measure = (
  values: ArrayLike<number>,
  w: SpatialWeights,
  alternative?: Alternative,
) => Unknown | { readonly value: number; readonly expected: number; readonly randomisation: SpatialTest };

/** Weights on which a statistic is held to its definition. */
export const WEIGHTS: readonly (readonly [string, SpatialWeights])[] = [
  ['a line', LINE],
  ['a lopsided table', LOPSIDED],
  ['standardised rows', standardiseRows(LOPSIDED)],
];

/** A statistic is its definition, and has the mean and the variance of it over all 120 orders of the values. */
export function expectDefinition(
  measure: Measure,
  byHand: (x: readonly number[], w: number[][]) => number,
  w: SpatialWeights,
): void {
  const result = defined(measure(X, w));
  const drawn = orders(X).map((order) => byHand(order, table(w)));
  const mean = sum(drawn) / drawn.length;
  expect(result.value).toBeCloseTo(byHand(X, table(w)), 13);
  expect(result.expected).toBeCloseTo(mean, 13);
  const variance = sum(drawn.map((value) => (value - mean) ** 2)) / drawn.length;
  expect(result.randomisation.variance).toBeCloseTo(variance, 13);
  expect(Object.isFrozen(result) && Object.isFrozen(result.randomisation)).toBe(true);
}

/** What every such statistic keeps to: units, few places, values all alike, and arguments that are none. */
export function expectManners(measure: Measure): void {
  const unit = defined(
    measure(
      X.map((value) => 1000 * value),
      LINE,
    ),
  );
  expect(unit.value).toBeCloseTo(defined(measure(X, LINE)).value, 13);
  expect(unit.randomisation.p.value).toBeCloseTo(defined(measure(X, LINE)).randomisation.p.value!, 12);
  const three = spatialWeights([[1], [0], [1]]);
  expect(measure([1, 2, 3], three)).toMatchObject({ value: null, code: 'too-few' });
  expect(measure([2, 2, 2, 2, 2], LINE)).toMatchObject({ value: null, code: 'constant' });
  expect(() => measure([1, 2], LINE)).toThrow('values must be 5, one for each place of the weights, got 2');
  expect(() => measure([1, 2, NaN, 3, 4], LINE)).toThrow(RangeError);
  expect(() => measure(X, LINE, 'more' as Alternative)).toThrow('alternative must be one of');
}
