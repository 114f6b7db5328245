import { EstimationError, messages } from '../estimation-error.ts';
import { least } from '../../measures/extremes.ts';
import { cross } from '../flows/labels.ts';
import { invertPositive } from '../separation/positive.ts';
import { positivePart } from '../separation/positive-part.ts';
import type { Dimension, Named } from './sample.ts';

/** How the errors of rows go together. `cluster`: freely within a cluster of any of the clusterings, not between. */
export type Errors =
  | { readonly kind: 'iid' }
  | { readonly kind: 'robust' }
  | { readonly kind: 'cluster'; readonly by: readonly Named[] };

/**
 * Finite-sample factor. `ppmlhdfe`: G/(G − 1), n/(n − 1) without clusters. `fixest`: that times (n − 1)/(n − K), K the
 * coefficients and the levels of effects that are not nested in a cluster, less one for each further effect. `none`: 1.
 * G is the smallest number of clusters.
 */
export type Factor = 'ppmlhdfe' | 'fixest' | 'none';

/** What a covariance is made of. */
export interface Meat {
  /** X̃, p columns of n. */
  readonly regressors: readonly Float64Array[];
  /** w · (y − fitted), n. */
  readonly residuals: Float64Array;
  /** X̃ᵀWX̃, p × p. */
  readonly information: Float64Array;
  /** Σ w u² for least squares; null for flows, whose dispersion under `iid` is 1. */
  readonly squares: number | null;
  readonly clusters: readonly Int32Array[];
  readonly dimensions: readonly Dimension[];
}

export interface Covariance {
  /** p × p. */
  readonly matrix: Float64Array;
  /** The factor it was multiplied by. */
  readonly factor: number;
  /** K of `fixest`. */
  readonly parameters: number;
  /** Clusters of each clustering. */
  readonly clusters: readonly number[];
  /** Degrees of freedom of t; null: normal. */
  readonly degrees: number | null;
  /** Whether a variance was negative and was mended: clusterings that overlap so can do that. */
  readonly mended: boolean;
}

/**
 * The sandwich (X̃ᵀWX̃)⁻¹ M (X̃ᵀWX̃)⁻¹, with M the sum over clusters of the squares of their scores; of several
 * clusterings by inclusion and exclusion (Cameron, Gelbach & Miller 2011). Where that is not positive it is taken to
 * the nearest matrix that is: negative eigenvalues to 0.
 *
 * @throws RangeError for a clustering of fewer than two clusters; where there are no more rows than parameters, and the
 * factor or the variance of least squares divides by what is left
 */
export function covarianceOf(meat: Meat, errors: Errors, factor: Factor): Covariance {
  const n = meat.residuals.length;
  const p = meat.regressors.length;
  const bread = invertPositive(meat.information, p);
  const counts = meat.clusters.map(countOf);
  for (const [k, count] of counts.entries())
    if (count < 2 && errors.kind === 'cluster')
      throw new EstimationError(messages.fewClusters({ name: errors.by[k].name, count }));
  const parameters = parametersOf(meat, p);
  const divides = meat.squares !== null || (factor === 'fixest' && errors.kind !== 'iid');
  if ((divides && n <= parameters) || n < 2)
    throw new EstimationError(messages.fewRows({ rows: n, parameters }));
  if (errors.kind === 'iid') {
    const dispersion = meat.squares === null ? 1 : meat.squares / (n - parameters);
    return {
      matrix: bread.map((value) => value * dispersion),
      factor: 1,
      parameters,
      clusters: [],
      degrees: meat.squares === null ? null : n - parameters,
      mended: false,
    };
  }
  const fewest = errors.kind === 'cluster' ? least(counts) : n;
  const size =
    factor === 'none' ? 1 : (fewest / (fewest - 1)) * (factor === 'fixest' ? (n - 1) / (n - parameters) : 1);
  const middle = errors.kind === 'robust' ? ofRows(meat) : ofClusters(meat);
  const { matrix, mended } = positivePart(multiply(multiply(bread, middle, p), bread, p), p);
  return {
    matrix: matrix.map((value) => value * size),
    factor: size,
    parameters,
    clusters: counts,
    degrees: errors.kind === 'cluster' ? fewest - 1 : meat.squares === null ? null : n - parameters,
    mended,
  };
}

function countOf(cluster: Int32Array): number {
  let most = -1;
  for (const g of cluster) if (g > most) most = g;
  return most + 1;
}

function parametersOf({ dimensions, clusters }: Meat, p: number): number {
  const real = dimensions.filter(({ levels }) => levels > 1);
  const nested = real.filter((dimension) => clusters.some((cluster) => isNested(dimension, cluster)));
  const all = p + real.reduce((sum, { levels }) => sum + levels, 0) - Math.max(real.length - 1, 0);
  if (real.length === 0 || nested.length === real.length) return p + 1;
  return all - nested.reduce((sum, { levels }) => sum + levels - 1, 0);
}

/** Whether all rows of each level lie in one cluster. */
function isNested({ first, second, levels }: Dimension, cluster: Int32Array): boolean {
  if (second !== null) return false;
  const home = new Int32Array(levels).fill(-1);
  for (let i = 0; i < first.length; i++) {
    if (home[first[i]] === -1) home[first[i]] = cluster[i];
    else if (home[first[i]] !== cluster[i]) return false;
  }
  return true;
}

function ofRows({ regressors, residuals }: Meat): Float64Array {
  const p = regressors.length;
  const sum = new Float64Array(p * p);
  for (let a = 0; a < p; a++)
    for (let b = 0; b <= a; b++) {
      let total = 0;
      for (let i = 0; i < residuals.length; i++)
        total += regressors[a][i] * regressors[b][i] * residuals[i] * residuals[i];
      sum[a * p + b] = sum[b * p + a] = total;
    }
  return sum;
}

function ofClusters(meat: Meat): Float64Array {
  const p = meat.regressors.length;
  const total = new Float64Array(p * p);
  // Every set of clusterings once, by the bits of a number: one by one added, by two taken off, …
  for (let set = 1; set < 1 << meat.clusters.length; set++) {
    const chosen = meat.clusters.filter((_, k) => (set & (1 << k)) !== 0);
    const sign = chosen.length % 2 === 1 ? 1 : -1;
    const part = squaresOf(meat, chosen.reduce(cross));
    for (let k = 0; k < total.length; k++) total[k] += sign * part[k];
  }
  return total;
}

/** Σ over clusters of s sᵀ, s the sum of the scores in it. */
function squaresOf({ regressors, residuals }: Meat, cluster: Int32Array): Float64Array {
  const p = regressors.length;
  const count = countOf(cluster);
  const sums = regressors.map((column) => {
    const sum = new Float64Array(count);
    for (let i = 0; i < residuals.length; i++) sum[cluster[i]] += column[i] * residuals[i];
    return sum;
  });
  const squares = new Float64Array(p * p);
  for (let a = 0; a < p; a++)
    for (let b = 0; b <= a; b++) {
      let total = 0;
      for (let g = 0; g < count; g++) total += sums[a][g] * sums[b][g];
      squares[a * p + b] = squares[b * p + a] = total;
    }
  return squares;
}

function multiply(a: Float64Array, b: Float64Array, p: number): Float64Array {
  const product = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let k = 0; k < p; k++) for (let j = 0; j < p; j++) product[i * p + j] += a[i * p + k] * b[k * p + j];
  return product;
}
