import { entropyWeights, matrix } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey, numbers, type Columns } from '../reference.ts';

/** Entropy weights of a table of indicators (those named _neg turned round), under each ε that `expected` names. */
export const adapter: Adapter = {
  cases: /^entropy-weights/,
  check({ inputs, params, expected, tolerance }) {
    const table = inputs[0] as Columns;
    const [id, ...columns] = Object.keys(table);
    const rows = table[id];
    const byColumn = columns.map((name) => numbers(table, name));
    const values = rows.flatMap((_, i) => byColumn.map((column) => column[i]));
    const lessIsBetter =
      (params.negative as string[] | undefined) ?? columns.filter((name) => name.endsWith('_neg'));
    const of = (epsilon: number) => entropyWeights(matrix(rows, columns, values), { lessIsBetter, epsilon });
    const at = (epsilon: number) => (due: unknown) => {
      const { indicators, levels, scores } = of(epsilon);
      const named = <T>(value: (j: number) => T): Record<string, T> =>
        Object.fromEntries(columns.map((name, j) => [name, value(j)]));
      eachKey(due, {
        normalised: (each) =>
          close(
            named((j) => rows.map((_, i) => levels[i * columns.length + j])),
            each,
            tolerance.abs,
          ),
        // A column that does not vary has no entropy here; peers write 0 or 1 for it.
        entropy: (each: Record<string, number>) =>
          close(
            named((j) => indicators[j].entropy.value),
            named((j) => (new Set(byColumn[j]).size === 1 ? null : each[columns[j]])),
            tolerance.abs,
          ),
        weights: (each) =>
          close(
            named((j) => indicators[j].weight.value),
            each,
            tolerance.abs,
          ),
        score: (each) => close(scores, each, tolerance.abs),
      });
    };
    eachKey(
      expected,
      Object.fromEntries(Object.keys(expected as object).map((key) => [key, at(Number(key))])),
    );
  },
};
