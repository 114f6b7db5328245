import fc from 'fast-check';
import type { FixedEffect } from '../src/effects/index.ts';
import { dummiesOf, endDummies } from './dense-poisson.ts';

/** A small design of whole numbers in which zeros are common, so that rows are often separated. */
export interface SmallDesign {
  readonly y: readonly number[];
  readonly regressors: { readonly x: readonly number[]; readonly z: readonly number[] };
  readonly effects: readonly FixedEffect[];
  /** The regressors, a constant, and a dummy for every level. */
  readonly columns: readonly (readonly number[])[];
}

/** Designs of up to 16 rows; regressors lie within `span` of 0. */
export function anyDesign(span: number): fc.Arbitrary<SmallDesign> {
  return fc
    .integer({ min: 6, max: 16 })
    .chain((n) => {
      const many = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
        fc.array(one, { minLength: n, maxLength: n });
      const flow = fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }) },
      );
      return fc.record({
        y: many(flow),
        x: many(fc.integer({ min: -span, max: span })),
        z: many(fc.integer({ min: -span, max: span })),
        a: many(fc.integer({ min: 0, max: 3 })),
        b: many(fc.integer({ min: 0, max: 2 })),
        kind: fc.constantFrom('none', 'one', 'two', 'ends'),
      });
    })
    .filter(({ y }) => y.some((value) => value > 0))
    .map(({ y, x, z, a, b, kind }) => {
      // The other end is another city than the first.
      const other = a.map((city, i) => (city + 1 + b[(i + 1) % b.length]) % 4);
      const of = { name: 'a', of: a };
      const more = { name: 'b', of: b };
      const effects: Record<typeof kind, FixedEffect[]> = {
        none: [],
        one: [of],
        two: [of, more],
        ends: [more, { name: 'city', ends: [a, other] }],
      };
      const dummies = {
        none: [],
        one: dummiesOf(a),
        two: [...dummiesOf(a), ...dummiesOf(b)],
        ends: [...dummiesOf(b), ...endDummies(a, other)],
      };
      return {
        y,
        regressors: { x, z },
        effects: effects[kind],
        columns: [x, z, y.map(() => 1), ...dummies[kind]],
      };
    });
}
