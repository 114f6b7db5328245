import type { Matrix } from '../matrix.ts';

/**
 * Holds a table of places × places to what it must be: the same names on both sides, and m_ij = m_ji exactly; numbers
 * from 0 off the diagonal.
 *
 * @throws RangeError that names the table and the cell
 */
export function checkSymmetric(m: Matrix, what: string): void {
  const n = m.rows.length;
  if (m.columns.length !== n || m.rows.some((name, i) => m.columns[i] !== name))
    throw new RangeError(`${what} must have the same places as rows and as columns, in one order`);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const [below, above] = [m.values[i * n + j], m.values[j * n + i]];
      const cell = `at ${m.rows[i]}, ${m.rows[j]}`;
      if (below !== above)
        throw new RangeError(`${what} must be symmetric, got ${below} and ${above} ${cell}`);
      if (below < 0) throw new RangeError(`${what} must be 0 or more, got ${below} ${cell}`);
    }
}
