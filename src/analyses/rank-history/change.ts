import type { Reason } from '../../base/index.ts';
import { apart } from '../population/year-windows.ts';
import type { RankChange, RankHistoryRow } from './question.ts';

interface Chances {
  readonly better: number;
  readonly same: number;
  readonly worse: number;
}

/**
 * P(last < first), P(last = first) and P(last > first) for ranks drawn in two sets of works that have none in common, and
 * so are independent: over every pair of a draw of the one with a draw of the other.
 */
export function chances(first: ArrayLike<number>, last: ArrayLike<number>): Chances {
  const before = Float64Array.from(first).sort();
  let [better, same] = [0, 0];
  for (let k = 0; k < last.length; k++) {
    const [from, to] = [countBelow(before, last[k]), countBelow(before, last[k] + 1)];
    better += before.length - to;
    same += to - from;
  }
  const pairs = first.length * last.length;
  return { better: better / pairs, same: same / pairs, worse: (pairs - better - same) / pairs };
}

/** Ascending values below a whole number. */
function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How sure it is that a place moved from its first row to its last; `ranks` are those behind both intervals. */
export function changeOf(
  rows: readonly RankHistoryRow[],
  ranks: readonly [Int32Array | undefined, Int32Array | undefined],
): RankChange {
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const base = { place: first.place, first, last };
  const none = (reason: Reason): RankChange => ({ ...base, better: null, same: null, worse: null, reason });
  if (rows.length < 2) return none('one window of years');
  if (!apart(first.years, last.years)) return none('the first and the last window have years in common');
  for (const end of [first, last]) if (end.rankInterval === null) return none(end.reason ?? 'no interval');
  const [before, after] = ranks;
  if (before === undefined || after === undefined) return none('no interval');
  return { ...base, ...chances(before, after), reason: null };
}
