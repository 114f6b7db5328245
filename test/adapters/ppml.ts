import { ppml, type Estimate, type FlowModel } from '../../src/effects/index.ts';
import type { Adapter } from '../adapter.ts';
import {
  closeBy,
  errorsOf,
  flowTable,
  type FlowTable,
  labelsOf,
  regressorsOf,
  shaped,
  tight,
} from '../flow-cases.ts';
import { close, eachKey, numbers } from '../reference.ts';

/** Poisson pseudo maximum likelihood on flows with the fixed effects that the case names, as R's glm has it. */
export const adapter: Adapter = {
  cases: /^ppml-(?!trade|undirected|separation)/,
  check(reference) {
    const { inputs, params, expected } = reference;
    const flows = flowTable(inputs[0]);
    const due = expected as Readonly<Record<string, unknown>>;
    const names = regressorNames(flows, due.beta);
    const model: FlowModel = {
      y: numbers(flows.table, flows.outcome),
      regressors: regressorsOf(flows, names),
      effects: (params.fe as string[]).map((name) => ({ name, of: labelsOf(flows, name) })),
    };
    const cluster = params.cluster as string;
    const estimate = ppml(model, {
      errors: { kind: 'cluster', by: [{ name: cluster, of: labelsOf(flows, cluster) }] },
    });
    const tolerance = tight(reference);
    const part = (actual: unknown) => (value: number, key: string) =>
      closeBy(actual, value, tolerance.deviance_rel, key);
    const exactly = (actual: unknown) => (value: number, key: string) => close(actual, value, 0, key);
    eachKey(due, {
      beta: (value: unknown) => close(shaped(known(estimate, 'estimate'), value), value, tolerance.coef_abs),
      deviance: part(estimate.deviance),
      loglik: part(estimate.logLikelihood),
      n_used: exactly(estimate.sample.used),
      n_clusters: exactly(estimate.errors.clusters[0].count),
      ...Object.fromEntries(
        Object.keys(due)
          .map((key) => [key, errorsOf(flows, key)] as const)
          .filter(([, options]) => options !== null)
          .map(([key, options]) => [
            key,
            (value: unknown): void =>
              closeBy(
                shaped(known(ppml(model, options!), 'standardError'), value),
                value,
                tolerance.se_rel,
                key,
              ),
          ]),
      ),
    });
  },
};

/** Those that `beta` names; where it is one number alone, that of `treat`, or of the only column there is. */
function regressorNames({ others }: FlowTable, beta: unknown): readonly string[] {
  if (typeof beta === 'object' && beta !== null && !Array.isArray(beta)) return Object.keys(beta);
  if (others.includes('treat')) return ['treat'];
  if (others.length === 1 || Array.isArray(beta)) return others;
  throw new Error(`whose coefficient is beta, among ${others.join(', ')}?`);
}

function known(estimate: Estimate, what: 'estimate' | 'standardError'): Record<string, number | null> {
  return Object.fromEntries(estimate.coefficients.map((one) => [one.name, one[what]]));
}
