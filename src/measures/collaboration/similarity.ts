import { inBinaryUnit } from '../binary-unit.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/**
 * Similarity of two places from their joint works. What the margins are decides the number, and papers disagree over
 * nothing else as much, so that each function says it: *collaborations* S_i = Σ_j c_ij (as EconGeo does, diagonal
 * left out), or *works* n_i, domestic ones included. Joint works of 0 give 0; a margin of 0 gives null. A number that is
 * negative or not finite is a RangeError. Of all pairs of a table: `similarityMatrix`.
 *
 * Only the association strength corrects for size; Salton's cosine, Jaccard and inclusion favour partners of like
 * size. Source: van Eck & Waltman 2009, JASIST 60:1635.
 */
const NO_MARGIN = 'the margin of a place is 0';

/** @throws RangeError for a number that is negative or not finite, by its name */
function hold(numbers: Readonly<Record<string, number>>): void {
  for (const name in numbers)
    if (!(numbers[name] >= 0) || !Number.isFinite(numbers[name]))
      throw new RangeError(`${name} must be a number from 0, got ${numbers[name]}`);
}

function over(joint: number, margin: number): Quantity {
  return margin > 0 ? known(joint / margin) : unknown(NO_MARGIN, 'zero-margin');
}

/**
 * Probabilistic affinity index on collaborations: c_ij·T/(S_i·S_j) with T = Σ S_i (both triangles), observed over
 * expected under independence of link ends. Zitt, Bassecoulard & Okubo 2000, Scientometrics 47:627. EconGeo's
 * `association`. Biased up off the diagonal: see `quasiIndependence`.
 */
export function affinityOfCollaborations(joint: number, Si: number, Sj: number, T: number): Quantity {
  hold({ joint, Si, Sj, T });
  const [c, si, sj, t] = inBinaryUnit([joint, Si, Sj, T]);
  return over(c * t, si * sj);
}

/**
 * Association strength on works: c_ij·N/(n_i·n_j) with N all works; observed over expected if i and j took their works
 * independently of each other. Without the factor N it is the association strength of van Eck & Waltman 2009.
 */
export function affinityOfWorks(joint: number, ni: number, nj: number, N: number): Quantity {
  hold({ joint, ni, nj, N });
  const [c, wi, wj, all] = inBinaryUnit([joint, ni, nj, N]);
  return over(c * all, wi * wj);
}

/**
 * Probability index of Steijn 2021 (Quantitative Science Studies 2), for tables without self-pairs, on collaborations:
 *
 *     c_ij / [ (S_i/T · S_j/(T − S_i) + S_j/T · S_i/(T − S_j)) · T/2 ]
 *
 * EconGeo's `prob`. Undefined also when one place holds all links (S_i = T).
 */
export function steijnProbability(joint: number, Si: number, Sj: number, T: number): Quantity {
  hold({ joint, Si, Sj, T });
  if (!(Si > 0 && Sj > 0)) return unknown(NO_MARGIN, 'zero-margin');
  if (!(Si < T && Sj < T)) return unknown('one place holds all links', 'zero-margin');
  const [c, si, sj, t] = inBinaryUnit([joint, Si, Sj, T]);
  return known((2 * c) / ((si * sj) / (t - si) + (sj * si) / (t - sj)));
}

/** Salton's cosine, c_ij/√(m_i·m_j), on either margin. */
export function saltonCosine(joint: number, mi: number, mj: number): Quantity {
  hold({ joint, mi, mj });
  const [c, si, sj] = inBinaryUnit([joint, mi, mj]);
  return over(c, Math.sqrt(si * sj));
}

/** Jaccard index, c_ij/(m_i + m_j − c_ij), on either margin; of works, the part of the union that is joint. */
export function jaccard(joint: number, mi: number, mj: number): Quantity {
  hold({ joint, mi, mj });
  return mi > 0 && mj > 0 ? over(joint, mi + mj - joint) : unknown(NO_MARGIN, 'zero-margin');
}

/** Inclusion index, c_ij/min(m_i, m_j), on either margin. */
export function inclusion(joint: number, mi: number, mj: number): Quantity {
  hold({ joint, mi, mj });
  return over(joint, Math.min(mi, mj));
}
