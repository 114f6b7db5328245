import { CODE } from './multiply-code.ts';

/** Columns that are multiplied together. */
export const COLUMNS = 8;

/** A lower triangle times eight columns (n × 8, row by row); what it gives is overwritten by the next. */
export type Multiply = (columns: Float64Array) => Float64Array;

/**
 * Multiplies by a lower triangle (n × n row by row, zeros above the diagonal): Σ_{k ≤ i} l_ik·z_kb, added in the order of
 * k, in 128-bit vectors where the platform has WebAssembly, else without. Both give the same to the last bit. Use one up
 * before the next is made: vectors share a memory.
 */
export function multiplyBy(lower: Float64Array, n: number): Multiply {
  const vectors = kernel();
  return vectors === null ? plainly(lower, n) : inVectors(vectors, lower, n);
}

/** The same without vectors. */
export function plainly(lower: Float64Array, n: number): Multiply {
  const products = new Float64Array(COLUMNS * n);
  return (columns) => {
    for (let b = 0; b < COLUMNS; b += 4)
      for (let i = 0; i < n; i++) multiplyRow(lower, i, n, columns, b, products);
    return products;
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

interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly multiply: (n: number, lower: number, columns: number, products: number) => void;
}

const NUMBER = 8;
const PAGE = 65_536;
/** Rows go in pairs: of an odd number one of zeros stands below. */
const PAIR = 2;

function inVectors({ memory, multiply }: Kernel, lower: Float64Array, n: number): Multiply {
  const rows = Math.ceil(n / PAIR) * PAIR;
  const columnsAt = PAGE + rows * rows * NUMBER;
  const productsAt = columnsAt + rows * COLUMNS * NUMBER;
  const end = productsAt + rows * COLUMNS * NUMBER;
  if (end > memory.buffer.byteLength) memory.grow(Math.ceil((end - memory.buffer.byteLength) / PAGE));
  const triangle = new Float64Array(memory.buffer, PAGE, rows * rows).fill(0);
  for (let i = 0; i < n; i++) triangle.set(lower.subarray(i * n, i * n + i + 1), i * rows);
  const into = new Float64Array(memory.buffer, columnsAt, rows * COLUMNS).fill(0);
  const products = new Float64Array(memory.buffer, productsAt, n * COLUMNS);
  return (columns) => {
    into.set(columns);
    multiply(rows, PAGE, columnsAt, productsAt);
    return products;
  };
}

let made: Kernel | null | undefined;

/** Made once; null where the platform has no WebAssembly, or a page may not use it. */
function kernel(): Kernel | null {
  if (made === undefined) {
    try {
      const code = Uint8Array.from(atob(CODE), (character) => character.charCodeAt(0));
      made = new WebAssembly.Instance(new WebAssembly.Module(code)).exports as unknown as Kernel;
    } catch {
      made = null;
    }
  }
  return made;
}
