import { type InMemoryTables, WORK } from '../../../observatory/index.ts';
import type { PlaceOfKind, SubfieldOutput, UnlocatedShare, YearOutput } from '../aggregates.ts';
import { type Cells, eachYear, isInside } from './cells.ts';

/** Output of a place by subfield, where it has any. */
export function subfieldOutputs(
  { places, cityOutput, regionOutput }: InMemoryTables,
  cells: Cells,
  { id, kind }: PlaceOfKind,
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

/** Share that the cities of some countries got together, in works. */
export function locatedShare(
  { places, cityOutput: { yearIndex } }: InMemoryTables,
  cells: Cells,
  countries: readonly string[],
): number {
  const isMeant = Uint8Array.from(places.countries, (country) =>
    country !== null && countries.includes(country) ? 1 : 0,
  );
  const [, share] = yearIndex.values;
  let sum = 0;
  eachYear(yearIndex, cells, (_, from, to) => {
    for (let row = from; row < to; row++) if (isMeant[yearIndex.place[row]] === 1) sum += share[row];
  });
  return sum / WORK;
}

/** Output of one place by year, where it has any. */
export function placeOutputs(
  { places, cityOutput, regionOutput }: InMemoryTables,
  cells: Cells,
  { id, kind }: PlaceOfKind,
): YearOutput[] {
  const { yearIndex } = kind === 'city' ? cityOutput : regionOutput;
  const [count, share, shareSquared] = yearIndex.values;
  const number = places.numbers.get(id);
  const found: YearOutput[] = [];
  if (number === undefined) return found;
  eachYear(yearIndex, cells, (year, from, to) => {
    const row = lowerBound(yearIndex.place, number, from, to);
    if (row < to && yearIndex.place[row] === number)
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
export function unlocatedShares(
  { unlocated: { countries: ranges, reason, year, subfield, share } }: InMemoryTables,
  cells: Cells,
  countries: readonly string[],
): UnlocatedShare[] {
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
