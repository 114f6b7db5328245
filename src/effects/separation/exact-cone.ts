/**
 * Which rows a_i of a matrix A are above 0 for some c with A c ≥ 0: the largest support of such a product, exactly. Of
 * whole numbers of any length; doubles are whole numbers times a power of two, and no row changes its sign by a factor.
 *
 * By the dual: row i is above 0 for no such c if and only if some u ≥ 0 with Aᵀu = 0 has u_i > 0 (Tucker 1956). All rows for
 * which one has are found at once, as such u add up: max Σ t with u = t + w, 0 ≤ t ≤ 1, w ≥ 0, by the simplex method with
 * bounded variables, Bland's rule, which ends, and pivots that keep whole numbers (Edmonds 1967).
 *
 * @param a rows of one length
 */
export function coneSupport(a: readonly (readonly bigint[])[]): boolean[] {
  const m = a.length;
  const width = m === 0 ? 0 : a[0].length;
  // Variables: t, then w; the last column is the right-hand side. What stands is the table times `by`.
  const total = 2 * m + 1;
  const table = Array.from({ length: width }, (_, k) =>
    Array.from({ length: total }, (__, j): bigint => (j === 2 * m ? 0n : a[j % m][k])),
  );
  const gains: bigint[] = Array.from({ length: total }, (_, j) => (j < m ? 1n : 0n));
  let by = 1n;
  // −1: what the row began with, which is 0 and stays so.
  const basis = new Array<number>(width).fill(-1);
  /** Whether 1 − t stands for t. */
  const turned = new Array<boolean>(m).fill(false);
  for (;;) {
    const enters = gains.findIndex((gain, j) => j < 2 * m && gain > 0n);
    if (enters < 0) break;
    // The least step, top/bottom, at which something meets a bound, and which.
    let [row, top, bottom, atUpper]: [number, bigint, bigint, boolean] =
      enters < m ? [-1, 1n, 1n, false] : [-2, 0n, 0n, false];
    for (const [k, line] of table.entries()) {
      const own = line[enters];
      if (own === 0n) continue;
      const value = line[2 * m];
      const artificial = basis[k] < 0;
      const upper = !artificial && own < 0n;
      // w has no upper bound.
      if (upper && basis[k] >= m) continue;
      const [ownTop, ownBottom] = artificial ? [0n, 1n] : upper ? [by - value, -own] : [value, own];
      const order = row === -2 ? -1n : ownTop * bottom - top * ownBottom;
      const name = artificial ? -1 : basis[k];
      const best = row >= 0 ? basis[row] : enters;
      if (order < 0n || (order === 0n && name < best))
        [row, top, bottom, atUpper] = [k, ownTop, ownBottom, upper];
    }
    if (row === -2) throw new RangeError('the programme is bounded, and was found not to be');
    if (row === -1) {
      turn(enters);
      continue;
    }
    if (atUpper) turnBasic(row);
    pivot(row, enters);
  }
  const support = new Array<boolean>(m).fill(true);
  for (let i = 0; i < m; i++) {
    const at = basis.indexOf(i);
    const value = at < 0 ? 0n : table[at][2 * m];
    support[i] = turned[i] ? value === by : value === 0n;
  }
  return support;

  /** 1 − t for a t at its upper bound. */
  function turn(j: number): void {
    turned[j] = !turned[j];
    for (const line of table) {
      line[2 * m] -= line[j];
      line[j] = -line[j];
    }
    gains[j] = -gains[j];
  }

  function turnBasic(k: number): void {
    const j = basis[k];
    turned[j] = !turned[j];
    table[k] = table[k].map((value, at) => (at === j ? value : at === 2 * m ? by - value : -value));
  }

  function pivot(k: number, j: number): void {
    // Only a row that began here may have a pivot below 0; it is 0 = 0.
    if (table[k][j] < 0n) table[k] = table[k].map((value) => -value);
    const line = table[k];
    const own = line[j];
    const cleared = (other: readonly bigint[]): bigint[] =>
      other.map((value, at) => (value * own - other[j] * line[at]) / by);
    for (const [at, other] of table.entries()) if (at !== k) table[at] = cleared(other);
    for (const [at, value] of cleared(gains).entries()) gains[at] = value;
    by = own;
    basis[k] = j;
  }
}

/** Directions that span {c: rows · c = 0}, of whole numbers, by elimination without fractions. */
export function nullDirections(rows: readonly (readonly bigint[])[], width: number): bigint[][] {
  const echelon: bigint[][] = [];
  const pivots: number[] = [];
  let by = 1n;
  for (const given of rows) {
    // What the rows so far leave of it, times `by`.
    let row = given.map((value) => value * by);
    for (const [at, k] of pivots.entries()) {
      const part = given[k];
      if (part !== 0n) row = row.map((value, j) => value - part * echelon[at][j]);
    }
    const pivot = row.findIndex((value) => value !== 0n);
    if (pivot < 0) continue;
    if (row[pivot] < 0n) row = row.map((value) => -value);
    const own = row[pivot];
    for (const [at, line] of echelon.entries()) {
      const part = line[pivot];
      echelon[at] = line.map((value, j) => (value * own - part * row[j]) / by);
    }
    echelon.push(row);
    pivots.push(pivot);
    by = own;
  }
  return Array.from({ length: width }, (_, k) => k)
    .filter((k) => !pivots.includes(k))
    .map((k) => {
      const direction = new Array<bigint>(width).fill(0n);
      direction[k] = by;
      for (const [at, pivot] of pivots.entries()) direction[pivot] = -echelon[at][k];
      return direction;
    });
}

/** Numbers times one power of two that makes them whole. */
export function wholeNumbers(values: ArrayLike<number>): bigint[] {
  let least = 0;
  for (let i = 0; i < values.length; i++) least = Math.min(least, lastPlace(values[i]));
  return Array.from(values, (value) => {
    const place = lastPlace(value);
    // value · 2^−place is whole and below 2^53.
    const half = Math.trunc(place / 2);
    return BigInt(value / 2 ** half / 2 ** (place - half)) << BigInt(place - least);
  });
}

/** e of the last place of a number: it is a whole number below 2^53 times 2^e. 0 of 0. */
function lastPlace(value: number): number {
  if (value === 0) return 0;
  return Math.max(-1074, Math.min(971, Math.floor(Math.log2(Math.abs(value))) - 53));
}
