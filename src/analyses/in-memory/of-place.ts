import { type Resident, WORK } from '../../observatory/index.ts';
import type { YearOutput } from '../output/output.ts';
import { type Cells, eachYear, isInside } from './cells.ts';

/** Output of one place in one subfield; in works. */
export interface SubfieldOutput {
  readonly subfield: number;
  readonly share: number;
  readonly count: number;
  readonly shareSquared: number;
}

/** Output of a place by subfield, where it has any. */
export function residentSubfields(
  { places, cityOutput, regionOutput }: Resident,
  cells: Cells,
  { id, kind }: { readonly id: string; readonly kind: string },
): SubfieldOutput[] {
  const { place, year, subfield, share, count, shareSquared } = kind === 'city' ? cityOutput : regionOutput;
  const number = places.numbers.get(id);
  const found = new Map<number, { share: number; count: number; shareSquared: number }>();
  for (let row = number === undefined ? place.length : lowerBound(place, number); row < place.length; row++) {
    if (place[row] !== number) break;
    if (!isInside(cells, year[row], subfield[row])) continue;
    let sums = found.get(subfield[row]);
    if (sums === undefined) found.set(subfield[row], (sums = { share: 0, count: 0, shareSquared: 0 }));
    sums.share += share[row];
    sums.count += count[row];
    sums.shareSquared += shareSquared[row];
  }
  return [...found].map(([of, sums]) => ({
    subfield: of,
    share: sums.share / WORK,
    count: sums.count,
    shareSquared: sums.shareSquared / WORK,
  }));
}

/** Share that some cities got together, in works. */
export function residentShare(
  { places, cityOutput: { layers } }: Resident,
  cells: Cells,
  cities: readonly string[],
): number {
  const isMeant = new Uint8Array(places.ids.length);
  for (const city of cities) {
    const number = places.numbers.get(city);
    if (number !== undefined) isMeant[number] = 1;
  }
  const [, share] = layers.values;
  let sum = 0;
  eachYear(layers, cells, (_, from, to) => {
    for (let row = from; row < to; row++) if (isMeant[layers.place[row]] === 1) sum += share[row];
  });
  return sum / WORK;
}

/** Output of one place by year, where it has any. */
export function residentYears(
  { places, cityOutput, regionOutput }: Resident,
  cells: Cells,
  { id, kind }: { readonly id: string; readonly kind: string },
): YearOutput[] {
  const { layers } = kind === 'city' ? cityOutput : regionOutput;
  const [count, share, shareSquared] = layers.values;
  const number = places.numbers.get(id);
  const found: YearOutput[] = [];
  if (number === undefined) return found;
  eachYear(layers, cells, (year, from, to) => {
    const row = lowerBound(layers.place, number, from, to);
    if (row < to && layers.place[row] === number)
      found.push({
        unit: id,
        year,
        count: count[row],
        share: share[row] / WORK,
        shareSquared: shareSquared[row] / WORK,
      });
  });
  return found;
}

/** Share that no city got in some countries, by reason: most first, then by the reason; in works. */
export function residentUnlocated(
  { unlocated: { countries: ranges, reason, year, subfield, share } }: Resident,
  cells: Cells,
  countries: readonly string[],
): { reason: string; share: number }[] {
  const sums = new Map<string, number>();
  for (const country of countries) {
    const [from, to] = ranges.get(country) ?? [0, 0];
    for (let row = from; row < to; row++)
      if (isInside(cells, year[row], subfield[row]))
        sums.set(reason[row], (sums.get(reason[row]) ?? 0) + share[row]);
  }
  return [...sums]
    .map(([of, sum]) => ({ reason: of, share: sum / WORK }))
    .sort((a, b) => b.share - a.share || (a.reason < b.reason ? -1 : 1));
}

/** The first row whose place is not below, of rows that are in the order of their places. */
function lowerBound(place: Int32Array, number: number, from = 0, to = place.length): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
