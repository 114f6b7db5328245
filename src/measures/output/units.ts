import { checkKind } from '../arguments.ts';
import { greatest } from '../extremes.ts';

/** A work in integer units: 2³⁰. Sums of eight billion works fit a signed 64-bit integer. */
export const UNITS = 2 ** 30;

/**
 * A work's parts as whole units that sum to exactly 2³⁰, so that conservation holds to the last unit on every engine:
 *
 *     u_i = round(2³⁰ · p_i / Σp),   and the largest part takes 2³⁰ − Σ of the others
 *
 * The largest is the first in the order given among equals. Halves round up. Each part is off by at most half a unit
 * (5·10⁻¹⁰ of a work), the largest by half a unit for each other part.
 *
 * @param parts all parts of one work, the unlocated ones among them, each ≥ 0
 * @throws RangeError for no parts, a part below 0 or not finite, a sum of 0, or more than 32,768 parts (beyond which
 *   the largest might not bear the rounding of the rest)
 */
export function unitShares(parts: readonly number[]): readonly number[] {
  checkKind('parts', parts, 'list');
  if (parts.length === 0 || parts.length > 32_768)
    throw new RangeError(`a work has 1 to 32,768 parts, not ${parts.length}`);
  const bad = parts.find((part) => !(part >= 0) || !Number.isFinite(part));
  const sum = parts.reduce((total, part) => total + part, 0);
  if (bad !== undefined || sum === 0)
    throw new RangeError(`a work's parts are numbers from 0 and not all 0, got ${bad ?? 0}`);
  const units = parts.map((part) => Math.round((UNITS * part) / sum));
  const largest = parts.indexOf(greatest(parts));
  const others = units.reduce((total, unit, i) => (i === largest ? total : total + unit), 0);
  units[largest] = UNITS - others;
  return Object.freeze(units);
}

/**
 * The units of the r-th of a work's C = k(k − 1)/2 pairs under the counting 1/C, pairs in a fixed order:
 *
 *     ⌊2³⁰·r/C⌋ − ⌊2³⁰·(r − 1)/C⌋,   r = 1 … C
 *
 * They differ by at most one unit and sum to exactly 2³⁰ over the work's pairs.
 *
 * @throws RangeError unless 2 ≤ k ≤ 4,096 and 1 ≤ r ≤ C, both whole
 */
export function pairUnits(rank: number, places: number): number {
  if (!Number.isInteger(places) || places < 2 || places > 4096)
    throw new RangeError(`a work's pairs are counted for 2 to 4,096 places, not ${places}`);
  const pairs = (places * (places - 1)) / 2;
  if (!Number.isInteger(rank) || rank < 1 || rank > pairs)
    throw new RangeError(`no pair ${rank} of ${pairs}`);
  const below = (r: number): number => (UNITS * r - ((UNITS * r) % pairs)) / pairs;
  return below(rank) - below(rank - 1);
}
