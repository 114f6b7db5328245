import { herfindahl, linearisedInterval, type Quantity, shannon } from '../../measures/index.ts';
import { round } from '../field-table/round.ts';
import type { FieldSums } from '../field-table/sums.ts';
import type { PlaceFigure } from './question.ts';
import { renderBoth } from '../../base/index.ts';
import { messages } from './messages.ts';

/**
 * Shannon's entropy and the Herfindahl–Hirschman index of a place's Shares by field, by linearisation over works: with
 * s_p the field's part and X the place's Share, a work that gives the place s_w moves them by s_w·g_p,
 *
 *     g_p = −(ln s_p + H)/X   and   g_p = 2 (s_p − HHI)/X
 *
 * so that Σ ψ² = Σ_p g_p² Σ s_w², and Σ ψ = 0.
 */
export function evennessOf(
  sums: readonly FieldSums[],
  works: number,
  level: number,
): { readonly shannon: PlaceFigure; readonly herfindahl: PlaceFigure } {
  const own = sums.filter(({ share }) => share > 0);
  const amounts = own.map(({ share }) => share);
  const total = amounts.reduce((sum, share) => sum + share, 0);
  const figure = (
    { value }: Quantity,
    gradient: (part: number, value: number) => number,
    most: number,
  ): PlaceFigure => {
    if (value === null) return { value: null, interval: null, reason: renderBoth(messages.noShare()) };
    let squares = 0;
    for (const cell of own) squares += cell.squares * gradient(cell.share / total, value) ** 2;
    const { low, high } = linearisedInterval(value, squares, 0, works, level);
    return low === null
      ? { value: round(value), interval: null, reason: renderBoth(messages.noVariation()) }
      : {
          value: round(value),
          interval: [round(Math.max(0, low)), round(Math.min(most, high))],
          reason: null,
        };
  };
  return {
    shannon: figure(shannon(amounts), (part, h) => -(Math.log(part) + h) / total, Infinity),
    herfindahl: figure(herfindahl(amounts), (part, h) => (2 * (part - h)) / total, 1),
  };
}
