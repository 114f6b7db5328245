import { criticalValue, normalCdf } from '../measures/index.ts';
import type { Range } from './bound.ts';

/**
 * What else a value could have been, had the works been others of the same kind: a normal draw, whose standard error
 * may differ below and above (the two sides of an interval on another scale); or draws as they came, such as ranks.
 */
export type Spread =
  | { readonly kind: 'normal'; readonly below: number; readonly above: number }
  | { readonly kind: 'draws'; readonly values: readonly number[] };

export function fromStandardError(standardError: number): Spread {
  return { kind: 'normal', below: standardError, above: standardError };
}

/** The spread whose interval at that level this is. */
export function fromInterval(value: number, low: number, high: number, level: number): Spread {
  const z = criticalValue(level);
  return { kind: 'normal', below: Math.max(0, value - low) / z, above: Math.max(0, high - value) / z };
}

/** The probability that a value of this spread lies in the range. */
export function chance(value: number, spread: Spread, range: Range): number {
  if (spread.kind === 'draws') {
    const inside = spread.values.filter(
      (drawn) =>
        (drawn > range.from || (drawn === range.from && !range.openFrom)) &&
        (drawn < range.to || (drawn === range.to && !range.openTo)),
    );
    return inside.length / spread.values.length;
  }
  const upTo = (end: number): number => {
    if (!Number.isFinite(end)) return end > 0 ? 1 : 0;
    const side = end < value ? spread.below : spread.above;
    return side === 0 ? (end < value ? 0 : 1) : normalCdf((end - value) / side);
  };
  // A side without spread is the value itself, which an open end leaves out.
  const low = spread.below === 0 && range.from === value && !range.openFrom ? 0 : upTo(range.from);
  return Math.max(0, upTo(range.to) - low);
}

/** Of a function of one uncertain value: draws go through it, a normal draw by its slope there. */
export function through(spread: Spread, transform: (value: number) => number, slope: number): Spread {
  if (spread.kind === 'draws') return { kind: 'draws', values: spread.values.map(transform) };
  const [below, above] = slope < 0 ? [spread.above, spread.below] : [spread.below, spread.above];
  return { kind: 'normal', below: below * Math.abs(slope), above: above * Math.abs(slope) };
}

/**
 * Of a function of two uncertain values whose dependence is not known: as wide as it could be at most, when they move
 * against each other, so that nothing is held surer than it is.
 */
export function atWidest(a: Spread, slopeOfA: number, b: Spread, slopeOfB: number): Spread {
  return fromStandardError(widest(a) * Math.abs(slopeOfA) + widest(b) * Math.abs(slopeOfB));
}

function widest(spread: Spread): number {
  if (spread.kind === 'normal') return Math.max(spread.below, spread.above);
  const { values } = spread;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
