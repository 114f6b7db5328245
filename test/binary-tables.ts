import fc from 'fast-check';
import { createRandom, matrixOf, type Matrix } from '../src/measures/index.ts';

/** Three places and four fields, the last of nobody. */
export const SPECIALISED = matrixOf(
  [
    [1, 1, 0, 0],
    [0, 1, 1, 0],
    [1, 1, 1, 0],
  ],
  ['a', 'b', 'c'],
  ['f', 'g', 'h', 'i'],
);

/** Any places × fields of 0 and 1: 2 to 40 by 2 to 9, about a third of them 1. */
export const binaryTables = fc
  .tuple(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 2, max: 9 }), fc.integer())
  .map(([rows, columns, seed]) => {
    let state = seed | 0;
    const next = (): number => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      return (state >>> 16) % 3 === 0 ? 1 : 0;
    };
    return matrixOf(Array.from({ length: rows }, () => Array.from({ length: columns }, next)));
  });

/** Places × fields, nested: the more able place has more fields, with chance. */
export function nestedTable(seed: number, places: number, fields: number): Matrix {
  const random = createRandom(seed);
  return matrixOf(
    Array.from({ length: places }, (_, i) =>
      Array.from({ length: fields }, (__, j) =>
        random.uniform() < 0.15 + 0.8 * Math.exp(-((i / places - j / fields) ** 2) * 8) * (0.4 + i / places)
          ? 1
          : 0,
      ),
    ),
  );
}

/** Any such table, 4 to 15 by 4 to 15. */
export const nestedTables = fc
  .tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 4, max: 15 }), fc.integer({ min: 4, max: 15 }))
  .map(([seed, places, fields]) => nestedTable(seed, places, fields));
