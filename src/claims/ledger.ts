import type { Check, RecordedVerdict, Verdict } from './claim.ts';
import type { Checked } from './check.ts';
import { VERDICTS } from './claim.ts';

/** How many claims came out how; what a machine checked, what a reader judged and what nobody checked never add up. */
export interface Ledger {
  readonly computed: Totals;
  readonly judged: Totals;
  readonly none: number;
}

export interface Totals {
  readonly all: number;
  readonly by: Readonly<Record<Verdict, number>>;
}

export function ledger(checked: readonly Checked[]): Ledger {
  const totals = (check: Check): Totals => {
    const of = checked.filter((one) => one.check === check);
    const count = (verdict: Verdict): number => of.filter((one) => one.verdict === verdict).length;
    return {
      all: of.length,
      by: Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>,
    };
  };
  return { computed: totals('computed'), judged: totals('judged'), none: totals('none').all };
}

/** A claim whose computed verdict is another than the one on record. */
export interface Difference {
  readonly id: string;
  readonly recorded: RecordedVerdict;
  readonly verdict: Verdict;
  /** Why the record says what it says. */
  readonly note: string | null;
  /** What the machine found. */
  readonly found: string;
}

const RECORD_OF: Readonly<Record<Verdict, RecordedVerdict>> = {
  holds: 'confirmed',
  'holds approximately': 'confirmed',
  imprecise: 'imprecise',
  contradicted: 'contradicted',
  'cannot be checked': 'unverifiable',
};

/** Computed verdicts that are not the recorded ones. */
export function differences(checked: readonly Checked[]): Difference[] {
  return checked.flatMap(({ id, check, verdict, recorded, arithmetic, missing, instead }) => {
    if (check !== 'computed' || verdict === null || recorded === null) return [];
    if (RECORD_OF[verdict] === recorded.verdict) return [];
    const found = [arithmetic, ...missing, instead?.text ?? ''].filter((part) => part !== '').join('; ');
    return [{ id, recorded: recorded.verdict, verdict, note: recorded.note, found }];
  });
}
