import {
  diversity,
  locationQuotients,
  matrixOf,
  specialisations,
  ubiquity,
  valueAt,
} from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Input {
  readonly rows: string[];
  readonly cols: string[];
  readonly matrix: number[][];
}

/** Location quotients and what is binary in them, as EconGeo has them before it rounds. */
export const adapter: Adapter = {
  cases: /^rca-/,
  check({ inputs, expected, tolerance }) {
    const { rows, cols, matrix } = inputs[0] as Input;
    const x = matrixOf(matrix, rows, cols);
    const [quotients, found] = [locationQuotients(x), specialisations(x)];
    const table = (of: typeof quotients) =>
      rows.map((row) => cols.map((column) => valueAt(of, row, column).value));
    eachKey(expected, {
      lq: (due, key) => close(table(quotients), due, tolerance.abs, key),
      binary: (due, key) => close(table(found), due, tolerance.abs, key),
      diversity: (due, key) => close([...diversity(found.matrix)], due, tolerance.abs, key),
      ubiquity: (due, key) => close([...ubiquity(found.matrix)], due, tolerance.abs, key),
    });
  },
};
