import type { Reason } from '../base/index.ts';
import { checkMatrix, checkParts } from './arguments.ts';
import { at, matrix, type Matrix } from './matrix.ts';
import { known, unknown, type Quantity, type ReasonCode } from './quantity.ts';

/** A row or column for which a measure is undefined, and why. */
export interface Omitted {
  readonly axis: 'row' | 'column';
  readonly name: string;
  readonly reason: Reason;
  readonly code: ReasonCode;
}

/**
 * A measure over the rows and columns for which it is defined. Those for which it is not stand in `omitted`, so that no
 * cell of `matrix` ever holds a number in the place of nothing.
 */
export interface DefinedMatrix {
  readonly matrix: Matrix;
  readonly omitted: readonly Omitted[];
}

/** The value at a row and a column by name, undefined where either was omitted. */
export function valueAt(table: DefinedMatrix, row: string, column: string): Quantity {
  checkParts('table', table, { matrix: 'record', omitted: 'list' });
  checkMatrix('table.matrix', table.matrix);
  const { matrix: m, omitted } = table;
  for (const { axis, name, reason, code } of omitted)
    if (name === (axis === 'row' ? row : column)) return unknown(reason, code);
  const [i, j] = [m.rows.indexOf(row), m.columns.indexOf(column)];
  if (i < 0) throw new RangeError(`no row ${row}`);
  if (j < 0) throw new RangeError(`no column ${column}`);
  return known(at(m, i, j));
}

/** Which rows and columns of a matrix stay, by index, and the others. */
export interface Kept {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly omitted: readonly Omitted[];
}

/** Rows and columns of m with a sum above 0; those without are omitted for the reasons given, as `zero-margin`. */
export function withMargins(m: Matrix, rowReason: Reason, columnReason: Reason): Kept {
  const { rows, columns } = sums(m);
  const omitted: Omitted[] = [];
  const keep = (axis: Omitted['axis'], names: readonly string[], margin: Float64Array, reason: Reason) =>
    names.flatMap((name, i) => {
      if (margin[i] > 0) return [i];
      omitted.push(Object.freeze({ axis, name, reason, code: 'zero-margin' }));
      return [];
    });
  return Object.freeze({
    rows: keep('row', m.rows, rows, rowReason),
    columns: keep('column', m.columns, columns, columnReason),
    omitted: Object.freeze(omitted),
  });
}

/** Σ_j and Σ_i of a matrix, and the sum of all. */
export function sums(m: Matrix): { rows: Float64Array; columns: Float64Array; total: number } {
  checkMatrix('m', m);
  const rows = new Float64Array(m.rows.length);
  const columns = new Float64Array(m.columns.length);
  let total = 0;
  for (let i = 0, cell = 0; i < rows.length; i++) {
    for (let j = 0; j < columns.length; j++, cell++) {
      rows[i] += m.values[cell];
      columns[j] += m.values[cell];
    }
    total += rows[i];
  }
  return { rows, columns, total };
}

/** The kept rows and columns of m, each cell as `cell` makes it of the indices in m. */
export function pick(m: Matrix, kept: Kept, cell: (i: number, j: number) => number): DefinedMatrix {
  const values = new Float64Array(kept.rows.length * kept.columns.length);
  let next = 0;
  for (const i of kept.rows) for (const j of kept.columns) values[next++] = cell(i, j);
  return Object.freeze({
    matrix: matrix(
      kept.rows.map((i) => m.rows[i]),
      kept.columns.map((j) => m.columns[j]),
      values,
    ),
    omitted: kept.omitted,
  });
}
