import { normalCdf } from '../distributions/normal.ts';

/** What a test asks against "by chance": more than that, less than that, or either. Always named, never taken for granted. */
export type Alternative = 'greater' | 'less' | 'two-sided';

const ALTERNATIVES: readonly Alternative[] = ['greater', 'less', 'two-sided'];

/** @throws RangeError for another word than 'greater', 'less', 'two-sided' */
export function checkAlternative(alternative: Alternative): void {
  if (!ALTERNATIVES.includes(alternative))
    throw new RangeError(
      `alternative must be one of ${ALTERNATIVES.join(', ')}, got ${alternative as string}`,
    );
}

/** P of a standard normal beyond z: Φ(−z), Φ(z), or 2Φ(−|z|). */
export function normalP(z: number, alternative: Alternative): number {
  checkAlternative(alternative);
  if (alternative === 'greater') return normalCdf(-z);
  return alternative === 'less' ? normalCdf(z) : Math.min(1, 2 * normalCdf(-Math.abs(z)));
}

/**
 * P from M permutations of which `above` were as great as what was observed or greater, and `below` as small or smaller:
 * (R + 1)/(M + 1), as what was observed is one of the orders too, so that p is never 0; two-sided, twice the smaller of
 * the two, at most 1. Source: Davison & Hinkley 1997, Bootstrap Methods and their Application, ch. 4.
 */
export function permutationP(
  above: number,
  below: number,
  permutations: number,
  alternative: Alternative,
): number {
  checkAlternative(alternative);
  const p = (count: number): number => (count + 1) / (permutations + 1);
  if (alternative === 'greater') return p(above);
  return alternative === 'less' ? p(below) : Math.min(1, 2 * p(Math.min(above, below)));
}

/** @throws RangeError unless it is a whole number from 1 */
export function checkPermutations(permutations: number): void {
  if (!Number.isInteger(permutations) || permutations < 1)
    throw new RangeError(`permutations must be a whole number from 1, got ${permutations}`);
}
