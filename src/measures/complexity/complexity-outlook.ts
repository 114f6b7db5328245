import { checkKind, checkMatrix } from '../arguments.ts';
import { pick, type DefinedMatrix, type Omitted } from '../defined-matrix.ts';
import type { Matrix } from '../matrix.ts';
import { relate, type OwnField } from './relatedness.ts';
import { setSums } from './set-sums.ts';

/** How much complexity lies within reach of places, and what each field would open up. */
export interface ComplexityOutlook {
  /** COI, one for each row of m. */
  readonly index: Float64Array;
  /** COG, places × fields; 0 where the place has the field. */
  readonly gain: DefinedMatrix;
  readonly omitted: readonly Omitted[];
}

/**
 * The complexity outlook of places, with d the relatedness density and q_p a complexity of fields (PCI):
 *
 *     COI_c = Σ_p d_cp (1 − M_cp) q_p,   COG_cp = (1 − M_cp) Σ_p' (1 − M_cp') φ_p'p q_p' / Σ_p'' φ_p''p'
 *
 * The Atlas of Economic Complexity also takes d_cp q_p away from the gain; py-ecomplexity, which this follows, does not.
 * It takes `uncentredPci` for q, and standardises the index; with PCI itself, fields below the mean place count against.
 * Fields that are related to none are omitted (zero-margin), and add nothing to the index.
 *
 * Source: Hausmann, Hidalgo, Bustos, Coscia, Simoes & Yildirim 2014, The Atlas of Economic Complexity.
 *
 * @param m places × fields, 0 or 1
 * @param relatedness φ, fields × fields, numbers from 0 (`proximity`)
 * @param q a number for each column of m
 * @throws RangeError for another number of q, one that is not finite, and as `relatednessDensity`
 */
export function complexityOutlook(
  m: Matrix,
  relatedness: Matrix,
  q: ArrayLike<number>,
  options: { readonly ownField: OwnField },
): ComplexityOutlook {
  checkMatrix('m', m);
  checkKind('q', q, 'list');
  checkKind('options', options, 'record');
  if (q.length !== m.columns.length)
    throw new RangeError(`${m.columns.length} fields, ${q.length} complexities`);
  for (let j = 0; j < q.length; j++)
    if (!Number.isFinite(q[j])) throw new RangeError(`complexity ${j} must be finite, got ${q[j]}`);
  const { sets, phi, reach, fields, omitted } = relate(m, relatedness, options.ownField);
  const n = reach.length;
  const width = m.columns.length;
  const have = setSums(sets, phi, n);
  const index = Float64Array.from(m.rows, (_, i) =>
    fields.reduce(
      (sum, { column, field }) =>
        sum + (m.values[i * width + column] === 1 ? 0 : (have[i * n + field] / reach[field]) * q[column]),
      0,
    ),
  );
  const weighed = new Float64Array(n * n);
  for (const { column, field } of fields)
    for (let p = 0; p < n; p++) weighed[field * n + p] = (phi[field * n + p] * q[column]) / reach[field];
  const lacks = m.rows.map((_, i) =>
    Int32Array.from(
      fields.filter(({ column }) => m.values[i * width + column] === 0).map(({ field }) => field),
    ),
  );
  const opened = setSums(lacks, weighed, n);
  const fieldOf = new Int32Array(width);
  for (const { column, field } of fields) fieldOf[column] = field;
  const kept = { rows: m.rows.map((_, i) => i), columns: fields.map(({ column }) => column), omitted };
  const gain = pick(m, kept, (i, j) => (m.values[i * width + j] === 1 ? 0 : opened[i * n + fieldOf[j]]));
  return Object.freeze({ index, gain, omitted });
}
