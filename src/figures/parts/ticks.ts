import { greatest, least } from '../../measures/extremes.ts';
import { emsOf } from '../text-width.ts';

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

/** The whole numbers from one end to the other, either way round. */
export function wholes([from, to]: readonly [number, number]): number[] {
  const [low, high] = [Math.ceil(Math.min(from, to)), Math.floor(Math.max(from, to))];
  return Array.from({ length: high - low + 1 }, (_, i) => low + i);
}

/** Room between the labels of two ticks, in ems. */
const ROOM = 0.8;

/**
 * Ticks of an axis across whose labels do not touch: those nearest to where the axis is read from, and of the others
 * as many as there is room for.
 * @param place where a value lies, in ems
 */
export function roomyTicks(
  ticks: readonly number[],
  { from, text, place }: { from: number; text: (value: number) => string; place: (value: number) => number },
): number[] {
  const half = (tick: number): number => (emsOf(text(tick)) + ROOM) / 2;
  const kept: number[] = [];
  for (const tick of ticks.toSorted(
    (a, b) => Math.abs(place(a) - place(from)) - Math.abs(place(b) - place(from)),
  ))
    if (kept.every((other) => Math.abs(place(other) - place(tick)) >= half(other) + half(tick)))
      kept.push(tick);
  return kept.sort((a, b) => a - b);
}

/** Beyond these an interval is cut: what lies there says no more than that nothing is known. */
const LIMITS = { low: 1 / 20, high: 20 };

/** Where an axis of ratios begins and ends so that values, intervals and 1 are on it, within twenty times either way. */
export function ratioDomain(values: readonly number[]): readonly [number, number] {
  const shown = [1, ...values].map((value) => Math.min(LIMITS.high, Math.max(LIMITS.low, value)));
  return [least(shown) / 1.06, greatest(shown) * 1.06];
}

/** A value where the axis ends, if it lies beyond. */
export const within = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, value));
