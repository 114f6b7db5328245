import { describe, expect, it } from 'vitest';
import { absent, close, load, title } from '../../test/reference.ts';
import {
  betaConvergence,
  coefficientOfVariation,
  gini,
  mannKendall,
  sigma,
  theilDecomposition,
  theilL,
  theilSenSlope,
  theilT,
  williamson,
} from './index.ts';

const DECADES = [1940, 1950, 1960, 1970, 1980, 1990, 2000];
type Table = Readonly<Record<string, string[]>>;
const column = (table: unknown, name: string): number[] => (table as Table)[name].map(Number);

interface MexicoExpected {
  readonly theil_T: number[];
  readonly between: number[];
  readonly within: number[];
  readonly gini: number[];
  readonly theil_L: number[];
  readonly theil_L_between_within_2000: [number, number];
  readonly cv_pop: number[];
  readonly sigma_log_sd_sample: number[];
  readonly detail_2000: Record<
    string,
    {
      readonly income_share: number;
      readonly T_within: number;
      readonly contribution_within: number;
      readonly contribution_between: number;
    }
  >;
}

describe.skipIf(absent)(title('reference case theil-mexico'), () => {
  it('has these Theil indices, Gini and CV of 32 states over seven decades, and their parts by region', () => {
    const { input, tolerance, ...read } = load('theil-mexico');
    const expected = read.expected as MexicoExpected;
    const groups = (input as Table).hanson98;
    for (const [i, year] of DECADES.entries()) {
      const incomes = column(input, `pcgdp${year}`);
      const parts = theilDecomposition(incomes, groups);
      close(theilT(incomes).value, expected.theil_T[i], tolerance);
      close(parts.between, expected.between[i], tolerance);
      close(parts.within, expected.within[i], tolerance);
      close(theilL(incomes).value, expected.theil_L[i], tolerance);
      close(gini(incomes).value, expected.gini[i], tolerance);
      close(coefficientOfVariation(incomes).value, expected.cv_pop[i], tolerance);
      close(sigma(incomes).value, expected.sigma_log_sd_sample[i], tolerance);
    }
    const last = column(input, 'pcgdp2000');
    const { groups: rows } = theilDecomposition(last, groups);
    expect(rows!.map(({ group }) => group).sort()).toEqual(Object.keys(expected.detail_2000).sort());
    for (const row of rows!) {
      const due = expected.detail_2000[row.group];
      close(row.amount, due.income_share, tolerance);
      close(row.inside.value, due.T_within, tolerance);
      close(row.within, due.contribution_within, tolerance);
      close(row.between, due.contribution_between, tolerance);
    }
    const { between, within } = theilDecomposition(last, groups, undefined, 'L');
    close(between, expected.theil_L_between_within_2000[0], tolerance);
    close(within, expected.theil_L_between_within_2000[1], tolerance);
  });
});

describe.skipIf(absent)(title('reference case ineq-r'), () => {
  it('has these Gini, Theil and CV of ten incomes', () => {
    const { input, tolerance, ...read } = load('ineq-r');
    const expected = read.expected as Record<string, number>;
    const incomes = input as number[];
    close(gini(incomes).value, expected.Gini, tolerance);
    close(gini(incomes, { smallSample: true }).value, expected.Gini_corr, tolerance);
    close(theilT(incomes).value, expected.TheilT, tolerance);
    close(theilL(incomes).value, expected.TheilL, tolerance);
    close(coefficientOfVariation(incomes).value, expected.CV_pop, tolerance);
    close(coefficientOfVariation(incomes).value! ** 2, expected.CV2, tolerance);
  });
});

describe.skipIf(absent)(title('reference case williamson'), () => {
  it('has this coefficient around the national mean, and these plain ones', () => {
    const { input, tolerance, ...read } = load('williamson');
    const expected = read.expected as Record<string, number>;
    const { y, population } = input as { y: number[]; population: number[] };
    close(williamson(y, population).value, expected.williamson_weighted_national_mean, tolerance);
    close(coefficientOfVariation(y).value, expected.cv_population, tolerance);
    close(coefficientOfVariation(y, 'sample').value, expected.cv_sample, tolerance);
  });
});

interface ConvergenceExpected {
  readonly T: number;
  readonly annualised: Readonly<
    Record<'alpha' | 'beta' | 'se_beta' | 'se_beta_HC1' | 't' | 'p' | 'r2', number>
  >;
  readonly speed_lambda: number;
  readonly half_life: number;
  readonly sigma_log_sd: number[];
  readonly kendall_tau_1940_2000: number;
}

describe.skipIf(absent)(title('reference case convergence-mexico'), () => {
  it('has this β with its errors, speed and half-life, and these σ', () => {
    const { input, tolerance, ...read } = load('convergence-mexico');
    const expected = read.expected as ConvergenceExpected;
    const fit = betaConvergence(column(input, 'pcgdp1940'), column(input, 'pcgdp2000'), expected.T);
    if (fit.beta === null) throw new Error(fit.reason);
    close(fit.alpha, expected.annualised.alpha, tolerance);
    close(fit.beta, expected.annualised.beta, tolerance);
    close(fit.standardError, expected.annualised.se_beta, tolerance);
    close(fit.robustError, expected.annualised.se_beta_HC1, tolerance);
    close(fit.t, expected.annualised.t, tolerance);
    close(fit.p, expected.annualised.p, 1e-15);
    close(fit.r2, expected.annualised.r2, tolerance);
    close(fit.speed.value, expected.speed_lambda, tolerance);
    close(fit.halfLife.value, expected.half_life, tolerance);
    for (const [i, year] of DECADES.entries())
      close(sigma(column(input, `pcgdp${year}`)).value, expected.sigma_log_sd[i], tolerance);
    // Kendall's τ of two columns is that of the second in the order of the first.
    const [first, last] = [column(input, 'pcgdp1940'), column(input, 'pcgdp2000')];
    const order = first.map((_, i) => i).sort((a, b) => first[a] - first[b]);
    close(mannKendall(order.map((i) => last[i])).tau, expected.kendall_tau_1940_2000, tolerance);
  });
});

interface TrendInput {
  readonly n: number[];
  readonly year: number[];
}

describe.skipIf(absent)(
  title('reference case growth-trend, its Mann-Kendall test and Theil-Sen slope'),
  () => {
    it('has this S, z and slope', () => {
      const { input, tolerance, ...read } = load('growth-trend');
      const expected = read.expected as Record<string, number>;
      const { year, n } = input as TrendInput;
      const test = mannKendall(n);
      expect(test.s).toBe(expected.mann_kendall_S);
      close(test.z, expected.mann_kendall_z, tolerance);
      close(theilSenSlope(year, n).value, expected.theil_sen_slope, tolerance);
    });
  },
);
