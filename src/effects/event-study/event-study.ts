import { EstimationError, messages } from '../estimation-error.ts';
import { type Coefficient, coefficientOf, type Estimate } from '../ppml/estimate.ts';
import { estimatorOf } from '../ppml/estimator.ts';
import type { FlowModel } from '../ppml/model.ts';
import { checkPolicy, type Policy } from './policy.ts';
import type { EstimateOptions } from '../ppml/result.ts';
import { wald, type WaldTest } from '../ppml/wald.ts';

export interface EventStudyOptions extends EstimateOptions {
  /** Years before the policy, of the year that others are measured from: 1 where left out, the last before it. */
  readonly reference?: number;
  /** Years before the policy that are told apart; all earlier ones are one bin with the last. All where left out. */
  readonly leads?: number;
  /** Years after the first of the policy that are told apart; all later ones are one bin with the last. */
  readonly lags?: number;
  /** `ppml` where left out. */
  readonly estimator?: Estimate['estimator'];
}

/** What is found some years before or after the beginning of a policy. */
export interface EventPoint {
  /** Years since the policy began: 0 is its first, −1 the last before. */
  readonly since: number;
  readonly years: readonly [from: number, to: number];
  /** Whether more years than one are taken together here. */
  readonly binned: boolean;
  /** null at the reference, which is 0 by choice. */
  readonly coefficient: Coefficient | null;
}

export interface EventStudy {
  readonly estimate: Estimate;
  /** In order of time, the reference among them. */
  readonly points: readonly EventPoint[];
  /** Joint test that nothing was afoot before; null where the reference is the only year told apart before the policy. */
  readonly pretrend: WaldTest | null;
}

/**
 * Event study: treated × year for every year but the reference, so that each coefficient is how much more the treated
 * had changed since the reference than the others. Before the policy these should be 0, and `pretrend` asks so jointly;
 * that it passes proves nothing (Roth 2022, AER: Insights): it may have had no power. Ends that hold several years are
 * binned, and say so.
 *
 * @throws RangeError as `checkPolicy`; for a reference that is no year of the rows before the policy, leads below the
 * reference, lags below 0; where a regressor has a name of these years
 */
export function eventStudy(model: FlowModel, policy: Policy, options: EventStudyOptions = {}): EventStudy {
  checkPolicy(model, policy);
  const { from, time, treated } = policy;
  const { reference = 1 } = options;
  const years = [...new Set(Array.from(time))].sort((a, b) => a - b);
  if (!(reference >= 1) || !years.includes(from - reference))
    throw new EstimationError(messages.noReference({ from, reference }));
  const leads = options.leads ?? from - years[0];
  const lags = options.lags ?? years[years.length - 1] - from;
  if (!Number.isSafeInteger(leads) || leads < 1 || leads < reference)
    throw new RangeError(`leads must be a whole number, ${Math.max(reference, 1)} or more, got ${leads}`);
  if (!Number.isSafeInteger(lags) || lags < 0)
    throw new RangeError(`lags must be a whole number, 0 or more, got ${lags}`);
  const binOf = (year: number): number => Math.min(Math.max(year - from, -leads), lags);
  const bins = [...new Set(years.map(binOf))].map((since) => {
    const own = years.filter((year) => binOf(year) === since);
    return { since, years: [own[0], own[own.length - 1]] as const, binned: own.length > 1 };
  });
  const columns: Record<string, Float64Array> = {};
  for (const { since } of bins) {
    if (since === -reference) continue;
    const name = nameOf(since);
    if (name in model.regressors) throw new RangeError(`a regressor has the name of an event year, ${name}`);
    const column = (columns[name] = new Float64Array(time.length));
    for (let i = 0; i < column.length; i++) column[i] = treated[i] === 1 && binOf(time[i]) === since ? 1 : 0;
  }
  const whole = { ...model, regressors: { ...columns, ...model.regressors } };
  const estimate = estimatorOf(options.estimator)(whole, options);
  const before = bins.filter(({ since }) => since < 0 && since !== -reference);
  return Object.freeze({
    estimate,
    points: bins.map((bin) =>
      Object.freeze({
        ...bin,
        coefficient: bin.since === -reference ? null : coefficientOf(estimate, nameOf(bin.since)),
      }),
    ),
    pretrend: wald(
      estimate,
      before.map(({ since }) => nameOf(since)),
    ),
  });
}

/** `year −2`, `year +0`: since the policy. */
function nameOf(since: number): string {
  return since < 0 ? `year −${-since}` : `year +${since}`;
}
