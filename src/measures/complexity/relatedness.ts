import { checkAmounts } from '../inequality/amounts.ts';
import { checkMatrix } from '../arguments.ts';
import { checkBinary } from '../binary.ts';
import type { Omitted } from '../defined-matrix.ts';
import type { Matrix } from '../matrix.ts';

/**
 * Whether a field's relatedness to itself counts: `in`, as the matrix has it (py-ecomplexity, with 1 on the diagonal), or
 * `out` (q ≠ p), as a question about entry asks, where a field must not speak for itself.
 */
export type OwnField = 'in' | 'out';

/** @throws RangeError for another word than in or out */
export function checkOwnField(ownField: OwnField): void {
  if (!['in', 'out'].includes(ownField)) throw new RangeError(`ownField must be in or out, got ${ownField}`);
}

/** Specialisations of places, and how fields are related, on the fields of both. */
export interface Related {
  /** For each place, the fields in which it is specialised, as indices in the relatedness. */
  readonly sets: readonly Int32Array[];
  /** φ, fields × fields, without its diagonal where the own field is out. */
  readonly phi: Float64Array;
  /** Σ_q φ_qp for each field p. */
  readonly reach: Float64Array;
  /** Columns of m that are related to something: their index in m and in φ. */
  readonly fields: readonly { readonly column: number; readonly field: number }[];
  readonly omitted: readonly Omitted[];
}

/**
 * Brings specialisations and relatedness together by the names of fields. A field of m that φ does not have, or that is
 * related to none, is omitted; a field of φ that m does not have is one in which no place is specialised.
 *
 * @throws RangeError unless m is of 0 and 1, φ of numbers from 0 with the same names as rows and columns, and the own field
 *   in or out
 */
export function relate(m: Matrix, relatedness: Matrix, ownField: OwnField): Related {
  checkBinary(m);
  checkOwnField(ownField);
  checkMatrix('relatedness', relatedness);
  checkAmounts(relatedness.values, 'relatedness');
  const n = relatedness.columns.length;
  if (relatedness.rows.length !== n || relatedness.columns.some((name, i) => name !== relatedness.rows[i]))
    throw new RangeError('relatedness must have the same fields as rows and as columns');
  let phi = relatedness.values;
  if (ownField === 'out') {
    phi = phi.slice();
    for (let i = 0; i < n; i++) phi[i * n + i] = 0;
  }
  const reach = new Float64Array(n);
  for (let q = 0, cell = 0; q < n; q++) for (let p = 0; p < n; p++, cell++) reach[p] += phi[cell];
  const index = new Map(relatedness.columns.map((name, i) => [name, i]));
  const of = m.columns.map((name) => index.get(name) ?? -1);
  const width = m.columns.length;
  const sets = m.rows.map((_, i) =>
    Int32Array.from(of.filter((field, j) => field >= 0 && m.values[i * width + j] === 1)),
  );
  const omitted: Omitted[] = [];
  const fields = m.columns.flatMap((name, column) => {
    const field = of[column];
    if (field >= 0 && reach[field] > 0) return [{ column, field }];
    const reason = field < 0 ? 'the field is not in the relatedness' : 'the field is related to no other';
    omitted.push(Object.freeze({ axis: 'column', name, reason, code: 'zero-margin' }));
    return [];
  });
  return { sets, phi, reach, fields, omitted: Object.freeze(omitted) };
}
