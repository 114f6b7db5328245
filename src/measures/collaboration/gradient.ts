import { checkKind, checkParts } from '../arguments.ts';
import { checkMembers, checkPlace, type QuasiIndependence } from './expected.ts';

/**
 * Derivatives of expected values with respect to the strengths, for intervals: an observed/expected ratio moves with
 * the strengths of all places, since every work adds to some of them and the fit follows.
 *
 * From F_i(a) = a_i(A − a_i) = S_i the Jacobian is J = diag(A − 2a_i) + a·1ᵀ, and for an expected value E(a)
 *
 *     dE/dS = J⁻ᵀ ∇_a E
 *
 * a diagonal plus rank one, solved in O(n) by elimination around the strongest place (the only one whose A − 2a may
 * vanish or be negative). As E is homogeneous of degree 1 in S, Σ S_i · dE/dS_i = E.
 */

/**
 * dE_R/dS of a region's expected inside weight, one entry per place (not per member: every strength moves it).
 * Null when there is no fit. With two places in all, where S_1 = S_2 = e_12 always, both entries are ½.
 *
 * @throws RangeError for a member that does not exist or stands twice
 */
export function gradientInside(fit: QuasiIndependence, members: readonly number[]): Float64Array | null {
  checkMembers(fit, members);
  if (fit.reason !== null) return null;
  const byA = new Float64Array(fit.a.length);
  let sum = 0;
  for (const i of members) sum += fit.a[i];
  for (const i of members) byA[i] = sum - fit.a[i];
  const terms = gradientTerms(fit, byA);
  return terms === null ? null : terms.own.map((own, i) => own - terms.shared * terms.inverse[i]);
}

/** dE_ij/dS of one pair, one entry per place; null when there is no fit. Throws a RangeError for i = j. */
export function gradientPair(fit: QuasiIndependence, i: number, j: number): Float64Array | null {
  checkPlace(fit, i);
  checkPlace(fit, j);
  return gradientInside(fit, [i, j]);
}

/**
 * A gradient in two terms, g_i = own_i − shared·inverse_i: `own` is zero but for the places that E is made of and the
 * strongest place, and `inverse` is the same for every E of one fit. So the derivative of many expected values along
 * the same works needs one pass over them for `inverse`, and a few places each for `own`.
 */
export interface GradientTerms {
  readonly own: Float64Array;
  readonly shared: number;
  readonly inverse: Float64Array;
}

/**
 * The gradient, as terms, of an expected value E with ∂E/∂a_i = `byA[i]`: the pair of two sets of places R and Q has
 * a_Q = Σ_{j∈Q} a_j at the places of R and a_R at those of Q; the inside of R has a_R − a_i. Solves Jᵀ g = byA, that
 * is (A − 2a_i)·g_i + c = byA_i for every i, where c = Σ a_k g_k. Null when there is no fit.
 */
export function gradientTerms(fit: QuasiIndependence, byA: Float64Array): GradientTerms | null {
  checkParts('fit', fit, { a: 'list' });
  checkKind('byA', byA, 'list');
  if (fit.reason !== null) return null;
  const { a, total } = fit;
  const own = new Float64Array(a.length);
  const inverse = new Float64Array(a.length);
  let top = 0;
  let positive = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] > a[top]) top = i;
    if (a[i] > 0) positive += 1;
  }
  if (positive === 2) {
    // Only S_1 = S_2 is possible, and E = S: along that line any g_1 + g_2 = dE/dS is right; half each is symmetric.
    for (let i = 0; i < a.length; i++) if (a[i] > 0) own[i] = byA[i] / total;
    return Object.freeze({ own, shared: 0, inverse });
  }
  let alpha = 0;
  let beta = 0;
  for (let i = 0; i < a.length; i++) {
    if (i === top) continue;
    inverse[i] = 1 / (total - 2 * a[i]);
    own[i] = byA[i] * inverse[i];
    alpha += a[i] * own[i];
    beta += a[i] * inverse[i];
  }
  const d = total - 2 * a[top];
  const shared = (a[top] * byA[top] + d * alpha) / (a[top] + d * (1 + beta));
  own[top] = (shared * (1 + beta) - alpha) / a[top];
  return Object.freeze({ own, shared, inverse });
}
