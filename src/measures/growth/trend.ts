import { checkKind } from '../arguments.ts';
import { checkFinite } from '../finite.ts';
import { normalCdf } from '../distributions/normal.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/** Up to so many values the distribution of S is counted out; beyond it the normal one is as good. */
const EXACT = 60;

/** A test for a trend that assumes no shape. */
export type MannKendall = Readonly<{
  /** S = Σ_{i<j} sign(x_j − x_i): pairs that rise less pairs that fall. */
  s: number;
  /** S over the number of pairs, −1 to 1. */
  tau: number;
  /** (S ∓ 1)/√Var S, variance corrected for ties; null where nothing varies. */
  z: number | null;
  /** P(|S| as far from 0) if every order were as likely: exact up to 60 values without ties, else from z. */
  p: Quantity;
  exact: boolean;
}>;

/**
 * The Mann-Kendall test for a monotone trend of values in the order of time, two-sided, with Kendall's τ. It takes the
 * values as independent from one time to the next: where they carry over (they mostly do), p is too small. Any rising
 * function of the values leaves it as it is. Undefined p: fewer than four values (no order would be rare, `too-few`), or no
 * two that differ (`constant`).
 *
 * Sources: Mann 1945, Econometrica 13:245; Kendall 1975, Rank Correlation Methods.
 *
 * @throws RangeError for a value that is not finite
 */
export function mannKendall(values: ArrayLike<number>): MannKendall {
  checkFinite('values', values);
  const n = values.length;
  let s = 0;
  let ties = false;
  for (let j = 0; j < n; j++)
    for (let i = 0; i < j; i++) {
      s += Math.sign(values[j] - values[i]);
      ties ||= values[i] === values[j];
    }
  const spread = varianceOfS(values);
  const z = spread === 0 ? null : (s - Math.sign(s)) / Math.sqrt(spread);
  const exact = !ties && n <= EXACT;
  return Object.freeze({
    s,
    tau: n < 2 ? 0 : s / ((n * (n - 1)) / 2),
    z,
    p: probability(n, s, z, exact),
    exact,
  });
}

/**
 * Theil-Sen slope of values over times: the median slope of all pairs, so that one odd year does not tilt it. Undefined
 * for fewer than two different times (`too-few`). Sources: Theil 1950; Sen 1968, JASA 63:1379.
 *
 * @throws RangeError when lengths differ, or a number is not finite
 */
export function theilSenSlope(times: ArrayLike<number>, values: ArrayLike<number>): Quantity {
  checkKind('times', times, 'list');
  checkKind('values', values, 'list');
  if (times.length !== values.length) throw new RangeError(`${times.length} times, ${values.length} values`);
  checkFinite('times', times);
  checkFinite('values', values);
  const slopes: number[] = [];
  for (let j = 0; j < times.length; j++)
    for (let i = 0; i < j; i++)
      if (times[i] !== times[j]) slopes.push((values[j] - values[i]) / (times[j] - times[i]));
  if (slopes.length === 0) return unknown('fewer than two different times', 'too-few');
  return known(median(slopes));
}

/** The median value less the Theil-Sen slope times the median time. Undefined and errors as `theilSenSlope`. */
export function theilSenIntercept(times: ArrayLike<number>, values: ArrayLike<number>): Quantity {
  const slope = theilSenSlope(times, values);
  if (slope.value === null) return slope;
  return known(median(Array.from(values)) - slope.value * median(Array.from(times)));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Var S = (n(n − 1)(2n + 5) − Σ_t t(t − 1)(2t + 5))/18 over groups of t like values. */
function varianceOfS(values: ArrayLike<number>): number {
  const groups = new Map<number, number>();
  for (let i = 0; i < values.length; i++) groups.set(values[i], (groups.get(values[i]) ?? 0) + 1);
  const term = (n: number): number => n * (n - 1) * (2 * n + 5);
  let sum = term(values.length);
  for (const size of groups.values()) sum -= term(size);
  return sum / 18;
}

function probability(n: number, s: number, z: number | null, exact: boolean): Quantity {
  if (n < 4) return unknown('fewer than four values have no trend to test', 'too-few');
  if (z === null) return unknown('no two values differ', 'constant');
  if (!exact) return known(2 * normalCdf(-Math.abs(z)));
  // Orders of n values by their number of inversions, which is (pairs − S)/2; both tails are alike.
  let orders = new Float64Array([1]);
  for (let k = 2; k <= n; k++) {
    const next = new Float64Array(orders.length + k - 1);
    for (let from = 0; from < orders.length; from++)
      for (let more = 0; more < k; more++) next[from + more] += orders[from] / k;
    orders = next;
  }
  const most = ((n * (n - 1)) / 2 - Math.abs(s)) / 2;
  let tail = 0;
  for (let inversions = 0; inversions <= most; inversions++) tail += orders[inversions];
  return known(Math.min(1, 2 * tail));
}
