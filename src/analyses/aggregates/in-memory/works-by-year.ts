import { type InMemoryTables, WORK } from '../../../observatory/index.ts';
import type { YearWorks } from '../aggregates.ts';
import { type Cells, isInside } from './cells.ts';

/** Works of every year that has any, by year. */
export function worksByYear({ cells: table }: InMemoryTables, cells: Cells): YearWorks[] {
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
