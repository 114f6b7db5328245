import { checkMatrix } from './arguments.ts';
import type { Matrix } from './matrix.ts';

/** @throws RangeError for a value that is neither 0 nor 1 */
export function checkBinary(m: Matrix, name = 'm'): void {
  checkMatrix(name, m);
  const wrong = m.values.findIndex((value) => value !== 0 && value !== 1);
  if (wrong >= 0)
    throw new RangeError(
      `specialisations must be 0 or 1, got ${m.values[wrong]} at row ${m.rows[Math.floor(wrong / m.columns.length)]}, column ${m.columns[wrong % m.columns.length]}`,
    );
}

/**
 * The columns of a binary matrix as sets of bits, one after the other: word w of column j stands at j·words + w, and bit
 * b of it is row 32·w + b. Twenty times less to read than numbers, and 32 rows are counted at once.
 */
export function columnBits(m: Matrix): { bits: Int32Array; words: number } {
  const [height, width] = [m.rows.length, m.columns.length];
  const words = Math.max(1, Math.ceil(height / 32));
  const bits = new Int32Array(width * words);
  for (let i = 0, cell = 0; i < height; i++)
    for (let j = 0; j < width; j++, cell++)
      if (m.values[cell] === 1) bits[j * words + (i >>> 5)] |= 1 << (i & 31);
  return { bits, words };
}

/** How many bits are set in a 32-bit word. */
export function countBits(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
