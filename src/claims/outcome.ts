import { distinct, type Message } from '../base/index.ts';
import { AHEAD } from '../measures/ranks/ahead.ts';
import { least as leastOf } from '../measures/extremes.ts';
import { known, within } from './bound.ts';
import type { Comparison, Verdict } from './claim.ts';
import type { Printed } from './printed.ts';
import { chance } from './spread.ts';
import { rangeOf, widthOf } from './tolerance.ts';
import type { Value } from './value.ts';
import { messages } from './value-messages.ts';

/** Whether a statement is true of a figure. */
export interface Outcome {
  /** Null where it cannot be said: `why` says what stands in the way. */
  readonly truth: boolean | null;
  /** True only because a tolerance makes it so. */
  readonly approximate: boolean;
  /** That it is true, where the figure has an interval or is a probability. */
  readonly probability: number | null;
  readonly why: readonly Message[];
}

export function certain(truth: boolean, approximate = false): Outcome {
  return { truth, approximate, probability: null, why: [] };
}

export function unknown(why: readonly Message[]): Outcome {
  return { truth: null, approximate: false, probability: null, why };
}

/** True from the probability that makes one place *ahead* of another, false from 1 less that. */
export function probable(probability: number, approximate: boolean): Outcome {
  const truth = probability >= AHEAD ? true : probability <= 1 - AHEAD ? false : null;
  const why = truth === null ? [messages.leftOpen({ probability })] : [];
  return { truth, approximate, probability, why };
}

/** Rounding of the last bits, which must not decide between equal and unequal. */
const SLACK = 1e-9;

/** Whether the figure, a number in the claim's unit, compares so with the value as printed. */
export function compare(
  figure: Value & { readonly value: number },
  comparison: Comparison,
  printed: Printed,
  tolerance: string | null,
): Outcome {
  const width = widthOf(tolerance, comparison, printed);
  const range = rangeOf(comparison, printed.value, width);
  const near = (end: number): boolean =>
    Number.isFinite(end) &&
    Math.abs(figure.value - end) <= SLACK * Math.max(Math.abs(end), Math.abs(figure.value));
  const at = [printed.value, range.from, range.to].find(near) ?? figure.value;
  const equality = comparison === '=' || comparison === '≈';
  const approximate = equality && at !== printed.value;
  if (figure.spread !== null && figure.hedge === null)
    return probable(chance(figure.value, figure.spread, range), approximate);
  // “About 590” is about 600 where 590 is: neither is said more exactly.
  const hedge = figure.hedge === 'about' && comparison === '≈' ? null : figure.hedge;
  const truth = within(known(at, hedge), range);
  if (truth !== null) return certain(truth, truth && (approximate || figure.hedge === 'about'));
  return unknown([messages.onlyHedged({ hedge: figure.hedge!, value: figure.value, unit: figure.unit })]);
}

export function not({ truth, probability, why }: Outcome): Outcome {
  return {
    truth: truth === null ? null : !truth,
    approximate: false,
    probability: probability === null ? null : 1 - probability,
    why,
  };
}

/**
 * Whether all are true: false where one is, unknown where one is. Probabilities join by Bonferroni's and Fréchet's
 * bounds, since years share works: at least 1 − Σ(1 − p), at most the least p.
 */
export function all(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.some(({ truth }) => truth === false)) {
    const lowest = leastOf(
      outcomes.map(({ truth, probability }) => probability ?? (truth === false ? 0 : 1)),
    );
    return { truth: false, approximate: false, probability: hasAny(outcomes) ? lowest : null, why: [] };
  }
  const why = distinct(outcomes.flatMap((outcome) => outcome.why));
  const approximate = outcomes.some((outcome) => outcome.approximate);
  if (outcomes.some(({ truth, probability }) => truth === null && probability === null)) return unknown(why);
  if (!hasAny(outcomes)) return certain(true, approximate);
  const each = outcomes.map(({ probability }) => probability ?? 1);
  const least = Math.max(
    0,
    each.reduce((so, probability) => so - (1 - probability), 1),
  );
  const most = leastOf(each);
  if (least >= AHEAD) return { truth: true, approximate, probability: least, why: [] };
  return {
    truth: null,
    approximate,
    // Two bounds are no probability: printed as one, the lower would read as certainty that the claim is false.
    probability: most - least < SLACK ? least : null,
    why: [...why, messages.leftOpen({ probability: [least, most] })],
  };
}

function hasAny(outcomes: readonly Outcome[]): boolean {
  return outcomes.some(({ probability }) => probability !== null);
}

export function verdictOf({ truth, approximate }: Outcome): Verdict {
  if (truth === null) return 'cannot be checked';
  if (!truth) return 'contradicted';
  return approximate ? 'holds approximately' : 'holds';
}
