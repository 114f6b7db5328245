import type { Reason } from '../../base/index.ts';
import { checkParts } from '../arguments.ts';
import { checkBinary } from '../binary.ts';
import { anchorSign, type Anchor } from './complexity-anchor.ts';
import { withMargins, type Omitted } from '../defined-matrix.ts';
import type { Matrix } from '../matrix.ts';
import { components } from '../network/network.ts';
import type { ReasonCode } from '../quantity.ts';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.ts';

/** Eigenvalues closer than this are one: a vector would be right to no more than about 10⁻⁷. */
const TIE = 1e-9;

/** Complexity of places and of fields, or why it is not identified. */
export type Complexity = Readonly<{ omitted: readonly Omitted[] }> &
  (
    | Readonly<{
        /** The places and fields that are specialised in something, in order. */
        places: readonly string[];
        fields: readonly string[];
        /** ECI, one for each place: mean 0, population standard deviation 1. PCI, one for each field, in ECI's unit. */
        eci: Float64Array;
        pci: Float64Array;
        /** Eigenvalues of M_cc', greatest first: min(places, fields) of them; all others are 0. The first is 1. */
        eigenvalues: Float64Array;
        /** λ₂ − λ₃: how firmly the vector is told from the next. */
        eigengap: number;
        anchor: Anchor;
        /** PCI before ECI's mean is taken away, in the same unit: what py-ecomplexity gives its outlook. */
        uncentredPci: Float64Array;
        reason: null;
      }>
    | Readonly<{ eci: null; pci: null; reason: Reason; code: ReasonCode }>
  );

/**
 * The economic complexity index of places and fields: with M_cp = 1 where place c is specialised in field p, diversity
 * k_c and ubiquity k_p,
 *
 *     M_cc' = Σ_p M_cp M_c'p / (k_c k_p),   ECI = its eigenvector of the second greatest eigenvalue, standardised
 *
 * and PCI likewise of fields, on the scale on which ECI_c is the mean PCI of the place's fields. Solved in the symmetric
 * form D^−½ S D^−½ on the smaller side. The sign is free and is anchored (`Anchor`): a weak one says that up and down
 * were nearly chosen by chance. Values are relative to the places and fields of the table: do not compare tables.
 *
 * Places and fields without a specialisation are omitted (zero-margin). Not identified: fewer than two places (too-few);
 * places in parts that share no field, where the eigenvalue 1 repeats (disconnected); λ₂ = λ₃ (tied-eigenvalue); places
 * all specialised alike, λ₂ = 0 (no-variation).
 *
 * Source: Hidalgo & Hausmann 2009, PNAS 106:10570, doi:10.1073/pnas.0900943106. What it means: Mealy, Farmer &
 * Teytelboym 2019, Science Advances 5, doi:10.1126/sciadv.aau1705.
 *
 * @param m places × fields, 0 or 1 (`specialisations`)
 * @param previous ECI by place of the year before: the sign is then the one that agrees with it
 * @throws RangeError for a value other than 0 or 1
 */
export function complexity(m: Matrix, previous?: ReadonlyMap<string, number>): Complexity {
  checkBinary(m);
  if (previous !== undefined) checkParts('previous', previous, { has: 'function', get: 'function' });
  const kept = withMargins(m, 'the place is specialised in nothing', 'no place is specialised in the field');
  const { omitted } = kept;
  const none = (reason: Reason, code: ReasonCode): Complexity =>
    Object.freeze({ eci: null, pci: null, reason, code, omitted });
  const [height, width] = [kept.rows.length, kept.columns.length];
  if (height < 2) return none('fewer than two places are specialised in anything', 'too-few');
  const sets = kept.rows.map((i) =>
    Int32Array.from(kept.columns.keys()).filter(
      (j) => m.values[i * m.columns.length + kept.columns[j]] === 1,
    ),
  );
  const holders = turn(sets, width);
  if (!connected(sets, holders))
    return none('the places fall into parts that share no field', 'disconnected');
  const small = height <= width ? similarity(sets, holders) : similarity(holders, sets);
  const { values, vector } = symmetricEigen(small);
  const [second, third] = [values.length > 1 ? values[1] : 0, values.length > 2 ? values[2] : 0];
  if (second < 1e-12) return none('all places are specialised alike', 'no-variation');
  if (second - third < TIE) return none('the second and third eigenvalues are equal', 'tied-eigenvalue');

  const side = height <= width ? sets : holders;
  const onSide = vector(1).map((x, i) => x / Math.sqrt(side[i].length));
  const raw = height <= width ? means(holders, onSide) : onSide;
  const unsigned = means(sets, raw);
  const places = Object.freeze(kept.rows.map((i) => m.rows[i]));
  const { sign, anchor } = anchorSign(
    places,
    unsigned,
    sets.map((set) => set.length),
    previous,
  );
  const mean = unsigned.reduce((sum, x) => sum + x, 0) / height;
  const deviation = Math.sqrt(unsigned.reduce((sum, x) => sum + (x - mean) ** 2, 0) / height);
  const scale = sign / deviation;
  return Object.freeze({
    places,
    fields: Object.freeze(kept.columns.map((j) => m.columns[j])),
    eci: unsigned.map((x) => (x - mean) * scale),
    pci: raw.map((x) => (x - mean) * scale),
    eigenvalues: values,
    eigengap: second - third,
    anchor,
    uncentredPci: raw.map((x) => x * scale),
    omitted,
    reason: null,
  });
}

/** Sets of fields by place as sets of places by field. */
function turn(sets: readonly Int32Array[], width: number): Int32Array[] {
  const holders = Array.from({ length: width }, () => [] as number[]);
  for (const [i, set] of sets.entries()) for (const j of set) holders[j].push(i);
  return holders.map((list) => Int32Array.from(list));
}

/** Whether places and fields hang together as one two-sided network. */
function connected(sets: readonly Int32Array[], holders: readonly Int32Array[]): boolean {
  const height = sets.length;
  const lists = [...sets.map((set) => set.map((j) => height + j)), ...holders];
  const offsets = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) offsets[i + 1] = offsets[i] + list.length;
  const targets = new Int32Array(offsets[lists.length]);
  for (const [i, list] of lists.entries()) targets.set(list, offsets[i]);
  const nodes = lists.map((_, i) => String(i));
  return components({ nodes, offsets, targets, weights: new Float64Array(0) }).every((part) => part === 0);
}

/** D^−½ S D^−½ of one side: what two share of the other side, each weighed by how common it is. */
function similarity(sets: readonly Int32Array[], holders: readonly Int32Array[]): Float64Array {
  const n = sets.length;
  const s = new Float64Array(n * n);
  for (const members of holders) {
    const weight = 1 / members.length;
    for (let a = 0; a < members.length; a++) {
      const row = members[a] * n;
      for (let b = 0; b <= a; b++) s[row + members[b]] += weight;
    }
  }
  const root = sets.map((set) => Math.sqrt(set.length));
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) s[j * n + i] = s[i * n + j] /= root[i] * root[j];
  return s;
}

/** The mean of x over each set. */
function means(sets: readonly Int32Array[], x: Float64Array): Float64Array {
  return Float64Array.from(sets, (set) => set.reduce((sum, j) => sum + x[j], 0) / set.length);
}
