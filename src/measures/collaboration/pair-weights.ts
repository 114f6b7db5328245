import { checkKind } from '../arguments.ts';

/** The countings of one work's pair of places, by name. */
export interface PairWeights {
  /** 1 for every pair: joint works. A work of k places adds k(k − 1)/2 in all. */
  readonly full: number;
  /** 1/C(k, 2): a work adds 1 in all, so that the total is the number of collaborative works. */
  readonly perPair: number;
  /** 1/(k − 1): a place's strength is its number of collaborative works; a work adds k/2 in all. */
  readonly perPartner: number;
}

/**
 * The weight of each pair of a work with k distinct places; null for k < 2, as a work of one place makes no link.
 * Sources: Perianes-Rodriguez, Waltman & van Eck 2016, Journal of Informetrics 10:1178, for 1/(k − 1).
 *
 * @throws RangeError when k is no whole number from 0
 */
export function pairWeights(places: number): PairWeights | null {
  if (!Number.isInteger(places) || places < 0)
    throw new RangeError(`a work has a whole number of places, not ${places}`);
  if (places < 2) return null;
  return Object.freeze({ full: 1, perPair: 2 / (places * (places - 1)), perPartner: 1 / (places - 1) });
}

/**
 * Bilateral collaboration score of one joint work: s_i + s_j, the parts of both in it (Nature Index, glossary). Summed
 * over joint works it is symmetric and additive. Of two regions it is computed from their Shares, not from the scores
 * of their cities, which count a part once for each partner.
 *
 * @throws RangeError for a Share that is negative or not finite
 */
export function collaborationScore(shareI: number, shareJ: number): number {
  const score = shareI + shareJ;
  if (!(shareI >= 0 && shareJ >= 0 && score < Infinity))
    throw new RangeError(`Shares must be finite and 0 or more, got ${shareI} and ${shareJ}`);
  return score;
}

/**
 * Whether a work's pair i–j is co-affiliation: no author is in i and not in j, or none in j and not in i, so that
 * every author of one of the two also has an affiliation in the other. Such a pair is authors with affiliations in
 * both, not two places meeting. Excluding it removes the pair's weight and leaves the work's k as it is.
 *
 * @param authorsI the work's authors with an institution in i, ascending; likewise `authorsJ`
 */
export function isCoAffiliation(authorsI: readonly number[], authorsJ: readonly number[]): boolean {
  checkKind('authorsI', authorsI, 'list');
  checkKind('authorsJ', authorsJ, 'list');
  const [i, j] = [new Set(authorsI), new Set(authorsJ)];
  return authorsI.every((author) => j.has(author)) || authorsJ.every((author) => i.has(author));
}
