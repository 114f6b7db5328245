/**
 * Regressions with a column of ones and zeros for every level of every effect, by normal equations and elimination with
 * pivoting: slow, and obviously right. What `src/effects` does without such columns is held against it.
 */
export interface DenseModel {
  readonly y: readonly number[];
  /** Regressors whose coefficients are wanted, by name; none may be made up by the effects. */
  readonly regressors: Readonly<Record<string, readonly number[]>>;
  /** Columns of effects; those that others make up are left out. A constant is put in front. */
  readonly dummies?: readonly (readonly number[])[];
  readonly weights?: readonly number[];
  readonly offset?: readonly number[];
}

export interface DenseFit {
  readonly coefficients: readonly number[];
  readonly fitted: readonly number[];
  /** Columns of the whole regression: the wanted first. */
  readonly columns: readonly (readonly number[])[];
  /** (XᵀWX)⁻¹ of the whole regression, with the weights of the fit. */
  readonly bread: readonly (readonly number[])[];
  /** w · (y − fitted). */
  readonly residuals: readonly number[];
  readonly deviance: number;
}

/** A column for each level. */
export function dummiesOf(labels: ArrayLike<number | string>): number[][] {
  const all = Array.from(labels);
  return [...new Set(all)].map((level) => all.map((label) => (label === level ? 1 : 0)));
}

/** A column for each level at either end: 2 for a row that has it at both. */
export function endDummies(
  first: ArrayLike<number | string>,
  second: ArrayLike<number | string>,
): number[][] {
  const [a, b] = [Array.from(first), Array.from(second)];
  return [...new Set([...a, ...b])].map((level) =>
    a.map((label, i) => (label === level ? 1 : 0) + (b[i] === level ? 1 : 0)),
  );
}

/** Poisson regression by Newton's method on all columns. @throws Error where it does not converge */
export function densePoisson(model: DenseModel): DenseFit {
  const { y } = model;
  const [offset, weights] = [model.offset ?? y.map(() => 0), model.weights ?? y.map(() => 1)];
  const columns = columnsOf(model);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  let eta = y.map((value) => Math.log((value + mean) / 2));
  let beta: number[] = [];
  for (let turn = 0; turn < 200; turn++) {
    const mu = eta.map(Math.exp);
    const w = mu.map((value, i) => weights[i] * value);
    const z = eta.map((value, i) => value - offset[i] + (y[i] - mu[i]) / mu[i]);
    const next = solve(
      gram(columns, w),
      columns.map((column) => dot(column, z, w)),
    );
    const change = Math.max(...next.map((value, k) => Math.abs(value - (beta[k] ?? Infinity))));
    beta = next;
    eta = predict(columns, beta).map((value, i) => value + offset[i]);
    if (change < 1e-11) return finish(model, columns, beta, eta.map(Math.exp));
  }
  throw new Error('the dense regression did not converge');
}

/** Weighted least squares on all columns. */
export function denseLeastSquares(model: DenseModel): DenseFit {
  const { y } = model;
  const [offset, weights] = [model.offset ?? y.map(() => 0), model.weights ?? y.map(() => 1)];
  const columns = columnsOf(model);
  const z = y.map((value, i) => value - offset[i]);
  const beta = solve(
    gram(columns, weights),
    columns.map((column) => dot(column, z, weights)),
  );
  const fitted = predict(columns, beta).map((value, i) => value + offset[i]);
  const residuals = y.map((value, i) => weights[i] * (value - fitted[i]));
  return {
    coefficients: beta.slice(0, Object.keys(model.regressors).length),
    fitted,
    columns,
    bread: inverse(gram(columns, weights)),
    residuals,
    deviance: residuals.reduce((sum, r, i) => sum + r * (y[i] - fitted[i]), 0),
  };
}

/**
 * The sandwich by its definition: bread · Σ_g s_g s_gᵀ · bread, s_g the sum of the rows' scores in a cluster; each row
 * its own cluster where none are given. Of the wanted coefficients, without any factor.
 */
export function sandwich(fit: DenseFit, clusters?: ArrayLike<number | string>): number[][] {
  const k = fit.columns.length;
  const sums = new Map<number | string, number[]>();
  for (const [i, residual] of fit.residuals.entries()) {
    const g = clusters === undefined ? i : clusters[i];
    const sum = sums.get(g) ?? new Array<number>(k).fill(0);
    for (let c = 0; c < k; c++) sum[c] += fit.columns[c][i] * residual;
    sums.set(g, sum);
  }
  const wanted = fit.coefficients.map((_, a) => a);
  const parts = [...sums.values()].map((sum) =>
    wanted.map((a) => fit.bread[a].reduce((all, value, c) => all + value * sum[c], 0)),
  );
  return wanted.map((a) => wanted.map((b) => parts.reduce((all, part) => all + part[a] * part[b], 0)));
}

/** Solves A x = b by elimination with row pivoting. */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const n = b.length;
  const rows = a.map((row, i) => [...row, b[i]]);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    if (rows[k][k] === 0) throw new Error('the matrix is singular');
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const part = rows[i][k] / rows[k][k];
      for (let j = k; j <= n; j++) rows[i][j] -= part * rows[k][j];
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}

function inverse(a: readonly (readonly number[])[]): number[][] {
  const columns = a.map((_, j) =>
    solve(
      a,
      a.map((_, i) => (i === j ? 1 : 0)),
    ),
  );
  return a.map((_, i) => columns.map((column) => column[i]));
}

/** Wanted columns, then a constant and the dummies that those before them do not make up. */
function columnsOf({ y, regressors, dummies = [] }: DenseModel): (readonly number[])[] {
  const effects = independent([y.map(() => 1), ...dummies]);
  return [...Object.values(regressors), ...effects];
}

/** The columns of which something is left at right angles to those before them. */
function independent(columns: readonly (readonly number[])[]): (readonly number[])[] {
  const kept: (readonly number[])[] = [];
  const basis: number[][] = [];
  for (const column of columns) {
    let left = [...column];
    for (let turn = 0; turn < 2; turn++)
      for (const other of basis) {
        const part = dot(left, other);
        left = left.map((value, i) => value - part * other[i]);
      }
    const size = Math.sqrt(dot(left, left));
    if (size <= 1e-8 * Math.sqrt(dot(column, column))) continue;
    kept.push(column);
    basis.push(left.map((value) => value / size));
  }
  return kept;
}

function finish(
  model: DenseModel,
  columns: readonly (readonly number[])[],
  beta: readonly number[],
  fitted: readonly number[],
): DenseFit {
  const { y, regressors } = model;
  const weights = model.weights ?? y.map(() => 1);
  return {
    coefficients: beta.slice(0, Object.keys(regressors).length),
    fitted,
    columns,
    bread: inverse(
      gram(
        columns,
        fitted.map((mu, i) => weights[i] * mu),
      ),
    ),
    residuals: y.map((value, i) => weights[i] * (value - fitted[i])),
    deviance:
      2 *
      y.reduce((sum, value, i) => {
        const gain = value > 0 ? value * Math.log(value / fitted[i]) : 0;
        return sum + weights[i] * (gain - (value - fitted[i]));
      }, 0),
  };
}

function predict(columns: readonly (readonly number[])[], beta: readonly number[]): number[] {
  return columns[0].map((_, i) => columns.reduce((sum, column, k) => sum + column[i] * beta[k], 0));
}

function gram(columns: readonly (readonly number[])[], w: readonly number[]): number[][] {
  return columns.map((a) => columns.map((b) => dot(a, b, w)));
}

function dot(a: readonly number[], b: readonly number[], w?: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + (w === undefined ? 1 : w[i]) * value * b[i], 0);
}
