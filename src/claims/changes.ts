import type { Hedge } from './bound.ts';
import type { ComputedClaim, Verdict } from './claim.ts';
import { isSameRelease } from './evidence.ts';
import type { Finding } from './finding.ts';
import { judge } from './judge.ts';
import type { Scope } from './scope.ts';
import { type Statement, statementOfOther } from './statement.ts';
import type { Item, Value } from './value.ts';
import { words } from './words.ts';

/** A figure as a table or page shows it. */
export interface CheckedFigure {
  readonly value: number | string | null;
  readonly unit: string | null;
  readonly hedge: Hedge | null;
  readonly vintage: string | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly items: readonly Item[] | null;
}

/** What would change a verdict, and to what. */
export interface Change {
  readonly text: string;
  readonly figure: CheckedFigure | null;
  readonly arithmetic: string;
  readonly verdict: Verdict;
  /** Whether its figure was read in the release that the claim comes from. */
  readonly sameSource: boolean;
}

export function changeOf(
  text: string,
  { figure, arithmetic, verdict }: Finding,
  { source }: Pick<ComputedClaim, 'source'>,
): Change {
  const sameSource = isSameRelease(source, figure?.sources ?? []);
  return { text, figure: figureOf(figure), arithmetic, verdict, sameSource };
}

export function figureOf(figure: Value | null): CheckedFigure | null {
  if (figure === null) return null;
  const { value, unit, hedge, vintages, interval, items } = figure;
  return { value, unit, hedge, vintage: vintages.length > 0 ? vintages.join('; ') : null, interval, items };
}

/**
 * What would change a verdict: what the claim itself lists, and every other vintage of its figures. A vintage that gives
 * the same figure changes nothing and is left out.
 */
export async function changesOf(
  claim: ComputedClaim,
  statement: Statement,
  finding: Finding,
  scope: Scope,
): Promise<Change[]> {
  const { language } = scope.run;
  const changes: Change[] = [];
  for (const other of claim.vary)
    changes.push(
      changeOf(
        other.text[language] ?? other.text.en,
        await judge(statementOfOther(claim, other), scope),
        claim,
      ),
    );
  const severalYears = statement.since !== null || statement.operator === 'trend';
  if (severalYears) return changes;
  const seen = new Set([finding.figure?.value, ...changes.map(({ figure }) => figure?.value)]);
  for (const vintage of finding.figure?.otherVintages ?? []) {
    const other = await judge(statement, { ...scope, vintage });
    const value = other.figure?.value ?? null;
    if (value === null || seen.has(value)) continue;
    seen.add(value);
    changes.push(changeOf(words[language].byVintage(vintage), other, claim));
  }
  return changes;
}
