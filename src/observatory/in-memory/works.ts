import { sql } from '../../engine/sql.ts';
import type { PlaceIndex } from './place-index.ts';
import { checkExact, fill, rowsOf, setNumber, setPlace, type Tables } from './tables.ts';

/** Works by year and subfield. */
export interface WorkCells {
  readonly year: Int16Array;
  readonly subfield: Int16Array;
  readonly works: Float64Array;
  /** Share that cities got, in units of the tables. */
  readonly located: Float64Array;
}

/** Works that have a city, by year and subfield, with their cities. */
export interface CityWorks {
  /** The first work of every year and subfield that has one, in order, and after the last the number of works. */
  readonly cells: { readonly year: Int16Array; readonly subfield: Int16Array; readonly start: Int32Array };
  readonly year: Int16Array;
  readonly subfield: Int16Array;
  /** Above the author cap, or of a list that was cut. */
  readonly capped: Uint8Array;
  /** The first of every work's rows, and after the last their number. */
  readonly start: Int32Array;
  readonly city: Int32Array;
  /** In units of the tables. */
  readonly share: Float64Array;
}

/** @throws Inexact */
export async function readWorkCells(tables: Tables): Promise<WorkCells> {
  const rows = await tables.query<{ year: number; subfield: number; works: number; located: number }>(sql`
    SELECT year, subfield, count(*) AS works, CAST(sum(located) AS DOUBLE) AS located
    FROM works GROUP BY year, subfield ORDER BY year, subfield`);
  const located = Float64Array.from(rows, (row) => row.located);
  checkExact(located);
  return {
    year: Int16Array.from(rows, ({ year }) => year),
    subfield: Int16Array.from(rows, ({ subfield }) => subfield),
    works: Float64Array.from(rows, ({ works }) => works),
    located,
  };
}

/** @throws Inexact */
export async function readCityWorks(
  tables: Tables,
  { numbers }: PlaceIndex,
  authorCap: number,
): Promise<CityWorks> {
  const rows = await rowsOf(tables, 'work_cities');
  const work = new Float64Array(rows);
  const years = new Int16Array(rows);
  const subfields = new Int16Array(rows);
  const cappeds = new Uint8Array(rows);
  const city = new Int32Array(rows);
  const share = new Float64Array(rows);
  await fill(
    tables,
    sql`SELECT c.city, CAST(c.work AS DOUBLE), c.year, c.subfield, CAST(c.share AS DOUBLE),
        CAST(w.n_authors > ${authorCap} OR w.truncated AS INTEGER)
      FROM work_cities c JOIN works w ON w.work = c.work ORDER BY c.year, c.subfield, c.work, c.city`,
    rows,
    [setPlace(city, numbers), ...[work, years, subfields, share, cappeds].map(setNumber)],
  );
  checkExact(share);
  const start: number[] = [];
  for (let row = 0; row < rows; row++) if (row === 0 || work[row] !== work[row - 1]) start.push(row);
  const year = Int16Array.from(start, (row) => years[row]);
  const subfield = Int16Array.from(start, (row) => subfields[row]);
  return {
    cells: cellsOf(year, subfield),
    year,
    subfield,
    capped: Uint8Array.from(start, (row) => cappeds[row]),
    start: Int32Array.from([...start, rows]),
    city,
    share,
  };
}

function cellsOf(year: Int16Array, subfield: Int16Array): CityWorks['cells'] {
  const start: number[] = [];
  for (let work = 0; work < year.length; work++)
    if (work === 0 || year[work] !== year[work - 1] || subfield[work] !== subfield[work - 1])
      start.push(work);
  return {
    year: Int16Array.from(start, (work) => year[work]),
    subfield: Int16Array.from(start, (work) => subfield[work]),
    start: Int32Array.from([...start, year.length]),
  };
}
