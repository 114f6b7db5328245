import type { Errors } from './errors.ts';
import type { Text } from './estimate.ts';
import type { Fitted } from './fitted.ts';

/** Chinese for the names that designs of this folder give; what a caller named otherwise stays as it is. */
const NAMES: Readonly<Record<string, string | undefined>> = {
  pair: '城市对',
  'city-year': '城市—年份',
  city: '城市',
  year: '年份',
  policy: '政策',
};
const zhName = (name: string): string => NAMES[name] ?? name;

/** What was estimated, in words. */
export function equation({ estimator, sample }: Fitted, errors: Errors): Text {
  const x = sample.names;
  const flows = estimator === 'ppml';
  const en = sample.dimensions.map(({ name, second }) =>
    second === null ? `effect of ${name}` : `effects of ${name} at both ends`,
  );
  const zh = sample.dimensions.map(({ name, second }) =>
    second === null ? `${zhName(name)}固定效应` : `两端的${zhName(name)}固定效应`,
  );
  const offset = sample.offset === null ? [] : [['offset', '偏移项']];
  const right = (words: readonly string[], at: 0 | 1): string =>
    [
      ...x.map((name) => `b·${at === 0 ? name : zhName(name)}`),
      ...words,
      ...offset.map((both) => both[at]),
    ].join(' + ');
  const by = errors.kind === 'cluster' ? errors.by.map(({ name }) => name) : [];
  const told = {
    iid: ['errors as the model has them', '模型标准误'],
    robust: ['errors robust to unlike variances', '异方差稳健标准误'],
    cluster: [`errors clustered by ${by.join(' and ')}`, `按${by.map(zhName).join('、')}聚类的标准误`],
  }[errors.kind];
  return {
    en: flows
      ? `mean flow = exp(${right(en, 0)}), by Poisson pseudo maximum likelihood, zeros kept; ${told[0]}`
      : `y = ${right(en, 0)} + rest, by least squares; ${told[0]}`,
    zh: flows
      ? `平均合作量 = exp(${right(zh, 1)})，泊松伪极大似然估计，保留零值；${told[1]}`
      : `y = ${right(zh, 1)} + 残差，最小二乘估计；${told[1]}`,
  };
}
