import { ppml, separatedRows, type FlowModel } from '../../src/effects/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey, numbers, type Columns } from '../reference.ts';

interface Separated {
  readonly n: number;
  readonly n_separated: number;
  readonly separated_rows_0based: readonly number[];
}

/** Separated rows of data sets with regressors x1, x2, … and effects id1, id2, …, each told by the name of its file. */
export const adapter: Adapter = {
  cases: /^ppml-separation/,
  check({ inputs, files, expected }) {
    const due = expected as Readonly<Record<string, Separated>>;
    close(files.map(nameOf).toSorted(), Object.keys(due).toSorted(), 0, 'the data sets');
    for (const [at, input] of inputs.entries()) {
      const name = nameOf(files[at]);
      const table = input as Columns;
      const columns = Object.keys(table);
      const model: FlowModel = {
        y: numbers(table, 'y'),
        regressors: Object.fromEntries(
          columns.filter((column) => /^x\d+$/.test(column)).map((column) => [column, numbers(table, column)]),
        ),
        effects: columns
          .filter((column) => /^id\d+$/.test(column))
          .map((column) => ({ name: column, of: table[column] })),
      };
      const found = Array.from(separatedRows(model));
      eachKey(due[name], {
        n: (n: number) => close(model.y.length, n, 0, `${name}, n`),
        n_separated: (n: number) => close(found.length, n, 0, `${name}, n_separated`),
        separated_rows_0based: (rows: number[]) => close(found, rows, 0, `${name}, rows`),
      });
      // What is not separated can be fitted, and an estimate of all rows leaves out the others by itself.
      const estimate = ppml(model);
      close(estimate.convergence.converged, true, 0, `${name}, converged`);
      const left = new Set(estimate.rows);
      close(
        found.filter((row) => left.has(row)),
        [],
        0,
        `${name}, separated rows that were used`,
      );
    }
  },
};

function nameOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.csv$/, '');
}
