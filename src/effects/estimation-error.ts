import { defineMessages, joined, type Message, render } from '../base/index.ts';

/** In both languages, as coefficients say why they have no estimate. */
interface Text {
  readonly en: string;
  readonly zh: string;
}

/** Why an effect cannot be estimated from the rows that were given. */
export const messages = defineMessages('effects', {
  noEstimate: {
    en: ({ reason }: { reason: Text }) => `the effect cannot be estimated: ${reason.en}`,
    zh: ({ reason }) => `无法估计效应：${reason.zh}`,
  },
  notConverged: {
    en: 'the effect cannot be estimated: the fit did not converge',
    zh: '无法估计效应：拟合未收敛',
  },
  regressorNotEstimated: {
    en: ({ name, reason }: { name: string; reason: Text }) => `${name} is not estimated: ${reason.en}`,
    zh: ({ name, reason }) => `${name}无法估计：${reason.zh}`,
  },
  noRows: { en: 'y must have rows, got none', zh: '没有可用的行' },
  onlyZeros: { en: 'y must be above 0 somewhere, got only zeros', zh: '合作量全为零' },
  onePeriod: {
    en: ({ period }: { period: number }) =>
      `there must be two periods or more, got only ${period}: nothing changes in one`,
    zh: ({ period }) => `只有一个年份（${period}），没有变化可言`,
  },
  noneTreated: {
    en: 'treated must be 1 somewhere: no row is concerned by the policy',
    zh: '没有一行受政策影响',
  },
  allTreated: {
    en: 'treated must be 0 somewhere: with every row concerned there is nothing to compare with',
    zh: '每一行都受政策影响，没有可供比较者',
  },
  policyOutside: {
    en: ({ first, last, from }: { first: number; last: number; from: number }) =>
      `the policy must begin after ${first} and not after ${last}, got ${from}`,
    zh: ({ first, last, from }) => `政策须始于${first}年之后且不晚于${last}年，现为${from}年`,
  },
  oneYearBefore: {
    en: ({ from }: { from: number }) =>
      `two years or more must lie before the policy of ${from}, there is one`,
    zh: ({ from }) => `${from}年的政策之前至少须有两年，现只有一年`,
  },
  noReference: {
    en: ({ from, reference }: { from: number; reference: number }) =>
      `the reference must be a year of the rows before ${from}, got ${from - reference} (${reference} before)`,
    zh: ({ from, reference }) => `基准年份须为${from}年之前有数据的年份，现为${from - reference}年`,
  },
  smallRegion: {
    en: ({ cities }: { cities: number }) => `a region must have two cities or more, got ${cities}`,
    zh: ({ cities }) => `区域至少须有两个城市，现有${cities}个`,
  },
  absentCities: {
    en: ({ cities }: { cities: readonly string[] }) =>
      `cities of the region must have rows, ${joined(cities, 'en')} have none`,
    zh: ({ cities }) => `区域内的${joined(cities, 'zh')}没有数据行`,
  },
  fewOthers: {
    en: ({ cities, others }: { cities: number; others: number }) =>
      `there must be ${cities} cities outside the region to draw one as large, got ${others}`,
    zh: ({ cities, others }) => `区域之外须有${cities}个城市才能抽取同样大小的区域，现有${others}个`,
  },
  fewClusters: {
    en: ({ name, count }: { name: string; count: number }) =>
      `clusters of ${name} must be two or more, got ${count}`,
    zh: ({ count }) => `聚类不足两个（${count}个）`,
  },
  fewRows: {
    en: ({ rows, parameters }: { rows: number; parameters: number }) =>
      `rows must outnumber parameters for standard errors to be estimated, got ${rows} rows and ${parameters} parameters`,
    zh: ({ rows, parameters }) => `行数须多于参数才能估计误差，现有${rows}行、${parameters}个参数`,
  },
  allAlone: {
    en: 'no rows are left: every row is alone in a level of an effect',
    zh: '没有剩余的行：每行都独占某一固定效应的水平',
  },
  allAloneOrZero: {
    en: 'no rows are left: every row is alone in a level of an effect, or in one that is all zero',
    zh: '没有剩余的行：每行都独占某一固定效应的水平，或所在水平全为零',
  },
  singular: {
    en: ({ pivot }: { pivot: number }) => `the matrix must be positive definite, pivot ${pivot} is 0`,
    zh: () => '矩阵不是正定的：解释变量在所用样本中线性相关，无法估计',
  },
  fewCities: {
    en: ({ count }: { count: number }) =>
      `there must be three cities or more whose leaving out leaves an estimate, got ${count}`,
    zh: ({ count }) => `略去后仍可估计的城市须有三个以上，现有${count}个`,
  },
  undecided: {
    en: ({ regressors, rows, why }: Undecided) => {
      const more = rows.length > SHOWN ? ` and ${rows.length - SHOWN} more` : '';
      const some = `${rows.length === 1 ? 'row' : 'rows'} ${joined(rows.slice(0, SHOWN), 'en')}${more}`;
      return `separation of ${some} cannot be decided: ${joined(regressors, 'en')} ${why}; leave it out, or give its difference from the others as a regressor of its own`;
    },
    zh: ({ rows }) =>
      `第${joined(rows.slice(0, SHOWN), 'zh')}行${rows.length > SHOWN ? `及另外${rows.length - SHOWN}行` : ''}是否存在分离无法判定：解释变量几乎共线，其差异可能只是舍入误差；请剔除其中之一`,
  },
});

const SHOWN = 5;

interface Undecided {
  readonly regressors: readonly string[];
  /** Rows in question, by their places in the model. */
  readonly rows: readonly number[];
  readonly why: string;
}

/** The rows do not let an effect be estimated; a mistake in a call is another RangeError, or a TypeError. */
export class EstimationError extends RangeError {
  override readonly name: string = 'EstimationError';

  constructor(readonly detail: Message) {
    super(render(detail, 'en'));
  }
}
