import { checkKind } from '../arguments.ts';
import { greatest } from '../extremes.ts';
import { checkAmounts } from '../inequality/amounts.ts';

/**
 * How C is taken from the levels u_1 … u_n of n systems:
 *
 *     standard   C = (Π u_i)^(1/n) / mean(u)                                                geometric over arithmetic mean
 *     wang       C = √{ [1 − Σ_{i>j} |u_i − u_j| / (n(n − 1)/2)] · (Π u_i/max u)^(1/(n − 1)) }    Wang et al. 2021
 *     fan        C = 1 − 2·sd(u), population                                                       Fan et al. 2024
 */
export type CouplingForm = 'standard' | 'wang' | 'fan';

/** Said by every result, as the name "coordination" promises more. */
export const COUPLING_MEASURES =
  'similarity of levels, not interaction: two places that never work together have D = 1 where both are at the top';

/** Coupling C, level T and coordination D of systems. */
export interface Coupling {
  readonly form: CouplingForm;
  readonly coupling: number;
  readonly level: number;
  readonly coordination: number;
  /** All levels are 0: C and D are 0 (for `fan`, C is 1 and D 0) by convention, not by formula. */
  readonly conventional: boolean;
  readonly measures: typeof COUPLING_MEASURES;
}

/**
 * Coupling coordination of n systems with levels u_i in 0 … 1:
 *
 *     D = √(C·T),   T = Σ a_i u_i,   Σ a_i = 1
 *
 * C is how alike the levels are, T how high they stand; C, T and D lie in 0 … 1, and weights belong into T only. Where a
 * level is 0, C is 0 (standard and wang). The standard C is near 1 for most data (levels of 1 to 2 give 0.943), so that
 * D says little more than √T: prefer `wang`. What the formulas are often written as and are not: without the 2 for two
 * systems, or with products of pairs below for three (both have 0.5 for the most); without the root; with weights inside
 * C. D depends on goalposts, weights and the set of places, and compares with no other study.
 *
 * Sources: Wang, Kong, Ren, Zhi & Dai 2021, Journal of Natural Resources 36(3):793; Fan, Ke & Cao 2024 (Statistics and
 * Decision). Held to the R package coupling.
 *
 * @param levels two or more numbers from 0 to 1 (`fromGoalposts`)
 * @param weights a_i, one a system, from 0, not all 0; divided by their sum; equal where none are given
 * @throws RangeError for fewer than two levels, levels outside 0 … 1, weights that are negative, all 0 or not as many, or
 *   another form
 */
export function couplingCoordination(
  levels: ArrayLike<number>,
  form: CouplingForm,
  weights?: ArrayLike<number>,
): Coupling {
  checkKind('levels', levels, 'list');
  const u = Float64Array.from(levels);
  const n = u.length;
  if (n < 2) throw new RangeError(`levels must be of two systems or more, got ${n}`);
  for (const [i, level] of u.entries())
    if (!(level >= 0 && level <= 1))
      throw new RangeError(`level ${i} must lie between 0 and 1, got ${level}`);
  const coupling = Math.min(1, Math.max(0, couplingOf(u, form)));
  const a = weights === undefined ? u.map(() => 1 / n) : shares(weights, n);
  const level = Math.min(
    1,
    u.reduce((sum, value, i) => sum + a[i] * value, 0),
  );
  return Object.freeze({
    form,
    coupling,
    level,
    coordination: Math.sqrt(coupling * level),
    conventional: u.every((value) => value === 0),
    measures: COUPLING_MEASURES,
  });
}

function couplingOf(u: Float64Array, form: CouplingForm): number {
  const n = u.length;
  const mean = u.reduce((sum, value) => sum + value, 0) / n;
  const most = greatest(u);
  switch (form) {
    case 'standard':
      // Each by the mean first, so that small levels do not vanish in their product.
      return most === 0 ? 0 : u.reduce((product, value) => product * (value / mean), 1) ** (1 / n);
    case 'wang': {
      if (most === 0) return 0;
      let apart = 0;
      for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) apart += Math.abs(u[i] - u[j]);
      const near = 1 - apart / ((n * (n - 1)) / 2);
      return Math.sqrt(near * u.reduce((product, value) => product * (value / most), 1) ** (1 / (n - 1)));
    }
    case 'fan':
      return 1 - 2 * Math.sqrt(u.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
    default:
      throw new RangeError(`form must be one of standard, wang, fan, got ${form as string}`);
  }
}

function shares(weights: ArrayLike<number>, n: number): Float64Array {
  checkKind('weights', weights, 'list');
  if (weights.length !== n) throw new RangeError(`${n} levels, ${weights.length} weights`);
  checkAmounts(weights, 'weight');
  const a = Float64Array.from(weights);
  const sum = a.reduce((total, value) => total + value, 0);
  if (sum === 0) throw new RangeError('weights must not all be 0');
  return a.map((value) => value / sum);
}

/** A word for a coordination and the D it reaches from (included) and to (excluded; the last includes 1). */
export interface CouplingGrade {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Ten words in steps of a tenth that the Chinese literature uses most. They are a convention without a source in the data:
 * print the thresholds with the word.
 */
export const COUPLING_GRADES: readonly CouplingGrade[] = Object.freeze(
  [
    'extreme imbalance',
    'severe imbalance',
    'moderate imbalance',
    'mild imbalance',
    'near imbalance',
    'bare coordination',
    'primary coordination',
    'intermediate coordination',
    'good coordination',
    'quality coordination',
  ].map((word, i) => Object.freeze({ word, from: i / 10, to: (i + 1) / 10 })),
);

/** The grade of a D. Throws a RangeError for one outside 0 … 1. */
export function couplingGrade(coordination: number): CouplingGrade {
  if (!(coordination >= 0 && coordination <= 1))
    throw new RangeError(`coordination must lie between 0 and 1, got ${coordination}`);
  return COUPLING_GRADES.findLast(({ from }) => coordination >= from)!;
}
