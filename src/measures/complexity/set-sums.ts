/** Columns at a time: so much of a matrix with thousands of rows stays in the cache, copied together, while all sets pass. */
const BLOCK = 32;

/**
 * For each set of rows of a matrix, the sum of those rows: out_sj = Σ_{i ∈ set s} a_ij. Where a set has more than half of
 * all rows, the others are taken from the sum of all, which is right to rounding: a sum of 0 may come out as ±10⁻¹⁶.
 *
 * @param sets of row indices, each at most once
 * @param values height × width, row-major
 * @returns sets × width
 */
export function setSums(sets: readonly Int32Array[], values: Float64Array, width: number): Float64Array {
  const height = width === 0 ? 0 : values.length / width;
  const out = new Float64Array(sets.length * width);
  const work = sets.map((set) =>
    2 * set.length > height ? { rows: others(set, height), less: true } : { rows: set, less: false },
  );
  const block = new Float64Array(height * BLOCK);
  const all = new Float64Array(BLOCK);
  const sum = new Float64Array(BLOCK);
  for (let from = 0; from < width; from += BLOCK) {
    const size = Math.min(BLOCK, width - from);
    all.fill(0);
    for (let i = 0; i < height; i++)
      for (let j = 0, source = i * width + from, at = i * BLOCK; j < size; j++, source++, at++) {
        block[at] = values[source];
        all[j] += values[source];
      }
    for (let s = 0; s < work.length; s++) {
      sum.fill(0);
      addRows(sum, work[s].rows, block);
      const start = s * width + from;
      if (work[s].less) for (let j = 0; j < size; j++) out[start + j] = all[j] - sum[j];
      else for (let j = 0; j < size; j++) out[start + j] = sum[j];
    }
  }
  return out;
}

/** Adds rows of a block, eight at a time, so that a sum is read and written once for eight terms. */
function addRows(sum: Float64Array, rows: Int32Array, block: Float64Array): void {
  let k = 0;
  for (; k + 8 <= rows.length; k += 8) {
    const a = rows[k] * BLOCK;
    const b = rows[k + 1] * BLOCK;
    const c = rows[k + 2] * BLOCK;
    const d = rows[k + 3] * BLOCK;
    const e = rows[k + 4] * BLOCK;
    const f = rows[k + 5] * BLOCK;
    const g = rows[k + 6] * BLOCK;
    const h = rows[k + 7] * BLOCK;
    for (let j = 0; j < BLOCK; j++)
      sum[j] +=
        block[a + j] +
        block[b + j] +
        (block[c + j] + block[d + j]) +
        (block[e + j] + block[f + j] + (block[g + j] + block[h + j]));
  }
  for (; k < rows.length; k++)
    for (let j = 0, at = rows[k] * BLOCK; j < BLOCK; j++, at++) sum[j] += block[at];
}

function others(set: Int32Array, height: number): Int32Array {
  const inside = new Uint8Array(height);
  for (const i of set) inside[i] = 1;
  return Int32Array.from({ length: height }, (_, i) => i).filter((i) => inside[i] === 0);
}
