import type { Tails } from './incomplete-gamma.ts';

/** Which side of a quantile the probability lies on. */
export type Tail = 'lower' | 'upper';

/**
 * The u at which a distribution has probability p on one side, for a variate whose density by u is log-concave (ln of
 * a gamma variate, logit of a beta variate). Newton's steps on the logarithm of the smaller tail, kept inside a
 * bracket; ends when u no longer moves.
 *
 * @throws RangeError unless 0 < p < 1, or for another tail
 */
export function quantileSearch(tails: (u: number) => Tails, p: number, tail: Tail, start: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs a probability between 0 and 1, got ${p}`);
  if (!['lower', 'upper'].includes(tail)) throw new RangeError(`tail must be lower or upper, got ${tail}`);
  const side = p <= 0.5 ? tail : tail === 'lower' ? 'upper' : 'lower';
  const target = p <= 0.5 ? p : 1 - p;
  const rising = side === 'lower';
  let [low, high, u] = [-Infinity, Infinity, start];
  for (let step = 0; step < 500; step++) {
    const here = tails(u);
    const gap = Math.log(target) - Math.log(here[side]);
    if (gap === 0) return u;
    if (gap > 0 === rising) low = u;
    else high = u;
    let next = u + ((rising ? gap : -gap) * here[side]) / here.density;
    if (Math.abs(next - u) <= 2e-16 * Math.max(1, Math.abs(u))) return next;
    if (!(next > low && next < high)) {
      const width = Math.max(1, Math.abs(u));
      next = low === -Infinity ? high - width : high === Infinity ? low + width : (low + high) / 2;
      if (next === low || next === high) return next;
    }
    u = next;
  }
  return u;
}
