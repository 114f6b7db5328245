import { CLASSES, type Resident, WORK } from '../../observatory/index.ts';
import type { LinkFilter } from '../collaboration/counting.ts';
import { type Cells, eachYear } from './cells.ts';
import { classSigns } from './top-pairs.ts';

export interface Strength {
  readonly year: number;
  readonly city: string;
  /** In works. */
  readonly strength: number;
}

/** Weight 1/(k−1) of all pairs of every city in every year, where there is any, by year and city. */
export function residentStrengths(
  { strengths, places }: Resident,
  cells: Cells,
  filter: LinkFilter,
): Strength[] {
  const signs = classSigns(filter);
  const found: Strength[] = [];
  eachYear(strengths, cells, (year, from, to) => {
    for (let row = from; row < to; row++) {
      let strength = 0;
      for (let v = 0; v < CLASSES.length; v++) strength += signs[v] * strengths.values[v][row];
      if (strength > 0)
        found.push({ year, city: places.ids[strengths.place[row]], strength: strength / WORK });
    }
  });
  return found;
}
