import { greatest, least as smallest } from '../../measures/extremes.ts';
type Ends = readonly [number, number] | null;
export type Domain = readonly [number, number];

/** A value and its interval, as an axis has to show them. */
export interface Spread {
  readonly value: number | null;
  readonly ends: Ends;
}

/** Room beyond the outermost mark. */
const ROOM = 1.06;
/** Intervals may reach so far whatever the values are: twenty times as much, a twentieth. */
const INTERVALS = 20;
/** An axis on which the largest is four times the smallest is not squeezed yet. */
const SPREAD = 4;
/** A value is cut where without it the axis would take less than this part of its length. */
const SQUEEZED = 1 / 3;
/** At most so many of the values are cut, or one of some. */
const OUTLIERS = 0.1;
const SOME = 5;
/** Parts of an amount that cannot be told apart. */
const LEAST = 1e-9;

/**
 * Where an axis of ratios begins and ends: 1 and every value above zero is on it. Left out, to be cut where the axis ends,
 * are (a) up to a tenth of the values, or one of five or more, that would squeeze all others to less than a third of it,
 * and (b) ends of intervals that reach further than twenty times either way and further beyond the values than
 * half of what these spread. What is no ratio above zero has no place on it.
 */
export function ratioAxis(marks: readonly Spread[]): Domain {
  const values = marks.flatMap(({ value }) => (value !== null && isOn(value) ? [Math.log(value)] : []));
  const kept = withoutOutliers(values.sort((a, b) => a - b));
  const [low, high] = [Math.min(0, smallest(kept.slice(0, 1))), Math.max(0, greatest(kept.slice(-1)))];
  const spread = Math.max(Math.log(SPREAD), high - low);
  const [least, most] = [
    Math.min(-Math.log(INTERVALS), low - spread / 2),
    Math.max(Math.log(INTERVALS), high + spread / 2),
  ];
  let [from, to] = [low, high];
  for (const { ends } of marks)
    for (const end of ends ?? []) {
      const at = isOn(end) ? Math.log(end) : NaN;
      if (at >= least && at < from) from = at;
      if (at <= most && at > to) to = at;
    }
  return [Math.exp(from) / ROOM, Math.exp(to) * ROOM];
}

const isOn = (ratio: number): boolean => ratio > 0 && Number.isFinite(ratio);

/** Values in their order without those at either end that would take most of the axis for themselves. */
function withoutOutliers(values: readonly number[]): readonly number[] {
  let kept = values;
  const span = (of: readonly number[]): number =>
    Math.max(Math.log(SPREAD), Math.max(0, of.at(-1) ?? 0) - Math.min(0, of.at(0) ?? 0));
  const most = values.length < SOME ? 0 : Math.max(1, Math.floor(values.length * OUTLIERS));
  for (let n = 1; n <= most; n++) {
    // The one, or the ones together, on whichever side there is more to be won.
    const choices = Array.from({ length: n + 1 }, (_, below) =>
      values.slice(below, values.length - n + below),
    );
    const best = choices.reduce((a, b) => (span(b) < span(a) ? b : a));
    if (span(best) < SQUEEZED * span(values)) kept = best;
    if (kept === best) break;
  }
  return kept;
}

/** Where an axis of amounts begins and ends: all values, intervals and what else it must show are on it. */
export function amountAxis(marks: readonly Spread[], others: readonly number[] = []): Domain {
  const all = [...others, ...amountsOf(marks)];
  if (all.length === 0) return [0, 1];
  const [low, high] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  // Amounts that differ by less than can be written are one.
  const size = Math.max(Math.abs(low), Math.abs(high));
  const room = high - low > LEAST * Math.max(1, size) ? (high - low) * 0.04 : Math.max(1, size / 2);
  return [low - room, high + room];
}

/** From zero to the most that a value or its interval reaches, and below zero where one does. */
export function axisFromZero(marks: readonly Spread[]): Domain {
  const all = amountsOf(marks);
  const high = (all.reduce((a, b) => Math.max(a, b), 0) || 1) * 1.03;
  const low = all.reduce((a, b) => Math.min(a, b), 0);
  return [low < 0 ? low - 0.03 * (high - low) : 0, high];
}

const amountsOf = (marks: readonly Spread[]): number[] =>
  marks
    .flatMap(({ value, ends }) => [...(value === null ? [] : [value]), ...(ends ?? [])])
    .filter(Number.isFinite);

/** At which end of an axis a value is beyond it; null where it is on it. The first number may be the larger one. */
export function beyond(value: number, domain: Domain): 'low' | 'high' | null {
  const [low, high] = [smallest(domain), greatest(domain)];
  return value < low ? 'low' : value > high ? 'high' : null;
}

/** Where something that goes on beyond an axis leaves it. Who draws it there marks it as cut. */
export const edgeOf = (value: number, domain: Domain): number => {
  const [low, high] = [smallest(domain), greatest(domain)];
  return Math.min(high, Math.max(low, value));
};
