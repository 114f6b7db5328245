import { describe, expect, it } from 'vitest';
import { ipf } from './ipf.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('iterative proportional fitting', () => {
  it('without structural zeros is independence', () => {
    const fit = ipf(
      [
        [10, 20],
        [30, 60],
      ],
      () => false,
    );
    expect(fit.expected![0][0]).toBeCloseTo((30 * 40) / 120, 12);
    expect(fit.iterations).toBeLessThanOrEqual(2);
  });

  it('keeps both margins of a table that is not symmetric, and its structural zeros', () => {
    const observed = [
      [0, 7, 2],
      [3, 0, 9],
      [5, 1, 0],
      [2, 2, 2],
    ];
    const { expected } = ipf(observed, (i, j) => i === j);
    for (let i = 0; i < 4; i++) expect(sum(expected![i])).toBeCloseTo(sum(observed[i]), 10);
    for (let j = 0; j < 3; j++)
      expect(sum(expected!.map((row) => row[j]))).toBeCloseTo(sum(observed.map((row) => row[j])), 10);
    expect([expected![0][0], expected![1][1], expected![2][2]]).toEqual([0, 0, 0]);
    // Quasi-independence: odds ratios of open cells are 1.
    expect((expected![3][0] * expected![0][1]) / (expected![3][1] * expected![0][2])).toBeCloseTo(
      (expected![3][0] / expected![3][1]) * (expected![0][1] / expected![0][2]),
      10,
    );
    expect((expected![3][1] * expected![0][2]) / (expected![3][2] * expected![0][1])).toBeCloseTo(1, 10);
  });

  it('gives an empty row and column zeros', () => {
    const { expected } = ipf(
      [
        [0, 3, 0],
        [3, 0, 0],
        [0, 0, 0],
      ],
      (i, j) => i === j,
    );
    expect(expected).toEqual([
      [0, 3, 0],
      [3, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('has no fit, and says why, where the margins cannot be met', () => {
    const star = [
      [0, 5, 3, 2],
      [5, 0, 0, 0],
      [3, 0, 0, 0],
      [2, 0, 0, 0],
    ];
    const fit = ipf(star, (i, j) => i === j, { maxIterations: 500 });
    expect(fit.expected).toBeNull();
    expect(fit.reason).toBe('the margins are not met within 500 iterations');
    const closed = ipf(
      [
        [4, 1],
        [1, 1],
      ],
      (i, j) => i === 0 && (j === 0 || j === 1),
    );
    expect(closed.reason).toBeNull();
    expect(closed.expected).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('refuses a ragged table and a negative cell', () => {
    expect(() => ipf([[1, 2], [3]], () => false)).toThrow(/columns/);
    expect(() => ipf([[1, -2]], () => false)).toThrow(/cell 0,1/);
  });
});
