import type { Field } from '../field.ts';
import type { Years } from '../windows.ts';

/** The years and subfields of a population, to pick rows of tables in memory. */
export interface Cells {
  readonly from: number;
  readonly to: number;
  /** 1 for every subfield that is meant; null for all. */
  readonly subfields: Uint8Array | null;
}

/** Null where the tables do not know it: a topic. */
export function cellsOf(years: Years | null, field: Field | null): Cells | null {
  if (field?.level === 'topic') return null;
  const { from, to } = years ?? { from: -Infinity, to: Infinity };
  if (field === null) return { from, to, subfields: null };
  const wanted = field.subfields ?? [];
  const subfields = new Uint8Array(wanted.reduce((most, one) => Math.max(most, one), 0) + 1);
  for (const one of wanted) subfields[one] = 1;
  return { from, to, subfields };
}

export function isInside({ from, to, subfields }: Cells, year: number, subfield: number): boolean {
  return year >= from && year <= to && (subfields === null || subfields[subfield] === 1);
}
