import type { Sample } from '../ppml/sample.ts';

/** Where the levels of a sample's effects stand, as the arithmetic of absorption reads it. */
export interface Incidence {
  readonly rows: number;
  /** Rows of group g of the lead are starts[g] … starts[g + 1] − 1. */
  readonly starts: Int32Array;
  /** Rows of the greatest group. */
  readonly longest: number;
  /** Levels a row has beside its lead; levels of all these dimensions are numbered through. */
  readonly width: number;
  /** rows × width. */
  readonly at: Int32Array;
  readonly levels: number;
}

export function incidenceOf({ dimensions: [lead, ...others], y }: Sample): Incidence {
  const rows = y.length;
  const starts = new Int32Array(lead.levels + 1);
  for (let i = 0; i < rows; i++) starts[lead.first[i] + 1] += 1;
  let longest = 0;
  for (let g = 0; g < lead.levels; g++) {
    longest = Math.max(longest, starts[g + 1]);
    starts[g + 1] += starts[g];
  }
  const lists: { codes: Int32Array; offset: number }[] = [];
  let levels = 0;
  for (const { first, second, levels: own } of others) {
    lists.push({ codes: first, offset: levels });
    if (second !== null) lists.push({ codes: second, offset: levels });
    levels += own;
  }
  const width = lists.length;
  const at = new Int32Array(rows * width);
  for (const [j, { codes, offset }] of lists.entries())
    for (let i = 0; i < rows; i++) at[i * width + j] = codes[i] + offset;
  return { rows, starts, longest, width, at, levels };
}
