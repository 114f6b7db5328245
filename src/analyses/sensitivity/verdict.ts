import { greatest, least } from '../../measures/extremes.ts';
import { againstBase } from './against.ts';
import { movesOf } from './moves.ts';
import type { SensitivityRow, Verdict } from './question.ts';
import { say } from './verdict-texts.ts';

/**
 * What the settings of one headline come down to. The first of the rows is the base.
 *
 * - *sensitive*: some setting speaks against the base (`againstBase`): a rank outside the base's interval, a direction on the
 *   other side, another first.
 * - *too close to call*: none does, yet works alone do not settle it: ranks differ inside the base's interval, or the interval
 *   of a direction reaches the other side under some setting.
 * - *robust*: the answer is the same under every setting: the same rank, the same side beyond every interval, the same first.
 * - *no verdict*: a level; fewer than two answers; a setting without an answer; a direction without an interval.
 */
export function verdictOf(rows: readonly SensitivityRow[]): Verdict {
  const [base] = rows;
  const defined = rows.filter(({ value, text }) => value !== null || text !== null);
  const values = defined.flatMap(({ value }) => value ?? []);
  const against = againstBase(rows).length;
  const verdict = judged(rows, defined, against);
  const range = values.length === 0 ? null : ([least(values), greatest(values)] as const);
  const moves = movesOf(rows);
  return {
    headline: base.headline,
    kind: base.kind,
    verdict,
    range,
    against,
    settings: rows.length,
    undefined: rows.length - defined.length,
    moves,
    ...say({ base, defined, verdict, range, against, settings: rows.length, moves }),
  };
}

function judged(
  rows: readonly SensitivityRow[],
  defined: readonly SensitivityRow[],
  against: number,
): Verdict['verdict'] {
  const [base] = rows;
  if (base.kind === 'level' || defined.length < 2) return 'no verdict';
  if (against > 0) return 'sensitive';
  if (defined.length < rows.length || (base.kind === 'direction' && base.interval === null))
    return 'no verdict';
  const moves = base.kind === 'rank' && defined.some(({ value }) => value !== base.value);
  return moves || reaching(defined) > 0 ? 'too close to call' : 'robust';
}

/** How many intervals of a direction reach the other side. */
export const reaching = (rows: readonly SensitivityRow[]): number =>
  rows.filter(
    ({ interval, neutral }) =>
      interval !== null && neutral !== null && interval[0] <= neutral && interval[1] >= neutral,
  ).length;
