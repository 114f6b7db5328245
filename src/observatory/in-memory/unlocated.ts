import { sql } from '../../engine/sql.ts';
import { checkExact, type Tables } from './tables.ts';

/** Share that no city got, by country, reason, year and subfield, as columns. */
export interface UnlocatedColumns {
  /** From which row up to before which those of a country that is known stand. */
  readonly countries: ReadonlyMap<string, readonly [number, number]>;
  readonly reason: readonly string[];
  readonly year: Int16Array;
  readonly subfield: Int16Array;
  /** In units of the tables. */
  readonly share: Float64Array;
}

/** @throws Inexact */
export async function readUnlocated(tables: Tables): Promise<UnlocatedColumns> {
  const rows = await tables.query<{
    country: string | null;
    reason: string;
    year: number;
    subfield: number;
    share: number;
  }>(sql`
    SELECT country, reason, year, subfield, CAST(sum(share) AS DOUBLE) AS share FROM unlocated
    GROUP BY country, reason, year, subfield ORDER BY country, reason, year, subfield`);
  const share = Float64Array.from(rows, (row) => row.share);
  checkExact(share);
  const countries = new Map<string, readonly [number, number]>();
  for (const [row, { country }] of rows.entries())
    if (country !== null) countries.set(country, [countries.get(country)?.[0] ?? row, row + 1]);
  return {
    countries,
    reason: rows.map(({ reason }) => reason),
    year: Int16Array.from(rows, ({ year }) => year),
    subfield: Int16Array.from(rows, ({ subfield }) => subfield),
    share,
  };
}
