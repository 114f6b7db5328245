/** From this probability on one place is said to be ahead of another. */
export const AHEAD = 0.95;
/** From this one on it is probably so; below, the two are too close to call. */
export const PROBABLY_AHEAD = 0.8;

export type Ahead = 'ahead' | 'probably ahead' | 'too close to call' | 'probably behind' | 'behind';

/**
 * The word for a probability p that one is ahead of the other (or rose, or moved at all): *ahead* from 0.95, *probably
 * ahead* from 0.80, *behind* and *probably behind* where that holds of 1 − p, else *too close to call*.
 *
 * p = Φ(z), as `outrankProbability` has it, is uniform where the two are equal. Then a place named in advance is called
 * ahead in 5 % of samples of works, and behind in 5 %; of two named after a look at their order one is called ahead in 10 %.
 * Where one truly leads, the word names the wrong one in less than 5 %.
 *
 * @throws RangeError where p is no probability
 */
export function aheadWord(p: number): Ahead {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability`);
  if (p >= AHEAD) return 'ahead';
  if (p >= PROBABLY_AHEAD) return 'probably ahead';
  // 1 − 0.95 is a little more than 0.05 in binary: the two sides are the same test.
  if (1 - p >= AHEAD) return 'behind';
  return 1 - p >= PROBABLY_AHEAD ? 'probably behind' : 'too close to call';
}
