import { checkKind as checkArgument, checkParts } from '../../measures/arguments.ts';
import { at, chiSquaredP, fP } from '../../measures/index.ts';
import { coefficientOf, type Estimate } from './estimate.ts';
import { solvePositive } from '../separation/positive.ts';

/** A joint test that several coefficients are 0. */
export interface WaldTest {
  /** Coefficients tested; those left out of the estimate are not. */
  readonly names: readonly string[];
  /** bᵀV⁻¹b. */
  readonly statistic: number;
  readonly degrees: number;
  /** P(χ² ≥ statistic): the usual one. */
  readonly p: number;
  /** P(F ≥ statistic / degrees) with the t degrees of the estimate below; null where intervals are normal. */
  readonly pF: number | null;
}

/**
 * Whether several coefficients are all 0 but for chance: W = bᵀV⁻¹b against χ². With few clusters V is too small and
 * the test rejects too often, `pF` less so. null where none of them was estimated, or where the clusters are too few to
 * tell their covariance (V is singular).
 *
 * @throws RangeError for a name that is no regressor
 */
export function wald(estimate: Estimate, names: readonly string[]): WaldTest | null {
  checkParts('estimate', estimate, { coefficients: 'list', covariance: 'record', errors: 'record' });
  checkArgument('names', names, 'list');
  const tested = names.filter((name) => coefficientOf(estimate, name).estimate !== null);
  if (tested.length === 0) return null;
  const { covariance } = estimate;
  const places = tested.map((name) => covariance.rows.indexOf(name));
  const b = Float64Array.from(tested, (name) => coefficientOf(estimate, name).estimate!);
  const v = Float64Array.from(places.flatMap((i) => places.map((j) => at(covariance, i, j))));
  let solved: Float64Array;
  try {
    solved = solvePositive(v, b);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const statistic = b.reduce((sum, value, k) => sum + value * solved[k], 0);
  const { degrees } = estimate.errors;
  return Object.freeze({
    names: tested,
    statistic,
    degrees: tested.length,
    p: chiSquaredP(statistic, tested.length),
    pF: degrees === null ? null : fP(statistic / tested.length, tested.length, degrees),
  });
}
