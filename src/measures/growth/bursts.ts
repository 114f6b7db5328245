import { checkKind } from '../arguments.ts';
import { least } from '../extremes.ts';

/** A stretch of events that come faster, or of periods with a greater share, than the level below. */
export interface EventBurst {
  /** 1 for all of it (the base rate), 2 and more for bursts, each inside one of the level below. */
  readonly level: number;
  /** The times of its first and last event. */
  readonly start: number;
  readonly end: number;
}

/**
 * Bursts in the times of events (Kleinberg's infinite automaton): what is talked about faster than usual, on several
 * levels? Gaps between events come from states 0, 1, 2, … with rates
 *
 *     α_j = s^j · n/T,   n gaps over the time T
 *
 * and going up from state i to j costs (j − i)·γ·ln n, going down nothing; the cheapest sequence of states (Viterbi, the
 * lower of two alike) gives the bursts. s is how much faster the next level is, γ how unwilling the automaton is to go up.
 * Levels begin at 1 for the base rate, which R's `bursts` has too; results are ordered by start, then level. Not changed by
 * the unit or the origin of time. Use `batchedBursts` for counts by year: there the growth of the whole is accounted for.
 *
 * Source: Kleinberg 2003, Data Mining and Knowledge Discovery 7:373, held to the R package bursts.
 *
 * @param times of events, in any order, all different; none or one makes no burst
 * @throws RangeError for times that are not finite or alike, s not above 1, or γ negative
 */
export function eventBursts(
  times: ArrayLike<number>,
  options: { readonly s?: number; readonly gamma?: number } = {},
): readonly EventBurst[] {
  checkKind('times', times, 'list');
  checkKind('options', options, 'record');
  const { s = 2, gamma = 1 } = options;
  checkAutomaton(s, gamma);
  const sorted = Float64Array.from(times).sort();
  const gaps = sorted.slice(1).map((time, i) => time - sorted[i]);
  for (const time of sorted)
    if (!Number.isFinite(time)) throw new RangeError(`times must be finite, got ${time}`);
  const alike = gaps.indexOf(0);
  if (alike >= 0) throw new RangeError(`times must all be different, got ${sorted[alike]} twice`);
  if (gaps.length === 0) return Object.freeze([]);
  const states = cheapestStates(gaps, s, gamma);
  // Level l is open while the state is l − 1 or more.
  const bursts: EventBurst[] = [];
  const open: number[] = [];
  for (let gap = 0; gap <= states.length; gap++) {
    const depth = gap < states.length ? states[gap] + 1 : 0;
    while (open.length > depth) {
      const level = open.length;
      bursts.push(Object.freeze({ level, start: open.pop()!, end: sorted[gap] }));
    }
    while (open.length < depth) open.push(sorted[gap]);
  }
  return Object.freeze(bursts.sort((a, b) => a.start - b.start || a.level - b.level));
}

/** The state of each gap, by the Viterbi algorithm over as many states as the least gap can use. */
function cheapestStates(gaps: Float64Array, s: number, gamma: number): Int32Array {
  const n = gaps.length;
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  const states = Math.max(1, Math.ceil(1 + Math.log(total / least(gaps)) / Math.log(s)));
  const up = gamma * Math.log(n);
  const from = new Int32Array(n * states);
  let cost = new Float64Array(states).fill(Infinity);
  cost[0] = 0;
  for (let t = 0; t < n; t++) {
    const next = new Float64Array(states);
    // Cheapest way into j: from the best of those above (free), or up one by one from below.
    const above = new Int32Array(states);
    above[states - 1] = states - 1;
    for (let j = states - 2; j >= 0; j--) above[j] = cost[j] <= cost[above[j + 1]] ? j : above[j + 1];
    let below = 0;
    for (let j = 0; j < states; j++) {
      if (j > 0 && cost[j - 1] - (j - 1) * up < cost[below] - below * up) below = j - 1;
      const climb = below < j ? cost[below] + (j - below) * up : Infinity;
      const source = climb <= cost[above[j]] ? below : above[j];
      from[t * states + j] = source;
      const rate = (s ** j * n) / total;
      next[j] = cost[source] + Math.max(0, j - source) * up - Math.log(rate) + rate * gaps[t];
    }
    cost = next;
  }
  let state = cost.indexOf(least(cost));
  const path = new Int32Array(n);
  for (let t = n - 1; t >= 0; t--) {
    path[t] = state;
    state = from[t * states + state];
  }
  return path;
}

/** @throws RangeError for s not above 1, or γ negative */
export function checkAutomaton(s: number, gamma: number): void {
  if (!(s > 1) || !Number.isFinite(s)) throw new RangeError(`s must be a finite number above 1, got ${s}`);
  if (!(gamma >= 0) || !Number.isFinite(gamma))
    throw new RangeError(`gamma must be a finite number from 0, got ${gamma}`);
}
