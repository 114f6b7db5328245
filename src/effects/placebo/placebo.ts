import { EstimationError, messages } from '../estimation-error.ts';
import { checkKind as checkArgument } from '../../measures/arguments.ts';
import { coefficientOf, type Estimate, type Text } from '../ppml/estimate.ts';
import { POLICY } from '../event-study/policy-effect.ts';

/** Which of the two sides counts as extreme. */
export type Tails = 'two-sided' | 'greater';

/** What a placebo finds: where the estimate stands among estimates of what was no policy. */
export interface Placebo {
  readonly kind: 'regions' | 'years' | 'fields';
  /** The estimate that is judged. */
  readonly observed: number;
  /** The estimates of the placebos, in the order they were drawn. */
  readonly distribution: Float64Array;
  /** What each placebo was: its cities, its year, its field. */
  readonly drawn: readonly string[];
  readonly tails: Tails;
  /** (1 + those as extreme as the observed) / (1 + all of them); null where there are none. */
  readonly p: number | null;
  /** null where nothing was drawn at random. */
  readonly seed: number | null;
  /** How the placebos were estimated. */
  readonly by: 'one-step' | 'refit';
  /** One-step estimates against full refits of the same placebos; null where it was not asked for. */
  readonly compared: {
    readonly refits: number;
    /** The greatest difference of an estimate. */
    readonly worst: number;
    /** p by refits, where all were refitted. */
    readonly p: number | null;
  } | null;
  readonly warnings: readonly Text[];
}

/**
 * (1 + #{as extreme as the observed}) / (1 + R): the observed is one of those that could have been (Phipson & Smyth
 * 2010), so that p is never 0. null without placebos.
 */
export function placeboP(observed: number, distribution: ArrayLike<number>, tails: Tails): number | null {
  checkArgument('distribution', distribution, 'list');
  if (distribution.length === 0) return null;
  const extreme = (value: number): boolean =>
    tails === 'greater' ? value >= observed : Math.abs(value) >= Math.abs(observed);
  let beyond = 0;
  for (let k = 0; k < distribution.length; k++) if (extreme(distribution[k])) beyond += 1;
  return (1 + beyond) / (1 + distribution.length);
}

/** Warnings on how many placebos there are: with R of them p cannot be below 1/(1 + R). */
export function fewPlacebos(found: number, asked: number): readonly Text[] {
  return [
    ...(found < asked
      ? [
          {
            en: `only ${found} of ${asked} placebos could be found that match`,
            zh: `符合匹配条件的安慰剂仅有${found}个（要求${asked}个）`,
          },
        ]
      : []),
    ...(found < 19
      ? [
          {
            en: `with ${found} placebos p cannot be below ${(1 / (1 + found)).toFixed(3)}`,
            zh: `仅有${found}个安慰剂时，p值不可能低于${(1 / (1 + found)).toFixed(3)}`,
          },
        ]
      : []),
  ];
}

/** The effect that placebos are held against. @throws RangeError where none could be told, or the fit did not converge */
export function observedEffect(estimate: Estimate): number {
  const { estimate: value, reason } = coefficientOf(estimate, POLICY);
  if (value === null) throw new EstimationError(messages.noEstimate({ reason: reason! }));
  if (!estimate.convergence.converged) throw new EstimationError(messages.notConverged());
  return value;
}

/** A placebo whose cases were each estimated to the end; those without an estimate are left out. */
export function refitPlacebo(
  kind: Placebo['kind'],
  observed: number,
  cases: readonly { readonly drawn: string; readonly estimate: Estimate }[],
  tails: Tails,
): Placebo {
  const found = cases.flatMap(({ drawn, estimate }) => {
    const { estimate: value } = coefficientOf(estimate, POLICY);
    return value === null || !estimate.convergence.converged ? [] : [{ drawn, value }];
  });
  const distribution = Float64Array.from(found, ({ value }) => value);
  return Object.freeze({
    kind,
    observed,
    distribution,
    drawn: found.map(({ drawn }) => drawn),
    tails,
    p: placeboP(observed, distribution, tails),
    seed: null,
    by: 'refit' as const,
    compared: null,
    warnings: fewPlacebos(found.length, cases.length),
  });
}
