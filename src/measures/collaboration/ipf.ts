import { checkKind, checkMatrix } from '../arguments.ts';
import { matrix, type Matrix } from '../matrix.ts';
import { unknown, type Unknown } from '../quantity.ts';

/** A fitted table, or why there is none. */
export type FittedTable = Readonly<{ iterations: number }> &
  (Readonly<{ value: Matrix; reason: null }> | Unknown);

export interface IpfOptions {
  /** Largest difference of a fitted from an observed margin, relative to the observed one. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

/**
 * Quasi-independence of any two-way table by iterative proportional fitting: the table e_ij = r_i·c_j, zero where
 * `structuralZero`, with the row and column sums of `observed` (which is taken as zero there too). For small tables
 * and as the check of `quasiIndependence`, which needs no table.
 *
 * Undefined (`not-converged`) when the margins are not met within the iterations, as happens where they force a zero (a
 * star), and (`zero-margin`) when a row or column that has weight has only structural zeros. Source: Deming & Stephan
 * 1940, Annals of Mathematical Statistics 11:427; Bishop, Fienberg & Holland 1975, Discrete Multivariate Analysis.
 *
 * @param observed n × m, entries 0 or more
 * @throws RangeError for an entry that is negative, a tolerance that is not above 0, or a number of iterations that is no
 *   whole number from 1
 */
export function ipf(
  observed: Matrix,
  structuralZero: (row: number, column: number) => boolean,
  options: IpfOptions = {},
): FittedTable {
  checkMatrix('observed', observed);
  checkKind('structuralZero', structuralZero, 'function');
  checkKind('options', options, 'record');
  const { tolerance = 1e-12, maxIterations = 10_000 } = options;
  if (!(tolerance > 0) || !Number.isFinite(tolerance))
    throw new RangeError(`tolerance must be a finite number above 0, got ${tolerance}`);
  if (!Number.isInteger(maxIterations) || maxIterations < 1)
    throw new RangeError(`maxIterations must be a whole number from 1, got ${maxIterations}`);
  const [rows, columns] = [observed.rows.length, observed.columns.length];
  const open = new Uint8Array(rows * columns);
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const cell = i * columns + j;
      const value = observed.values[cell];
      if (value < 0)
        throw new RangeError(
          `observed must be 0 or more, got ${value} at row ${observed.rows[i]}, column ${observed.columns[j]}`,
        );
      if (structuralZero(i, j)) continue;
      open[cell] = 1;
      rowSums[i] += value;
      columnSums[j] += value;
    }
  const none = (iterations: number, ...why: Parameters<typeof unknown>): FittedTable =>
    Object.freeze({ iterations, ...unknown(...why) });
  // r_i·Σ_j c_j = rowSums_i and c_j·Σ_i r_i = columnSums_j over the open cells, in turn.
  const r = new Float64Array(rows).fill(1);
  const c = new Float64Array(columns).fill(1);
  const acrossRow = (i: number): number => {
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += open[i * columns + j] * c[j];
    return sum;
  };
  const downColumn = (j: number): number => {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += open[i * columns + j] * r[i];
    return sum;
  };
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    for (let i = 0; i < rows; i++) {
      const sum = acrossRow(i);
      if (sum === 0 && rowSums[i] > 0)
        return none(iterations, 'a row has weight and no open cell', 'zero-margin');
      r[i] = rowSums[i] === 0 ? 0 : rowSums[i] / sum;
    }
    for (let j = 0; j < columns; j++) {
      const sum = downColumn(j);
      if (sum === 0 && columnSums[j] > 0)
        return none(iterations, 'a column has weight and no open cell', 'zero-margin');
      c[j] = columnSums[j] === 0 ? 0 : columnSums[j] / sum;
    }
    // Columns fit by construction now; rows tell how far the two are from agreeing.
    let worst = 0;
    for (let i = 0; i < rows; i++)
      if (rowSums[i] > 0) worst = Math.max(worst, Math.abs((r[i] * acrossRow(i)) / rowSums[i] - 1));
    if (worst <= tolerance) {
      const values = Float64Array.from(open, (isOpen, cell) =>
        isOpen === 1 ? r[Math.floor(cell / columns)] * c[cell % columns] : 0,
      );
      return Object.freeze({
        iterations,
        value: matrix(observed.rows, observed.columns, values),
        reason: null,
      });
    }
  }
  return none(maxIterations, 'the iteration did not meet the margins', 'not-converged');
}
