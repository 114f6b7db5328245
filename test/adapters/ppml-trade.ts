import { ppml, type FlowModel } from '../../src/effects/index.ts';
import type { Adapter } from '../adapter.ts';
import { closeBy, errorsOf, flowTable, labelsOf, printed, regressorsOf, tight } from '../flow-cases.ts';
import { close, eachKey, numbers } from '../reference.ts';

interface Published {
  readonly coef: number;
  readonly se: number;
  readonly clusters: number;
  readonly source: string;
}

/** Three-way gravity on trade: either end in each year, and the pair. Every other column of numbers is a regressor. */
export const adapter: Adapter = {
  cases: /^ppml-trade/,
  check(reference) {
    const flows = flowTable(reference.inputs[0]);
    const [from, to] = flows.ends;
    const pair = { name: 'pair', of: labelsOf(flows, `${from}#${to}`) };
    const model: FlowModel = {
      y: numbers(flows.table, flows.outcome),
      regressors: regressorsOf(flows, flows.others),
      effects: [
        ...flows.ends.map((end) => ({ name: end, of: labelsOf(flows, `${end}#${flows.time}`) })),
        pair,
      ],
    };
    const byPair = ppml(model, { errors: { kind: 'cluster', by: [pair] } });
    const [count] = byPair.errors.clusters;
    const tolerance = tight(reference);
    const due = reference.expected as Readonly<Record<string, unknown>>;
    eachKey(due, {
      coef: (value: number[]) =>
        close(
          byPair.coefficients.map(({ estimate }) => estimate),
          value,
          tolerance.coef_abs,
          'coef',
        ),
      deviance: (value: number) => closeBy(byPair.deviance, value, tolerance.se_rel, 'deviance'),
      n_used: (value: number) => close(byPair.sample.used, value, 0, 'n_used'),
      n_clusters: (value: number) => close(count.count, value, 0, 'n_clusters'),
      published: (value: Published) =>
        eachKey(value, {
          coef: (coef: number) => close(byPair.coefficients[0].estimate, coef, printed(coef), 'published'),
          se: (se: number) => close(byPair.coefficients[0].standardError, se, printed(se), 'published se'),
          clusters: (clusters: number) => close(count.count, clusters, 0, 'published clusters'),
          source: () => undefined,
        }),
      ...Object.fromEntries(
        Object.keys(due)
          .map((key) => [key, errorsOf(flows, key)] as const)
          .filter(([, options]) => options !== null)
          .map(([key, options]) => [
            key,
            (value: number[]): void =>
              closeBy(
                ppml(model, options!).coefficients.map(({ standardError }) => standardError),
                value,
                tolerance.se_rel,
                key,
              ),
          ]),
      ),
    });
  },
};
