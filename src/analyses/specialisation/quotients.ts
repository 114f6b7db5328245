import {
  linearisedQuotientInterval,
  locationQuotient,
  poissonQuotientInterval,
  rsca,
} from '../../measures/index.ts';
import { type Bilingual, renderBoth } from '../../base/index.ts';
import type { FieldSums, UnitSums } from '../field-table/sums.ts';
import { round } from '../field-table/round.ts';
import { messages as fieldMessages } from '../field-table/messages.ts';
import { messages } from './messages.ts';

/** A place in one field against the baseline. */
export interface FieldQuotient {
  readonly field: string;
  readonly works: number;
  readonly share: number;
  readonly part: number | null;
  readonly quotient: number | null;
  readonly interval: readonly [number, number] | null;
  readonly symmetric: number | null;
  readonly reason: Bilingual | null;
}

export const NOTHING: FieldSums = Object.freeze({ works: 0, share: 0, squares: 0, product: 0 });

/**
 * The quotients of a unit in every field of the baseline, with intervals by linearisation over works; of an empty cell
 * from 0 to the upper end by Poisson.
 */
export function fieldQuotients(
  { units, baseline }: UnitSums,
  unit: string,
  works: number,
  level: number,
): FieldQuotient[] {
  const own = units.get(unit)!;
  const whole = { row: 0, total: 0, squares: 0, shared: 0, all: 0 };
  for (const [field, { share, squares }] of baseline) {
    const cell = own.get(field) ?? NOTHING;
    whole.row += cell.share;
    whole.squares += cell.squares;
    whole.shared += cell.product;
    whole.total += share;
    whole.all += squares;
  }
  const reason = untold(whole.row, whole.total, baseline.size);
  return [...baseline].map(([field, column]): FieldQuotient => {
    const cell = own.get(field) ?? NOTHING;
    const margins = { cell: cell.share, row: whole.row, column: column.share, total: whole.total };
    const told = {
      field,
      works: cell.works,
      share: cell.share,
      part: whole.row === 0 ? null : round(cell.share / whole.row),
    };
    if (reason !== null) return { ...told, quotient: null, interval: null, symmetric: null, reason };
    const value = locationQuotient(margins).value!;
    const { low, high } =
      cell.share === 0
        ? poissonQuotientInterval(margins, level)
        : linearisedQuotientInterval(
            margins,
            {
              cell: cell.squares,
              row: whole.squares,
              shared: {
                cell: cell.product,
                row: whole.shared,
                column: column.squares,
                total: whole.all,
              },
            },
            works,
            level,
          );
    return {
      ...told,
      quotient: round(value),
      interval: low === null ? null : [round(low), round(high)],
      symmetric: round(rsca(value)),
      reason: low === null ? renderBoth(messages.noVariation()) : null,
    };
  });
}

/** Why no quotient of a place says anything. */
function untold(row: number, total: number, fields: number): Bilingual | null {
  if (row === 0) return renderBoth(messages.noShare());
  if (fields === 1) return renderBoth(fieldMessages.oneField());
  return row >= total * (1 - 1e-12) ? renderBoth(messages.whole()) : null;
}
