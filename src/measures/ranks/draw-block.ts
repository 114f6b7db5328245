import { type Kernel, kernel, roomFor } from '../kernel.ts';

/** Draws that are made together. */
export const COLUMNS = 8;

/** What is drawn, in blocks of eight draws. */
export interface Drawing {
  /** A lower triangle, n × n row by row with zeros above the diagonal, that draws are correlated by. */
  readonly lower: Float64Array;
  readonly means: Float64Array;
  /** What draws are rounded to; 0 for nothing. */
  readonly grid: number;
  /** Means and errors of m rows behind them that are drawn each on its own. */
  readonly alone: { readonly means: Float64Array; readonly errors: Float64Array };
}

/** Eight draws at a time; all arrays are overwritten by the next. */
export interface DrawBlock {
  /** Normal numbers to be written before `multiply`, (n + m) × 8. */
  readonly normals: Float64Array;
  /** Totals drawn, (n + m) × 8. */
  readonly drawn: Float64Array;
  /** Correlates the normal numbers: Σ_{k ≤ i} l_ik·z_kb, added in the order of k. */
  multiply(): void;
  /** Draws mean + product, or mean − product for the draws that mirror those. */
  settle(sign: 1 | -1): void;
  /** In each of the eight draws, how many rows are above this one. */
  countAbove(row: number): ArrayLike<number>;
}

/**
 * In 128-bit vectors where the platform has WebAssembly, else without; both give the same to the last bit. Use one up
 * before the next is made: vectors share a memory.
 */
export function drawBlock(drawing: Drawing): DrawBlock {
  const vectors = kernel();
  return vectors === null ? plainBlock(drawing) : vectorBlock(vectors, drawing);
}

/** The same without vectors. */
export function plainBlock({ lower, means, grid, alone }: Drawing): DrawBlock {
  const n = means.length;
  const rows = n + alone.means.length;
  const normals = new Float64Array(COLUMNS * rows);
  const products = new Float64Array(COLUMNS * n);
  const drawn = new Float64Array(COLUMNS * rows);
  const counts = new Int32Array(COLUMNS);
  return {
    normals,
    drawn,
    multiply() {
      for (let b = 0; b < COLUMNS; b += 4)
        for (let i = 0; i < n; i++) multiplyRow(lower, i, n, normals, b, products);
    },
    settle(sign) {
      for (let i = 0; i < rows; i++)
        for (let at = COLUMNS * i; at < COLUMNS * (i + 1); at++) {
          if (i >= n) drawn[at] = alone.means[i - n] + sign * (alone.errors[i - n] * normals[at]);
          else {
            const value = means[i] + sign * products[at];
            drawn[at] = grid > 0 ? Math.floor(value / grid + 0.5) * grid : value;
          }
        }
    },
    countAbove(row) {
      counts.fill(0);
      for (let i = 0; i < rows; i++)
        for (let b = 0; b < COLUMNS; b++)
          counts[b] += Number(drawn[COLUMNS * i + b] > drawn[COLUMNS * row + b]);
      return counts;
    },
  };
}

function multiplyRow(
  lower: Float64Array,
  i: number,
  n: number,
  columns: Float64Array,
  b: number,
  products: Float64Array,
): void {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = 0; k <= i; k++) {
    const at = COLUMNS * k + b;
    const l = lower[i * n + k];
    s0 += l * columns[at];
    s1 += l * columns[at + 1];
    s2 += l * columns[at + 2];
    s3 += l * columns[at + 3];
  }
  const to = COLUMNS * i + b;
  products[to] = s0;
  products[to + 1] = s1;
  products[to + 2] = s2;
  products[to + 3] = s3;
}

/** Rows go in pairs: of an odd number one of zeros stands below. */
const PAIR = 2;
/** A count has 64 bits, of which the lower 32 are enough. */
const WORDS = 2;

function vectorBlock(vectors: Kernel, { lower, means, grid, alone }: Drawing): DrawBlock {
  const n = means.length;
  const m = alone.means.length;
  const padded = Math.ceil(n / PAIR) * PAIR;
  // The row of zeros below multiplies the first of those drawn alone, or what stands behind.
  const [triangle, normals, products, drawn, of, aloneMeans, aloneErrors, counts] = roomFor(vectors, [
    padded * padded,
    (n + m + PAIR) * COLUMNS,
    padded * COLUMNS,
    (n + m) * COLUMNS,
    n,
    m,
    m,
    COLUMNS,
  ]);
  triangle.fill(0);
  for (let i = 0; i < n; i++) triangle.set(lower.subarray(i * n, i * n + i + 1), i * padded);
  normals.fill(0);
  of.set(means);
  aloneMeans.set(alone.means);
  aloneErrors.set(alone.errors);
  const words = new Int32Array(counts.buffer, counts.byteOffset, WORDS * COLUMNS);
  const low = new Int32Array(COLUMNS);
  const behind = (array: Float64Array, row: number): number =>
    array.byteOffset + row * COLUMNS * Float64Array.BYTES_PER_ELEMENT;
  return {
    normals: normals.subarray(0, (n + m) * COLUMNS),
    drawn,
    multiply() {
      vectors.multiply(padded, triangle.byteOffset, normals.byteOffset, products.byteOffset);
    },
    settle(sign) {
      vectors.settle(n, of.byteOffset, products.byteOffset, sign, grid, drawn.byteOffset);
      vectors.settleAlone(
        m,
        aloneMeans.byteOffset,
        aloneErrors.byteOffset,
        behind(normals, n),
        sign,
        behind(drawn, n),
      );
    },
    countAbove(row) {
      vectors.countAbove(n + m, drawn.byteOffset, behind(drawn, row), counts.byteOffset);
      for (let b = 0; b < COLUMNS; b++) low[b] = words[WORDS * b];
      return low;
    },
  };
}
