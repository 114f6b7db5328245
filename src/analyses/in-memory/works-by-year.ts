import { type Resident, WORK } from '../../observatory/index.ts';
import { type Cells, isInside } from './cells.ts';

export interface YearWorks {
  readonly year: number;
  readonly works: number;
  /** Of their Share, what cities got; in works. */
  readonly located: number;
}

/** Works of every year that has any, by year. */
export function worksByYear({ cells: table }: Resident, cells: Cells): YearWorks[] {
  const { year, subfield, works, located } = table;
  const found = new Map<number, { works: number; located: number }>();
  for (let row = 0; row < year.length; row++) {
    if (!isInside(cells, year[row], subfield[row])) continue;
    let one = found.get(year[row]);
    if (one === undefined) found.set(year[row], (one = { works: 0, located: 0 }));
    one.works += works[row];
    one.located += located[row];
  }
  return [...found].map(([of, one]) => ({ year: of, works: one.works, located: one.located / WORK }));
}
