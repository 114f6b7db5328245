import {
  eventStudy,
  pairClusters,
  policyEffect,
  POLICY,
  coefficientOf,
  undirectedEffects,
  type FlowModel,
} from '../../src/effects/index.ts';
import type { Adapter } from '../adapter.ts';
import { closeBy, errorsOf, flowTable, tight } from '../flow-cases.ts';
import { close, eachKey, numbers } from '../reference.ts';

/** Undirected flows with effects of cities in years at both ends and of pairs: pooled, and year by year. */
export const adapter: Adapter = {
  cases: /^ppml-undirected/,
  check(reference) {
    const flows = flowTable(reference.inputs[0]);
    const due = reference.expected as Readonly<Record<string, unknown>>;
    const { table, ends, time } = flows;
    const years = numbers(table, time);
    const undirected = { first: table[ends[0]], second: table[ends[1]], year: years };
    const model: FlowModel = {
      y: numbers(table, flows.outcome),
      regressors: {},
      effects: undirectedEffects(undirected),
    };
    // Event coefficients are those of every year but the reference, the last before the policy.
    const told = Object.keys(due.es as object).map((key) => Number(key.slice(1)));
    const [reference0] = [...new Set(years)].filter((year) => !told.includes(year));
    const policy = { time: years, treated: numbers(table, 'same'), from: reference0 + 1 };
    if (Object.hasOwn(table, 'treat'))
      close(
        policy.treated.map((inside, i) => (inside === 1 && years[i] >= policy.from ? 1 : 0)),
        numbers(table, 'treat'),
        0,
        'treat',
      );
    const errors = { kind: 'cluster', by: pairClusters(undirected) } as const;
    const pooled = policyEffect(model, policy, { errors });
    const study = eventStudy(model, policy, { errors });
    const byYear = (what: 'estimate' | 'standardError'): Record<string, number | null> =>
      Object.fromEntries(
        study.points
          .filter(({ coefficient }) => coefficient !== null)
          .map(({ years: [year], coefficient }) => [`y${year}`, coefficient![what]]),
      );
    const tolerance = tight(reference);
    const by = (part: number, actual: unknown) => (value: unknown, key: string) =>
      closeBy(actual, value, part, key);
    eachKey(due, {
      beta: (value: number) =>
        close(coefficientOf(pooled, POLICY).estimate, value, tolerance.coef_abs, 'beta'),
      deviance: by(tolerance.se_rel, pooled.deviance),
      loglik: by(tolerance.se_rel, pooled.logLikelihood),
      es: (value: unknown) => close(byYear('estimate'), value, tolerance.coef_abs, 'es'),
      es_se: by(tolerance.se_rel, byYear('standardError')),
      pretrend_wald: by(tolerance.se_rel, study.pretrend?.statistic),
      pretrend_df: by(0, study.pretrend?.degrees),
      pretrend_p: by(tolerance.se_rel, study.pretrend?.p),
      ...Object.fromEntries(
        Object.keys(due)
          .map((key) => [key, errorsOf(flows, key)] as const)
          .filter(([, options]) => options !== null)
          .map(([key, options]) => [
            key,
            (value: unknown): void =>
              closeBy(
                coefficientOf(policyEffect(model, policy, options!), POLICY).standardError,
                value,
                tolerance.se_rel,
                key,
              ),
          ]),
      ),
    });
  },
};
