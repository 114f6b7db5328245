import { type InMemoryTables, type OutputColumns, WORK } from '../../../observatory/index.ts';
import { ALL_YEARS, type UnitChoice, type YearOutput } from '../aggregates.ts';
import { type Cells, eachYear } from './cells.ts';

/** Output of the chosen units but ad hoc regions, by unit and year. */
export function outputs(
  tables: InMemoryTables,
  cells: Cells,
  { kinds, definitions }: UnitChoice,
  years: 'apart' | 'added',
): YearOutput[] {
  const { places } = tables;
  const wanted = new Set<string>(kinds.filter((kind) => kind !== 'cities').map((kind) => kind.slice(0, -1)));
  const chosen = definitions === null ? null : new Set(definitions);
  const rows: YearOutput[] = [];
  if (kinds.includes('cities')) sumUp(tables.cityOutput, tables, cells, null, years, rows);
  if (wanted.size > 0) {
    const isChosen = Uint8Array.from(places.ids, (id, i) =>
      wanted.has(places.kinds[i]) && (places.kinds[i] !== 'region' || (chosen?.has(id) ?? true)) ? 1 : 0,
    );
    sumUp(tables.regionOutput, tables, cells, isChosen, years, rows);
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
  { yearIndex }: OutputColumns,
  { places: { ids } }: InMemoryTables,
  cells: Cells,
  chosen: Uint8Array | null,
  years: 'apart' | 'added',
  into: YearOutput[],
): void {
  const sums: Sums[] = [];
  eachYear(yearIndex, cells, (year, from, to) => {
    if (years === 'apart' || sums.length === 0)
      sums.push({
        year: years === 'added' ? ALL_YEARS : year,
        has: new Uint8Array(ids.length),
        values: yearIndex.values.map(() => new Float64Array(ids.length)),
      });
    const { has, values } = sums[sums.length - 1];
    for (let row = from; row < to; row++) {
      const place = yearIndex.place[row];
      has[place] = 1;
      for (let v = 0; v < values.length; v++) values[v][place] += yearIndex.values[v][row];
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
