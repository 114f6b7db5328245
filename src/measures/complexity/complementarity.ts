import { checkKind, checkMatrix } from '../arguments.ts';
import { pick, type DefinedMatrix, type Omitted } from '../defined-matrix.ts';
import { matrix, type Matrix } from '../matrix.ts';
import { relate, type OwnField } from './relatedness.ts';
import { setSums } from './set-sums.ts';

/**
 * The relatedness density that each place s would add to place r around field i: what is related to i, s has and r lacks,
 *
 *     a_si = Σ_j M_sj (1 − M_rj) φ_ji / Σ_j φ_ji
 *
 * Own density of r + what s adds ≤ 1. Fields related to none are omitted.
 *
 * Source: Balland & Boschma 2021, Regional Studies 55:1059.
 *
 * @param receiver r, a row of m
 * @returns places × fields; the row of r itself is 0
 * @throws RangeError for a receiver that is no row, and as `relatednessDensity`
 */
export function addedDensity(
  m: Matrix,
  relatedness: Matrix,
  receiver: string,
  options: { readonly ownField: OwnField },
): DefinedMatrix {
  checkMatrix('m', m);
  checkKind('options', options, 'record');
  const r = m.rows.indexOf(receiver);
  if (r < 0) throw new RangeError(`receiver must be a row, got ${receiver}`);
  const { sets, phi, reach, fields, omitted } = relate(m, relatedness, options.ownField);
  const n = reach.length;
  const has = new Set(sets[r]);
  const added = setSums(
    sets.map((set) => set.filter((j) => !has.has(j))),
    phi,
    n,
  );
  const field = new Int32Array(m.columns.length);
  for (const one of fields) field[one.column] = one.field;
  const kept = { rows: m.rows.map((_, i) => i), columns: fields.map(({ column }) => column), omitted };
  return pick(m, kept, (i, j) => Math.max(0, added[i * n + field[j]] / reach[field[j]]));
}

/**
 * The complementarity of place s for place r: the mean of `addedDensity` over the fields that r lacks (and that are
 * related to something). Row r, column s; not symmetric, and 0 on the diagonal. A place that lacks no field is omitted
 * as a row (`empty`): nobody can complete it. A diverse partner completes everybody: compare partners of like diversity
 * (`matchedPercentiles`). Source and errors as `addedDensity`.
 *
 * @param receivers rows of m, if not all are asked about
 * @returns places (who receives) × places (who gives)
 */
export function complementarity(
  m: Matrix,
  relatedness: Matrix,
  options: { readonly ownField: OwnField; readonly receivers?: readonly string[] },
): DefinedMatrix {
  checkMatrix('m', m);
  checkKind('options', options, 'record');
  const { ownField, receivers = m.rows } = options;
  checkKind('options.receivers', receivers, 'list');
  const { sets, n, lacks, weights } = openings(m, relatedness, ownField, receivers);
  const omitted: Omitted[] = [];
  const rows = receivers.flatMap((name, r) => {
    if (lacks[r].length > 0) return [r];
    const reason = 'the place lacks no field';
    omitted.push(Object.freeze({ axis: 'row', name, reason, code: 'empty' }));
    return [];
  });
  const values = new Float64Array(rows.length * m.rows.length);
  let next = 0;
  for (const r of rows)
    for (const set of sets) {
      let sum = 0;
      for (let k = 0; k < set.length; k++) sum += weights[r * n + set[k]];
      values[next++] = Math.max(0, sum / lacks[r].length);
    }
  return Object.freeze({
    matrix: matrix(
      rows.map((r) => receivers[r]),
      m.rows,
      values,
    ),
    omitted: Object.freeze(omitted),
  });
}

/**
 * In which fields place s completes place r: what each field j that s has and r lacks adds to the complementarity,
 *
 *     c_sj = M_sj (1 − M_rj) · (1/n_r) Σ_i φ_ji / Σ_j' φ_j'i     over the n_r fields i that r lacks
 *
 * so that Σ_j c_sj is the complementarity of s for r. Not every c is the larger the nearer j is to what r has: it says how
 * much of what r lacks lies around j. Undefined (every column omitted, `empty`) for a place that lacks no field.
 * Source and errors as `addedDensity`.
 *
 * @param receiver r, a row of m
 * @returns places × fields of the relatedness that m has; the row of r itself is 0
 */
export function completingFields(
  m: Matrix,
  relatedness: Matrix,
  receiver: string,
  options: { readonly ownField: OwnField },
): DefinedMatrix {
  checkMatrix('m', m);
  checkKind('options', options, 'record');
  const { fieldOf, lacks, weights } = openings(m, relatedness, options.ownField, [receiver]);
  const none = lacks[0].length === 0;
  const omitted: Omitted[] = [];
  const columns = m.columns.flatMap((name, j) => {
    if (fieldOf[j] >= 0 && !none) return [j];
    const reason = none ? 'the place lacks no field' : 'the field is not in the relatedness';
    omitted.push(Object.freeze({ axis: 'column', name, reason, code: none ? 'empty' : 'zero-margin' }));
    return [];
  });
  const kept = { rows: m.rows.map((_, i) => i), columns, omitted: Object.freeze(omitted) };
  return pick(m, kept, (i, j) => {
    if (m.values[i * m.columns.length + j] === 0) return 0;
    return Math.max(0, weights[fieldOf[j]] / lacks[0].length);
  });
}

/**
 * What the fields j are worth to receivers: with b_ij = φ_ji / Σ_j φ_ji, what j gives to i, the sum of b_ij over the i
 * that the place lacks (receivers × fields of φ), 0 for a j that it has.
 */
function openings(
  m: Matrix,
  relatedness: Matrix,
  ownField: OwnField,
  receivers: readonly string[],
): {
  sets: readonly Int32Array[];
  n: number;
  /** The field of φ of each column of m; −1 where it has none. */
  fieldOf: Int32Array;
  lacks: readonly Int32Array[];
  weights: Float64Array;
} {
  const { sets, phi, reach, fields } = relate(m, relatedness, ownField);
  const rowAt = new Map(m.rows.map((name, i) => [name, i]));
  const own = receivers.map((name) => {
    const row = rowAt.get(name);
    if (row === undefined) throw new RangeError(`receiver must be a row, got ${name}`);
    return sets[row];
  });
  const n = reach.length;
  const given = new Float64Array(n * n);
  for (const { field: i } of fields) for (let j = 0; j < n; j++) given[i * n + j] = phi[j * n + i] / reach[i];
  const lacks = own.map((set) => {
    const has = new Set(set);
    return Int32Array.from(fields.map(({ field }) => field).filter((i) => !has.has(i)));
  });
  const weights = setSums(lacks, given, n);
  for (const [r, set] of own.entries()) for (const j of set) weights[r * n + j] = 0;
  const index = new Map(relatedness.columns.map((name, i) => [name, i]));
  const fieldOf = Int32Array.from(m.columns, (name) => index.get(name) ?? -1);
  return { sets, n, fieldOf, lacks, weights };
}
