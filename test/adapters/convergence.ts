import { expect } from 'vitest';
import { betaConvergence, mannKendall, sigma, spearman } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey, type Columns } from '../reference.ts';
import { yearsOf } from './theil.ts';

/** β with its errors, speed and half-life, σ by year, and how places changed ranks. */
export const adapter: Adapter = {
  cases: /^convergence-/,
  check({ inputs, expected, tolerance }) {
    const years = yearsOf(inputs[0] as Columns);
    const [first, last] = [years[0], years[years.length - 1]];
    const T = Number(last.year) - Number(first.year);
    const fit = betaConvergence(first.amounts, last.amounts, T);
    if (fit.beta === null) throw new Error(fit.reason);
    const is =
      (actual: unknown) =>
      (due: unknown, key: string): void =>
        close(actual, due, tolerance.abs, key);
    // Kendall's τ of two columns is that of the second in the order of the first.
    const order = first.amounts.map((_, i) => i).sort((a, b) => first.amounts[a] - first.amounts[b]);
    const ends = `${first.year}_${last.year}`;
    eachKey(expected, {
      T: is(T),
      annualised: (due) =>
        eachKey(due, {
          alpha: is(fit.alpha),
          beta: is(fit.beta),
          se_beta: is(fit.standardError),
          se_beta_HC1: is(fit.robustError),
          t: is(fit.t),
          p: (p: number) => close(fit.p, p, 1e-15),
          r2: is(fit.r2),
        }),
      /** Growth over all years instead of per year: everything times T. */
      total: (due) =>
        eachKey(due, {
          alpha: is(fit.alpha * T),
          beta: is(fit.beta * T),
          se_beta: is(fit.standardError * T),
        }),
      speed_lambda: is(fit.speed.value),
      half_life: is(fit.halfLife.value),
      wrong_speed_if_ln1plusbeta_annualised: (wrong: number) => {
        close(-Math.log1p(fit.beta) / T, wrong, tolerance.abs);
        expect(fit.speed.value! / wrong).toBeGreaterThan(50);
      },
      sigma_log_sd: is(years.map(({ amounts }) => sigma(amounts).value)),
      [`kendall_tau_${ends}`]: is(mannKendall(order.map((i) => last.amounts[i])).tau),
      [`spearman_${ends}`]: is(spearman(first.amounts, last.amounts).value),
    });
  },
};
