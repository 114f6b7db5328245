import { type OutputColumns, type Resident, WORK } from '../../observatory/index.ts';
import type { UnitChoice, YearOutput } from '../output.ts';
import { type Cells, isInside } from './cells.ts';

/** Output of the chosen units by year, by unit and year; regions of one's own are not among them. */
export function residentOutputs(
  resident: Resident,
  cells: Cells,
  { kinds, definitions }: Pick<UnitChoice, 'kinds' | 'definitions'>,
): YearOutput[] {
  const { places } = resident;
  const wanted = new Set<string>(kinds.filter((kind) => kind !== 'cities').map((kind) => kind.slice(0, -1)));
  const chosen = definitions === null ? null : new Set(definitions);
  const rows: YearOutput[] = [];
  if (kinds.includes('cities')) sumUp(resident.cityOutput, resident, cells, null, rows);
  if (wanted.size > 0) {
    const isChosen = Uint8Array.from(places.ids, (id, i) =>
      wanted.has(places.kinds[i]) && (places.kinds[i] !== 'region' || (chosen?.has(id) ?? true)) ? 1 : 0,
    );
    sumUp(resident.regionOutput, resident, cells, isChosen, rows);
    // Both are in order, one after the other; years stay as they are.
    if (kinds.includes('cities')) rows.sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
  }
  return rows;
}

function sumUp(
  { place, year, subfield, count, share, shareSquared }: OutputColumns,
  { places }: Resident,
  cells: Cells,
  chosen: Uint8Array | null,
  into: YearOutput[],
): void {
  for (let row = 0; row < place.length;) {
    const [unit, of] = [place[row], year[row]];
    const taken = chosen === null || chosen[unit] === 1;
    let rows = 0;
    const sums = { count: 0, share: 0, shareSquared: 0 };
    for (; row < place.length && place[row] === unit && year[row] === of; row++) {
      if (!taken || !isInside(cells, of, subfield[row])) continue;
      rows += 1;
      sums.count += count[row];
      sums.share += share[row];
      sums.shareSquared += shareSquared[row];
    }
    if (rows > 0)
      into.push({
        unit: places.ids[unit],
        year: of,
        count: sums.count,
        share: sums.share / WORK,
        shareSquared: sums.shareSquared / WORK,
      });
  }
}
