import { type Resident, WORK } from '../../observatory/index.ts';
import { type Cells, isInside } from './cells.ts';

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
  { places, cityOutput }: Resident,
  cells: Cells,
  cities: readonly string[],
): number {
  const { place, year, subfield, share } = cityOutput;
  let sum = 0;
  for (const city of cities) {
    const number = places.numbers.get(city);
    if (number === undefined) continue;
    for (let row = lowerBound(place, number); row < place.length && place[row] === number; row++)
      if (isInside(cells, year[row], subfield[row])) sum += share[row];
  }
  return sum / WORK;
}

/** The first row whose place is not below; rows are in their order. */
function lowerBound(place: Int32Array, number: number): number {
  let [low, high] = [0, place.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
