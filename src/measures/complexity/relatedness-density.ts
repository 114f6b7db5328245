import { checkKind } from '../arguments.ts';
import { pick, type DefinedMatrix } from '../defined-matrix.ts';
import type { Matrix } from '../matrix.ts';
import { relate, type OwnField } from './relatedness.ts';
import { setSums } from './set-sums.ts';

/**
 * The relatedness density of place c around field p: which part of what is related to p the place has,
 *
 *     d_cp = Σ_q M_cq φ_qp / Σ_q φ_qp
 *
 * over all q, or over q ≠ p where `ownField` is `out`. From 0 to 1 (EconGeo prints 100 times it, rounded). A field that
 * is related to none is omitted (zero-margin). Fields are brought together by name: φ may be of another year or country,
 * and should be where density is to predict, lest it predicts itself.
 *
 * Source: Hidalgo, Klinger, Barabási & Hausmann 2007, Science 317:482, doi:10.1126/science.1144581; Boschma, Balland &
 * Kogler 2015, Industrial and Corporate Change 24:223.
 *
 * @param m places × fields, 1 where the place is specialised, else 0
 * @param relatedness φ, fields × fields, numbers from 0 (`proximity`)
 * @returns places × fields
 * @throws RangeError for a value of m other than 0 or 1, a relatedness below 0 or without the same names as rows and as
 *   columns, or an own field that is neither in nor out
 */
export function relatednessDensity(
  m: Matrix,
  relatedness: Matrix,
  options: { readonly ownField: OwnField },
): DefinedMatrix {
  checkKind('options', options, 'record');
  const { sets, phi, reach, fields, omitted } = relate(m, relatedness, options.ownField);
  const n = reach.length;
  const have = setSums(sets, phi, n);
  const field = new Int32Array(m.columns.length);
  for (const one of fields) field[one.column] = one.field;
  const kept = { rows: m.rows.map((_, i) => i), columns: fields.map(({ column }) => column), omitted };
  return pick(m, kept, (i, j) => Math.max(0, have[i * n + field[j]] / reach[field[j]]));
}
