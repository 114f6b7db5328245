import {
  drawTotals,
  matrix,
  type Matrix,
  type SpecialisationRule,
  specialisations,
} from '../../measures/index.ts';

/** Totals of some places and of the baseline in one field, with their covariance over works, (places + 1)². */
export interface FieldMoments {
  readonly totals: readonly number[];
  readonly covariance: readonly number[];
}

/** Streams of one seed, one a field: seeds have 32 bits. */
const STREAMS = 2 ** 20;

/**
 * Specialisations of places where works are resampled: in each field the Shares of the places and of the baseline are
 * drawn together from the normal distribution of their sums of products over works, fields independently of each other
 * (a work is in one field), and the rule is applied to each draw.
 *
 * @param fields and their moments, of places without a city in common, the baseline last
 * @returns one matrix a place, draws × fields, rows named '0', '1', …
 */
export function drawnSpecialisations(
  fields: readonly string[],
  moments: readonly FieldMoments[],
  rule: SpecialisationRule,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Matrix[] {
  const places = moments.length === 0 ? 0 : moments[0].totals.length - 1;
  const drawn = moments.map(({ totals, covariance }, j) =>
    drawTotals(totals, covariance, draws, seed * STREAMS + j),
  );
  const rows = Array.from({ length: draws }, (_, d) => String(d));
  const width = fields.length;
  const indexOf = new Map(fields.map((field, j) => [field, j]));
  const names = [...Array.from({ length: places }, (_, p) => String(p)), 'rest'];
  const found = names.slice(0, -1).map(() => new Float64Array(draws * width));
  const table = new Float64Array(names.length * width);
  for (let d = 0; d < draws; d++) {
    for (let j = 0; j < width; j++) {
      const at = d * (places + 1);
      let left = Math.max(0, drawn[j][at + places]);
      for (let p = 0; p < places; p++) {
        const share = Math.min(left, Math.max(0, drawn[j][at + p]));
        table[p * width + j] = share;
        left -= share;
      }
      table[places * width + j] = left;
    }
    // Places and fields of which a draw has nothing left are no rows and columns of what is found.
    const { rows: placed, columns, values } = specialisations(matrix(names, fields, table), rule).matrix;
    for (const [i, name] of placed.entries())
      if (name !== 'rest')
        for (const [j, field] of columns.entries())
          found[Number(name)][d * width + indexOf.get(field)!] = values[i * columns.length + j];
  }
  return found.map((values) => matrix(rows, fields, values));
}
