import { ALL_FIELDS, type CityWorks, type YearIndex } from '../../../observatory/index.ts';
import type { Selection } from '../aggregates.ts';

/** The years and subfields of a selection of works, to pick rows of tables in memory. */
export interface Cells {
  readonly from: number;
  readonly to: number;
  /** What rows that are summed by field are found by. */
  readonly field: string;
  /** 1 for every subfield that is meant; null for all. */
  readonly subfields: Uint8Array | null;
}

/** Null for a topic and for sectors, which tables by year and subfield do not have. */
export function cellsOf({ years, field, sectors }: Selection): Cells | null {
  if (sectors !== null || field?.level === 'topic') return null;
  const { from, to } = years ?? { from: -Infinity, to: Infinity };
  if (field === null) return { from, to, field: ALL_FIELDS, subfields: null };
  const wanted = field.subfields ?? [];
  const subfields = new Uint8Array(wanted.reduce((most, one) => Math.max(most, one), 0) + 1);
  for (const one of wanted) subfields[one] = 1;
  return { from, to, field: `${field.level}:${field.id}`, subfields };
}

export function isInside({ from, to, subfields }: Cells, year: number, subfield: number): boolean {
  return year >= from && year <= to && (subfields === null || subfields[subfield] === 1);
}

/** Sees the rows of every year that is meant, from one up to before another, by year. */
export function eachYear(
  { firstYear, years, numbers, start }: YearIndex,
  { from, to, field }: Cells,
  see: (year: number, from: number, to: number) => void,
): void {
  const number = numbers.get(field);
  if (number === undefined) return;
  for (let y = Math.max(0, from - firstYear); y < years && firstYear + y <= to; y++) {
    const at = number * years + y;
    if (start[at] < start[at + 1]) see(firstYear + y, start[at], start[at + 1]);
  }
}

/** Sees the works of every year and subfield that are meant, from one up to before another, in their order. */
export function eachCell(
  { cells: { year, subfield, start } }: CityWorks,
  cells: Cells,
  see: (from: number, to: number, year: number) => void,
): void {
  for (let cell = 0; cell < year.length; cell++)
    if (isInside(cells, year[cell], subfield[cell])) see(start[cell], start[cell + 1], year[cell]);
}
