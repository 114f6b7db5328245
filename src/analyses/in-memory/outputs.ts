import { type OutputColumns, type Resident, WORK } from '../../observatory/index.ts';
import type { UnitChoice, YearOutput } from '../output/output.ts';
import { type Cells, eachYear } from './cells.ts';

/**
 * Output of the chosen units by year, or of all years together as that of one year, by unit and year; regions of one's own
 * are not among them.
 */
export function residentOutputs(
  resident: Resident,
  cells: Cells,
  { kinds, definitions }: Pick<UnitChoice, 'kinds' | 'definitions'>,
  together: number | null = null,
): YearOutput[] {
  const { places } = resident;
  const wanted = new Set<string>(kinds.filter((kind) => kind !== 'cities').map((kind) => kind.slice(0, -1)));
  const chosen = definitions === null ? null : new Set(definitions);
  const rows: YearOutput[] = [];
  if (kinds.includes('cities')) sumUp(resident.cityOutput, resident, cells, null, together, rows);
  if (wanted.size > 0) {
    const isChosen = Uint8Array.from(places.ids, (id, i) =>
      wanted.has(places.kinds[i]) && (places.kinds[i] !== 'region' || (chosen?.has(id) ?? true)) ? 1 : 0,
    );
    sumUp(resident.regionOutput, resident, cells, isChosen, together, rows);
    // Both are in order, one after the other; years stay as they are.
    if (kinds.includes('cities')) rows.sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
  }
  return rows;
}

/** Sums of the places of some years. */
interface Sums {
  readonly year: number;
  /** Whether a place has any. */
  readonly has: Uint8Array;
  /** Count, Share and Σ Share² by place. */
  readonly values: readonly Float64Array[];
}

function sumUp(
  { layers }: OutputColumns,
  { places: { ids } }: Resident,
  cells: Cells,
  chosen: Uint8Array | null,
  together: number | null,
  into: YearOutput[],
): void {
  const sums: Sums[] = [];
  eachYear(layers, cells, (year, from, to) => {
    if (together === null || sums.length === 0)
      sums.push({
        year: together ?? year,
        has: new Uint8Array(ids.length),
        values: layers.values.map(() => new Float64Array(ids.length)),
      });
    const { has, values } = sums[sums.length - 1];
    for (let row = from; row < to; row++) {
      const place = layers.place[row];
      has[place] = 1;
      for (let v = 0; v < values.length; v++) values[v][place] += layers.values[v][row];
    }
  });
  for (let place = 0; place < ids.length; place++) {
    if (chosen?.[place] === 0) continue;
    for (const { year, has, values } of sums)
      if (has[place] === 1) {
        const [count, share, shareSquared] = values;
        into.push({
          unit: ids[place],
          year,
          count: count[place],
          share: share[place] / WORK,
          shareSquared: shareSquared[place] / WORK,
        });
      }
  }
}
