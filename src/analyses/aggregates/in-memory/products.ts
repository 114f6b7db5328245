import { type InMemoryTables, WORK } from '../../../observatory/index.ts';
import type { ProductQuery, UnitChoice } from '../aggregates.ts';
import { type Cells, eachCell, isInside } from './cells.ts';

type Unit = ProductQuery['units'][number];

/** Σ over works of x_i·x_j of every two units, n × n; null where there are too many works for sums that are exact. */
export function products(
  tables: InMemoryTables,
  cells: Cells,
  { from, choice, units, by }: ProductQuery,
): Float64Array | null {
  if (from === 'links') return linkProducts(tables, cells, units, by);
  if (tables.works.year.length > MOST_WORKS) return null;
  return workProducts(
    tables,
    cells,
    units.map((unit) => citiesOf(tables, choice, unit)),
    by,
  );
}

function citiesOf(
  { places: { ids, members } }: InMemoryTables,
  { adHoc }: UnitChoice,
  { id, kind }: Unit,
): readonly string[] {
  const own = adHoc.find((region) => region.id === id);
  return own?.cities ?? (kind === 'city' ? [id] : (members.get(id) ?? []).map((city) => ids[city]));
}

/** From the tables of links, which leave the diagonal at zero. */
function linkProducts(
  { cityLinks, regionLinks, places }: InMemoryTables,
  cells: Cells,
  units: readonly Unit[],
  by: 'share' | 'count',
): Float64Array {
  const n = units.length;
  const sums = new Float64Array(n * n);
  const links = units[0].kind === 'city' ? cityLinks : regionLinks;
  const values = by === 'share' ? links.shareProduct : links.together;
  const index = new Int32Array(places.ids.length).fill(-1);
  for (const [i, { id }] of units.entries()) {
    const place = places.numbers.get(id);
    if (place !== undefined) index[place] = i;
  }
  for (let pair = 0; pair < links.a.length; pair++) {
    const [i, j] = [index[links.a[pair]], index[links.b[pair]]];
    if (i < 0 || j < 0) continue;
    let sum = 0;
    for (let row = links.start[pair]; row < links.start[pair + 1]; row++)
      if (isInside(cells, links.year[row], links.subfield[row])) sum += values[row];
    sums[i * n + j] = sums[j * n + i] = by === 'share' ? sum / WORK : sum;
  }
  return sums;
}

/** Work by work, with the diagonal, of units of so many cities. */
function workProducts(
  { works, places }: InMemoryTables,
  cells: Cells,
  cities: readonly (readonly string[])[],
  by: 'share' | 'count',
): Float64Array {
  const n = cities.length;
  const unitsOf = unitsOfCities(places.numbers, places.ids.length, cities);
  const isIn = Uint8Array.from(unitsOf, (units) => (units === undefined ? 0 : 1));
  const sums = by === 'share' ? new ExactProducts(n) : null;
  const counts = new Float64Array(n * n);
  const own = new Float64Array(n);
  const touched = new Int32Array(n);
  const seenIn = new Int32Array(n).fill(-1);
  const see = (work: number): void => {
    let many = 0;
    for (let row = works.start[work]; row < works.start[work + 1]; row++) {
      if (isIn[works.city[row]] === 0) continue;
      for (const unit of unitsOf[works.city[row]]!) {
        if (seenIn[unit] !== work) {
          seenIn[unit] = work;
          touched[many++] = unit;
          own[unit] = 0;
        }
        own[unit] += works.share[row];
      }
    }
    for (let p = 0; p < many; p++)
      for (let q = 0; q <= p; q++) {
        const [i, j] = [touched[p], touched[q]];
        const cell = i < j ? i * n + j : j * n + i;
        if (sums === null) counts[cell] += 1;
        else sums.add(cell, own[i], own[j]);
      }
  };
  eachCell(works, cells, (from, to) => {
    for (let work = from; work < to; work++) see(work);
  });
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++)
      counts[i * n + j] = counts[j * n + i] = sums === null ? counts[i * n + j] : sums.at(i * n + j);
  return counts;
}

function unitsOfCities(
  numbers: ReadonlyMap<string, number>,
  places: number,
  cities: readonly (readonly string[])[],
): readonly (number[] | undefined)[] {
  const found = new Array<number[] | undefined>(places).fill(undefined);
  for (const [unit, own] of cities.entries())
    for (const city of own) {
      const place = numbers.get(city);
      if (place !== undefined) (found[place] ??= []).push(unit);
    }
  return found;
}

/** Three sums of so many products of halves stay below 2⁵³. */
const MOST_WORKS = 2 ** 20;
const HALF = 2 ** 15;

/** Sums of products of whole numbers below 2³¹, exact, and rounded once as they are read, as the engine does. */
class ExactProducts {
  private readonly high: Float64Array;
  private readonly middle: Float64Array;
  private readonly low: Float64Array;

  constructor(n: number) {
    this.high = new Float64Array(n * n);
    this.middle = new Float64Array(n * n);
    this.low = new Float64Array(n * n);
  }

  add(cell: number, a: number, b: number): void {
    const [aHigh, bHigh] = [Math.floor(a / HALF), Math.floor(b / HALF)];
    const [aLow, bLow] = [a - aHigh * HALF, b - bHigh * HALF];
    this.high[cell] += aHigh * bHigh;
    this.middle[cell] += aHigh * bLow + aLow * bHigh;
    this.low[cell] += aLow * bLow;
  }

  /** In works. The engine rounds what is below 2⁶⁴, and then its sum with what is above. */
  at(cell: number): number {
    const carry = Math.floor(this.low[cell] / HALF);
    const middle = this.middle[cell] + carry;
    const over = Math.floor(middle / HALF);
    const high = this.high[cell] + over;
    const low = (middle - over * HALF) * HALF + (this.low[cell] - carry * HALF);
    const above = Math.floor(high / 2 ** 34);
    const below = (high - above * 2 ** 34) * 2 ** 30 + low;
    return (below + above * 2 ** 64) / WORK / WORK;
  }
}
