import { expect, it } from 'vitest';
import { pickRows } from './rows.ts';

it('rows of a model are picked from every list it has, and from none it has not', () => {
  const rows = Int32Array.of(2, 0);
  expect(
    pickRows(
      {
        y: [1, 2, 3],
        regressors: { x: [4, 5, 6] },
        effects: [
          { name: 'pair', of: ['a', 'b', 'c'] },
          {
            name: 'city',
            ends: [
              [1, 2, 3],
              [7, 8, 9],
            ],
          },
        ],
        weights: [0.1, 0.2, 0.3],
        offset: [-1, -2, -3],
      },
      rows,
    ),
  ).toEqual({
    y: Float64Array.of(3, 1),
    regressors: { x: Float64Array.of(6, 4) },
    effects: [
      { name: 'pair', of: ['c', 'a'] },
      {
        name: 'city',
        ends: [
          [3, 1],
          [9, 7],
        ],
      },
    ],
    weights: Float64Array.of(0.3, 0.1),
    offset: Float64Array.of(-3, -1),
  });
  expect(pickRows({ y: [1, 2, 3], regressors: {} }, rows)).toEqual({
    y: Float64Array.of(3, 1),
    regressors: {},
    effects: [],
  });
});
