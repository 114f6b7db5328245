import { expect } from 'vitest';
import {
  at,
  eiIndex,
  expectedPair,
  independencePair,
  ipf,
  matrixOf,
  modularity,
  networkOfMatrix,
  quasiIndependence,
} from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Input {
  readonly labels: readonly string[];
  readonly matrix: readonly (readonly number[])[];
  readonly cluster: Readonly<Record<string, string>>;
}
type Cell = (i: number, j: number) => number;

/** Expected links under two null models, what stays inside groups, E-I index and modularity of the groups. */
export const adapter: Adapter = {
  cases: /^null-quasi-independence/,
  check({ inputs, expected, tolerance }) {
    const { labels, matrix, cluster } = inputs[0] as Input;
    const strengths = matrix.map((row) => row.reduce((sum, value) => sum + value, 0));
    const groups = labels.map((label) => cluster[label]);
    const fit = quasiIndependence(strengths);
    const observed = matrixOf(matrix, labels, labels);
    const fitted = ipf(observed, (i, j) => i === j).value!;
    const table = labels.map((_, i) => labels.map((_, j) => at(fitted, i, j)));
    const pair: Cell = (i, j) => (i === j ? 0 : expectedPair(fit, i, j)!);
    const independent: Cell = (i, j) => independencePair(strengths, i, j).value!;
    const all = (cell: Cell): number[][] => strengths.map((_, i) => strengths.map((_, j) => cell(i, j)));
    /** Sums over pairs i < j of a table: inside the groups, and across. */
    const parts = (cell: Cell): { inside: number; across: number } => {
      const sums = { inside: 0, across: 0 };
      for (let j = 0; j < groups.length; j++)
        for (let i = 0; i < j; i++) sums[groups[i] === groups[j] ? 'inside' : 'across'] += cell(i, j);
      return sums;
    };
    const intra = (cell: Cell): number => {
      const { inside, across } = parts(cell);
      return inside / (inside + across);
    };
    const is =
      (actual: unknown, by = tolerance.abs) =>
      (due: unknown, key: string): void =>
        close(actual, due, by, key);
    close(all(pair), table, 1e-9, 'the fit without a table, and the fitted table');
    eachKey(expected, {
      expected_independence: is(all(independent), 1e-12),
      expected_quasi_independence: (due) => {
        close(table, due, tolerance.abs);
        close(all(pair), due, tolerance.abs);
      },
      ratio_quasi: is(all((i, j) => (i === j ? 0 : matrix[i][j] / pair(i, j)))),
      intra_share_observed: is(
        intra((i, j) => matrix[i][j]),
        1e-12,
      ),
      intra_share_expected_quasi: is(intra(pair)),
      intra_share_expected_independence_offdiag: is(intra(independent), 1e-12),
      EI_index: is(eiIndex(parts((i, j) => matrix[i][j])).value, 1e-12),
      modularity: is(modularity(networkOfMatrix(observed), groups).value, 1e-12),
    });
    expect(fit.reason).toBeNull();
  },
};
