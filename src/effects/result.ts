import { lnGamma, matrix } from '../measures/index.ts';
import { coefficients } from './coefficients.ts';
import { covarianceOf, type Covariance, type Errors, type Factor } from './errors.ts';
import type { Balance, Estimate, Text } from './estimate.ts';
import type { SampleFlow } from './fit-flows.ts';
import type { Basis } from './independent.ts';
import { turnedBack } from './poisson.ts';
import { sandwichUpper } from './positive.ts';
import type { Sample } from './sample.ts';

/** How an estimate is to be made, whatever the estimator. */
export interface EstimateOptions {
  /** `robust` where left out. */
  readonly errors?: Errors;
  /** `ppmlhdfe` where left out. */
  readonly factor?: Factor;
  /** Of intervals, 0.95 where left out. */
  readonly level?: number;
}

/** @throws RangeError where the level does not lie between 0 and 1 */
export function settled(options: EstimateOptions): Required<EstimateOptions> {
  const { errors = { kind: 'robust' }, factor = 'ppmlhdfe', level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie between 0 and 1, got ${level}`);
  if (errors.kind === 'cluster' && errors.by.length === 0)
    throw new RangeError('clusters must be by one list of labels or more, got none');
  return { errors, factor, level };
}

/** A fit as both estimators leave it. */
export interface Fitted {
  readonly estimator: Estimate['estimator'];
  readonly sample: Sample;
  readonly basis: Basis;
  readonly flow: SampleFlow;
  /** In the basis. */
  readonly coefficients: Float64Array;
  readonly regressors: readonly Float64Array[];
  readonly information: Float64Array;
  readonly fitted: Float64Array;
  readonly deviance: number;
  readonly convergence: Estimate['convergence'];
}

/** The result of a fit: coefficients, errors, and everything that was noticed. */
export function resultOf(fit: Fitted, options: Required<EstimateOptions>): Estimate {
  const { sample, basis, flow } = fit;
  const { y, weights } = sample;
  const flows = fit.estimator === 'ppml';
  const residuals = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++)
    residuals[i] = (weights === null ? 1 : weights[i]) * (y[i] - fit.fitted[i]);
  const covariance = covarianceOf(
    {
      regressors: fit.regressors,
      residuals,
      information: fit.information,
      squares: flows ? null : fit.deviance,
      clusters: sample.clusters,
      dimensions: sample.dimensions,
    },
    options.errors,
    options.factor,
  );
  const p = basis.kept.length;
  const own = sandwichUpper(basis.r, covariance.matrix, p);
  const names = basis.kept.map((place) => sample.names[place]);
  const balance = balanceOf(sample, fit.fitted);
  const order = Array.from(sample.rows.keys()).sort((a, b) => sample.rows[a] - sample.rows[b]);
  return Object.freeze({
    estimator: fit.estimator,
    equation: equation(fit, options.errors),
    sample: flow,
    effects: sample.dimensions.map(({ name, levels, second }) => ({
      name,
      levels,
      bothEnds: second !== null,
    })),
    errors: {
      kind: options.errors.kind,
      factor: options.factor,
      size: covariance.factor,
      clusters: clustersOf(options.errors, covariance),
      degrees: covariance.degrees,
    },
    level: options.level,
    coefficients: coefficients({
      names: sample.names,
      kept: basis.kept,
      values: turnedBack(basis, fit.coefficients),
      covariance: own,
      dropped: basis.dropped,
      degrees: covariance.degrees,
      level: options.level,
      flows,
    }),
    covariance: matrix(names, names, own),
    convergence: fit.convergence,
    deviance: fit.deviance,
    logLikelihood: flows ? logLikelihood(sample, fit.fitted) : null,
    balance,
    warnings: warningsOf(fit, covariance, balance),
    rows: Int32Array.from(order, (at) => sample.rows[at]),
    fitted: Float64Array.from(order, (at) => fit.fitted[at]),
  });
}

function clustersOf(errors: Errors, covariance: Covariance): Estimate['errors']['clusters'] {
  if (errors.kind !== 'cluster') return [];
  return errors.by.map(({ name }, k) => ({ name, count: covariance.clusters[k] }));
}

/** Σ w (y ln μ − μ − ln Γ(y + 1)). */
function logLikelihood({ y, weights }: Sample, mu: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const part =
      (y[i] > 0 ? y[i] * Math.log(mu[i]) : 0) - mu[i] - (y[i] > 1 || y[i] % 1 !== 0 ? lnGamma(y[i] + 1) : 0);
    sum += weights === null ? part : weights[i] * part;
  }
  return sum;
}

function balanceOf({ y, weights, dimensions }: Sample, fitted: Float64Array): readonly Balance[] {
  return dimensions.map(({ name, first, second, levels }) => {
    const gap = new Float64Array(levels);
    const size = new Float64Array(levels);
    for (const ends of second === null ? [first] : [first, second])
      for (let i = 0; i < y.length; i++) {
        const w = weights === null ? 1 : weights[i];
        gap[ends[i]] += w * (fitted[i] - y[i]);
        size[ends[i]] += w * Math.abs(y[i]);
      }
    let worst = 0;
    for (let k = 0; k < levels; k++) if (size[k] > 0) worst = Math.max(worst, Math.abs(gap[k]) / size[k]);
    return Object.freeze({ effect: name, worst });
  });
}

function equation({ estimator, sample }: Fitted, errors: Errors): Text {
  const x = sample.names;
  const flows = estimator === 'ppml';
  const parts = [...x.map((name) => `b·${name}`)];
  const en = sample.dimensions.map(({ name, second }) =>
    second === null ? `effect of ${name}` : `effects of ${name} at both ends`,
  );
  const zh = sample.dimensions.map(({ name, second }) =>
    second === null ? `${name}固定效应` : `两端的${name}固定效应`,
  );
  const offset = sample.offset === null ? [] : [['offset', '偏移项']];
  const right = (words: readonly string[], at: 0 | 1): string =>
    [...parts, ...words, ...offset.map((both) => both[at])].join(' + ');
  const by = errors.kind === 'cluster' ? errors.by.map(({ name }) => name) : [];
  const told = {
    iid: ['errors as the model has them', '模型标准误'],
    robust: ['errors robust to unlike variances', '异方差稳健标准误'],
    cluster: [`errors clustered by ${by.join(' and ')}`, `按${by.join('、')}聚类的标准误`],
  }[errors.kind];
  return {
    en: flows
      ? `mean flow = exp(${right(en, 0)}), by Poisson pseudo maximum likelihood, zeros kept; ${told[0]}`
      : `y = ${right(en, 0)} + rest, by least squares; ${told[0]}`,
    zh: flows
      ? `平均流量 = exp(${right(zh, 1)})，泊松伪极大似然估计，保留零值；${told[1]}`
      : `y = ${right(zh, 1)} + 残差，最小二乘估计；${told[1]}`,
  };
}

function warningsOf(fit: Fitted, covariance: Covariance, balance: readonly Balance[]): readonly Text[] {
  const warnings: Text[] = [];
  if (!fit.convergence.converged)
    warnings.push({
      en: `not converged after ${fit.convergence.iterations} iterations: do not use these numbers`,
      zh: `迭代${fit.convergence.iterations}次后仍未收敛：结果不可使用`,
    });
  const worst = Math.max(...balance.map((one) => one.worst));
  if (fit.estimator === 'ppml' && worst > 1e-6)
    warnings.push({
      en: `fitted and observed flows of a level differ by ${worst.toExponential(1)} of the observed`,
      zh: `某一固定效应水平的拟合值与观测值之差为观测值的${worst.toExponential(1)}`,
    });
  if (fit.basis.nearly.length > 0)
    warnings.push({
      en: `nearly collinear with the others or the effects: ${fit.basis.nearly.join(', ')}`,
      zh: `与其他变量或固定效应近乎共线：${fit.basis.nearly.join('、')}`,
    });
  const least = Math.min(...covariance.clusters);
  if (least < 30)
    warnings.push({
      en: `only ${least} clusters: intervals are too narrow; trust randomisation more`,
      zh: `仅有${least}个聚类：区间偏窄，应以随机化检验为准`,
    });
  if (covariance.mended)
    warnings.push({
      en: 'the covariance over several clusterings was not positive and was taken to the nearest that is',
      zh: '多维聚类协方差矩阵非正定，已取最近的半正定矩阵',
    });
  return warnings;
}
