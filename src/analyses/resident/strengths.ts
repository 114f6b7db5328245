import { type Resident, WORK } from '../../observatory/index.ts';
import type { LinkFilter } from '../link-counting.ts';
import { type Cells, isInside } from './cells.ts';
import { weigher } from './top-pairs.ts';

export interface Strength {
  readonly year: number;
  readonly city: string;
  /** In works. */
  readonly strength: number;
}

/** Weight 1/(k−1) of all pairs of every city in every year, where there is any, by year and city. */
export function residentStrengths(
  { cityLinks: links, places }: Resident,
  cells: Cells,
  filter: LinkFilter,
): Strength[] {
  const weight = weigher(links, 'partner', filter);
  const byYear = new Map<number, Float64Array>();
  for (let row = 0; row < links.year.length; row++) {
    const year = links.year[row];
    if (!isInside(cells, year, links.subfield[row])) continue;
    let cities = byYear.get(year);
    if (cities === undefined) byYear.set(year, (cities = new Float64Array(places.ids.length)));
    const value = weight(row);
    const pair = links.pair[row];
    cities[links.a[pair]] += value;
    cities[links.b[pair]] += value;
  }
  const found: Strength[] = [];
  for (const [year, cities] of [...byYear].sort(([a], [b]) => a - b))
    for (let city = 0; city < cities.length; city++)
      if (cities[city] > 0) found.push({ year, city: places.ids[city], strength: cities[city] / WORK });
  return found;
}
