import { type Ems, emsOf } from '../text-width.ts';

/** Ratios of a wide range: doubles, or those that are whole per cents of change as well. */
const WIDE = {
  doubles: Array.from({ length: 21 }, (_, i) => 2 ** (i - 10)),
  decimals: Array.from({ length: 9 }, (_, i) => i - 4).flatMap((power) =>
    [1, 2, 5].map((lead) => Number(`${lead}e${power}`)),
  ),
};
/** Ratios at which an axis may have a tick, from wide to narrow ranges. */
const SETS: readonly (readonly number[])[] = [
  [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4],
  [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5],
  [0.9, 0.92, 0.94, 0.96, 0.98, 1, 1.02, 1.04, 1.06, 1.08, 1.1],
];
const FEWEST = 4;
const MOST = 9;

/** Round ratios between two ends for a logarithmic axis: the coarsest set that has four or more there. */
export function ratioTicks(
  [low, high]: readonly [number, number],
  wide: keyof typeof WIDE = 'doubles',
): readonly number[] {
  const sets = [WIDE[wide], ...SETS].map((set) => set.filter((tick) => tick >= low && tick <= high));
  const inside = [powers(low, high), ...sets];
  return inside.find((ticks) => ticks.length >= FEWEST) ?? inside.toSorted((a, b) => b.length - a.length)[0];
}

/** Powers of ten, or of a thousand and so on where the axis is long; 1 is one of them. */
function powers(low: number, high: number): number[] {
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const step = Math.max(1, Math.ceil((to - from) / MOST));
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) =>
    Number(`1e${(first + i) * step}`),
  );
}

/** The whole numbers from one end to the other, either way round. */
export function wholes([from, to]: readonly [number, number]): number[] {
  const [low, high] = [Math.ceil(Math.min(from, to)), Math.floor(Math.max(from, to))];
  return Array.from({ length: high - low + 1 }, (_, i) => low + i);
}

/** Round amounts from one end to the other, either way round: steps of 1, 2 or 5 times a power of ten, about so many. */
export function amountTicks([from, to]: readonly [number, number], count: number): number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const rough = (high - low) / count;
  const power = Math.floor(Math.log10(rough));
  const lead = rough / 10 ** power;
  const [times, at] =
    lead >= Math.sqrt(50) ? [1, power + 1] : [lead >= Math.sqrt(10) ? 5 : lead >= Math.SQRT2 ? 2 : 1, power];
  // A step below one is a whole number of parts of it: so that 0.3 is three tenths and not 0.30000000000000004.
  const [up, down] = at < 0 ? [times, 10 ** -at] : [times * 10 ** at, 1];
  const first = Math.ceil((low * down) / up);
  const last = Math.floor((high * down) / up);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ((first + i) * up) / down);
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
  {
    from,
    text,
    place,
    ems = emsOf,
  }: {
    readonly from: number;
    readonly text: (value: number) => string;
    readonly place: (value: number) => number;
    readonly ems?: Ems;
  },
): number[] {
  const half = (tick: number): number => (ems(text(tick)) + ROOM) / 2;
  const kept: number[] = [];
  for (const tick of ticks.toSorted(
    (a, b) => Math.abs(place(a) - place(from)) - Math.abs(place(b) - place(from)),
  ))
    if (kept.every((other) => Math.abs(place(other) - place(tick)) >= half(other) + half(tick)))
      kept.push(tick);
  return kept.sort((a, b) => a - b);
}
