import { checkKind } from '../arguments.ts';
import { checkAutomaton } from './bursts.ts';
import { unknown, type Unknown } from '../quantity.ts';

/** Consecutive periods in which a topic's share is up. */
export interface BatchedBurst {
  /** Numbers of its first and last period. */
  readonly first: number;
  readonly last: number;
  /** Σ over its periods of what the burst state saves, in nats: how strong it is. */
  readonly weight: number;
}

export interface BatchedBursts {
  readonly reason: null;
  /** Share of the topic over all periods, and in a burst, s times that. */
  readonly base: number;
  readonly raised: number;
  /** 0 or 1, one a period. */
  readonly states: Int32Array;
  readonly bursts: readonly BatchedBurst[];
}

/**
 * Bursts in yearly counts (Kleinberg's two-state automaton for batches): in which years does a topic stand out, with the
 * growth of everything accounted for? Of d_t works in period t, r_t are on the topic; they are taken for draws with the
 * probability p0 = Σr/Σd or, in a burst, p1 = s·p0. A period costs
 *
 *     −ln [ C(d, r) p^r (1 − p)^(d − r) ]
 *
 * and going into a burst γ·ln(number of periods); the cheapest sequence that begins outside one (Viterbi; of two alike the
 * one out of a burst) is the answer. Give d_t, not raw counts: the corpus grows. p0 is that of all periods, the burst's own
 * among them, so that a topic that only ever rises has a burst at its end. A burst is not yet an emerging topic: novelty,
 * coherence and impact are other questions, and a new version of the topic model makes false ones.
 *
 * Undefined for no periods, where nothing is on the topic, or everything is.
 *
 * Source: Kleinberg 2003, Data Mining and Knowledge Discovery 7:373.
 *
 * @param on r_t, n numbers, each from 0 to d_t
 * @param all d_t, n numbers from 0
 * @throws RangeError for lists of different lengths, counts out of range, s not above 1 or so great that p1 is not below 1,
 *   or γ negative
 */
export function batchedBursts(
  on: ArrayLike<number>,
  all: ArrayLike<number>,
  options: { readonly s?: number; readonly gamma?: number } = {},
): BatchedBursts | Unknown {
  checkKind('on', on, 'list');
  checkKind('all', all, 'list');
  checkKind('options', options, 'record');
  const { s = 2, gamma = 1 } = options;
  checkAutomaton(s, gamma);
  const n = on.length;
  if (all.length !== n) throw new RangeError(`${n} counts on the topic, ${all.length} of all`);
  let [topic, whole] = [0, 0];
  for (let t = 0; t < n; t++) {
    if (!(all[t] >= 0) || !Number.isFinite(all[t]))
      throw new RangeError(`the count of all in period ${t} must be a finite number from 0, got ${all[t]}`);
    if (!(on[t] >= 0 && on[t] <= all[t]))
      throw new RangeError(
        `the count on the topic in period ${t} must lie between 0 and ${all[t]}, got ${on[t]}`,
      );
    topic += on[t];
    whole += all[t];
  }
  if (topic === 0) return unknown('nothing is on the topic', 'empty');
  if (topic === whole) return unknown('everything is on the topic', 'constant');
  const base = topic / whole;
  const raised = s * base;
  if (!(raised < 1))
    throw new RangeError(`s must be above 1 and below ${1 / base} (all over topic), got ${s}`);

  /** What the burst state saves in a period; the binomial coefficient is the same in both. */
  const gain = Float64Array.from({ length: n }, (_, t) => {
    return on[t] * Math.log(s) + (all[t] - on[t]) * (Math.log1p(-raised) - Math.log1p(-base));
  });
  const up = gamma * Math.log(n);
  // Costs in units of the cost of never being in a burst; cameFrom holds the cheaper state before, for both states.
  let [out, within] = [0, Infinity];
  const cameFrom = new Int8Array(2 * n);
  for (let t = 0; t < n; t++) {
    cameFrom[2 * t] = within < out ? 1 : 0;
    cameFrom[2 * t + 1] = within < out + up ? 1 : 0;
    [out, within] = [Math.min(out, within), Math.min(out + up, within) - gain[t]];
  }
  const states = new Int32Array(n);
  let state = within < out ? 1 : 0;
  for (let t = n - 1; t >= 0; t--) {
    states[t] = state;
    state = cameFrom[2 * t + state];
  }
  const bursts: BatchedBurst[] = [];
  for (let first = 0; first < n; first++) {
    if (states[first] === 0) continue;
    let last = first;
    while (last + 1 < n && states[last + 1] === 1) last += 1;
    const weight = gain.subarray(first, last + 1).reduce((sum, value) => sum + value, 0);
    bursts.push(Object.freeze({ first, last, weight }));
    first = last;
  }
  return Object.freeze({ reason: null, base, raised, states, bursts: Object.freeze(bursts) });
}
