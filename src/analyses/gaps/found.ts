import {
  addedDensity,
  at,
  locationQuotients,
  type Matrix,
  proximity,
  relatednessDensity,
  specialisations,
} from '../../measures/index.ts';

/** A field that a place lacks. */
export interface Gap {
  readonly field: string;
  readonly share: number;
  readonly due: number;
  readonly quotient: number;
  readonly density: number | null;
  readonly specialised: readonly string[];
}

/**
 * The fields that one row lacks and others are specialised in, with who completes it; `hasShare` is false where the row has no
 * Share in any field, so that nothing can be said of what it lacks.
 */
export function gapsOf(
  shares: Matrix,
  own: string,
  { least, below }: { readonly least: number; readonly below: number },
): {
  readonly hasShare: boolean;
  readonly gaps: readonly Gap[];
  readonly completing: readonly { readonly id: string; readonly added: number }[];
  readonly quotient: (unit: string, field: string) => number | null;
} {
  const quotients = locationQuotients(shares).matrix;
  const look = (of: Matrix, unit: string, field: string): number | null => {
    const [i, j] = [of.rows.indexOf(unit), of.columns.indexOf(field)];
    return i < 0 || j < 0 ? null : at(of, i, j);
  };
  const quotient = (unit: string, field: string): number | null => look(quotients, unit, field);
  const m = specialisations(shares, { minimum: least }).matrix;
  if (!m.rows.includes(own)) return { hasShare: false, gaps: [], completing: [], quotient };
  const related = proximity(m).matrix;
  const density = relatednessDensity(m, related, { ownField: 'out' }).matrix;
  const due = duesOf(shares, own);
  const gaps = quotients.columns.flatMap((field): Gap[] => {
    const lq = quotient(own, field)!;
    const specialised = m.rows.filter((unit) => unit !== own && look(m, unit, field) === 1);
    if (lq >= below || specialised.length === 0) return [];
    const share = look(shares, own, field)!;
    return [{ field, share, due: due(field), quotient: lq, density: look(density, own, field), specialised }];
  });
  const added = addedDensity(m, related, own, { ownField: 'out' }).matrix;
  const completing = m.rows
    .filter((unit) => unit !== own)
    .map((id) => {
      const parts = gaps.flatMap(({ field }) => look(added, id, field) ?? []);
      return { id, added: parts.length === 0 ? 0 : parts.reduce((sum, x) => sum + x, 0) / parts.length };
    })
    .filter((one) => one.added > 0)
    .sort((a, b) => b.added - a.added || (a.id < b.id ? -1 : 1));
  return { hasShare: true, gaps, completing, quotient };
}

/** What the place would have of each field if it did as much of it as all do: row sum × column sum / total. */
function duesOf(shares: Matrix, own: string): (field: string) => number {
  const width = shares.columns.length;
  const columns = new Float64Array(width);
  for (const [k, value] of shares.values.entries()) columns[k % width] += value;
  const i = shares.rows.indexOf(own);
  const row = shares.values.subarray(i * width, (i + 1) * width).reduce((sum, value) => sum + value, 0);
  const total = columns.reduce((sum, value) => sum + value, 0);
  return (field) => (row * columns[shares.columns.indexOf(field)]) / total;
}
