import { checkKind, checkMatrix } from './arguments.ts';

/**
 * A table of numbers with its rows and columns named once: `values` is row-major, rows.length × columns.length, so that
 * the value of row i and column j stands at i · columns.length + j.
 */
export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: Float64Array;
}

/**
 * A matrix from its names and its values (row-major; copied). Names are frozen; a Float64Array cannot be.
 *
 * @throws RangeError where values are not rows × columns, a name stands twice, or a value is not finite
 */
export function matrix(
  rows: readonly string[],
  columns: readonly string[],
  values: ArrayLike<number>,
): Matrix {
  checkKind('rows', rows, 'list');
  checkKind('columns', columns, 'list');
  checkKind('values', values, 'list');
  if (values.length !== rows.length * columns.length)
    throw new RangeError(
      `values must be ${rows.length} rows × ${columns.length} columns = ${rows.length * columns.length} numbers, got ${values.length}`,
    );
  checkNames('rows', rows);
  checkNames('columns', columns);
  const copy = Float64Array.from(values);
  const wrong = copy.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    const [row, column] = [rows[Math.floor(wrong / columns.length)], columns[wrong % columns.length]];
    throw new RangeError(`values must be finite, got ${copy[wrong]} at row ${row}, column ${column}`);
  }
  return Object.freeze({
    rows: Object.freeze([...rows]),
    columns: Object.freeze([...columns]),
    values: copy,
  });
}

/**
 * A small matrix from nested numbers, one list a row; names are 0, 1, 2, … where none are given. Errors as `matrix`,
 * and where rows are not of one length.
 */
export function matrixOf(
  nested: readonly (readonly number[])[],
  rows?: readonly string[],
  columns?: readonly string[],
): Matrix {
  checkKind('nested', nested, 'list');
  const width = columns?.length ?? (nested.length === 0 ? 0 : nested[0].length);
  for (const [i, row] of nested.entries())
    if (row.length !== width)
      throw new RangeError(`nested must have ${width} numbers in every row, got ${row.length} in row ${i}`);
  return matrix(rows ?? numbered(nested.length), columns ?? numbered(width), nested.flat());
}

/** The value of row i and column j. */
export function at(m: Matrix, i: number, j: number): number {
  try {
    return m.values[i * m.columns.length + j];
  } catch (error) {
    // Called for every cell: what m is, is looked at only where it is none.
    checkMatrix('m', m);
    throw error;
  }
}

/** '0' … 'n − 1', the names of what has none. */
export function numbered(n: number): string[] {
  checkKind('n', n, 'number');
  return Array.from({ length: n }, (_, i) => String(i));
}

function checkNames(what: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new RangeError(`${what} must have different names, got ${name} twice`);
    seen.add(name);
  }
}
