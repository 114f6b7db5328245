import { checkAmounts } from '../inequality/amounts.ts';
import { checkKind } from '../arguments.ts';
import { collaborationScore, isCoAffiliation, pairWeights } from './pair-weights.ts';
import type { WorkParts } from '../output/share.ts';

/** A pair of places and all its countings, summed over works. */
export interface PairLink {
  /** The two place ids, a < b. */
  readonly a: string;
  readonly b: string;
  readonly full: number;
  readonly perPair: number;
  readonly perPartner: number;
  readonly score: number;
  /** Σ_w s_wa·s_wb, the covariance's column: of all works, never capped and never without co-affiliation. */
  readonly product: number;
}

/** The countings of a link. */
export type Counting = 'full' | 'perPair' | 'perPartner' | 'score';

export interface LinkOptions {
  /** A work with more authors than this makes no link (but keeps its product); no cap if not given. */
  readonly authorCap?: number;
  /** Leave out pairs that are co-affiliation only; kept if not given. */
  readonly withoutCoAffiliation?: boolean;
}

export interface Links {
  /** Works of two or more places, under the cap. */
  readonly collaborativeWorks: number;
  /** Works of two or more places left out by the cap. */
  readonly cappedWorks: number;
  /** By a, then b, ascending. A pair whose works are all capped or excluded stands with zeros and its product. */
  readonly pairs: readonly PairLink[];
}

/**
 * Links between places from works that are split over places (`splitWork`; for links between regions,
 * `groupParts`, as a region's score comes from its own Shares). A work of one place makes no link.
 *
 * @throws RangeError when the author cap is no number from 1, or a Share is negative or not finite
 */
export function links(works: readonly WorkParts[], options: LinkOptions = {}): Links {
  checkKind('works', works, 'list');
  checkKind('options', options, 'record');
  const { authorCap = Number.POSITIVE_INFINITY, withoutCoAffiliation = false } = options;
  if (!(authorCap >= 1)) throw new RangeError(`the author cap is a number from 1, got ${authorCap}`);
  const table = new Map<string, Map<string, { -readonly [K in Counting | 'product']: number }>>();
  let collaborativeWorks = 0;
  let cappedWorks = 0;
  for (const { authors, parts } of works) {
    const weights = pairWeights(parts.length);
    if (weights === null) continue;
    const counts = authors <= authorCap;
    if (counts) collaborativeWorks += 1;
    else cappedWorks += 1;
    for (const [i, p] of parts.entries()) {
      for (const q of parts.slice(i + 1)) {
        const row =
          table.get(p.place) ?? new Map<string, { -readonly [K in Counting | 'product']: number }>();
        table.set(p.place, row);
        const cell = row.get(q.place) ?? { full: 0, perPair: 0, perPartner: 0, score: 0, product: 0 };
        row.set(q.place, cell);
        const score = collaborationScore(p.share, q.share);
        cell.product += p.share * q.share;
        if (!counts || (withoutCoAffiliation && isCoAffiliation(p.authors, q.authors))) continue;
        cell.full += weights.full;
        cell.perPair += weights.perPair;
        cell.perPartner += weights.perPartner;
        cell.score += score;
      }
    }
  }
  const pairs = [...table].flatMap(([a, row]) =>
    [...row].map(([b, cell]) => Object.freeze({ a, b, ...cell })),
  );
  pairs.sort((p, q) => (p.a === q.a ? (p.b < q.b ? -1 : 1) : p.a < q.a ? -1 : 1));
  return Object.freeze({ collaborativeWorks, cappedWorks, pairs: Object.freeze(pairs) });
}

/**
 * S_i = Σ_j c_ij, each place's weight of links under a counting, in the order of `places`.
 *
 * @throws RangeError when a pair names a place that is not listed, or one is listed twice, or a weight is negative or not
 *   finite
 */
export function linkStrengths(
  pairs: readonly PairLink[],
  places: readonly string[],
  counting: Counting,
): Float64Array {
  checkKind('pairs', pairs, 'list');
  checkKind('places', places, 'list');
  const position = new Map(places.map((place, i) => [place, i]));
  if (position.size !== places.length) throw new RangeError('a place is listed twice');
  const strengths = new Float64Array(places.length);
  for (const pair of pairs) {
    checkAmounts([pair[counting]], counting);
    for (const place of [pair.a, pair.b]) {
      const i = position.get(place);
      if (i === undefined)
        throw new RangeError(`the pair ${pair.a}, ${pair.b} is of a place that is not listed`);
      strengths[i] += pair[counting];
    }
  }
  return strengths;
}
