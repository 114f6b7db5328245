import type { Reason } from '../../base/index.ts';
import { checkKind } from '../arguments.ts';
import {
  criticalValue,
  linearisedInterval,
  noInterval,
  percentileInterval,
  type Interval,
} from '../resampling/interval.ts';
import { checkMargins, locationQuotient, type Margins } from './location-quotient.ts';
import { poissonInterval } from '../distributions/poisson-interval.ts';
import type { ReasonCode } from '../quantity.ts';

type Ends = Readonly<{ low: number; high: number; reason: null }>;
type NoEnds = Readonly<{ low: null; high: null; reason: Reason; code: ReasonCode }>;

const none = (reason: Reason, code: ReasonCode = 'zero-margin'): NoEnds =>
  Object.freeze({ low: null, high: null, reason, code });

/**
 * The interval of a location quotient with the cell as a Poisson count and its margins as fixed: the ends of
 * `poissonInterval` over the expected x_c·x_·p/x_··. Exact for counts where the cell is a small part of its margins;
 * wider than need be where it is much of them (a cell that is half of its row moves the row with it), and of Shares,
 * whose works weigh less than 1. It defines an interval also for an empty cell. Undefined as `locationQuotient`.
 *
 * @throws RangeError as `locationQuotient`, or for a level outside (0, 1)
 */
export function poissonQuotientInterval(margins: Margins, level = 0.95): Ends | NoEnds {
  const { value, reason } = locationQuotient(margins);
  const { low, high } = poissonInterval(margins.cell, level);
  if (value === null) return none(reason);
  const due = (margins.row / margins.total) * margins.column;
  return Object.freeze({ low: low / due, high: high / due, reason: null });
}

/** Σ over works of the square of what a place gets of each: in the cell, and in its whole row. */
export interface Squares {
  readonly cell: number;
  readonly row: number;
  /** Where the places of the table do not share out each work whole; left out, t = 1. */
  readonly shared?: SharedSquares;
}

/** With t_w the part of work w that all places of the table get together: Σ s·t in the cell and the row, Σ t² in the
 * column and in all. */
export interface SharedSquares {
  readonly cell: number;
  readonly row: number;
  readonly column: number;
  readonly total: number;
}

/**
 * The interval of a location quotient, linearised over works, on the log scale. With s_wc the part of work w that place
 * c gets, the influence of w on ln LQ is
 *
 *     s_wc·(1/x_cp − 1/x_c·) − (1/x_·p − 1/x_··)   for a work of field p,   −s_wc/x_c· + 1/x_··   for another
 *
 * so that Σψ² needs Σ s² of the cell and of the row only, and Σψ = 0. It asks that each work is in one field, and that
 * the places of the table share out each work whole (with the unlocated as a row of its own): total = number of works.
 * Where they get t_w of it (places of one nation, or only what is located), t_w stands before the terms of x_·p and x_··,
 * and `shared` gives the sums that these need. Undefined as `normalInterval`: a cell of 0 has no logarithm; take `poissonQuotientInterval` for few works.
 *
 * @param works how many there are in all, those without this place too
 * @throws RangeError as `locationQuotient`, for squares that are negative or above their amounts, `shared` sums that are negative,
 *   below the squares or above their amounts, or a level outside (0, 1)
 */
export function linearisedQuotientInterval(
  margins: Margins,
  squares: Squares,
  works: number,
  level = 0.95,
): Interval {
  checkMargins(margins);
  checkKind('squares', squares, 'record');
  const { cell, row, column, total } = margins;
  if (!(squares.cell >= 0 && squares.row >= squares.cell * (1 - 1e-9)) || squares.row > row * (1 + 1e-9))
    throw new RangeError(`squares of ${squares.cell} and ${squares.row} do not belong to Shares`);
  const shared = squares.shared ?? { cell, row, column, total };
  checkShared(margins, squares, shared);
  const quotient = locationQuotient(margins);
  if (quotient.value === null) return noInterval(quotient.reason, quotient.code);
  if (quotient.value === 0) return noInterval('the cell is empty', 'not-positive');
  const { value } = quotient;
  const own = 1 / cell - 1 / row;
  const field = 1 / column - 1 / total;
  const inside = squares.cell * own * own - 2 * shared.cell * own * field + shared.column * field * field;
  const outside =
    (squares.row - squares.cell) / (row * row) -
    (2 * (shared.row - shared.cell)) / (row * total) +
    (shared.total - shared.column) / (total * total);
  return linearisedInterval(value, value * value * Math.max(0, inside + outside), 0, works, level, 'log');
}

/** s ≤ t ≤ 1 in every work, hence Σ s² ≤ Σ s·t ≤ Σ s and Σ t² ≤ Σ t, in the cell, the row, the column and in all. */
function checkShared(margins: Margins, squares: Squares, shared: SharedSquares): void {
  const rounding = 1 + 1e-9;
  for (const part of ['cell', 'row', 'column', 'total'] as const) {
    const least = part === 'cell' || part === 'row' ? squares[part] : 0;
    if (!(shared[part] >= least / rounding) || shared[part] > margins[part] * rounding)
      throw new RangeError(
        `shared.${part} must be from ${least} to the amount of ${margins[part]}, got ${shared[part]}`,
      );
  }
}

/**
 * The interval of a location quotient from replicates in which works are resampled (`poissonWeight`), by percentiles,
 * and in how many of them it was undefined. Undefined where it was in all, or where there are none. Errors as
 * `locationQuotient`, and for a level outside (0, 1).
 */
export function replicateQuotientInterval(
  draws: readonly Margins[],
  level = 0.95,
): (Ends | NoEnds) & Readonly<{ undefinedDraws: number }> {
  checkKind('draws', draws, 'list');
  criticalValue(level);
  const values = draws.flatMap((draw) => locationQuotient(draw).value ?? []);
  const undefinedDraws = draws.length - values.length;
  if (draws.length === 0) return Object.freeze({ ...none('there are no draws', 'empty'), undefinedDraws });
  if (values.length === 0)
    return Object.freeze({ ...none('the quotient is undefined in every draw'), undefinedDraws });
  return Object.freeze({ ...percentileInterval(values, level), reason: null, undefinedDraws });
}
