import { raw, sql } from '../../engine/sql.ts';
import { type YearIndex, yearIndexOf } from './year-index.ts';
import type { PlaceIndex } from './place-index.ts';
import { checkExact, fill, rowsOf, setNumber, setPlace, type Tables } from './tables.ts';

/** A table of output, by place, year and subfield, as columns in that order; Shares in units of the tables. */
export interface OutputColumns {
  readonly place: Int32Array;
  readonly year: Int16Array;
  readonly subfield: Int16Array;
  readonly count: Float64Array;
  readonly share: Float64Array;
  readonly shareSquared: Float64Array;
  /** Count, Share and Σ Share² summed by field at every level. */
  readonly yearIndex: YearIndex;
}

/** @throws Inexact */
export async function readOutputs(
  tables: Tables,
  table: 'city_output' | 'region_output',
  { numbers }: PlaceIndex,
  fields: ReadonlyMap<string, readonly number[]>,
): Promise<OutputColumns> {
  const rows = await rowsOf(tables, table);
  const columns = {
    place: new Int32Array(rows),
    year: new Int16Array(rows),
    subfield: new Int16Array(rows),
    count: new Float64Array(rows),
    share: new Float64Array(rows),
    shareSquared: new Float64Array(rows),
  };
  const place = table === 'city_output' ? sql`city` : sql`place`;
  await fill(
    tables,
    sql`SELECT ${place}, year, subfield, CAST(count AS DOUBLE), CAST(share AS DOUBLE), CAST(share_squared AS DOUBLE)
      FROM ${raw(table)} ORDER BY ${place}, year, subfield`,
    rows,
    [
      setPlace(columns.place, numbers),
      ...[columns.year, columns.subfield, columns.count, columns.share, columns.shareSquared].map(setNumber),
    ],
  );
  for (const column of [columns.count, columns.share, columns.shareSquared]) checkExact(column);
  const values = [columns.count, columns.share, columns.shareSquared];
  return { ...columns, yearIndex: yearIndexOf({ ...columns, values }, numbers.size, fields) };
}
