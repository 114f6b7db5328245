import { eventStudy, type EventStudy, type FlowModel } from '../../src/effects/index.ts';
import type { Adapter } from '../adapter.ts';
import { closeBy, printed, tight } from '../flow-cases.ts';
import { close, eachKey, numbers, type Columns } from '../reference.ts';

type ByName = Readonly<Record<string, number>>;

/** Event study by least squares with effects of units and periods, errors clustered by unit, as R's fixest has it. */
export const adapter: Adapter = {
  cases: /^did-/,
  check(reference) {
    const table = reference.inputs[0] as Columns;
    const due = reference.expected as Readonly<Record<string, unknown>> & { readonly coef: ByName };
    const period = numbers(table, 'period');
    const told = Object.keys(due.coef);
    const controls = told.filter((name) => Object.hasOwn(table, name));
    // The reference is the period without a coefficient; the policy begins with the first after it.
    const [omitted] = [...new Set(period)].filter((at) => !told.includes(`p${at}`));
    const policy = { time: period, treated: numbers(table, 'treat'), from: omitted + 1 };
    const unit = { name: 'id', of: table.id };
    const model: FlowModel = {
      y: numbers(table, 'y'),
      regressors: Object.fromEntries(controls.map((name) => [name, numbers(table, name)])),
      effects: [unit, { name: 'period', of: period }],
    };
    const run = (factor: 'fixest' | 'none'): EventStudy =>
      eventStudy(model, policy, {
        estimator: 'least-squares',
        errors: { kind: 'cluster', by: [unit] },
        factor,
      });
    const of = ({ estimate, points }: EventStudy, what: 'estimate' | 'standardError'): ByName =>
      Object.fromEntries([
        ...estimate.coefficients
          .filter(({ name }) => controls.includes(name))
          .map((one) => [one.name, one[what]!] as const),
        ...points
          .filter(({ coefficient }) => coefficient !== null)
          .map(({ years: [at], coefficient }) => [`p${at}`, coefficient![what]!] as const),
      ]);
    const fixest = run('fixest');
    const { clusters, size } = fixest.estimate.errors;
    const [{ count: g }] = clusters;
    const n = fixest.estimate.sample.used;
    const tolerance = tight(reference);
    const errors = (study: EventStudy) => (value: ByName, key: string) =>
      closeBy(of(study, 'standardError'), value, tolerance.se_rel, key);
    eachKey(due, {
      coef: (value: ByName) => close(of(fixest, 'estimate'), value, tolerance.coef_abs, 'coef'),
      se_fixest: errors(fixest),
      se_unadj: errors(run('none')),
      G: (value: number) => close(g, value, 0, 'G'),
      N: (value: number) => close(n, value, 0, 'N'),
      // The factor is G/(G − 1) · (n − 1)/(n − K).
      K_fixest: (value: number) => close(n - ((n - 1) * g) / (g - 1) / size, value, 1e-9, 'K_fixest'),
      published_fixest: (value: Readonly<Record<string, readonly [number, number]>>) => {
        for (const [name, [coefficient, error]] of Object.entries(value)) {
          close(of(fixest, 'estimate')[name], coefficient, printed(coefficient), `published ${name}`);
          close(of(fixest, 'standardError')[name], error, printed(error), `published error of ${name}`);
        }
      },
    });
  },
};
