/** Columns at a time: a block of a matrix with thousands of rows then stays in the cache while all sets pass over it. */
const BLOCK = 64;

/**
 * For each set of rows of a matrix, the sum of those rows: out_sj = Σ_{i ∈ set s} a_ij. Where a set has more than half of
 * all rows, the others are taken from the sum of all, which is exact to rounding (and never below 0).
 *
 * @param sets of row indices, each at most once
 * @param values height × width, row-major, none negative
 * @returns sets × width
 */
export function setSums(sets: readonly Int32Array[], values: Float64Array, width: number): Float64Array {
  const height = width === 0 ? 0 : values.length / width;
  const out = new Float64Array(sets.length * width);
  const work = sets.map((set) =>
    2 * set.length > height ? { rows: others(set, height), less: true } : { rows: set, less: false },
  );
  const all = new Float64Array(BLOCK);
  const sum = new Float64Array(BLOCK);
  for (let from = 0; from < width; from += BLOCK) {
    const size = Math.min(BLOCK, width - from);
    all.fill(0);
    for (let i = 0; i < height; i++)
      for (let j = 0, at = i * width + from; j < size; j++, at++) all[j] += values[at];
    for (let s = 0; s < work.length; s++) {
      sum.fill(0);
      addRows(sum, work[s].rows, values, width, from, size);
      const start = s * width + from;
      if (work[s].less) for (let j = 0; j < size; j++) out[start + j] = Math.max(0, all[j] - sum[j]);
      else for (let j = 0; j < size; j++) out[start + j] = sum[j];
    }
  }
  return out;
}

/** Adds rows, eight at a time, so that a sum is read and written once for eight terms. */
function addRows(
  sum: Float64Array,
  rows: Int32Array,
  values: Float64Array,
  width: number,
  from: number,
  size: number,
): void {
  let k = 0;
  for (; k + 8 <= rows.length; k += 8) {
    const a = rows[k] * width + from;
    const b = rows[k + 1] * width + from;
    const c = rows[k + 2] * width + from;
    const d = rows[k + 3] * width + from;
    const e = rows[k + 4] * width + from;
    const f = rows[k + 5] * width + from;
    const g = rows[k + 6] * width + from;
    const h = rows[k + 7] * width + from;
    for (let j = 0; j < size; j++)
      sum[j] +=
        values[a + j] +
        values[b + j] +
        (values[c + j] + values[d + j]) +
        (values[e + j] + values[f + j] + (values[g + j] + values[h + j]));
  }
  for (; k < rows.length; k++)
    for (let j = 0, at = rows[k] * width + from; j < size; j++, at++) sum[j] += values[at];
}

function others(set: Int32Array, height: number): Int32Array {
  const inside = new Uint8Array(height);
  for (const i of set) inside[i] = 1;
  return Int32Array.from({ length: height }, (_, i) => i).filter((i) => inside[i] === 0);
}
