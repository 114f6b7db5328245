import { join, raw, type Sql, sql } from '../../engine/sql.ts';
import { CLASSES, COUNTINGS, type LinkClass, type LinkCounting } from '../tables/links.ts';
import { type YearIndex, yearIndexOf } from './year-index.ts';
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
  /** The pairs of every place, in order: those of place p from `pairsOf.start[p]` up to before the next. */
  readonly pairsOf: { readonly start: Int32Array; readonly pair: Int32Array };
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
  return { ...pairsIn(first, second, overlaps, numbers.size), year, subfield, sums, shareProduct, together };
}

/** What every city has of both ends of its pairs, by field at every level: a column of 1/(k−1) for every class of works. */
export function partnerStrengths(
  { pair, a, b, year, subfield, sums }: LinkColumns,
  { ids }: PlaceIndex,
  fields: ReadonlyMap<string, readonly number[]>,
): YearIndex {
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
  return yearIndexOf(
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

function pairsIn(
  first: Int32Array,
  second: Int32Array,
  overlaps: Uint8Array,
  places: number,
): Pick<LinkColumns, 'pair' | 'a' | 'b' | 'overlap' | 'start' | 'pairsOf'> {
  const pair = new Int32Array(first.length);
  const start: number[] = [];
  for (let row = 0; row < pair.length; row++) {
    if (row === 0 || first[row] !== first[row - 1] || second[row] !== second[row - 1]) start.push(row);
    pair[row] = start.length - 1;
  }
  const a = Int32Array.from(start, (row) => first[row]);
  const b = Int32Array.from(start, (row) => second[row]);
  return {
    pair,
    a,
    b,
    overlap: Uint8Array.from(start, (row) => overlaps[row]),
    start: Int32Array.from([...start, pair.length]),
    pairsOf: pairsByPlace(a, b, places),
  };
}

function pairsByPlace(a: Int32Array, b: Int32Array, places: number): LinkColumns['pairsOf'] {
  const start = new Int32Array(places + 1);
  for (const ends of [a, b]) for (const place of ends) start[place + 1] += 1;
  for (let place = 0; place < places; place++) start[place + 1] += start[place];
  const next = start.slice();
  const pair = new Int32Array(2 * a.length);
  for (let p = 0; p < a.length; p++) {
    pair[next[a[p]]++] = p;
    pair[next[b[p]]++] = p;
  }
  return { start, pair };
}
