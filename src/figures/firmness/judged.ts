import type { SensitivityRow, Verdict } from '../../analyses/sensitivity-question.ts';

/**
 * What choices make of an answer. It is *firm* where none turns it, *fragile* where one does. A direction that no choice
 * turns is *open* all the same where an interval reaches the other side, or where the question has none. A *level* moves
 * with what is counted; *single* was asked in one way, or answered in none.
 */
export type Judged = 'firm' | 'fragile' | 'open' | 'level' | 'single';

export function judge({ kind, verdict }: Verdict, rows: readonly SensitivityRow[]): Judged {
  if (kind === 'level') return 'level';
  if (verdict === 'no verdict') return 'single';
  if (verdict === 'fragile') return 'fragile';
  return kind === 'direction' && (reaching(rows) > 0 || rows[0].interval === null) ? 'open' : 'firm';
}

/** How many intervals reach the other side. */
export const reaching = (rows: readonly SensitivityRow[]): number =>
  rows.filter(
    ({ interval, neutral }) =>
      interval !== null && neutral !== null && interval[0] <= neutral && interval[1] >= neutral,
  ).length;
