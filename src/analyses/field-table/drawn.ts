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
 * Specialisations of places if works were drawn again: in each field the Shares of the places and of the baseline are
 * drawn together from the normal distribution of their sums of products over works, fields independently of each other
 * (a work is in one field), and the rule is applied to each draw.
 *
 * @param fields and their moments, the baseline last
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
  return Array.from({ length: places }, (_, p) => {
    const values = new Float64Array(draws * width);
    const table = new Float64Array(2 * width);
    for (let d = 0; d < draws; d++) {
      for (let j = 0; j < width; j++) {
        const at = d * (places + 1);
        const whole = Math.max(0, drawn[j][at + places]);
        table[j] = Math.min(whole, Math.max(0, drawn[j][at + p]));
        table[width + j] = whole - table[j];
      }
      // Fields of which a draw has nothing left are no columns of what is found.
      const found = specialisations(matrix(['own', 'rest'], fields, table), rule).matrix;
      if (found.rows.at(0) !== 'own') continue;
      for (const [j, field] of found.columns.entries())
        values[d * width + indexOf.get(field)!] = found.values[j];
    }
    return matrix(rows, fields, values);
  });
}
