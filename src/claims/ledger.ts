import type { Check, RecordedVerdict, Verdict } from './claim.ts';
import type { Message } from '../base/index.ts';
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

export function ledger(checked: readonly Checked<unknown>[]): Ledger {
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
export interface Difference<Text = Message> {
  readonly id: string;
  readonly recorded: RecordedVerdict;
  readonly verdict: Verdict;
  /** Why the record says what it says. */
  readonly note: string | null;
  /** What the machine found, and what stood in the way of a verdict. */
  readonly arithmetic: string;
  readonly missing: readonly Text[];
  /** The different thing that is true; null where there is none. */
  readonly instead: string | null;
}

const RECORD_OF: Readonly<Record<Verdict, RecordedVerdict>> = {
  holds: 'confirmed',
  'holds approximately': 'confirmed',
  imprecise: 'imprecise',
  contradicted: 'contradicted',
  'cannot be checked': 'unverifiable',
};

/** Computed verdicts that are not the recorded ones. */
export function differences<Text = Message>(checked: readonly Checked<Text>[]): Difference<Text>[] {
  return checked.flatMap(({ id, check, verdict, recorded, arithmetic, missing, instead }) => {
    if (check !== 'computed' || verdict === null || recorded === null) return [];
    if (RECORD_OF[verdict] === recorded.verdict) return [];
    const { verdict: onRecord, note } = recorded;
    return [{ id, recorded: onRecord, verdict, note, arithmetic, missing, instead: instead?.text ?? null }];
  });
}
