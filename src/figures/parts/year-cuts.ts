import * as Plot from '@observablehq/plot';
import { QUIET } from '../palette.ts';
import type { Ems } from '../text-width.ts';
import type { Domain } from './axis.ts';
import { ARROW, arrow, type Cut } from './cut.ts';
import { greatest, least } from '../../measures/extremes.ts';

/** Pixels of an em of a number at an arrow, and a little more. */
const SMALL = 11.2;
/** Height of a line of numbers, and the room between two on one line. */
const LANE = 14;
const APART = 6;

/** What an axis upwards cuts off of something. */
export interface YearCut extends Cut {
  /** Where it stands across: a year, or years since one. */
  readonly x: number;
  readonly colour: string;
  /** What the pointer is told where the value itself lies beyond. */
  readonly title: string;
}

/** On which line the number of a cut stands, and how far beside its arrow. */
export interface PlacedCut extends YearCut {
  readonly lane: number;
  readonly shift: number;
}

/** Numbers at arrows above or below a drawing, on so many lines that none touches another. */
export function inLanes(
  cuts: readonly YearCut[],
  {
    across,
    width,
    ems,
  }: { readonly across: (x: number) => number; readonly width: number; readonly ems: Ems },
): PlacedCut[] {
  const taken = new Map<string, number>();
  return cuts
    .toSorted((a, b) => a.x - b.x)
    .map((cut) => {
      const half = (ems(cut.text, cut.value) * SMALL) / 2;
      const at = across(cut.x);
      // A number at the side of the drawing stands within it.
      const shift = Math.max(0, half + 2 - at) - Math.max(0, at + half + 2 - width);
      let lane = 0;
      while ((taken.get(`${cut.side} ${lane}`) ?? -Infinity) + APART > at + shift - half) lane++;
      taken.set(`${cut.side} ${lane}`, at + shift + half);
      return { ...cut, lane, shift };
    });
}

/** Height of arrows and numbers at one end of the axis, in pixels; 0 where there are none. */
export function roomAt(side: Cut['side'], cuts: readonly PlacedCut[]): number {
  const there = cuts.filter((cut) => cut.side === side);
  return there.length === 0 ? 0 : ARROW + 4 + LANE * greatest(there.map(({ lane }) => lane + 1));
}

/** Arrows where an axis upwards ends, with the numbers that lie beyond. */
export function yearArrows(cuts: readonly PlacedCut[], domain: Domain): Plot.Markish[] {
  return cuts.flatMap(({ x, side, value, text, colour, title, shift, lane }) => {
    const end = side === 'low' ? least(domain) : greatest(domain);
    const isUp = end === domain[1];
    const at = { x: [x], y: [end] };
    return [
      Plot.dot([0], {
        ...{ ...at, r: 4, symbol: arrow(isUp ? 'up' : 'down', value) },
        ...(value
          ? { fill: colour, title: () => title }
          : { fill: 'none', stroke: colour, strokeWidth: 1.6 }),
      }),
      Plot.text([text], {
        ...{ ...at, fontSize: 11, fill: QUIET, dx: shift, lineAnchor: isUp ? 'bottom' : 'top' },
        ...{ dy: (isUp ? -1 : 1) * (ARROW + 3 + LANE * lane), fontWeight: value ? 600 : 400 },
      }),
    ];
  });
}
