import { greatest, least } from '../../measures/extremes.ts';
import type { Covariance } from '../ppml/errors.ts';
import type { Balance, Text } from '../ppml/estimate.ts';
import type { Fitted } from '../ppml/fitted.ts';

/** What to beware of in a fit. */
export function warningsOf(
  fit: Fitted,
  covariance: Covariance,
  balance: readonly Balance[],
): readonly Text[] {
  const warnings: Text[] = [];
  if (!fit.convergence.converged)
    warnings.push({
      en: `not converged after ${fit.convergence.iterations} iterations: do not use these numbers`,
      zh: `迭代${fit.convergence.iterations}次后仍未收敛：结果不可使用`,
    });
  if (isExact(fit))
    warnings.push({
      en: 'every row is fitted exactly: errors are rounding, and say nothing',
      zh: '每一行均被完全拟合：标准误仅为舍入误差，没有意义',
    });
  const worst = greatest(balance.map((one) => one.worst));
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
  const fewest = least(covariance.clusters);
  if (fewest < 30)
    warnings.push({
      en: `only ${fewest} clusters: intervals are too narrow; trust randomisation more`,
      zh: `仅有${fewest}个聚类：区间偏窄，应以随机化检验为准`,
    });
  if (covariance.mended)
    warnings.push({
      en: 'the covariance over several clusterings was not positive and was taken to the nearest that is',
      zh: '多维聚类协方差矩阵非正定，已取最近的半正定矩阵',
    });
  return warnings;
}

/** Whether nothing but rounding is left: √Σ w (y − fitted)² below 1e−12 of √Σ w y². */
function isExact({ sample: { y, weights }, fitted }: Fitted): boolean {
  let [rest, size] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    const w = weights === null ? 1 : weights[i];
    rest += w * (y[i] - fitted[i]) ** 2;
    size += w * y[i] ** 2;
  }
  return rest <= 1e-24 * size;
}
