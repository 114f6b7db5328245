import { checkKind } from '../arguments.ts';
import { checkBinary } from '../binary.ts';
import { pick, type DefinedMatrix, type Omitted } from '../defined-matrix.ts';
import type { Matrix } from '../matrix.ts';
import { checkOwnField, type OwnField } from './relatedness.ts';
import { setSums } from './set-sums.ts';

/**
 * The relatedness density of m under the proximity of the fields of `of`: what
 * `relatednessDensity(m, proximity(of).matrix, { ownField })` gives, without φ, whose size is that of fields squared.
 * Since φ_qp = Σ_c' N_c'q N_c'p / max(k_q, k_p),
 *
 *     Σ_q M_cq φ_qp = Σ_{c' with p} ( #{q : k_q ≤ k_p, both c and c' have q} / k_p + Σ_{q : k_q > k_p, both have q} 1/k_q )
 *
 * so that a table of places × places, kept up while fields pass from the most ubiquitous down, takes the place of φ: for
 * 300 places and 4,500 fields a fourteenth of the additions, and of the memory still less.
 *
 * A field in which no place of `of` is specialised, or (own field out) none that has another, is omitted (zero-margin).
 *
 * @param m places × fields, 0 or 1
 * @param of other places or years from which proximity is taken; fields are brought together by name
 * @throws RangeError for a value other than 0 or 1, or an own field that is neither in nor out
 */
export function proximityDensity(
  m: Matrix,
  options: { readonly ownField: OwnField; readonly of?: Matrix },
): DefinedMatrix {
  checkBinary(m);
  checkKind('options', options, 'record');
  const { ownField, of = m } = options;
  checkBinary(of, 'options.of');
  checkOwnField(ownField);
  const [givers, width] = [of.rows.length, m.rows.length + 1];
  const reachColumn = m.rows.length;
  const column = new Map(m.columns.map((name, j) => [name, j]));
  const fields = of.columns.flatMap((name, q) => {
    const holders = holdersOf(of, q);
    const own = column.get(name);
    // The last of those who have q is a place that has all fields: what it reaches is what there is to reach.
    const having = [...(own === undefined ? [] : holdersOf(m, own)), reachColumn];
    return holders.length === 0 ? [] : [{ holders, having: Int32Array.from(having), own }];
  });
  fields.sort((a, b) => b.holders.length - a.holders.length);

  // Fields that are as rare as k or rarer are counted in `common`, the others weighed in `beyond`.
  const common = new Int32Array(givers * width);
  const inGroup = new Int32Array(givers * width);
  const beyond = new Float64Array(givers * width);
  const weights = new Float64Array(givers * width);
  for (const field of fields) count(common, field, width);
  const density: (Float64Array | undefined)[] = [];
  const least = 0.5 / Math.max(1, givers);
  for (let from = 0, to = 0; from < fields.length; from = to) {
    const k = fields[from].holders.length;
    while (to < fields.length && fields[to].holders.length === k) to += 1;
    const group = fields.slice(from, to);
    for (let at = 0; at < weights.length; at++) weights[at] = common[at] / k + beyond[at];
    const asked = group.filter(({ own }) => own !== undefined);
    const found = setSums(
      asked.map(({ holders }) => holders),
      weights,
      width,
    );
    for (const [g, { own, having }] of asked.entries()) {
      const sums = found.subarray(g * width, (g + 1) * width);
      if (ownField === 'out') for (const j of having) sums[j] -= 1;
      // A sum of proximities is 0 or at least 1/places: less than half of that is rounding.
      if (sums[reachColumn] > least)
        density[own ?? 0] = sums.map((sum) => (sum < least ? 0 : sum / sums[reachColumn]));
    }
    inGroup.fill(0);
    for (const field of group) count(inGroup, field, width);
    for (let at = 0; at < inGroup.length; at++) {
      common[at] -= inGroup[at];
      beyond[at] += inGroup[at] / k;
    }
  }
  const known = new Set(of.columns);
  const omitted: Omitted[] = [];
  const columns = m.columns.flatMap((name, j) => {
    if (density[j] !== undefined) return [j];
    const reason = !known.has(name)
      ? 'the field is not in the relatedness'
      : 'the field is related to no other';
    omitted.push(Object.freeze({ axis: 'column', name, reason, code: 'zero-margin' }));
    return [];
  });
  const kept = { rows: m.rows.map((_, i) => i), columns, omitted: Object.freeze(omitted) };
  return pick(m, kept, (i, j) => density[j]?.[i] ?? 0);
}

/** One more field that each holder shares with each who has it. */
function count(
  table: Int32Array,
  { holders, having }: { readonly holders: Int32Array; readonly having: Int32Array },
  width: number,
): void {
  for (let h = 0; h < holders.length; h++) {
    const row = holders[h] * width;
    for (let j = 0; j < having.length; j++) table[row + having[j]] += 1;
  }
}

function holdersOf(m: Matrix, j: number): Int32Array {
  const holders: number[] = [];
  for (let i = 0, at = j; i < m.rows.length; i++, at += m.columns.length)
    if (m.values[at] === 1) holders.push(i);
  return Int32Array.from(holders);
}
