import { join, list, name, type Sql, sql } from '../../engine/sql.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import { COUNTING_COLUMN, COUNTING_NAMES, counted, type CountingName, type LinkFilter } from './counting.ts';
import { workPairs } from './work-pairs.ts';
import type { Population } from '../population/population.ts';

/** A place as a panel of pairs takes it: its cities say what it is. */
export interface PanelMember {
  readonly id: string;
  readonly kind: string;
  readonly cities: readonly string[];
}

export interface PairPanelQuestion {
  readonly population: Population;
  /** Places that have no city in common, in the order of their ids. */
  readonly places: readonly PanelMember[];
  /** In their order; years outside the population have zeros. */
  readonly years: readonly number[];
  readonly filter: LinkFilter;
}

/**
 * Joint works of every pair of m places in every one of T years: n = m(m − 1)/2 · T rows, zeros written out, pair by
 * pair (0,1), (0,2), …, (m−2,m−1) and in each pair year by year. Every pair stands once, `a` before `b` in the order of
 * `places`: its row in year t is `rowOf(m, T, a, b, t)`.
 */
export interface PairPanel {
  /** Names of `a` and `b`: ids of the m places. */
  readonly places: readonly string[];
  readonly years: readonly number[];
  /** n each: indices into `places`, and the calendar year. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly year: Int32Array;
  /** n each, in works: joint works under every counting. */
  readonly y: Readonly<Record<CountingName, Float64Array>>;
}

/** The row of a pair a < b of m places in year number t of T. */
export function rowOf(m: number, T: number, a: number, b: number, t: number): number {
  return (a * m - (a * (a + 1)) / 2 + (b - a - 1)) * T + t;
}

/**
 * The panel of pairs, as typed arrays. From the tables of links where all places are cities, or all of one other kind
 * that the tables know; work by work for regions made up on the spot, places of several kinds, a topic or a sector. The
 * figures are those of `links` for each year.
 *
 * @throws RangeError for places or years that are not in order or stand twice
 */
export async function pairPanel(
  observatory: Observatory,
  { population, places, years, filter }: PairPanelQuestion,
): Promise<PairPanel> {
  const ids = places.map(({ id }) => id);
  checkOrder('places', ids);
  checkOrder('years', years);
  const [m, T] = [ids.length, years.length];
  const n = ((m * (m - 1)) / 2) * T;
  const panel: PairPanel = {
    places: ids,
    years,
    a: new Int32Array(n),
    b: new Int32Array(n),
    year: new Int32Array(n),
    y: {
      full: new Float64Array(n),
      fractional: new Float64Array(n),
      partner: new Float64Array(n),
      score: new Float64Array(n),
    },
  };
  let row = 0;
  for (let i = 0; i < m; i++)
    for (let j = i + 1; j < m; j++)
      for (let t = 0; t < T; t++, row++) {
        panel.a[row] = i;
        panel.b[row] = j;
        panel.year[row] = years[t];
      }
  if (n === 0) return panel;
  const place = new Map(ids.map((id, i) => [id, i]));
  const time = new Map(years.map((year, t) => [year, t]));
  const statement = fromTables(population, places)
    ? tabled(population, places, filter)
    : worked(population, observatory.manifest.authorCap, places, filter);
  for (const found of await observatory.query<Joint>(statement)) {
    const [i, j, t] = [place.get(found.a)!, place.get(found.b)!, time.get(found.year)];
    if (t === undefined) continue;
    const at = rowOf(m, T, Math.min(i, j), Math.max(i, j), t);
    for (const counting of COUNTING_NAMES) panel.y[counting][at] = found[counting];
  }
  return panel;
}

type Joint = { readonly a: string; readonly b: string; readonly year: number } & Readonly<
  Record<CountingName, number>
>;

function checkOrder(what: string, values: readonly (string | number)[]): void {
  for (let i = 1; i < values.length; i++)
    if (!(values[i - 1] < values[i]))
      throw new RangeError(
        `${what} must stand in their order and once, ${values[i]} follows ${values[i - 1]}`,
      );
}

function fromTables(population: Population, places: readonly PanelMember[]): boolean {
  const [{ kind }] = places;
  return (
    population.aggregated && places.every((place) => place.kind === kind && !place.id.startsWith('adhoc:'))
  );
}

function tabled(population: Population, places: readonly PanelMember[], filter: LinkFilter): Sql {
  const [{ kind }] = places;
  const ids = list(places.map(({ id }) => id));
  const values = COUNTING_NAMES.map((counting) => {
    const total = sql`CAST(sum(${counted(COUNTING_COLUMN[counting], filter, 'l')}) AS DOUBLE)`;
    return sql`${counting === 'full' ? total : sql`${total} / ${WORK}`} AS ${name(counting)}`;
  });
  const table = kind === 'city' ? sql`city_links l` : sql`region_links l`;
  const apart = kind === 'city' ? sql`TRUE` : sql`NOT l.overlap`;
  return sql`SELECT l.a, l.b, l.year, ${join(values, ', ')} FROM ${table}
    WHERE l.a IN (${ids}) AND l.b IN (${ids}) AND ${apart} AND ${population.aggregateFilter('l')}
    GROUP BY l.a, l.b, l.year`;
}

function worked(
  population: Population,
  authorCap: number,
  places: readonly PanelMember[],
  filter: LinkFilter,
): Sql {
  const members = places.flatMap(({ id, cities }) => cities.map((city) => sql`(${id}, ${city})`));
  const rows = sql`SELECT place, city FROM (VALUES ${join(members, ', ')}) AS own(place, city)`;
  const values = COUNTING_NAMES.map(
    (counting) => sql`${counted(COUNTING_COLUMN[counting], filter, 's')} AS ${name(counting)}`,
  );
  return sql`SELECT s.a, s.b, s.year, ${join(values, ', ')}
    FROM (${workPairs(population, authorCap, rows, true)}) s`;
}
