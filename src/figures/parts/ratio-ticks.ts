/** Ratios at which an axis may have a tick, from wide to narrow ranges. */
const SETS: readonly (readonly number[])[] = [
  [0.01, 0.1, 1, 10, 100],
  [0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64],
  [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4],
  [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5],
  [0.9, 0.925, 0.95, 0.975, 1, 1.025, 1.05, 1.075, 1.1],
];
const FEWEST = 4;

/** Round ratios between two ends for a logarithmic axis: the coarsest set that has four or more there. */
export function ratioTicks([low, high]: readonly [number, number]): readonly number[] {
  const inside = SETS.map((set) => set.filter((tick) => tick >= low && tick <= high));
  return inside.find((ticks) => ticks.length >= FEWEST) ?? inside.toSorted((a, b) => b.length - a.length)[0];
}

/** Beyond these an interval is cut: what lies there says no more than that nothing is known. */
const LIMITS = { low: 1 / 20, high: 20 };

/** Where an axis of ratios begins and ends so that values, intervals and 1 are on it, within twenty times either way. */
export function ratioDomain(values: readonly number[]): readonly [number, number] {
  const shown = [1, ...values].map((value) => Math.min(LIMITS.high, Math.max(LIMITS.low, value)));
  return [Math.min(...shown) / 1.06, Math.max(...shown) * 1.06];
}

/** A value where the axis ends, if it lies beyond. */
export const within = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, value));
