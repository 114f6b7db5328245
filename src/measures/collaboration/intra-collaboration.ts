import { checkKind } from '../arguments.ts';
import { expectedInside, quasiIndependence } from './expected.ts';
import { gradientInside } from './gradient.ts';
import { linearisedInterval, noInterval, type Interval, type Scale } from '../resampling/interval.ts';
import { eiIndex, intraShare } from './partition.ts';
import { known, quotient, unknown, type Quantity } from '../quantity.ts';
import { ratioOfSums } from '../resampling/ratio.ts';
import type { WorkParts } from '../output/share.ts';

export interface IntraOptions {
  /** A work with more authors makes no link; no cap if not given. */
  readonly authorCap?: number;
  /** 0.95 if not given. */
  readonly level?: number;
}

/** How far a region's collaboration stays in it, and how far that is more than its size brings. */
export interface IntraCollaboration {
  /** All works; those of two or more places under the cap; of these, those of two or more places of the region. */
  readonly works: number;
  readonly collaborativeWorks: number;
  readonly jointWorks: number;
  /** Weight of the region's pairs inside, and of those with one end in it, under 1/(k − 1). */
  readonly inside: number;
  readonly across: number;
  readonly intraShare: Quantity;
  readonly intraInterval: Interval;
  readonly eiIndex: Quantity;
  /** Weight inside by quasi-independence over all places, and the intra share that it makes. */
  readonly expectedInside: Quantity;
  readonly expectedShare: Quantity;
  /** inside/expected: above 1, more than its places' inclination to collaborate at all explains. */
  readonly ratio: Quantity;
  readonly ratioInterval: Interval;
}

/**
 * The intra share of a region of places with what was to be expected, their ratio, and intervals over works:
 *
 *     intra share = I/(I + X),    expected share = E/(Σ_{i∈R} S_i − E),    ratio = I/E
 *
 * with I and X the region's weight inside and across on weight 1/(k − 1), S the strengths of all places, and E the
 * expected weight inside of `quasiIndependence`. Intervals are linearised over works, the refit of E included
 * (`gradientInside`); that of the share on the logit scale, that of the ratio on the log scale.
 *
 * Undefined: the share of a region without links (`empty`); expectation and ratio as the fit of quasi-independence
 * (`empty`, `infinite`), and the ratio where nothing is expected inside (`zero-margin`), as of one place. Print no ratio
 * of fewer than about ten joint works.
 *
 * @param works all works, those of one place included: their number carries the variance
 * @param region place ids; those without works may be named
 * @throws RangeError for an author cap below 1, a level outside (0, 1), or a place of the region named twice
 */
export function intraCollaboration(
  works: readonly WorkParts[],
  region: readonly string[],
  options: IntraOptions = {},
): IntraCollaboration {
  checkKind('works', works, 'list');
  checkKind('region', region, 'list');
  checkKind('options', options, 'record');
  const { authorCap = Number.POSITIVE_INFINITY, level = 0.95 } = options;
  if (!(authorCap >= 1)) throw new RangeError(`authorCap must be a number from 1, got ${authorCap}`);
  const inRegion = new Set(region);
  if (inRegion.size !== region.length) throw new RangeError('region must name each place once');
  const collaborative = works.filter(({ authors, parts }) => parts.length > 1 && authors <= authorCap);
  const number = new Map<string, number>();
  for (const { parts } of collaborative)
    for (const { place } of parts) if (!number.has(place)) number.set(place, number.size);
  const touching = collaborative.map(({ parts }) => {
    const places = parts.map(({ place }) => number.get(place)!);
    const members = parts.filter(({ place }) => inRegion.has(place)).length;
    const inside = (members * (members - 1)) / 2 / (parts.length - 1);
    const across = (members * (parts.length - members)) / (parts.length - 1);
    return { places, members, inside, across };
  });

  const strengths = new Float64Array(number.size);
  for (const { places } of touching) for (const place of places) strengths[place] += 1;
  const add = (of: (work: (typeof touching)[number]) => number): number =>
    touching.reduce((sum, work) => sum + of(work), 0);
  const links = { inside: add((work) => work.inside), across: add((work) => work.across) };
  /** A over B, sums over works, with its interval. */
  const over = (b: (work: (typeof touching)[number]) => number, scale: Scale): Interval => {
    const ratio = ratioOfSums({
      a: links.inside,
      b: add(b),
      aa: add((work) => work.inside ** 2),
      ab: add((work) => work.inside * b(work)),
      bb: add((work) => b(work) ** 2),
    });
    return ratio.reason === null
      ? linearisedInterval(
          ratio.estimate,
          ratio.sumInfluenceSquares,
          ratio.sumInfluence,
          works.length,
          level,
          scale,
        )
      : noInterval(ratio.reason, ratio.code);
  };

  const members = region.flatMap((place) => number.get(place) ?? []);
  const fit = quasiIndependence(strengths);
  const gradient = gradientInside(fit, members);
  const expected = expectedInside(fit, members);
  const none = unknown(fit.reason ?? 'no links', fit.code ?? 'empty');
  const ends = members.reduce((sum, place) => sum + strengths[place], 0);
  return Object.freeze({
    works: works.length,
    collaborativeWorks: collaborative.length,
    jointWorks: touching.filter((work) => work.members > 1).length,
    ...links,
    intraShare: intraShare(links),
    intraInterval: over((work) => work.inside + work.across, 'logit'),
    eiIndex: eiIndex(links),
    expectedInside: expected === null ? none : known(expected),
    expectedShare:
      expected === null ? none : quotient(expected, ends - expected, 'the region has no links', 'empty'),
    ratio: expected === null ? none : quotient(links.inside, expected, 'nothing is expected inside'),
    ratioInterval:
      gradient === null
        ? noInterval(none.reason, none.code)
        : over((work) => work.places.reduce((sum, place) => sum + gradient[place], 0), 'log'),
  });
}
