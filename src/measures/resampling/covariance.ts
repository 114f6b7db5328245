import { checkKind, checkParts } from '../arguments.ts';
import { checkFinite } from '../finite.ts';

/** One year (or other stratum) of works, for a covariance at a fixed number of works in each. */
export interface Stratum {
  /** S_i: the total of each of n places over the stratum's works. */
  readonly totals: ArrayLike<number>;
  /** P_ij = Σ_w s_wi·s_wj, n × n, row by row, symmetric; P_ii = Σ_w s_wi². Never capped by the number of authors. */
  readonly products: ArrayLike<number>;
  /** N: all works of the stratum under the same filter, those of no listed place included. */
  readonly works: number;
  /** Factor on the stratum's totals: N(base)/N(year) for adjusted Shares; 1 if not given. */
  readonly weight?: number;
}

/**
 * The covariance of totals over works when works are resampled and their number N is fixed:
 *
 *     C_ij = Σ_w s_wi·s_wj − S_i·S_j/N
 *
 * exactly N times the covariance of one work drawn at random, hence exactly that of a bootstrap over works. With
 * s_wi the Share of work w in place i this is the covariance of Shares; with s_wi ∈ {0, 1} that of Counts, where P_ij
 * is the number of joint works and P_ii the Count. Result n × n, row by row, in works²; symmetric and positive
 * semidefinite, often singular. A place whose every work has the same value may get a variance of 0.
 *
 * @throws RangeError when the shapes do not fit, a number is not finite, N is negative, or 0 while totals are not, or a
 *   variance is negative by more than rounding (the sums come from different filters)
 */
export function shareCovariance(
  totals: ArrayLike<number>,
  products: ArrayLike<number>,
  works: number,
): Float64Array {
  checkKind('totals', totals, 'list');
  checkKind('products', products, 'list');
  return stratifiedCovariance([{ totals, products, works }]);
}

/**
 * The covariance of Σ_y v_y·S_y over strata y, each with its own number of works fixed:
 *
 *     C = Σ_y v_y² (P_y − S_y S_yᵀ / N_y)
 *
 * Years are strata wherever one asks what moved with the works rather than with how many works a year had; adjusted
 * Shares need it, since N_y is then a divisor. Errors as `shareCovariance`, and a RangeError for no strata.
 */
export function stratifiedCovariance(strata: readonly Stratum[]): Float64Array {
  checkKind('strata', strata, 'list');
  if (strata.length === 0) throw new RangeError('no strata');
  for (const [y, stratum] of strata.entries())
    checkParts(`strata[${y}]`, stratum, { totals: 'list', products: 'list' });
  const n = strata[0].totals.length;
  const covariance = new Float64Array(n * n);
  const scale = new Float64Array(n);
  for (const { totals, products, works, weight = 1 } of strata) {
    if (totals.length !== n || products.length !== n * n)
      throw new RangeError(`${totals.length} totals, ${products.length} products where ${n} places are`);
    checkFinite('totals', totals);
    checkFinite('products', products);
    checkFinite('weight', [weight]);
    if (!(works >= 0) || !Number.isFinite(works))
      throw new RangeError(`works must be a number from 0, got ${works}`);
    if (works === 0) {
      for (let i = 0; i < n; i++)
        if (totals[i] !== 0) throw new RangeError(`a Share of ${totals[i]} in ${works} works`);
      continue;
    }
    const factor = weight * weight;
    for (let i = 0; i < n; i++) {
      scale[i] += factor * products[i * n + i];
      for (let j = 0; j < n; j++)
        covariance[i * n + j] += factor * (products[i * n + j] - (totals[i] * totals[j]) / works);
    }
  }
  for (let i = 0; i < n; i++) {
    const variance = covariance[i * n + i];
    if (variance < -1e-9 * scale[i] || Number.isNaN(variance))
      throw new RangeError(
        `place ${i} has variance ${variance}: totals, products and works are not of one set`,
      );
    if (variance <= 1e-14 * scale[i])
      for (let j = 0; j < n; j++) covariance[i * n + j] = covariance[j * n + i] = 0;
  }
  return covariance;
}

/**
 * √C_ii of an n × n covariance: the standard errors, in works.
 *
 * @throws RangeError for a number that is not finite, or a variance below 0 by more than rounding
 */
export function standardErrors(covariance: ArrayLike<number>): Float64Array {
  const n = sizeOf(covariance, 'covariance');
  const variances = Float64Array.from({ length: n }, (_, i) => covariance[i * n + i]);
  checkFinite('variances', variances);
  const largest = variances.reduce((most, variance) => Math.max(most, variance), 0);
  for (const [i, variance] of variances.entries())
    if (variance < -1e-9 * largest)
      throw new RangeError(`variances must be 0 or more, number ${i} is ${variance}`);
  return variances.map((variance) => Math.sqrt(Math.max(0, variance)));
}

/**
 * Var(Σ_i k_i·S_i) = kᵀ C k, for instance of a difference; not below 0.
 *
 * @throws RangeError when lengths differ, or a number is not finite
 */
export function varianceOfCombination(
  covariance: ArrayLike<number>,
  coefficients: ArrayLike<number>,
): number {
  checkKind('covariance', covariance, 'list');
  checkKind('coefficients', coefficients, 'list');
  const n = sizeOf(covariance);
  if (coefficients.length !== n) throw new RangeError(`${coefficients.length} coefficients, ${n} places`);
  checkFinite('covariance', covariance);
  checkFinite('coefficients', coefficients);
  let variance = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) variance += coefficients[i] * coefficients[j] * covariance[i * n + j];
  return Math.max(0, variance);
}

/**
 * The covariance of group totals, G C Gᵀ, groups being lists of places (a region's cities). Groups may overlap. For
 * Shares only: the Share of a region is the sum of its cities', its Count is not.
 *
 * @throws RangeError for a place that does not exist, or a number that is not finite
 */
export function groupCovariance(
  covariance: ArrayLike<number>,
  groups: readonly (readonly number[])[],
): Float64Array {
  checkKind('covariance', covariance, 'list');
  checkKind('groups', groups, 'list');
  const n = sizeOf(covariance);
  const m = groups.length;
  checkFinite('covariance', covariance);
  for (const place of groups.flat())
    if (!Number.isInteger(place) || place < 0 || place >= n)
      throw new RangeError(`no place ${place} among ${n}`);
  const result = new Float64Array(m * m);
  for (let g = 0; g < m; g++) {
    const row = new Float64Array(n);
    for (const i of groups[g]) for (let j = 0; j < n; j++) row[j] += covariance[i * n + j];
    for (let h = 0; h < m; h++) for (const j of groups[h]) result[g * m + h] += row[j];
  }
  return result;
}

/** n of a flat n × n matrix. Throws a RangeError when the length is no square. */
export function sizeOf(matrix: ArrayLike<number>, name = 'matrix'): number {
  checkKind(name, matrix, 'list');
  const n = Math.round(Math.sqrt(matrix.length));
  if (n * n !== matrix.length) throw new RangeError(`${matrix.length} numbers are no square matrix`);
  return n;
}
