import { CLASSES, type InMemoryTables, WORK } from '../../../observatory/index.ts';
import type { LinkFilter, Strength } from '../aggregates.ts';
import { type Cells, eachYear } from './cells.ts';
import { classSigns } from './top-pairs.ts';

/** Weight 1/(k−1) of all pairs of every city in every year, where there is any, by year and city. */
export function strengths(
  { strengths: yearIndex, places }: InMemoryTables,
  cells: Cells,
  filter: LinkFilter,
): Strength[] {
  const signs = classSigns(filter);
  const found: Strength[] = [];
  eachYear(yearIndex, cells, (year, from, to) => {
    for (let row = from; row < to; row++) {
      let strength = 0;
      for (let v = 0; v < CLASSES.length; v++) strength += signs[v] * yearIndex.values[v][row];
      if (strength > 0)
        found.push({ year, city: places.ids[yearIndex.place[row]], strength: strength / WORK });
    }
  });
  return found;
}
