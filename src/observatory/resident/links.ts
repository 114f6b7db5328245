import { join, raw, type Sql, sql } from '../../engine/sql.ts';
import { CLASSES, COUNTINGS, type LinkClass, type LinkCounting } from '../tables/links.ts';
import { type Layers, layersOf } from './layers.ts';
import type { PlaceIndex } from './place-index.ts';
import { checkExact, fill, rowsOf, setNumber, setPlace, type Tables } from './tables.ts';

export type LinkColumn = `${LinkCounting}${LinkClass}`;

/** A table of links, by pair, year and subfield, as columns in that order; in units of the tables. */
export interface LinkColumns {
  /** The pair of every row, and the places and whether they overlap of every pair. */
  readonly pair: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly overlap: Uint8Array;
  /** The first row of every pair, and after the last the number of rows. */
  readonly start: Int32Array;
  readonly year: Int16Array;
  readonly subfield: Int16Array;
  readonly sums: Readonly<Record<LinkColumn, Float64Array>>;
  readonly shareProduct: Float64Array;
  /** Joint works of every kind. */
  readonly together: Float64Array;
}

const NAMES = COUNTINGS.flatMap((counting) => CLASSES.map((kind) => `${counting}${kind}` as const));

/** @throws Inexact */
export async function readLinks(
  tables: Tables,
  table: 'city_links' | 'region_links',
  { numbers }: PlaceIndex,
): Promise<LinkColumns> {
  const rows = await rowsOf(tables, table);
  const first = new Int32Array(rows);
  const second = new Int32Array(rows);
  const overlaps = new Uint8Array(rows);
  const year = new Int16Array(rows);
  const subfield = new Int16Array(rows);
  const sums = Object.fromEntries(NAMES.map((name) => [name, new Float64Array(rows)])) as Record<
    LinkColumn,
    Float64Array
  >;
  const shareProduct = new Float64Array(rows);
  const together = new Float64Array(rows);
  const ofCities = table === 'city_links';
  const double = (column: Sql): Sql => sql`CAST(${column} AS DOUBLE)`;
  await fill(
    tables,
    sql`SELECT a, b, ${ofCities ? sql`0` : sql`CAST(overlap AS INTEGER)`}, year, subfield, ${double(sql`share_product`)},
      ${double(ofCities ? sql`works + works_capped` : sql`works_together`)},
      ${join(
        NAMES.map((name) => double(raw(name))),
        ', ',
      )}
      FROM ${raw(table)} ORDER BY a, b, year, subfield`,
    rows,
    [
      setPlace(first, numbers),
      setPlace(second, numbers),
      ...[overlaps, year, subfield, shareProduct, together].map(setNumber),
      ...NAMES.map((name) => setNumber(sums[name])),
    ],
  );
  for (const column of [...Object.values(sums), shareProduct, together]) checkExact(column);
  return { ...pairsOf(first, second, overlaps), year, subfield, sums, shareProduct, together };
}

/** What every city has of both ends of its pairs, by field at every level: a column of 1/(k−1) for every class of works. */
export function partnerStrengths(
  { pair, a, b, year, subfield, sums }: LinkColumns,
  { ids }: PlaceIndex,
  fields: ReadonlyMap<string, readonly number[]>,
): Layers {
  const rows = pair.length;
  const twice = <T extends Int16Array | Float64Array>(column: T, both: T): T => {
    both.set(column);
    both.set(column, rows);
    return both;
  };
  const place = new Int32Array(2 * rows);
  for (let row = 0; row < rows; row++) {
    place[row] = a[pair[row]];
    place[rows + row] = b[pair[row]];
  }
  return layersOf(
    {
      place,
      year: twice(year, new Int16Array(2 * rows)),
      subfield: twice(subfield, new Int16Array(2 * rows)),
      values: CLASSES.map((kind) => twice(sums[`partner${kind}`], new Float64Array(2 * rows))),
    },
    ids.length,
    fields,
  );
}

function pairsOf(
  first: Int32Array,
  second: Int32Array,
  overlaps: Uint8Array,
): Pick<LinkColumns, 'pair' | 'a' | 'b' | 'overlap' | 'start'> {
  const pair = new Int32Array(first.length);
  const start: number[] = [];
  for (let row = 0; row < pair.length; row++) {
    if (row === 0 || first[row] !== first[row - 1] || second[row] !== second[row - 1]) start.push(row);
    pair[row] = start.length - 1;
  }
  return {
    pair,
    a: Int32Array.from(start, (row) => first[row]),
    b: Int32Array.from(start, (row) => second[row]),
    overlap: Uint8Array.from(start, (row) => overlaps[row]),
    start: Int32Array.from([...start, pair.length]),
  };
}
