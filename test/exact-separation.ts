/**
 * Which rows are separated, by its definition and in exact fractions: those of the largest support among combinations
 * z of the columns with z = 0 where y > 0 and z ≥ 0 where y = 0 (Correia, Guimarães & Zylkin 2019, Proposition 1). A linear
 * programme by the simplex method with Bland's rule, which ends. For small designs; a double is the fraction that it is.
 *
 * @param columns of the design, effects by their dummies
 */
export function exactlySeparated(y: readonly number[], columns: readonly (readonly number[])[]): number[] {
  const row = (i: number): Fraction[] => columns.map((column) => fraction(column[i]));
  const rows = [...y.keys()];
  const free = nullSpace(rows.filter((i) => y[i] > 0).map(row), columns.length);
  const zeros = rows.filter((i) => y[i] === 0);
  // The zeros' z for each free direction: z = A c, c of either sign.
  const a = zeros.map((i) => free.map((direction) => dot(row(i), direction)));
  const support = largestSupport(a, free.length);
  return zeros.filter((_, k) => support[k]);
}

interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const ZERO: Fraction = { top: 0n, bottom: 1n };
const ONE: Fraction = { top: 1n, bottom: 1n };

function fraction(value: number): Fraction {
  let [top, bottom] = [value, 1n];
  while (!Number.isInteger(top)) [top, bottom] = [2 * top, 2n * bottom];
  return made(BigInt(top), bottom);
}

function made(top: bigint, bottom: bigint): Fraction {
  if (top === 0n) return ZERO;
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  const sign = bottom < 0n ? -1n : 1n;
  return { top: (sign * top) / a, bottom: (sign * bottom) / a };
}

const minus = (a: Fraction, b: Fraction): Fraction =>
  b.top === 0n ? a : made(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
const times = (a: Fraction, b: Fraction): Fraction =>
  a.top === 0n || b.top === 0n ? ZERO : made(a.top * b.top, a.bottom * b.bottom);
const over = (a: Fraction, b: Fraction): Fraction => made(a.top * b.bottom, a.bottom * b.top);
const negative = (a: Fraction): Fraction => ({ top: -a.top, bottom: a.bottom });
const less = (a: Fraction, b: Fraction): boolean => a.top * b.bottom < b.top * a.bottom;

function dot(a: readonly Fraction[], b: readonly Fraction[]): Fraction {
  return a.reduce((sum, value, k) => minus(sum, negative(times(value, b[k]))), ZERO);
}

/** Clears column k of every row but one, which it scales to 1 there. */
function eliminate(table: Fraction[][], at: number, k: number): void {
  const pivot = table[at][k];
  table[at] = table[at].map((value) => over(value, pivot));
  for (const [i, row] of table.entries()) {
    const part = row[k];
    if (i === at || part.top === 0n) continue;
    table[i] = row.map((value, j) => minus(value, times(part, table[at][j])));
  }
}

/** Directions that span {c: rows · c = 0}. */
function nullSpace(rows: Fraction[][], width: number): Fraction[][] {
  const pivots: number[] = [];
  for (let k = 0; k < width; k++) {
    const at = rows.findIndex((row, i) => i >= pivots.length && row[k].top !== 0n);
    if (at < 0) continue;
    [rows[pivots.length], rows[at]] = [rows[at], rows[pivots.length]];
    eliminate(rows, pivots.length, k);
    pivots.push(k);
  }
  const free = Array.from({ length: width }, (_, k) => k).filter((k) => !pivots.includes(k));
  return free.map((k) => {
    const direction = new Array<Fraction>(width).fill(ZERO);
    direction[k] = ONE;
    for (const [i, pivot] of pivots.entries()) direction[pivot] = negative(rows[i][k]);
    return direction;
  });
}

/** max Σ s with s ≤ 1 and s ≤ A c, 0 ≤ s: which s are above 0 at the optimum. */
function largestSupport(a: readonly (readonly Fraction[])[], width: number): boolean[] {
  const m = a.length;
  // Columns: c⁺, c⁻, s, slack of s ≤ A c, slack of s ≤ 1; right-hand side. All start at 0 but the last slacks.
  const total = 2 * width + 3 * m + 1;
  const unit = (k: number): Fraction[] => {
    const row = new Array<Fraction>(total).fill(ZERO);
    row[k] = ONE;
    return row;
  };
  const table = [
    ...a.map((parts, i) => {
      const row = unit(2 * width + m + i);
      for (const [k, part] of parts.entries()) [row[k], row[width + k]] = [negative(part), part];
      row[2 * width + i] = ONE;
      return row;
    }),
    ...a.map((_, i) => {
      const row = unit(2 * width + 2 * m + i);
      row[2 * width + i] = ONE;
      row[total - 1] = ONE;
      return row;
    }),
    // Σ s − objective = 0.
    new Array<Fraction>(total).fill(ZERO).map((_, k) => (k >= 2 * width && k < 2 * width + m ? ONE : ZERO)),
  ];
  const basis = Array.from({ length: 2 * m }, (_, i) => 2 * width + m + i);
  for (;;) {
    const enters = table[2 * m].findIndex((gain, k) => k < total - 1 && gain.top > 0n);
    if (enters < 0) break;
    let leaves = -1;
    for (let i = 0; i < 2 * m; i++) {
      if (table[i][enters].top <= 0n) continue;
      if (leaves < 0) {
        leaves = i;
        continue;
      }
      const [own, best] = [i, leaves].map((at) => over(table[at][total - 1], table[at][enters]));
      if (less(own, best) || (!less(best, own) && basis[i] < basis[leaves])) leaves = i;
    }
    if (leaves < 0) throw new Error('the programme is bounded, and was found not to be');
    eliminate(table, leaves, enters);
    basis[leaves] = enters;
  }
  const support = new Array<boolean>(m).fill(false);
  for (const [i, k] of basis.entries())
    if (k >= 2 * width && k < 2 * width + m && table[i][total - 1].top > 0n) support[k - 2 * width] = true;
  return support;
}
