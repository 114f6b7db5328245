import { checkBinary } from '../binary.ts';
import { valueAt } from '../defined-matrix.ts';
import type { Matrix } from '../matrix.ts';
import { known, quotient, unknown, type Quantity } from '../quantity.ts';
import { relatednessDensity } from '../complexity/relatedness-density.ts';

/** A specialisation that a place took up or gave up. */
export interface Turnover {
  readonly kind: 'entry' | 'exit';
  readonly place: string;
  readonly field: string;
  /** Relatedness density of the place around the field in the period before, the field itself left out. */
  readonly density: Quantity;
}

/** What changed between two periods, and whether it was near what was there. */
export interface EntryExit {
  /** In the order of places, then fields. */
  readonly turnover: readonly Turnover[];
  /** Cells that could be entered (0 before) and were; cells that could be left (1 before) and were. */
  readonly entries: number;
  readonly openings: number;
  readonly exits: number;
  readonly incumbents: number;
  readonly entryRate: Quantity;
  readonly exitRate: Quantity;
  /** Mean density before of cells entered and of cells that stayed open; of cells left and of cells kept. */
  readonly densityOf: Readonly<Record<'entered' | 'open' | 'left' | 'kept', Quantity>>;
}

/**
 * Entry and exit of specialisations between two periods on the places and fields that stand in both: entry where M is 0
 * before and 1 after, exit where it is 1 and then 0. Beside each stands the relatedness density before, under a
 * relatedness of before (or of elsewhere), own field out. Density being higher where places enter is relatedness at
 * work; a quotient that crosses 1 and back by chance is entry and exit too: guard the specialisations first.
 *
 * Source: Boschma, Balland & Kogler 2015, Industrial and Corporate Change 24:223.
 *
 * Rates are undefined (empty) where nothing could be entered or left, mean densities where no cell is of the kind.
 *
 * @param before and after: places × fields, 0 or 1
 * @param relatedness fields × fields (`proximity(before)`)
 * @throws RangeError for a value other than 0 or 1, and as `relatednessDensity`
 */
export function entryExit(before: Matrix, after: Matrix, relatedness: Matrix): EntryExit {
  checkBinary(before, 'before');
  checkBinary(after, 'after');
  const density = relatednessDensity(before, relatedness, { ownField: 'out' });
  const fieldAt = new Map(density.matrix.columns.map((name, j) => [name, j]));
  const means = { entered: new Mean(), open: new Mean(), left: new Mean(), kept: new Mean() };
  const turnover: Turnover[] = [];
  const rowsAfter = new Map(after.rows.map((name, i) => [name, i]));
  const columnsAfter = new Map(after.columns.map((name, j) => [name, j]));
  for (const [i, place] of before.rows.entries()) {
    const row = rowsAfter.get(place);
    if (row === undefined) continue;
    for (const [j, field] of before.columns.entries()) {
      const column = columnsAfter.get(field);
      if (column === undefined) continue;
      const was = before.values[i * before.columns.length + j];
      const is = after.values[row * after.columns.length + column];
      const kind = was === 0 ? (is === 1 ? 'entered' : 'open') : is === 0 ? 'left' : 'kept';
      const at = fieldAt.get(field);
      means[kind].add(at === undefined ? null : density.matrix.values[i * fieldAt.size + at]);
      if (was !== is)
        turnover.push(
          Object.freeze({
            kind: is === 1 ? 'entry' : 'exit',
            place,
            field,
            density: valueAt(density, place, field),
          }),
        );
    }
  }
  const { entered, open, left, kept } = means;
  const [openings, incumbents] = [entered.count + open.count, left.count + kept.count];
  return Object.freeze({
    turnover: Object.freeze(turnover),
    entries: entered.count,
    openings,
    exits: left.count,
    incumbents,
    entryRate: quotient(entered.count, openings, 'nothing could be entered', 'empty'),
    exitRate: quotient(left.count, incumbents, 'nothing could be left', 'empty'),
    densityOf: Object.freeze({
      entered: entered.value(),
      open: open.value(),
      left: left.value(),
      kept: kept.value(),
    }),
  });
}

/** The mean of what is defined, and how many there were in all. */
class Mean {
  count = 0;
  #sum = 0;
  #defined = 0;
  add(value: number | null): void {
    this.count += 1;
    if (value === null) return;
    this.#sum += value;
    this.#defined += 1;
  }
  value(): Quantity {
    return this.#defined === 0
      ? unknown('no cell of this kind has a density', 'empty')
      : known(this.#sum / this.#defined);
  }
}
