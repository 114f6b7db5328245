import type { Reason } from '../../base/index.ts';
import { checkAmounts, portions } from './amounts.ts';
import { checkKind } from '../arguments.ts';
import { known, unknown, type Quantity, type ReasonCode } from '../quantity.ts';

const NO_WEIGHT = 'a place without weight has an amount';
const NOTHING = 'a place has nothing, which makes Theil L infinite';

/**
 * Theil's T, how unevenly an amount is spread over n places:
 *
 *     T = Σ_i s_i ln(s_i / w_i)
 *
 * with s_i the place's part of the amount and w_i its part of the weights (its population), 1/n where no weights are
 * given. The two answer different questions: without weights, whether places have the same; with them, whether people
 * do. 0 where all have their part, at most ln n (unweighted) where one place has everything; 0 ln 0 = 0. Natural
 * logarithm. Undefined without places (`empty`), where the amounts or the weights sum to 0 (`zero-margin`), and where a
 * place without weight has an amount (`infinite`).
 *
 * Source: Theil 1967, Economics and Information Theory; Shorrocks 1980, Econometrica 48:613.
 *
 * @param amounts and weights: n numbers, none negative
 * @throws RangeError for negative or non-finite numbers, or lengths that differ
 */
export function theilT(amounts: ArrayLike<number>, weights?: ArrayLike<number>): Quantity {
  const parts = portions(amounts, weights);
  if (parts.reason !== null) return unknown(parts.reason, parts.code);
  const { s, w } = parts;
  let sum = 0;
  for (let i = 0; i < s.length; i++) {
    if (s[i] === 0) continue;
    if (w[i] === 0) return unknown(NO_WEIGHT, 'infinite');
    sum += s[i] * Math.log(s[i] / w[i]);
  }
  return known(settle(sum));
}

/**
 * Theil's L, the mean logarithmic deviation, L = Σ_i w_i ln(w_i / s_i): T with the two parts exchanged, so that it hears
 * what happens at the bottom. Undefined as T, and where a place with a weight has nothing: it is infinite there.
 * (The R package REAT calls L what `theil` returns.) Errors as `theilT`.
 */
export function theilL(amounts: ArrayLike<number>, weights?: ArrayLike<number>): Quantity {
  const parts = portions(amounts, weights);
  if (parts.reason !== null) return unknown(parts.reason, parts.code);
  const { s, w } = parts;
  let sum = 0;
  for (let i = 0; i < s.length; i++) {
    if (w[i] === 0) {
      if (s[i] > 0) return unknown(NO_WEIGHT, 'infinite');
      continue;
    }
    if (s[i] === 0) return unknown(NOTHING, 'infinite');
    sum += w[i] * Math.log(w[i] / s[i]);
  }
  return known(settle(sum));
}

/** One group of a decomposition. */
export interface TheilGroup {
  readonly group: string;
  readonly places: number;
  /** S_g, the group's part of the amount, and W_g, its part of the weights. */
  readonly amount: number;
  readonly weight: number;
  /** Inequality inside the group alone; undefined where it has nothing. */
  readonly inside: Quantity;
  /** What the group adds to `within` and to `between`; the second may be negative. */
  readonly within: number;
  readonly between: number;
}

/** A Theil index as the sum of inequality between groups and within them. */
export type TheilDecomposition =
  | Readonly<{
      total: number;
      between: number;
      within: number;
      groups: readonly TheilGroup[];
      reason: null;
    }>
  | Readonly<{ total: null; between: null; within: null; groups: null; reason: Reason; code: ReasonCode }>;

/**
 * Theil's T or L as between + within, exactly (Shorrocks 1980):
 *
 *     T = Σ_g S_g ln(S_g / W_g) + Σ_g S_g T_g        L = Σ_g W_g ln(W_g / S_g) + Σ_g W_g L_g
 *
 * Groups stand in the order of their first place. Undefined as the index itself. Errors as `theilT`.
 */
export function theilDecomposition(
  amounts: ArrayLike<number>,
  groups: readonly string[],
  weights?: ArrayLike<number>,
  index: 'T' | 'L' = 'T',
): TheilDecomposition {
  checkKind('amounts', amounts, 'list');
  checkKind('groups', groups, 'list');
  if (!['T', 'L'].includes(index)) throw new RangeError(`index must be T or L, got ${index}`);
  if (groups.length !== amounts.length)
    throw new RangeError(`${amounts.length} amounts, ${groups.length} groups`);
  const measure = index === 'T' ? theilT : theilL;
  const none = (reason: Reason, code: ReasonCode): TheilDecomposition =>
    Object.freeze({ total: null, between: null, within: null, groups: null, reason, code });
  const parts = portions(amounts, weights);
  if (parts.reason !== null) return none(parts.reason, parts.code);
  const total = measure(amounts, weights);
  if (total.value === null) return none(total.reason, total.code);
  const rows = [...new Set(groups)].map((group): TheilGroup => {
    const members = groups.flatMap((other, i) => (other === group ? [i] : []));
    const s = members.map((i) => parts.s[i]);
    const w = members.map((i) => parts.w[i]);
    const amount = s.reduce((sum, part) => sum + part, 0);
    const weight = w.reduce((sum, part) => sum + part, 0);
    const inside = measure(s, w);
    const [own, other] = index === 'T' ? [amount, weight] : [weight, amount];
    return Object.freeze({
      group,
      places: members.length,
      amount,
      weight,
      inside,
      within: own * (inside.value ?? 0),
      between: own === 0 ? 0 : own * Math.log(own / other),
    });
  });
  const add = (of: (row: TheilGroup) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  return Object.freeze({
    total: total.value,
    between: settle(add((row) => row.between)),
    within: settle(add((row) => row.within)),
    groups: Object.freeze(rows),
    reason: null,
  });
}

/**
 * ∂T/∂x_i = (ln(s_i / w_i) − T) / Σx, weights held: what one more unit in place i does. 0 at a place with nothing,
 * where the derivative is −∞: no work is there to move it. Null where T is undefined. Errors as `theilT`.
 */
export function theilGradient(amounts: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array | null {
  const { value } = theilT(amounts, weights);
  const parts = portions(amounts, weights);
  if (value === null || parts.reason !== null) return null;
  const { s, w, total } = parts;
  return Float64Array.from(s, (part, i) => (part === 0 ? 0 : (Math.log(part / w[i]) - value) / total));
}

/**
 * About how much chance alone adds to an unweighted T: the amounts are sums over works, and even places of one size
 * would come out unequal. With v_i the variance of x_i, to second order and without covariances, ½ Σ_i v_i/(x_i Σx).
 * Undefined where nothing is there (`zero-margin`).
 *
 * @param amounts and variances: n numbers, none negative
 * @throws RangeError for negative or non-finite numbers, or lengths that differ
 */
export function theilChance(amounts: ArrayLike<number>, variances: ArrayLike<number>): Quantity {
  checkAmounts(amounts);
  checkAmounts(variances, 'variance');
  if (variances.length !== amounts.length)
    throw new RangeError(`${amounts.length} amounts, ${variances.length} variances`);
  let total = 0;
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) {
    total += amounts[i];
    if (amounts[i] > 0) sum += variances[i] / amounts[i];
  }
  return total === 0 ? unknown('the amounts sum to 0', 'zero-margin') : known(sum / total / 2);
}

/** Rounding leaves a little of either sign where all parts are alike. */
function settle(value: number): number {
  return Math.abs(value) < 1e-15 ? 0 : value;
}
