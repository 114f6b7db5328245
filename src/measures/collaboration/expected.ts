import type { Reason } from '../../base/index.ts';
import { checkAmounts } from '../inequality/amounts.ts';
import { checkKind, checkParts } from '../arguments.ts';
import { matrix, type Matrix } from '../matrix.ts';
import { quotient, unknown, type Quantity, type ReasonCode, type Unknown } from '../quantity.ts';

/**
 * Quasi-independence of a symmetric table with an empty diagonal: e_ij = a_i·a_j for i ≠ j, e_ii = 0, with the
 * observed strengths S_i (weight of all links of place i) as margins:
 *
 *     Σ_{j≠i} e_ij = a_i (A − a_i) = S_i,     A = Σ a_i
 *
 * the fixed point of iterative proportional fitting with a structurally empty diagonal, reached without the table.
 * `reason` is null when there is such a fit; then `a` has one entry per place, in √(unit of S). Otherwise every
 * expected value is undefined: *no links* (all strengths zero), or *one place holds half of all links*: when
 * S_max ≥ T/2, as in a star, the margins force the table and no finite a gives it (two places excepted: e_12 = S).
 */
export interface QuasiIndependence {
  readonly a: Float64Array;
  readonly total: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly reason: Reason | null;
  /** `empty` without links, `infinite` where no finite a fits; null when there is a fit. */
  readonly code: ReasonCode | null;
}

/** S_max this close to T/2 (relative) is taken as a star: rounding alone separates them. */
const STAR = 1e-12;

/**
 * Fits quasi-independence to strengths.
 *
 * Given A, each a_i is a root of a² − A·a + S_i = 0: the smaller one, (1 − r_i)·A/2, for all but the strongest place,
 * whose root is w·A/2 with w in (0, 2). With x_i = S_i/S_max and r_i(w) = √(1 − x_i + (1 − w)²·x_i), all margins
 * together say
 *
 *     H(w) = w · Σ_{i≠max} x_i/(1 + r_i(w)) − 1 = 0
 *
 * H rises from −1 at w = 0 to (T − S_max)/S_max − 1 at w = 2, so that there is one root or none: Newton kept inside
 * a bracket, O(n) a step. Margins hold to about 1e-13. Order and scale of the strengths do not matter; a place of
 * strength 0 gets a = 0.
 *
 * Sources: Caussinus 1965, Annales de la Faculté des Sciences de Toulouse 29; Bishop, Fienberg & Holland 1975,
 * Discrete Multivariate Analysis, ch. 5. The scalar form is ours and is tested against IPF.
 *
 * @param strengths S_i ≥ 0, any common unit
 * @throws RangeError for a negative or non-finite strength
 */
export function quasiIndependence(strengths: ArrayLike<number>): QuasiIndependence {
  checkKind('strengths', strengths, 'list');
  const n = strengths.length;
  let top = 0;
  for (let i = 0; i < n; i++) {
    if (!(strengths[i] >= 0) || !Number.isFinite(strengths[i]))
      throw new RangeError(`a strength must be a number from 0, got ${strengths[i]} at ${i}`);
    if (strengths[i] > strengths[top]) top = i;
  }
  const none = (reason: Reason, code: ReasonCode): QuasiIndependence =>
    Object.freeze({ a: new Float64Array(n), total: 0, iterations: 0, converged: false, reason, code });
  const largest = n === 0 ? 0 : strengths[top];
  if (largest === 0) return none('no links', 'empty');

  const x = new Float64Array(n);
  let rest = 0;
  let others = 0;
  for (let i = 0; i < n; i++) {
    if (i === top || strengths[i] === 0) continue;
    x[i] = strengths[i] / largest;
    rest += x[i];
    others += 1;
  }
  const a = new Float64Array(n);
  if (others === 1 && Math.abs(rest - 1) <= STAR) {
    for (let i = 0; i < n; i++) a[i] = Math.sqrt(strengths[i]);
    return fitted(a, 0);
  }
  if (rest - 1 <= 2 * STAR) return none('one place holds half of all links', 'infinite');

  const { w, iterations } = solve(x);
  const A = 2 * Math.sqrt(largest / (w * (2 - w)));
  for (let i = 0; i < n; i++) a[i] = (A * w * (2 - w) * x[i]) / (2 * (1 + root(x[i], w)));
  a[top] = (A * w) / 2;
  return fitted(a, iterations);
}

const root = (x: number, w: number): number => Math.sqrt(1 - x + (1 - w) * (1 - w) * x);

function fitted(a: Float64Array, iterations: number): QuasiIndependence {
  const total = a.reduce((sum, value) => sum + value, 0);
  return Object.freeze({ a, total, iterations, converged: true, reason: null, code: null });
}

/** The root of H; `x` holds 0 for the strongest place and for empty ones, which adds nothing to the sums. */
function solve(x: Float64Array): { w: number; iterations: number } {
  let low = 0;
  let high = 2;
  let w = 1;
  let iterations = 0;
  while (iterations < 200) {
    iterations += 1;
    let sum = 0;
    let slope = 0;
    for (const value of x) {
      if (value === 0) continue;
      const r = root(value, w);
      const term = value / (1 + r);
      sum += term;
      if (r > 0) slope += (term * (1 - w) * value) / (r * (1 + r));
    }
    const h = w * sum - 1;
    if (h < 0) low = w;
    else high = w;
    const newton = w - h / (sum + w * slope);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (h === 0 || next === w || next === low || next === high) break;
    w = next;
  }
  return { w, iterations };
}

/** e_ij = a_i·a_j for two places; null when there is no fit (`fit.reason`). Throws a RangeError for i = j. */
export function expectedPair(fit: QuasiIndependence, i: number, j: number): number | null {
  checkPlace(fit, i);
  checkPlace(fit, j);
  if (i === j) throw new RangeError(`a place makes no pair with itself (${i})`);
  return fit.reason === null ? fit.a[i] * fit.a[j] : null;
}

/**
 * E_R = Σ_{i<j∈R} a_i·a_j, the expected weight inside a region, in O(|R|); 0 for a region of one place, null when
 * there is no fit. A region's expected value over years is the sum of its years'.
 *
 * @throws RangeError for a member that does not exist or stands twice
 */
export function expectedInside(fit: QuasiIndependence, members: readonly number[]): number | null {
  checkMembers(fit, members);
  if (fit.reason !== null) return null;
  let inside = 0;
  let before = 0;
  for (const i of members) {
    inside += before * fit.a[i];
    before += fit.a[i];
  }
  return inside;
}

/**
 * All e_ij as a table of the named places, n × n, symmetric with an empty diagonal, whose margins are the strengths.
 * Undefined as the fit. `ipf` comes to the same table for any pattern of structural zeros, in many passes.
 *
 * @throws RangeError for another number of places than strengths
 */
export function expectedTable(
  fit: QuasiIndependence,
  places: readonly string[],
): Readonly<{ value: Matrix; reason: null }> | Unknown {
  checkFit(fit);
  checkKind('places', places, 'list');
  const { a, reason, code } = fit;
  const n = a.length;
  if (places.length !== n)
    throw new RangeError(`places must be one for each of ${n} strengths, got ${places.length}`);
  if (reason !== null) return unknown(reason, code ?? 'not-converged');
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) values[i * n + j] = a[i] * a[j];
  return Object.freeze({ value: matrix(places, places, values), reason: null });
}

/**
 * S_i·S_j/T, independence with the diagonal left in: biased down off the diagonal, shown for comparison only. Undefined
 * without links (`empty`).
 *
 * @throws RangeError for a strength that is negative or not finite, or a place that does not exist
 */
export function independencePair(strengths: ArrayLike<number>, i: number, j: number): Quantity {
  checkAmounts(strengths, 'strength');
  for (const place of [i, j]) checkPosition(place, strengths.length);
  let total = 0;
  for (let k = 0; k < strengths.length; k++) total += strengths[k];
  return quotient(strengths[i] * strengths[j], total, 'no links', 'empty');
}

export function checkPlace(fit: QuasiIndependence, i: number): void {
  try {
    checkPosition(i, fit.a.length);
  } catch (error) {
    // Called for every pair: what the fit is, is looked at only where something is wrong.
    checkFit(fit);
    throw error;
  }
}

function checkFit(fit: QuasiIndependence): void {
  checkParts('fit', fit, { a: 'list' });
}

function checkPosition(i: number, places: number): void {
  if (!Number.isInteger(i) || i < 0 || i >= places) throw new RangeError(`no place ${i} among ${places}`);
}

export function checkMembers(fit: QuasiIndependence, members: readonly number[]): void {
  checkFit(fit);
  checkKind('members', members, 'list');
  for (const i of members) checkPosition(i, fit.a.length);
  if (new Set(members).size !== members.length) throw new RangeError('a member stands twice in the region');
}
