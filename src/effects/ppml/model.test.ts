import { describe, expect, it } from 'vitest';
import { checkLabels, checkModel, type FlowModel } from './model.ts';

const good: FlowModel = {
  y: [1, 0, 2],
  regressors: { distance: [0.5, 1, 2] },
  effects: [
    { name: 'city', of: ['a', 'b', 'a'] },
    {
      name: 'city-year',
      ends: [
        ['a', 'b', 'a'],
        ['b', 'c', 'c'],
      ],
    },
  ],
  weights: [1, 2, 0.5],
  offset: [0, 0, -1],
};
const check =
  (change: Partial<FlowModel>, flows = true) =>
  (): void =>
    checkModel({ ...good, ...change }, flows);

describe('a model', () => {
  it('passes as it should be, with fractional flows, without effects, and below zero for least squares', () => {
    expect(check({})).not.toThrow();
    expect(check({ y: [0.25, 0, 1e-9] })).not.toThrow();
    expect(() => checkModel({ y: [1], regressors: {} }, true)).not.toThrow();
    expect(check({ y: [-1, 0, 0] }, false)).not.toThrow();
  });

  it.each<[string, Partial<FlowModel>, string]>([
    ['no rows', { y: [] }, 'y must have rows, got none'],
    ['a negative flow', { y: [1, -2, 0] }, 'y must be 0 or more, number 1 is -2'],
    ['no flows at all', { y: [0, 0, 0] }, 'y must be above 0 somewhere, got only zeros'],
    ['NaN in y', { y: [1, NaN, 0] }, 'y must be finite, number 1 is NaN'],
    ['an infinite y', { y: [1, Infinity, 0] }, 'y must be finite, number 1 is Infinity'],
    [
      'NaN in a regressor',
      { regressors: { distance: [1, 2, NaN] } },
      'regressor distance must be finite, number 2 is NaN',
    ],
    ['a short regressor', { regressors: { distance: [1, 2] } }, 'regressor distance must have 3 rows, got 2'],
    [
      'a long regressor',
      { regressors: { distance: [1, 2, 3, 4] } },
      'regressor distance must have 3 rows, got 4',
    ],
    ['NaN in weights', { weights: [1, NaN, 1] }, 'weights must be finite, number 1 is NaN'],
    ['a weight of 0', { weights: [1, 1, 0] }, 'weights must be above 0, number 2 is 0'],
    ['a negative weight', { weights: [-1, 1, 1] }, 'weights must be above 0, number 0 is -1'],
    ['short weights', { weights: [1] }, 'weights must have 3 rows, got 1'],
    ['an exposure of 0', { offset: [0, Math.log(0), 0] }, 'offset must be finite, number 1 is -Infinity'],
    [
      'NaN in labels',
      { effects: [{ name: 'city', of: [1, NaN, 2] }] },
      'effect city must have a number or a text a row, number 1 is NaN',
    ],
    ['short labels', { effects: [{ name: 'city', of: ['a'] }] }, 'effect city must have 3 rows, got 1'],
    [
      'ends of unlike lengths',
      {
        effects: [
          {
            name: 'city',
            ends: [
              [1, 2, 3],
              [1, 2],
            ],
          },
        ],
      },
      'effect city must have 3 rows, got 2',
    ],
    [
      'ends of unlike kinds',
      {
        effects: [
          {
            name: 'city',
            ends: [
              [1, 2, 3],
              ['1', '2', '3'],
            ],
          },
        ],
      },
      'effect city must be all numbers or all texts, got the number 3 and the string 1',
    ],
    [
      'an effect twice',
      {
        effects: [
          { name: 'city', of: [1, 2, 3] },
          { name: 'city', of: [1, 1, 2] },
        ],
      },
      'effects must have different names, got city twice',
    ],
  ])('with %s is refused by name', (_, change, message) => {
    expect(check(change)).toThrow(RangeError);
    expect(check(change)).toThrow(message);
  });

  it('is checked label by label', () => {
    expect(() => checkLabels('clusters of pair', [[1, 2]], 2)).not.toThrow();
    expect(() => checkLabels('clusters of pair', [[1, 2]], 3)).toThrow(
      'clusters of pair must have 3 rows, got 2',
    );
  });
});
