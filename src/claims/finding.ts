import { distinct, type Message } from '../base/index.ts';
import type { Verdict } from './claim.ts';
import { type Outcome, verdictOf } from './outcome.ts';
import { tell } from './trace.ts';
import { united, type Value } from './value.ts';

/** What came out when a statement was held against the world. */
export interface Finding {
  readonly verdict: Verdict;
  /** In the claim's unit; null where there is none. Of a statement about several years, that of the last. */
  readonly figure: Value | null;
  readonly arithmetic: string;
  /** What stands in the way of a verdict. */
  readonly missing: readonly Message[];
  readonly probability: number | null;
  readonly warnings: readonly Message[];
}

/** A figure in the claim's unit, and whether the statement is true of it. */
export interface Held {
  readonly figure: Value;
  readonly outcome: Outcome;
}

export function found(
  outcome: Outcome,
  figure: Value | null,
  arithmetic: string,
  notes: readonly Message[] = [],
): Finding {
  return {
    verdict: verdictOf(outcome),
    figure,
    arithmetic,
    missing: outcome.truth === null ? outcome.why : [],
    probability: outcome.probability,
    warnings: distinct([...(figure?.warnings ?? []), ...notes]),
  };
}

/** One figure, its arithmetic in one line with its vintage. */
export function lineOf(figure: Value): string {
  if (figure.value === null) return '';
  const line = tell(figure.trace, figure.unit);
  const vintages = figure.vintages.join('; ');
  return vintages === '' ? line : `${line} (${vintages})`;
}

/** A finding over several years has the provenance of all of them. */
export function withAll(figure: Value, years: readonly Value[]): Value {
  return { ...figure, ...united(years) };
}
