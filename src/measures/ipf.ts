/** A fitted table, or why there is none. */
export type FittedTable = Readonly<{ iterations: number }> &
  (
    | Readonly<{ expected: readonly (readonly number[])[]; reason: null }>
    | Readonly<{ expected: null; reason: string }>
  );

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
 * Undefined when the margins are not met within the iterations, as happens where they force a zero (a star), and
 * when a row or column that has weight has only structural zeros. Source: Deming & Stephan 1940, Annals of
 * Mathematical Statistics 11:427; Bishop, Fienberg & Holland 1975.
 *
 * @param observed n × m, entries ≥ 0
 * @throws RangeError for a ragged table or an entry that is negative or not finite
 */
export function ipf(
  observed: readonly (readonly number[])[],
  structuralZero: (row: number, column: number) => boolean,
  options: IpfOptions = {},
): FittedTable {
  const { tolerance = 1e-12, maxIterations = 10_000 } = options;
  const rows = observed.length;
  const columns = rows === 0 ? 0 : observed[0].length;
  const open = observed.map((row, i) => row.map((_, j) => !structuralZero(i, j)));
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  for (const [i, row] of observed.entries()) {
    if (row.length !== columns) throw new RangeError(`row ${i} has ${row.length} columns, not ${columns}`);
    for (const [j, value] of row.entries()) {
      if (!(value >= 0) || !Number.isFinite(value)) throw new RangeError(`cell ${i},${j} is ${value}`);
      if (!open[i][j]) continue;
      rowSums[i] += value;
      columnSums[j] += value;
    }
  }
  // r_i·Σ_j c_j = rowSums_i and c_j·Σ_i r_i = columnSums_j over the open cells, in turn.
  const r = new Float64Array(rows).fill(1);
  const c = new Float64Array(columns).fill(1);
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) if (open[i][j]) sum += c[j];
      if (sum === 0 && rowSums[i] > 0)
        return Object.freeze({ expected: null, iterations, reason: `row ${i} has weight and no open cell` });
      r[i] = rowSums[i] === 0 ? 0 : rowSums[i] / sum;
    }
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let i = 0; i < rows; i++) if (open[i][j]) sum += r[i];
      if (sum === 0 && columnSums[j] > 0)
        return Object.freeze({
          expected: null,
          iterations,
          reason: `column ${j} has weight and no open cell`,
        });
      c[j] = columnSums[j] === 0 ? 0 : columnSums[j] / sum;
    }
    // Columns fit by construction now; rows tell how far the two are from agreeing.
    let worst = 0;
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) if (open[i][j]) sum += c[j];
      if (rowSums[i] > 0) worst = Math.max(worst, Math.abs((r[i] * sum) / rowSums[i] - 1));
    }
    if (worst <= tolerance) {
      const expected = open.map((row, i) =>
        Object.freeze(row.map((isOpen, j) => (isOpen ? r[i] * c[j] : 0))),
      );
      return Object.freeze({ expected: Object.freeze(expected), iterations, reason: null });
    }
  }
  return Object.freeze({
    expected: null,
    iterations: maxIterations,
    reason: `the margins are not met within ${maxIterations} iterations`,
  });
}
